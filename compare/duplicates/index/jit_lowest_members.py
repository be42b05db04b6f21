"""Sorted keys and the buckets asked for -> their lowest members, compiled; ``lowest.lowest`` says what comes out."""

import numpy as np
from numba import int64, uint64

from compare.duplicates.kernels.jit_fold import compiled, inlined

HALF = np.uint64(32)
LOW = np.uint64(0xFFFFFFFF)
NEAR = 8  # entries; of fewer, walking is quicker than halving


@inlined
def place_of(packed, head, low, high):
    """The first place of ``low`` .. ``high`` whose key is not below ``head``."""
    while high - low > NEAR:
        middle = (low + high) >> 1
        if packed[middle] >> HALF < head:
            low = middle + 1
        else:
            high = middle
    while low < high and packed[low] >> HALF < head:
        low += 1
    return low


@inlined
def bits_of(directory):
    bits = uint64(0)
    while int64(1) << int64(bits) < directory.size - 1:
        bits += uint64(1)
    return bits


@compiled
def lowest_members(packed, directory, heads, room):
    """Reads that wait for no other ones come first, in two rounds of their own: the memory answers many of them at once."""
    shift, size = HALF - bits_of(directory), heads.size
    starts, ends, first = np.empty(size, np.int64), np.empty(size, np.int64), np.empty(size, np.uint64)
    for bucket in range(size):
        slot = int64(heads[bucket] >> shift)
        starts[bucket], ends[bucket] = directory[slot], directory[slot + 1]
    for bucket in range(size):
        first[bucket] = packed[starts[bucket]] >> HALF if starts[bucket] < ends[bucket] else HALF << HALF
    total = 0
    for bucket in range(size):
        head, place = heads[bucket], starts[bucket]
        if first[bucket] < head:
            place = place_of(packed, head, place, ends[bucket])
        end, last = place, min(place + room[bucket], ends[bucket])
        while end < last and packed[end] >> HALF == head:
            end += 1
        starts[bucket], ends[bucket] = place, end
        total += end - place
    holders, members, made = np.empty(total, np.int64), np.empty(total, np.int64), 0
    for bucket in range(size):
        room[bucket] -= ends[bucket] - starts[bucket]
        for place in range(starts[bucket], ends[bucket]):
            holders[made], members[made] = bucket, int64(packed[place] & LOW)
            made += 1
    return holders, members
