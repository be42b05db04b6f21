"""Rows of hashes -> sorted sets, and what two of them share, compiled."""

import numpy as np
from numba import prange

from compare.duplicates.kernels.jit_fold import alone
from compare.duplicates.kernels.jit_text import START, mixed, over_rows, stepped


@over_rows
def sort_rows(values, offsets):
    """Each row sorted with its distinct values first; how many those are."""
    found = np.zeros(offsets.size - 1, np.int64)
    for row in prange(offsets.size - 1):
        own = values[offsets[row] : offsets[row + 1]]
        own.sort()
        distinct = 0
        for place in range(own.size):
            if place == 0 or own[place] != own[distinct - 1]:
                own[distinct] = own[place]
                distinct += 1
        found[row] = distinct
    return found


@over_rows
def packed(values, offsets, places):
    found = np.empty(places[-1], np.uint64)
    for row in prange(offsets.size - 1):
        for place in range(places[row], places[row + 1]):
            found[place] = values[offsets[row] + place - places[row]]
    return found


@over_rows
def shared(values, offsets, low, high):
    found = np.empty(low.size, np.int64)
    for pair in prange(low.size):
        a, b, both = offsets[low[pair]], offsets[high[pair]], 0
        while a < offsets[low[pair] + 1] and b < offsets[high[pair] + 1]:
            one, other = values[a], values[b]
            both += one == other
            a += one <= other
            b += other <= one
        found[pair] = both
    return found


@alone
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


@alone
def long_run(values, place, size):
    return stepped(stepped(START, values[place]), values[place + size])


@alone
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
                found[made] = mixed(long_run(values, best, size))
                made += 1
            before = best
    return found
