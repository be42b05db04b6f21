"""The kernels in numpy: nothing is compiled, so a run of a few articles starts at once."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.kernels.batch import Hashes, Indices, Rows, SignedTexts, Texts, offsets_of
from compare.duplicates.kernels.hashing import MIX_1, OFFSET, PRIME, STEP, hash_runs, hash_words, mix_bits
from compare.duplicates.sketch_settings import Sketch
from compare.text.tokens import words_as_written

Item = TypeVar("Item")
Made = TypeVar("Made")

NAME = "numpy"
UNSORTED = "the band is not sorted by key and id"
WINDOW = 4  # runs of which one is an anchor
_BLOCK = 1 << 15  # hashes taken through the permutations together: 128 kB, which a core keeps at hand
_PAIRS = 1 << 14  # pairs compared at once
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


def tokenise(texts: Texts) -> Rows:
    """The hashes of the folded words of each text, in order."""
    return hash_tokens([words_as_written(texts[at]) for at in range(len(texts))])


def hash_tokens(found: Sequence[Sequence[str]]) -> Rows:
    """The same of words that are folded already; each distinct word is hashed once."""
    places: dict[str, int] = {}
    ids = [places.setdefault(word, len(places)) for row in found for word in row]
    hashes = hash_words(list(places)) if places else np.empty(0, dtype=np.uint64)
    return Rows(hashes[np.asarray(ids, dtype=np.int64)], offsets_of([len(row) for row in found]))


def shingle(tokens: Rows, size: int) -> Rows:
    """The hash of every run of ``size`` words, in order and with repeats; none of a text with fewer."""
    lengths = np.maximum(tokens.lengths - size + 1, 0)
    offsets = offsets_of(lengths)
    starts = np.repeat(tokens.offsets[:-1] - offsets[:-1], lengths) + np.arange(offsets[-1])
    return Rows(hash_runs([tokens.values[starts + place] for place in range(size)]), offsets)


def sets_of(texts: Texts, at: Indices, size: int) -> tuple[Rows, Indices]:
    """The distinct shingles of some texts, in order of place, and how many words each text has."""
    tokens = tokenise(texts.take(at))
    shingles = shingle(tokens, size)
    owners = shingles.owners
    order = np.lexsort((shingles.values, owners))
    values = shingles.values[order]
    first = np.ones(len(values), dtype=np.bool_)
    first[1:] = (values[1:] != values[:-1]) | (owners[1:] != owners[:-1])
    kept = np.sort(order[first])
    return Rows(shingles.values[kept], offsets_of(np.bincount(owners[kept], minlength=len(at)))), tokens.lengths


def signatures(shingles: Rows, permutations: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """(n, slots) minima of ``a h + b`` over each row, h the upper half of a hash after murmur3's finaliser: datasketch's ``affine32``.

    ``permutations`` is (2, slots), as datasketch makes it; a row without hashes has the largest value in every slot.
    """
    found = np.full((len(shingles), permutations.shape[1]), 0xFFFFFFFF, dtype=np.uint32)
    filled = np.flatnonzero(shingles.lengths)
    inputs = _finalised((shingles.values >> np.uint64(32)).astype(np.uint32))
    ends = shingles.offsets[filled + 1]
    begin = 0
    while begin < len(filled):
        start = int(shingles.offsets[filled[begin]])
        end = max(begin + 1, int(np.searchsorted(ends, start + _BLOCK, "right")))
        block = filled[begin:end]
        found[block] = _minima(inputs[start : ends[end - 1]], shingles.offsets[block] - start, permutations)
        begin = end
    return found


def _minima(inputs: NDArray[np.uint32], starts: Indices, permutations: NDArray[np.uint32]) -> NDArray[np.uint32]:
    if len(starts) == 1 and len(inputs) > _BLOCK:  # one text longer than a block
        parts = [_minima(inputs[at : at + _BLOCK], starts, permutations) for at in range(0, len(inputs), _BLOCK)]
        longest: NDArray[np.uint32] = np.minimum.reduce(parts)
        return longest
    minima, moved = np.empty((permutations.shape[1], len(starts)), dtype=np.uint32), np.empty_like(inputs)
    for slot, (a, b) in enumerate(permutations.T):  # slot by slot the block stays in the cache: a tenth of the time of all slots at once
        np.add(np.multiply(inputs, a, out=moved), b, out=moved)
        np.minimum.reduceat(moved, starts, out=minima[slot])
    return minima.T


def _finalised(values: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Murmur3's finaliser of 32 bits (Appleby 2011)."""
    values = (values ^ (values >> np.uint32(16))) * np.uint32(0x85EBCA6B)
    values = (values ^ (values >> np.uint32(13))) * np.uint32(0xC2B2AE35)
    return values ^ (values >> np.uint32(16))


