import runpy
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from compare.text.tokens import words

_BENCHMARKS = Path(__file__).parent.parent / "benchmarks"
_CORPUS = runpy.run_path(str(_BENCHMARKS / "corpus.py"), run_name="corpus")
_JOIN = runpy.run_path(str(_BENCHMARKS / "exact_join.py"), run_name="exact_join")

Pair = tuple[int, int]


def _shingles(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return set(zip(found, found[1:], found[2:], strict=False))


def _tried(texts: list[str]) -> set[Pair]:
    """Every pair, one by one."""
    sets = [_shingles(text) for text in texts]
    return {(a, b) for a, b in combinations(range(len(sets)), 2) if 10 * len(sets[a] & sets[b]) >= 7 * len(sets[a] | sets[b]) > 0}


def _joined(texts: list[str]) -> list[Pair]:
    return [(low, high) for low, high in _JOIN["exact_pairs"](texts).tolist()]


@pytest.fixture(scope="module")
def paragraphs() -> list[str]:
    return list(_CORPUS["paragraphs"](600, 3))


def test_one_seed_makes_one_corpus(paragraphs: list[str]) -> None:
    assert list(_CORPUS["paragraphs"](600, 3)) == paragraphs


def test_a_larger_corpus_begins_with_the_smaller_one(paragraphs: list[str]) -> None:
    assert list(_CORPUS["paragraphs"](1200, 3))[:600] == paragraphs


def test_another_seed_makes_another_corpus(paragraphs: list[str]) -> None:
    assert set(_CORPUS["paragraphs"](600, 4)).isdisjoint(paragraphs)


def test_paragraphs_are_as_long_as_those_of_the_news(paragraphs: list[str]) -> None:
    lengths = [len(words(paragraph)) for paragraph in paragraphs]
    assert (min(lengths) >= 32, max(lengths) <= 96, round(float(np.mean(lengths)), -1)) == (True, True, 60)


def test_paragraphs_begin_with_a_capital_and_end_with_a_stop(paragraphs: list[str]) -> None:
    written = [paragraph for paragraph in paragraphs if paragraph[0].isupper() and paragraph.endswith(".")]
    assert len(written) > 0.95 * len(paragraphs)  # an editor may have left out the first word or the last


def test_a_fifth_of_the_corpus_is_planted_copies(paragraphs: list[str]) -> None:
    sets = [_shingles(paragraph) for paragraph in paragraphs]
    copies = {b for a, b in combinations(range(len(sets)), 2) if 4 * len(sets[a] & sets[b]) > len(sets[b])}
    assert 0.15 < len(copies) / len(paragraphs) < 0.25


def test_some_copies_are_exact(paragraphs: list[str]) -> None:
    assert 1 <= len(paragraphs) - len(set(paragraphs)) <= 20


def test_the_exact_join_finds_what_trying_every_pair_finds(paragraphs: list[str]) -> None:
    found = _joined(paragraphs)
    assert found == sorted(_tried(paragraphs)) != []


@pytest.mark.parametrize(
    ("texts", "pairs"),
    [
        pytest.param([], [], id="no paragraph"),
        pytest.param(["", "hai chữ", "hai chữ"], [], id="fewer words than a shingle"),
        pytest.param(["một hai ba", "Một, hai ba!"], [(0, 1)], id="one shingle, other signs"),
        pytest.param(["a b c d e f g h i j k l", "a b c d e f g h i"], [(0, 1)], id="seven of ten, just enough"),
        pytest.param(["a b c d e f g h i j k l", "a b c d e f g h"], [], id="six of ten, just too few"),
        pytest.param(["a b c a b c a b c d", "a b c a b c d"], [(0, 1)], id="a repeated shingle counts once"),
        pytest.param(["one two three four"] * 4, [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)], id="every pair of a crowd"),
    ],
)
def test_the_exact_join_is_right_where_it_is_close(texts: list[str], pairs: list[Pair]) -> None:
    assert _joined(texts) == pairs
