"""Sorted keys and the buckets asked for -> their lowest members, compiled; ``buckets.lowest`` says what comes out."""

import numpy as np
from numba import int64, uint64

from compare.duplicates.kernels.jit_fold import alone, inlined

STEPS = 6
EVERY_KEY = np.uint64(1) << np.uint64(32)


@inlined
def place_of(column, needle, low, guess):
    """The first place from ``low`` on that is not below ``needle``: steps that double away from the guess, then halves."""
    step, high = int64(1), guess
    if high < column.size and column[high] < needle:
        while high < column.size and column[high] < needle:
            low, high, step = high + 1, high + step, 2 * step
        high = min(high, int64(column.size))
    else:
        while guess - step > low and column[guess - step] >= needle:
            high, step = guess - step, 2 * step
        low = max(low, guess - step)
    while low < high:
        middle = (low + high) >> 1
        if column[middle] < needle:
            low = middle + 1
        else:
            high = middle
    return low


@alone
def lowest(column, heads, room):
    """Keys are spread evenly, so that a key says about where it is: two reads far apart for a bucket where halving takes a dozen."""
    buckets, starts, taken = np.empty(heads.size, np.int64), np.empty(heads.size, np.int64), np.empty(heads.size, np.int64)
    found, place, before = 0, int64(0), uint64(0)
    for bucket in range(heads.size):
        head = heads[bucket]
        if column.size < STEPS * heads.size:  # a few entries lie between two buckets: walking there is quicker than aiming
            while place < column.size and column[place] >> uint64(32) < head:
                place += 1
        else:
            ahead = (head - before) * uint64(column.size - place) // (EVERY_KEY - before)
            place, before = place_of(column, head << uint64(32), place, place + int64(ahead)), head
        end, last = place, min(place + room[bucket], int64(column.size))
        while end < last and column[end] >> uint64(32) == head:
            end += 1
        if end > place:
            buckets[found], starts[found], taken[found] = bucket, place, end - place
            room[bucket] -= end - place
            found += 1
    return buckets[:found], starts[:found], taken[:found]