def band_keys(slots: NDArray[np.uint32], bands: int) -> Hashes:
    """(bands, n): one key for the slots of each band; equal slots have equal keys, in each band others."""
    rows = slots.shape[1] // bands
    keys = np.empty((bands, len(slots)), dtype=np.uint64)
    for band in range(bands):
        key = np.full(len(slots), (OFFSET + band * STEP) & 0xFFFFFFFFFFFFFFFF, dtype=np.uint64)
        for row in range(band * rows, (band + 1) * rows):
            key = (key ^ slots[:, row]) * np.uint64(PRIME)
            key ^= key >> np.uint64(32)
        keys[band] = mix_bits(key)
    return keys


def anchors(shingles: Rows, size: int) -> Rows:
    """Of every ``WINDOW`` runs of 2 ``size`` words that follow each other one is kept, chosen by its hash alone, each place once.

    So two texts that share 2 ``size`` + ``WINDOW`` - 1 words in a row (9 for shingles of 3) share an anchor, and two fifths of all places
    are anchors: winnowing (Schleimer, Wilkerson, Aiken 2003). A text with fewer runs has one anchor, one without a run none.
    """
    lengths = np.maximum(shingles.lengths - size, 0)
    offsets = offsets_of(lengths)
    starts = np.repeat(shingles.offsets[:-1] - offsets[:-1], lengths) + np.arange(offsets[-1])
    values = hash_runs([shingles.values[starts], shingles.values[starts + size]])
    windows = np.where(lengths > 0, np.maximum(lengths - WINDOW + 1, 1), 0)
    first = np.repeat(offsets[:-1] - offsets_of(windows)[:-1], windows) + np.arange(windows.sum())
    places = np.minimum(first + np.arange(WINDOW)[:, None], np.repeat(offsets[1:] - 1, windows))
    chosen = places[np.argmin(values[places], axis=0), np.arange(len(first))]
    is_kept = np.zeros(len(values), dtype=np.bool_)
    is_kept[chosen] = True
    kept = np.flatnonzero(is_kept)
    owners = np.repeat(np.arange(len(shingles)), lengths)[kept]
    return Rows(mix_bits(values[kept]), offsets_of(np.bincount(owners, minlength=len(shingles))))


def sign_texts(texts: Texts, sketch: Sketch) -> SignedTexts:
    """Band keys, bags and anchors of all texts; nothing else is kept."""
    shingles = shingle(tokenise(texts), sketch.size)
    keys = (band_keys(signatures(shingles, sketch.permutations), sketch.bands) >> np.uint64(32)).astype(np.uint32)
    found = no_anchors(len(texts)) if sketch.containment is None else anchors(shingles, sketch.size)
    return SignedTexts(keys, bags(shingles), shingles.lengths, found)


def no_anchors(count: int) -> Rows:
    """A row without any for each text."""
    return Rows(np.empty(0, dtype=np.uint64), np.zeros(count + 1, dtype=np.int64))


def map_items(work: Callable[[Item], Made], items: Iterable[Item]) -> list[Made]:
    """One after the other."""
    return [work(item) for item in items]


