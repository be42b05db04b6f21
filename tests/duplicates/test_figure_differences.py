"""Copies of one text, and the figures in which they differ."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.duplicates.figure_differences import figure_differences

SAID = {
    "vi": "Vụ lật phà khiến {} người chết và {} người bị thương.",
    "en": "The ferry accident left {} people dead and {} injured.",
}
languages = pytest.mark.parametrize("language", ["vi", "en"])


def differing(*texts: str) -> list[tuple[str, str]]:
    return [difference.says for difference in figure_differences(texts)]


@languages
def test_twelve_dead_and_twenty_one_dead_hide_in_one_copy(language: str) -> None:
    assert differing(SAID[language].format(12, 30), SAID[language].format(21, 30)) == [("12", "21")]


@languages
def test_every_changed_figure_is_named(language: str) -> None:
    assert differing(SAID[language].format(12, 30), SAID[language].format(21, 40)) == [("12", "21"), ("30", "40")]


@languages
def test_a_true_copy_differs_in_nothing(language: str) -> None:
    assert differing(SAID[language].format(12, 30), SAID[language].format(12, 30)) == []


@languages
def test_a_changed_word_is_no_changed_figure(language: str) -> None:
    text = SAID[language].format(12, 30)
    assert differing(text, text.replace("phà", "đò").replace("ferry", "boat")) == []


@languages
def test_an_inserted_figure_is_set_against_none(language: str) -> None:
    text = SAID[language].format(12, 30)
    assert differing(text, "2016 " + text) == []


@languages
def test_a_third_copy_is_held_against_the_first(language: str) -> None:
    texts = [SAID[language].format(dead, 30) for dead in (12, 12, 13)]
    assert [(d.a, d.b) for d in figure_differences(texts)] == [(0, 2)]


tolls = st.tuples(st.integers(0, 9_999), st.integers(0, 9_999))


@given(st.sampled_from(sorted(SAID)), tolls, tolls)
def test_a_difference_is_quoted_where_it_stands(language: str, one: tuple[int, int], other: tuple[int, int]) -> None:
    texts = [SAID[language].format(*one), SAID[language].format(*other)]
    differences = figure_differences(texts)
    assert [tuple(span.of(text) for span, text in zip(d.spans, texts, strict=True)) for d in differences] == [d.says for d in differences]
