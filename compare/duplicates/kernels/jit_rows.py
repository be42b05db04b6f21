"""Rows of hashes -> pairs of a bucket, and anchors, compiled."""

import numpy as np
from numba import prange

from compare.duplicates.kernels.jit_fold import compiled
from compare.duplicates.kernels.jit_text import START, mix_bits, over_rows, hash_step

HALF, LOW = np.uint64(32), np.uint64(0xFFFFFFFF)


@compiled
def bucket_pairs(keys, ids, pivots):
    count, start = 0, 0
    for at in range(1, keys.size):
        if keys[at] != keys[at - 1]:
            start = at
        count += min(at - start, pivots)
    low, high = np.empty(count, np.int64), np.empty(count, np.int64)
    made, start = 0, 0
    for at in range(1, keys.size):
        if keys[at] != keys[at - 1]:
            start = at
        for pivot in range(start, min(at, start + pivots)):
            low[made], high[made] = ids[pivot], ids[at]
            made += 1
    return low, high


@compiled
def is_strictly_rising(packed):
    falls = 0
    for at in range(1, packed.size):
        falls += packed[at] <= packed[at - 1]
    return falls == 0


@compiled
def packed_pairs(packed, pivots):
    count, start = 0, 0
    for at in range(1, packed.size):
        if packed[at] >> HALF != packed[at - 1] >> HALF:
            start = at
        count += min(at - start, pivots)
    found = np.empty(count, np.uint64)
    made, start = 0, 0
    for at in range(1, packed.size):
        if packed[at] >> HALF != packed[at - 1] >> HALF:
            start = at
        for pivot in range(start, min(at, start + pivots)):
            found[made] = (packed[pivot] << HALF) | (packed[at] & LOW)
            made += 1
    return found


@compiled
def long_run(values, place, size):
    return hash_step(hash_step(START, values[place]), values[place + size])


@compiled
def anchor(values, window, last, size):
    """Where the lowest run of a window is, the first of those equally low."""
    best = window
    for place in range(window + 1, last):
        if long_run(values, place, size) < long_run(values, best, size):
            best = place
    return best


@over_rows
def count_anchors(values, offsets, size, window):
    found = np.zeros(offsets.size - 1, np.int64)
    for row in prange(offsets.size - 1):
        start, end, before = offsets[row], offsets[row + 1] - size, -1
        for first in range(start, max(start + 1, end - window + 1) if end > start else start):
            best = anchor(values, first, min(first + window, end), size)
            found[row] += best != before
            before = best
    return found


@over_rows
def anchors(values, offsets, places, size, window):
    found = np.empty(places[-1], np.uint64)
    for row in prange(offsets.size - 1):
        start, end, before, made = offsets[row], offsets[row + 1] - size, -1, places[row]
        for first in range(start, max(start + 1, end - window + 1) if end > start else start):
            best = anchor(values, first, min(first + window, end), size)
            if best != before:
                found[made] = mix_bits(long_run(values, best, size))
                made += 1
            before = best
    return found
