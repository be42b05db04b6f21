"""Paragraphs -> every pair whose word 3-shingles have exact Jaccard >= .7, lower index first: the oracle of the benchmarks.

    python benchmarks/exact_join.py CORPUS.txt PAIRS.npy

Nothing is hashed and nothing estimated: a shingle is the numbers of its three words in one integer. Of a set of n shingles a partner may
lack at most n - ceil(.7 n), so both share one of their n - ceil(.7 n) + 1 rarest (prefix filter: Chaudhuri, Ganti, Kaushik 2006); pairs
that do, and whose sizes allow it, are counted one by one. A shingle at the front of n paragraphs makes n² / 2 pairs: for corpora, not for
boilerplate.
"""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

JACCARD = 0.7
SHINGLE = 3  # words
WORD = re.compile(r"\w+")

_BITS = 21  # a word's number, so that three fit into 63
_ROUNDING = 1e-9  # .7 of 10 shingles is 7, not 7.000000000000001

Indices = NDArray[np.int64]


@dataclass(frozen=True)
class Sets:
    """Set i is ``values[offsets[i]:offsets[i + 1]]``, rarest shingle first, those equally rare by number."""

    values: Indices
    offsets: Indices

    @property
    def sizes(self) -> Indices:
        """Shingles of each set."""
        sizes: Indices = np.diff(self.offsets)
        return sizes

    @property
    def owners(self) -> Indices:
        """For each value, the index of its set."""
        owners: Indices = np.repeat(np.arange(len(self.sizes)), self.sizes)
        return owners


def exact_pairs(paragraphs: Iterable[str]) -> Indices:
    """(pairs, 2) indices, in order; a paragraph of fewer than three words is in none. ``ValueError`` from two million words on."""
    sets = _sets(*_numbered(paragraphs))
    pairs = _candidates(sets)
    sizes = sets.sizes[pairs]
    pairs = pairs[sizes.min(axis=1) >= JACCARD * sizes.max(axis=1) - _ROUNDING]
    near = [_jaccard(sets, low, high) >= JACCARD for low, high in pairs.tolist()]
    found: Indices = pairs[np.array(near, np.bool_)]
    return found


def _numbered(paragraphs: Iterable[str]) -> tuple[Indices, Indices]:
    """The numbers of all words in order, and where each paragraph's begin."""
    numbers: dict[str, int] = {}
    rows = []
    for text in paragraphs:
        found = WORD.findall(text.lower())
        rows.append(np.array([numbers.setdefault(word, len(numbers)) for word in found], np.int64))
    if len(numbers) >= 1 << _BITS:
        raise ValueError(f"{len(numbers)} distinct words, and a shingle has room for {1 << _BITS}: take a smaller corpus")
    return np.concatenate([np.empty(0, np.int64), *rows]), _offsets([len(row) for row in rows])


def _sets(words: Indices, offsets: Indices) -> Sets:
    sizes = np.maximum(np.diff(offsets) - SHINGLE + 1, 0)
    starts = np.repeat(offsets[:-1] - _offsets(sizes)[:-1], sizes) + np.arange(sizes.sum())
    shingles = np.zeros(len(starts), np.int64)
    for place in range(SHINGLE):
        shingles = shingles << _BITS | words[starts + place]
    _, numbers, often = np.unique(shingles, return_inverse=True, return_counts=True)
    rarity = np.empty(len(often), np.int64)
    rarity[np.argsort(often, kind="stable")] = np.arange(len(often))
    owners, values = _distinct(np.repeat(np.arange(len(sizes)), sizes), rarity[numbers], len(often))
    return Sets(values, _offsets(np.bincount(owners, minlength=len(sizes))))


def _candidates(sets: Sets) -> Indices:
    """Distinct pairs with a shingle at the front of both, in order."""
    owners = sets.owners
    fronts = sets.sizes - np.ceil(JACCARD * sets.sizes - _ROUNDING).astype(np.int64) + 1
    front = np.arange(len(owners)) - sets.offsets[owners] < fronts[owners]
    values, owners = sets.values[front], owners[front]
    order = np.lexsort((owners, values))
    values, owners = values[order], owners[order]
    found = [np.empty((2, 0), np.int64)]
    step = 1
    while True:  # each member of a run of equal values with the one ``step`` further, until no run is that long
        same = np.flatnonzero(values[step:] == values[:-step])
        if not len(same):
            low, high = np.concatenate(found, axis=1)
            return np.stack(_distinct(low, high, len(sets.sizes)), axis=1)
        found.append(np.stack([owners[same], owners[same + step]]))
        step += 1


def _jaccard(sets: Sets, low: int, high: int) -> float:
    one, other = (sets.values[sets.offsets[at] : sets.offsets[at + 1]] for at in (low, high))
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / (len(one) + len(other) - shared)


def _distinct(first: Indices, second: Indices, bound: int) -> tuple[Indices, Indices]:
    """The same pairs in order and each once; the second numbers are below the bound."""
    return np.divmod(np.unique(first * np.int64(bound) + second), np.int64(max(bound, 1)))


def _offsets(sizes: Iterable[int] | Indices) -> Indices:
    return np.concatenate([np.zeros(1, np.int64), np.cumsum(np.fromiter(sizes, np.int64))])


def main() -> None:
    """Read the lines, write the pairs."""
    corpus, out = map(Path, sys.argv[1:])
    with corpus.open(encoding="utf-8") as lines:
        np.save(out, exact_pairs(lines))


if __name__ == "__main__":
    main()
