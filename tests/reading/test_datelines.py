"""A dateline names the agency whose text an article is; copies of one agency's text are one voice; a person is no outlet."""

from pathlib import Path

import pytest

from compare.model import Article, ArticleId, Reading
from compare.outlets.register import register_of
from compare.pipeline import compare_story
from compare.reading.datelines import dateline_agencies
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings, Settings
from compare.sources.read_inputs import read_inputs

_CASES = Path(__file__).parents[1] / "cases" / "found"


def _read(text: str) -> Reading:
    return read_article(Article(ArticleId("a"), "Sample Courier", text, "a.txt", "0", form="text"), ReadingSettings())


def _wires(*paragraphs: str) -> tuple[str, ...]:
    return dateline_agencies(paragraphs, register_of())


def test_two_outlets_with_one_dateline_are_one_voice() -> None:
    articles = read_inputs([str(_CASES / "15-wire-dateline")], Settings().input).articles
    story = compare_story("story", articles, [], Settings())
    first = next(group for group in story.groups if len(group.relations) and len({m.article for m in group.members}) == 3)
    assert len(first.voices) == 2
    assert [reading.article.credits.agencies for reading in story.readings] == [("AP",), ("AP",), ()]


@pytest.mark.parametrize(
    ("paragraph", "agency"),
    [
        ("PORT ELLERY (AP) — A ferry struck a pier on Thursday.", "AP"),
        ("PORT ELLERY, Sample State (AP) — A ferry struck a pier on Thursday.", "AP"),
        ("ST. ELLERY, Minn. (AP) - A ferry struck a pier.", "AP"),
        ("LONDON, March 3 (Reuters) - A ferry struck a pier.", "Reuters"),
        ("London (AFP) – A ferry struck a pier.", "AFP"),
        ("PORT ELLERY (The Associated Press) — A ferry struck a pier.", "AP"),
        ("BERLIN (dpa) - A ferry struck a pier.", "DPA"),
        ("(Reuters) - A ferry struck a pier.", "Reuters"),
        ("(TTXVN) Chiếc phà đâm vào cầu cảng.", "TTXVN"),
        ("HÀ NỘI (TTXVN) – Chiếc phà đâm vào cầu cảng.", "TTXVN"),
        ("HÀ NỘI, ngày 3/3 (TTXVN) - Chiếc phà đâm vào cầu cảng.", "TTXVN"),
        ("HÀ NỘI (TTXVN) Chiếc phà đâm vào cầu cảng.", "TTXVN"),
        ("(Theo AFP) Chiếc phà đâm vào cầu cảng.", "AFP"),
        ("Theo AFP, chiếc phà đâm vào cầu cảng.", "AFP"),
        ("Theo hãng tin Reuters, chiếc phà đâm vào cầu cảng.", "Reuters"),
        ("According to Reuters, a ferry struck a pier.", "Reuters"),
    ],
)
def test_a_dateline_names_the_agency(paragraph: str, agency: str) -> None:
    assert _wires(paragraph) == (agency,)


@pytest.mark.parametrize(
    "paragraph",
    [
        "PORT ELLERY — A ferry struck a pier on Thursday.",
        "A photographer of the agency (AP) - she wished not to be named - was hurt.",
        "The ferry (AP) was built in 1968.",
        "PORT ELLERY (Sample Courier) — A ferry struck a pier.",
        "Giá dầu tăng (AFP) vì thời tiết xấu.",
        "Theo cảng vụ, chiếc phà đâm vào cầu cảng.",
        "Theo ông Reuter, chiếc phà đâm vào cầu cảng.",
        "Reuters reported that a ferry struck a pier.",
        "Theo Reuters và AFP, chiếc phà đâm vào cầu cảng.",
    ],
)
def test_what_opens_like_a_dateline_names_none(paragraph: str) -> None:
    assert _wires(paragraph) == ()


def test_a_dateline_may_stand_behind_a_lead() -> None:
    assert _wires("Chiếc phà đâm vào cầu cảng làm 26 người bị thương.", "HÀ NỘI (TTXVN) – Sáng sớm, chiếc phà rời bến.") == ("TTXVN",)


def test_a_source_further_down_speaks_for_its_sentence_alone() -> None:
    assert _wires("Chiếc phà đâm vào cầu cảng.", "Theo AFP, 26 người bị thương.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Phà đâm cầu cảng sáng sớm nay\nHÀ NỘI (TTXVN) – Chiếc phà đâm vào cầu cảng.\nNhiều người bị thương.\nCảng đã đóng cửa.",
        "HÀ NỘI (TTXVN) – Chiếc phà đâm vào cầu cảng và nhiều người bị thương.",
    ],
)
def test_every_sentence_behind_a_dateline_is_the_agencys(text: str) -> None:
    reading = _read(text)
    assert reading.article.credits.agencies == ("TTXVN",)
    assert {claim.agency for claim in reading.claims if claim.field == "text"} == {"TTXVN"}


_BODY = "Phà đâm cầu cảng sáng sớm nay\nChiếc phà đâm vào cầu cảng.\nNhiều người bị thương.\nCảng đã đóng cửa.\n"


@pytest.mark.parametrize(
    "line", ["Theo Nguyễn Văn Hải", "Theo ông Hải", "Theo luật sư Trần Hòa", "Nguồn: Lê Thị Mai", "Source: Mayor Ruth Cole"]
)
def test_a_person_is_no_outlet(line: str) -> None:
    article = _read(_BODY + line).article
    assert (article.outlet, article.credits.outlet) == ("Sample Courier", None)


@pytest.mark.parametrize(
    ("line", "outlet"), [("Theo Báo Mẫu", "Báo Mẫu"), ("Theo Tin Mẫu Ba", "Tin Mẫu Ba"), ("Theo Đời Sống Mẫu", "Đời Sống Mẫu")]
)
def test_an_outlet_is_one_whatever_its_words(line: str, outlet: str) -> None:
    assert _read(_BODY + line).article.outlet == outlet
