"""Words, runs of words and bands of slots -> 64-bit hashes; what both implementations compute, in numpy.

Words by FNV-1a (Fowler, Noll, Vo) over folded code points, in chunks of ``CHUNK`` so that a word of a million letters is no loop of a
million steps; the finalisers are those of splitmix64 (Steele, Lea, Flood 2014). Nothing here resists one who looks for collisions.
"""

from collections.abc import Sequence

import numpy as np

from compare.duplicates.kernels.batch import Hashes, Indices, offsets_of

OFFSET, PRIME = 0xCBF29CE484222325, 0x100000001B3
MIX_1, MIX_2 = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
STEP = 0x9E3779B97F4A7C15
CHUNK = 64


def mixed(values: Hashes) -> Hashes:
    """Every bit of each value depends on all of its bits."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(MIX_1)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(MIX_2)
    return values ^ (values >> np.uint64(31))


def hash_words(words: Sequence[str]) -> Hashes:
    """One hash a word; the words are folded already."""
    points = np.frombuffer("".join(words).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    lengths = np.fromiter(map(len, words), dtype=np.int64, count=len(words))
    chunks = -(-lengths // CHUNK)
    inside = np.arange(chunks.sum()) - np.repeat(offsets_of(chunks)[:-1], chunks)
    starts = np.repeat(offsets_of(lengths)[:-1], chunks) + CHUNK * inside
    of_chunks = _fnv(points.astype(np.uint64), starts, np.minimum(CHUNK, np.repeat(lengths, chunks) - CHUNK * inside))
    of_words = _fnv(of_chunks, offsets_of(chunks)[:-1], chunks)
    return mixed(np.where(lengths > CHUNK, of_words, of_chunks[offsets_of(chunks)[:-1]]))


def _fnv(values: Hashes, starts: Indices, lengths: Indices) -> Hashes:
    """FNV-1a of each stretch of values, all stretches one step at a time, the longest first in the order."""
    order = np.argsort(-lengths, kind="stable")
    starts, longest = starts[order], -lengths[order]
    hashes = np.full(len(starts), OFFSET, dtype=np.uint64)
    for step in range(int(lengths.max(initial=0))):
        going = int(np.searchsorted(longest, -step))
        hashes[:going] = (hashes[:going] ^ values[starts[:going] + step]) * np.uint64(PRIME)
    found = np.empty_like(hashes)
    found[order] = hashes
    return found


def hash_runs(columns: Sequence[Hashes]) -> Hashes:
    """One hash for each run of words: the first words, the second ones, and so on, in order."""
    hashes = np.full(len(columns[0]), OFFSET, dtype=np.uint64)
    for column in columns:
        hashes = (hashes ^ column) * np.uint64(STEP)
        hashes ^= hashes >> np.uint64(32)
    return hashes
