"""A pile of articles about many things: only those about one thing share claims, and no score rises with the pile."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.claims.claim_groups import Claims, claim_groups
from compare.claims.subjects import Bag, subjects
from compare.model import Article, ArticleId, Reading
from compare.reading.read_article import read_article
from compare.settings import ClaimSettings, ReadingSettings

# Files <subject>-<number>.txt, two or three tellings of each of five things.
PILES = Path(__file__).parents[1] / "fixtures" / "piles"
STORY = {"vi": "pha", "en": "ferry"}
OTHERS = {"vi": ("truong", "trom", "chay", "lu"), "en": ("school", "museum", "bakery", "river")}
languages = pytest.mark.parametrize("language", ["vi", "en"])


@cache
def readings_on(language: str, subject: str) -> tuple[Reading, ...]:
    files = sorted((PILES / language).glob(f"{subject}-*.txt"))
    articles = (
        Article(ArticleId(file.stem), f"Outlet {file.stem}", file.read_text(encoding="utf-8"), file.name, "0" * 64, language=language)
        for file in files
    )
    return tuple(read_article(article, ReadingSettings()) for article in articles)


def compared(language: str, names: Sequence[str], settings: ClaimSettings | None = None) -> Claims:
    return claim_groups([reading for name in names for reading in readings_on(language, name)], settings or ClaimSettings())


def whole(language: str) -> list[str]:
    return [STORY[language], *OTHERS[language]]


def about(article: str) -> str:
    return article.partition("-")[0]


@languages
def test_no_claim_joins_articles_about_two_things(language: str) -> None:
    claims = compared(language, whole(language))
    assert [len({about(member.article) for member in group.members}) for group in claims.groups] == [1] * len(claims.groups)
    assert len({about(member.article) for group in claims.groups for member in group.members}) == 5


@languages
def test_without_the_look_at_subjects_a_stock_phrase_joins_two_fires(language: str) -> None:
    claims = compared(language, whole(language), ClaimSettings(subject=0.0))
    assert any(len({about(member.article) for member in group.members}) > 1 for group in claims.groups)


@languages
def test_a_pile_of_several_things_is_told(language: str) -> None:
    assert (
        compared(language, whole(language))
        .warnings[0]
        .startswith("11 articles tell of 5 different things, and only sentences on one of them")
    )


@languages
def test_one_story_gives_no_warning(language: str) -> None:
    assert compared(language, [STORY[language]]).warnings == ()


@languages
def test_two_articles_are_compared_whatever_they_tell(language: str) -> None:
    pile = [readings_on(language, name)[0] for name in whole(language)[:2]]
    assert claim_groups(pile, ClaimSettings()).warnings == ()


@languages
@settings(max_examples=12, deadline=None)
@given(data=st.data())
def test_no_score_in_a_story_grows_when_unrelated_articles_are_added(language: str, data: st.DataObject) -> None:
    first, others = STORY[language], OTHERS[language]
    added = data.draw(st.lists(st.sampled_from(others), unique=True, min_size=1))
    alone = compared(language, [first])
    beside = compared(language, [first, *added])
    scores = {group.id: group.score for group in alone.groups}
    assert {group.id: group.score for group in beside.groups if about(group.members[0].article) == first} == scores
    related = {near.members: near.score for near in alone.possibly_related}
    assert {near.members: near.score for near in beside.possibly_related if about(near.members[0].article) == first} == related


@languages
def test_an_article_about_something_else_is_silent_with_its_nearest_words_and_no_score(language: str) -> None:
    group = compared(language, whole(language)[:2]).groups[0]
    other = next(relation for relation in group.relations if about(relation.source) != about(group.members[0].article))
    assert (other.kind, other.evidence[0].check, other.evidence[0].score) == ("silent", "near_miss", None)


def test_articles_of_two_languages_on_one_thing_each_are_taken_for_one_story() -> None:
    ferry = [Bag(language, ("ferry", "pier", "harbour")) for language in ("vi", "vi", "en", "en")]
    assert subjects(ferry, 0.28) == [[0, 1, 2, 3]]


def test_a_language_with_two_things_parts_the_pile() -> None:
    pile = [Bag("vi", ("phà", "cảng")), Bag("en", ("ferry", "pier")), Bag("en", ("school", "vote")), Bag("en", ("ferry", "pier"))]
    assert subjects(pile, 0.28) == [[0], [1, 3], [2]]


def test_articles_without_a_word_that_counts_stand_alone() -> None:
    assert subjects([Bag("en", ()), Bag("en", ()), Bag("en", ("ferry",))], 0.28) == [[0], [1], [2]]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=6).map(tuple), max_size=8), st.floats(0, 1))
def test_every_article_stands_in_one_subject(words: list[tuple[str, ...]], likeness: float) -> None:
    found = subjects([Bag("en", own) for own in words], likeness)
    assert sorted(at for part in found for at in part) == list(range(len(words)))
