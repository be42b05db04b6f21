"""No agreement rests on nothing: what two articles share is told, and who shares nothing is no part of the claim."""

import pytest

from compare.claims.agreement import agreement
from compare.claims.common_ground import on_common_ground
from compare.claims.stock_phrases import stock_pairs
from compare.claims.voices import wording_of
from compare.model import Article, ArticleId, Claim
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings


def sentences(*texts: tuple[str, str]) -> list[Claim]:
    """One claim an article, of its language and text."""
    claims = []
    for name, (language, text) in zip("abcdef", texts, strict=False):
        article = Article(ArticleId(name), name, text, f"{name}.txt", "0" * 64, language=language)
        claims += read_article(article, ReadingSettings()).claims
    return claims


def kept(*texts: tuple[str, str], sure: frozenset[int] = frozenset()) -> list[int]:
    claims = sentences(*texts)
    return sorted(on_common_ground(frozenset(range(len(claims))), claims, sure))


UNLIKE = {
    "en": ("Everybody at the front started to run.", "The maker had found no fault so far."),
    "vi": ("Các bạn hãy cùng nâng ly.", "Chiếc phà rời bến lúc trời còn tối."),
}
WORDED = {
    "en": ("The old market burned for hours during the night.", "Hours later the market still burned, witnesses recalled."),
    "vi": ("Khu chợ cũ cháy suốt nhiều giờ trong đêm.", "Nhiều giờ liền, lửa cháy dữ dội ở chợ."),
}


@pytest.mark.parametrize("language", ["en", "vi"])
def test_two_articles_that_share_neither_a_value_nor_wording_are_no_claim(language: str) -> None:
    one, other = UNLIKE[language]
    assert kept((language, one), (language, other)) == []


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_third_article_that_shares_nothing_is_left_out_of_the_claim_of_two(language: str) -> None:
    one, other = WORDED[language]
    assert kept((language, one), (language, other), (language, UNLIKE[language][1])) == [0, 1]


@pytest.mark.parametrize("language", ["en", "vi"])
def test_what_a_reviewer_placed_stays(language: str) -> None:
    one, other = UNLIKE[language]
    assert kept((language, one), (language, other), sure=frozenset([0, 1])) == [0, 1]


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "The farmer had been 55.", "Aged 55, the singer died at home."),
        ("vi", "Ông hưởng dương 55 tuổi.", "Mới đây, ca sĩ qua đời ở tuổi 55."),
        ("en", "It left on May 14.", "The first crossing was that of May 14."),
    ],
)
def test_one_figure_or_day_in_common_is_enough(language: str, one: str, other: str) -> None:
    assert kept((language, one), (language, other)) == [0, 1]


def test_sentences_of_two_languages_need_no_word_in_common() -> None:
    assert kept(("en", "Everybody at the front started to run."), ("vi", "Mọi người phía trước bỏ chạy.")) == [0, 1]


def rests_on(one: tuple[str, str], other: tuple[str, str]) -> tuple[str, bool]:
    """What the last evidence of an agreement is of, and whether it has a score."""
    mine, theirs = sentences(one, other)
    evidence = agreement([mine], [theirs], {claim: wording_of(claim) for claim in (mine, theirs)}).evidence[-1]
    return evidence.check, bool(evidence.score)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_words_in_another_order_are_told_as_shared_words(language: str) -> None:
    one, other = WORDED[language]
    assert rests_on((language, one), (language, other)) == ("shared_words", True)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_three_words_in_a_row_are_shared_wording(language: str) -> None:
    one, _ = WORDED[language]
    assert rests_on((language, one), (language, one)) == ("wording", True)


def test_two_languages_are_only_aligned_as_a_whole() -> None:
    assert rests_on(("en", "Everybody started to run."), ("vi", "Mọi người bỏ chạy.")) == ("alignment", False)


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "A spokeswoman for Bay Crossings declined to comment.", "A spokesman for the harbour police declined to comment."),
        ("en", "Bay Crossings did not respond to a request for comment.", "The mayor's office could not be reached for comment."),
        ("vi", "Đại diện công ty Vịnh Xanh từ chối bình luận.", "Người phát ngôn cảnh sát cảng từ chối bình luận."),
    ],
)
def test_who_declined_to_comment_are_two_claims_of_two_subjects(language: str, one: str, other: str) -> None:
    assert stock_pairs(sentences((language, one), (language, other)), [(0, 1)]) == {(0, 1)}


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("en", "A spokeswoman for Bay Crossings declined to comment.", "Bay Crossings refused to comment."),
        ("en", "A spokeswoman for Bay Crossings declined to comment.", "She declined to comment."),
        ("vi", "Đại diện công ty Vịnh Xanh từ chối bình luận.", "Công ty Vịnh Xanh không bình luận gì thêm."),
        ("en", "A spokeswoman for Bay Crossings declined to comment.", "The harbour police searched the pier."),
    ],
)
def test_one_subject_a_pronoun_or_no_stock_phrase_part_nobody(language: str, one: str, other: str) -> None:
    assert stock_pairs(sentences((language, one), (language, other)), [(0, 1)]) == frozenset()


def figures_held(count: int) -> list[str]:
    """Figures on which an agreement of two rows of so many rests."""
    row = "The table of the harbour lists " + ", ".join(str(number) for number in range(101, 101 + count)) + " in turn."
    claims = sentences(("en", row), ("en", row.replace("harbour", "port")))
    evidence = agreement(claims[:1], claims[1:], {claim: wording_of(claim) for claim in claims}).evidence
    return [item.says for item in evidence if item.check == "number"]


def test_figures_of_a_sentence_that_has_too_many_of_them_are_not_compared() -> None:
    assert (figures_held(30)[:1], figures_held(60)) == (["101"], [])
