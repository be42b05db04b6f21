"""Keys of new texts and the sorted keys of an index -> pairs worth a look, those that all texts in one batch would give."""

from collections.abc import Sequence

import numpy as np

from compare.duplicates.index.lowest_members import HALF, LOW, SortedKeys, Search, choose_search, ranges
from compare.duplicates.kernels import numpy_kernels
from compare.duplicates.kernels.batch import Hashes, Indices, Rows, SignedTexts
from compare.duplicates.kernels.kernel_protocol import Kernels
from compare.duplicates.kernels.sorted_unique import sorted_unique
from compare.duplicates.sketch_settings import PIVOTS

Pairs = tuple[Indices, Indices]

_THREADED = 20_000  # new texts; a thousand are asked for as fast by one thread, and steadier


def pack_bands(signed: SignedTexts, own: Indices) -> Hashes:
    """(bands, own): each key above the text's number, each band sorted."""
    packed = signed.keys[:, own].astype(np.uint64)
    packed <<= HALF
    packed |= own.astype(np.uint64)
    packed.sort(axis=1)
    return packed


def pack_anchors(anchors: Rows, own: Indices) -> Hashes:
    """(k): the upper half of each anchor above the text's number, of which a text has several, each once."""
    lengths = anchors.lengths[own]
    places = np.repeat(anchors.offsets[own] - np.cumsum(lengths) + lengths, lengths) + np.arange(lengths.sum())
    return sorted_unique((anchors.values[places] >> HALF << HALF) | np.repeat(own, lengths).astype(np.uint64))


def index_candidates(new: Sequence[Hashes], old: Sequence[Sequence[SortedKeys]], kernels: Kernels) -> Pairs:
    """Pairs (lower, higher) of which the higher is new, in any order, most of them often; numbers count from the first new text on.

    ``new`` has a packed column for each band and one for the anchors, ``old`` for each of these the keys of segments in order, whose
    offsets are the numbers of their first paragraphs, below 0.
    """
    search, each = choose_search(kernels), kernels.map_items if len(new[0]) >= _THREADED else numpy_kernels.map_items
    found = each(lambda columns: _column_pairs(*columns, search), list(zip(new, old, strict=True)))
    low, high = (np.concatenate([pair[side] for pair in found]) for side in (0, 1))
    return low, high


def distinct_pairs(low: Indices, high: Indices, old: int) -> Pairs:
    """Each pair once, in order; ``old`` texts are before the first new one. ``ValueError`` for more than 63 bits can tell apart."""
    bits = int(high.max(initial=0)).bit_length()
    if (old << bits).bit_length() > 63:
        raise ValueError(f"a batch with text {high.max()} is too large for an index of {old} paragraphs")
    found = sorted_unique(((low + old).astype(np.uint64) << np.uint64(bits)) | high.astype(np.uint64))
    return (found >> np.uint64(bits)).astype(np.int64) - old, (found & np.uint64((1 << bits) - 1)).astype(np.int64)


def _column_pairs(packed: Hashes, old: Sequence[SortedKeys], search: Search) -> Pairs:
    keys, ids = packed >> HALF, (packed & LOW).astype(np.int64)
    first = np.concatenate([np.ones(min(len(keys), 1), dtype=np.bool_), keys[1:] != keys[:-1]])
    bucket, heads = np.cumsum(first) - 1, keys[first]
    holders, members, room = _members(heads, old, search)
    # Every text of a bucket with the members that the index has,
    counts = np.bincount(holders, minlength=len(heads))
    starts = np.cumsum(counts) - counts
    low = members[ranges(starts[bucket], counts[bucket])]
    pairs = [(low, np.repeat(ids, counts[bucket]))]
    # and with as many of its new ones as are left of K.
    start = np.flatnonzero(first)[bucket]
    rank, left = np.arange(len(ids)) - start, room[bucket]
    behind = np.flatnonzero((rank > 0) & (left > 0))
    pivot = 0
    while len(behind):
        pairs.append((ids[start[behind] + pivot], ids[behind]))
        pivot += 1
        behind = behind[(rank[behind] > pivot) & (left[behind] > pivot)]
    return np.concatenate([one for one, _ in pairs]), np.concatenate([other for _, other in pairs])


def _members(heads: Hashes, old: Sequence[SortedKeys], search: Search) -> tuple[Indices, Indices, Indices]:
    """The ``PIVOTS`` lowest members of each bucket over all segments: buckets, rising, and members; and how many of K are left in each."""
    room = np.full(len(heads), PIVOTS)
    holders, members = [np.empty(0, dtype=np.int64)], [np.empty(0, dtype=np.int64)]
    for keys in old:
        found, numbers = search(keys.packed, keys.directory, heads, room)
        holders.append(found)
        members.append(numbers + keys.offset)
    held = np.concatenate(holders)
    order = np.argsort(held, kind="stable")
    return held[order], np.concatenate(members)[order], room
