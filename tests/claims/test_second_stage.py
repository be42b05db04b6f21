"""The second hearing of a pair: what all other pairs say of it."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.claims.features import Places
from compare.claims.second_stage import PROMISING, SECOND_FEATURES, logit, second_features


def places(article: str) -> Places:
    numbers = np.array([ord(letter) - ord("a") for letter in article])
    n = len(article)
    previous = np.array([k - 1 if k and article[k - 1] == article[k] else n for k in range(n)])
    following = np.array([k + 1 if k < n - 1 and article[k + 1] == article[k] else n for k in range(n)])
    return Places(numbers, previous, following)


def heard(article: str, **pairs: float) -> dict[tuple[int, int], dict[str, float]]:
    """The second features of every promising pair, with pairs named like ``_01=.9``; the rest has no chance."""
    n = len(article)
    rows = [(i, j) for i in range(n) for j in range(i + 1, n) if article[i] != article[j]]
    chance = np.array([pairs.get(f"_{i}{j}", 0.0) for i, j in rows])
    promising, values = second_features(np.array(rows), chance, places(article))
    kept = [row for row, is_promising in zip(rows, promising, strict=True) if is_promising]
    return {row: dict(zip(SECOND_FEATURES, own.tolist(), strict=True)) for row, own in zip(kept, values, strict=True)}


def test_only_promising_pairs_are_heard_again() -> None:
    assert list(heard("abc", _01=0.9, _02=PROMISING / 2)) == [(0, 1)]


def test_a_third_sentence_that_is_sure_of_both_supports_a_pair() -> None:
    assert heard("abc", _01=0.3, _02=0.9, _12=0.8)[0, 1]["triangle_1"] == pytest.approx(0.8)


def test_a_pair_does_not_support_itself() -> None:
    assert heard("abc", _01=0.9)[0, 1]["triangle_1"] == 0


def test_a_pair_behind_a_better_rival_is_told_so() -> None:
    found = heard("aab", _02=0.9, _12=0.4)
    assert found[0, 2]["lead_least"] == pytest.approx(0)
    assert found[1, 2]["lead_least"] < 0


def test_sure_neighbours_speak_for_a_pair() -> None:
    assert heard("aabb", _02=0.7, _13=0.9)[0, 2]["sure_after"] == pytest.approx(0.9)


def test_the_sentence_before_the_first_is_none() -> None:
    assert heard("aabb", _02=0.7, _13=0.9)[0, 2]["sure_before"] == 0


def test_partners_among_many_articles_count_as_among_ten() -> None:
    twenty = "abcdefghijklmnopqrst"
    found = heard(twenty, **{f"_0{other}": 0.9 for other in range(1, 20)})[0, 1]
    assert (found["degree_most"], found["degree_least"]) == (pytest.approx(19 * 0.9 / 2), pytest.approx(0.9 / 2))
    assert found["articles_near"] == pytest.approx((19 + 1) / 2)


def test_partners_that_both_have_are_counted_once() -> None:
    assert heard("abcd", _01=0.5, _02=0.5, _12=0.5)[0, 1]["partners_shared"] == pytest.approx(0.5 / (1.0 + 1.0 - 0.5 + 0.1))


@given(st.floats(0, 1))
def test_certainty_has_a_finite_logit(chance: float) -> None:
    assert np.isfinite(logit(np.array([chance]))).all()
