"""Sentences that carry several claims, and the clause in which one agrees with another telling."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims.agreeing_clauses import agreeing_clauses, clauses, read_clauses
from compare.languages.registry import PACKS
from compare.model import ArticleId, Claim, Span

LONG = {
    "vi": "Hãng tàu Sao Mai ngừng mọi chuyến phà qua đảo từ chiều thứ Ba, sau khi 23 hành khách bị thương ở cầu cảng Cồn Sa.",
    "en": "The company Sound Lines stopped every crossing to the island on Tuesday, after 23 passengers were injured at Port Ellery pier.",
}
SHORT = {
    "vi": "Có 23 hành khách bị thương ở cầu cảng Cồn Sa.",
    "en": "There were 23 passengers injured at the Port Ellery pier.",
}
INSIDE = {
    "vi": "sau khi 23 hành khách bị thương ở cầu cảng Cồn Sa.",
    "en": "after 23 passengers were injured at Port Ellery pier.",
}
languages = pytest.mark.parametrize("language", ["vi", "en"])


def claim(article: str, quote: str, language: str, start: int = 0) -> Claim:
    return Claim(ArticleId(article), "text", Span(start, start + len(quote)), quote, language)


def shown(members: list[Claim]) -> tuple[Span | None, ...]:
    return agreeing_clauses([read_clauses(member) for member in members])


def cut(text: str, language: str) -> list[str]:
    return [span.of(text) for span in clauses(text, PACKS[language].clauses)]


@languages
def test_a_sentence_falls_into_clauses_at_marks_and_connectives(language: str) -> None:
    assert len(cut(LONG[language], language)) == 2


@languages
def test_the_clause_that_another_article_also_says_is_shown(language: str) -> None:
    (found, _) = shown([claim("a", LONG[language], language), claim("b", SHORT[language], language)])
    assert found is not None
    assert found.of(LONG[language]) == INSIDE[language]


@languages
def test_a_clause_stands_where_its_sentence_stands(language: str) -> None:
    (found, _) = shown([claim("a", LONG[language], language, start=100), claim("b", SHORT[language], language)])
    assert found is not None
    assert found.shifted(-100).of(LONG[language]) == INSIDE[language]


@languages
def test_a_sentence_that_agrees_as_a_whole_shows_no_clause(language: str) -> None:
    (_, found) = shown([claim("a", LONG[language], language), claim("b", SHORT[language], language)])
    assert found is None


@languages
def test_copies_agree_as_a_whole(language: str) -> None:
    assert shown([claim("a", LONG[language], language), claim("b", LONG[language], language)]) == (None, None)


@pytest.mark.parametrize(
    ("language", "text"), [("vi", "Trận động đất mạnh 6,1 độ xảy ra ngoài đảo."), ("en", "The firm paid 1,250 dollars to them.")]
)
def test_a_comma_inside_a_number_parts_nothing(language: str, text: str) -> None:
    assert cut(text, language) == [text]


@languages
def test_a_language_without_a_pack_shows_no_clause(language: str) -> None:
    assert shown([claim("a", LONG[language], "xx"), claim("b", SHORT[language], "xx")]) == (None, None)


@given(st.sampled_from(["vi", "en"]), st.text(alphabet="ab và and,;:()–… 12", max_size=60))
def test_clauses_stand_in_order_and_never_overlap(language: str, text: str) -> None:
    found = clauses(text, PACKS[language].clauses)
    assert all(one.end <= other.start for one, other in pairwise(found))


@given(st.sampled_from(["vi", "en"]), st.text(alphabet="ab và and,;:()–… 12", max_size=60))
def test_no_letter_falls_between_clauses(language: str, text: str) -> None:
    kept = "".join(span.of(text) for span in clauses(text, PACKS[language].clauses))
    assert sorted(c for c in kept if c.isalnum()) == sorted(c for c in text if c.isalnum())