def bucket_pairs(keys: Hashes, ids: Indices, pivots: int) -> tuple[Indices, Indices]:
    """Of one band sorted by key, then id: each member of a bucket with the ``pivots`` lowest ids before it, lower id first.

    So n members make at most ``pivots`` n pairs, and which depends on what is in the bucket alone. ``ValueError`` if the band is unsorted.
    """
    check_sorted(keys, ids)
    starts = np.flatnonzero(np.concatenate([[True], keys[1:] != keys[:-1]])) if len(keys) else np.empty(0, dtype=np.int64)
    sizes = np.diff(np.append(starts, len(keys)))
    start_of, rank = np.repeat(starts, sizes), np.arange(len(keys)) - np.repeat(starts, sizes)
    pairs = []
    for pivot in range(min(pivots, int(sizes.max(initial=1)) - 1)):
        behind = np.flatnonzero(rank > pivot)
        pairs.append((ids[start_of[behind] + pivot], ids[behind]))
    if not pairs:
        return np.empty(0, dtype=np.int64), np.empty(0, dtype=np.int64)
    return np.concatenate([low for low, _ in pairs]), np.concatenate([high for _, high in pairs])


def packed_pairs(packed: Hashes, pivots: int) -> Hashes:
    """``bucket_pairs`` of a key and an id in the upper and the lower half of each number; pairs likewise, the lower id above."""
    low, high = bucket_pairs(packed >> _HALF, (packed & _LOW).astype(np.int64), pivots)
    return (low.astype(np.uint64) << _HALF) | high.astype(np.uint64)


def check_sorted(keys: Hashes, ids: Indices) -> None:
    """``ValueError`` if a band is not sorted by key, then id."""
    if np.any((keys[1:] < keys[:-1]) | ((keys[1:] == keys[:-1]) & (ids[1:] <= ids[:-1]))):
        raise ValueError(UNSORTED)


def count_shared(of: Rows, low: Indices, high: Indices) -> Indices:
    """How many hashes the two sets of each pair have in common; the pairs stand in order of ``low``."""
    found = np.zeros(len(low), dtype=np.int64)
    for begin in range(0, len(low), _PAIRS):
        block = slice(begin, begin + _PAIRS)
        found[block] = _shared(of, low[block], high[block])
    return found


def _shared(of: Rows, low: Indices, high: Indices) -> Indices:
    """Sorted together, a hash that both sets have stands twice in its pair."""
    sides = np.concatenate([low, high])
    lengths = of.lengths[sides]
    offsets = offsets_of(lengths)
    values = of.values[np.repeat(of.offsets[sides] - offsets[:-1], lengths) + np.arange(offsets[-1])]
    pairs = np.repeat(np.tile(np.arange(len(low)), 2), lengths)
    order = np.lexsort((values, pairs))
    values, pairs = values[order], pairs[order]
    twice = (values[1:] == values[:-1]) & (pairs[1:] == pairs[:-1])
    return np.bincount(pairs[1:][twice], minlength=len(low)).astype(np.int64)


def bags(of: Rows) -> Hashes:
    """(n, 2): 128 bits for each row, whatever its order; rows with the same hashes equally often have equal ones, as equal sets have."""
    keys = np.zeros((len(of), 2), dtype=np.uint64)
    for lane, salt in enumerate((STEP, MIX_1)):
        sums = np.concatenate([np.zeros(1, dtype=np.uint64), np.cumsum(mix_bits(of.values ^ np.uint64(salt)), dtype=np.uint64)])
        keys[:, lane] = sums[of.offsets[1:]] - sums[of.offsets[:-1]]
    return keys


def components(count: int, low: Indices, high: Indices) -> Indices:
    """For each of ``count`` nodes, the lowest node that edges lead to from it.

    The lower label goes over every edge at once, then labels follow labels to their end, until no edge joins two labels.
    """
    labels = np.arange(count, dtype=np.int64)
    while True:
        least = np.minimum(labels[low], labels[high])
        before = labels.copy()
        for side in (low, high):
            np.minimum.at(labels, before[side], least)
        while np.any(labels[labels] != labels):
            labels = labels[labels]
        if np.array_equal(labels[low], labels[high]):
            return labels
