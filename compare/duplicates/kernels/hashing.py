"""Words, runs of words and bands of slots -> 64-bit hashes; what both implementations compute, in numpy.

A word is taken as the eight-byte numbers of its folded UTF-8, in chunks of ``CHUNK`` of them, so that a word of a million letters is no
loop of as many steps. A step is a multiplication and a shift, the finaliser that of splitmix64 (Steele, Lea, Flood 2014). Nothing here
resists one who looks for collisions.
"""

from collections.abc import Sequence

import numpy as np

from compare.duplicates.kernels.batch import Hashes, Indices, offsets_of

OFFSET, PRIME = 0xCBF29CE484222325, 0x100000001B3
MIX_1, MIX_2 = 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
STEP = 0x9E3779B97F4A7C15
WIDTH = 8  # bytes
CHUNK = 64  # of them


def mix_bits(values: Hashes) -> Hashes:
    """Every bit of each value depends on all of its bits."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(MIX_1)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(MIX_2)
    return values ^ (values >> np.uint64(31))


def hash_step(hashes: Hashes, values: Hashes) -> Hashes:
    """Each hash with one value more."""
    hashes = (hashes ^ values) * np.uint64(STEP)
    return hashes ^ (hashes >> np.uint64(32))


def hash_words(words: Sequence[str]) -> Hashes:
    """One hash a word; the words are folded already, and none is empty or holds a zero, which fills the last eight bytes up."""
    folded = [word.encode("utf-8", "surrogatepass") for word in words]
    padded = b"".join(word.ljust(-(-len(word) // WIDTH) * WIDTH, b"\0") for word in folded)
    lengths = np.fromiter((-(-len(word) // WIDTH) for word in folded), dtype=np.int64, count=len(words))
    chunks = -(-lengths // CHUNK)
    inside = np.arange(chunks.sum()) - np.repeat(offsets_of(chunks)[:-1], chunks)
    starts = np.repeat(offsets_of(lengths)[:-1], chunks) + CHUNK * inside
    of_chunks = _hashed(np.frombuffer(padded, "<u8"), starts, np.minimum(CHUNK, np.repeat(lengths, chunks) - CHUNK * inside))
    first = offsets_of(chunks)[:-1]
    return mix_bits(np.where(lengths > CHUNK, _hashed(of_chunks, first, chunks), of_chunks[first]))


def _hashed(values: Hashes, starts: Indices, lengths: Indices) -> Hashes:
    """One hash for each stretch of values, all stretches one step at a time, the longest first in the order."""
    order = np.argsort(-lengths, kind="stable")
    starts, longest = starts[order], -lengths[order]
    hashes = np.full(len(starts), OFFSET, dtype=np.uint64)
    for step in range(int(lengths.max(initial=0))):
        going = int(np.searchsorted(longest, -step))
        hashes[:going] = hash_step(hashes[:going], values[starts[:going] + step])
    found = np.empty_like(hashes)
    found[order] = hashes
    return found


def hash_runs(columns: Sequence[Hashes]) -> Hashes:
    """One hash for each run of words: the first words, the second ones, and so on, in order."""
    hashes = np.full(len(columns[0]), OFFSET, dtype=np.uint64)
    for column in columns:
        hashes = hash_step(hashes, column)
    return hashes
