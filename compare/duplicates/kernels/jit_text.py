"""UTF-8 bytes -> hashes of folded words and of runs of them, compiled."""

import numpy as np
from numba import njit, prange, uint32, uint64

from compare.duplicates.kernels.hashing import CHUNK, MIX_1, MIX_2, OFFSET, PRIME, STEP

inlined = njit(inline="always", cache=True, nogil=True)
alone = njit(cache=True, nogil=True)
over_rows = njit(parallel=True, cache=True, nogil=True)  # each row by itself, on as many threads as numba is told to use
FNV_OFFSET, FNV_PRIME, RUN_STEP = np.uint64(OFFSET), np.uint64(PRIME), np.uint64(STEP)
MIXER_1, MIXER_2 = np.uint64(MIX_1), np.uint64(MIX_2)


@inlined
def mixed(value):
    value = (value ^ (value >> uint64(30))) * MIXER_1
    value = (value ^ (value >> uint64(27))) * MIXER_2
    return value ^ (value >> uint64(31))


@inlined
def point_at(buffer, at):
    """The code point of UTF-8 that begins here, and where the next one does."""
    lead = uint32(buffer[at])
    if lead < 0x80:
        return lead, at + 1
    if lead < 0xE0:
        return ((lead & uint32(31)) << uint32(6)) | (uint32(buffer[at + 1]) & uint32(63)), at + 2
    middle = (uint32(buffer[at + 1]) & uint32(63)) << uint32(6)
    if lead < 0xF0:
        return ((lead & uint32(15)) << uint32(12)) | middle | (uint32(buffer[at + 2]) & uint32(63)), at + 3
    third = (uint32(buffer[at + 2]) & uint32(63)) << uint32(6)
    return ((lead & uint32(7)) << uint32(18)) | (middle << uint32(6)) | third | (uint32(buffer[at + 3]) & uint32(63)), at + 4


@inlined
def next_word(buffer, at, end, table):
    """The hash of the next word at or behind ``at``, and where it ends; no word if that is ``end`` and the third value is false."""
    folded = uint32(0)
    while at < end and not folded:
        point, behind = point_at(buffer, at)
        folded = table[point]
        at = behind
    if not folded:
        return uint64(0), end, False
    whole, chunk, count, is_long = FNV_OFFSET, FNV_OFFSET, 0, False
    while folded:
        if count == CHUNK:
            whole, chunk, count, is_long = (whole ^ chunk) * FNV_PRIME, FNV_OFFSET, 0, True
        chunk, count = (chunk ^ uint64(folded)) * FNV_PRIME, count + 1
        if at >= end:
            break
        point, at = point_at(buffer, at)
        folded = table[point]
    return mixed((whole ^ chunk) * FNV_PRIME if is_long else chunk), at, True


@over_rows
def count_words(buffer, offsets, table):
    found = np.zeros(offsets.size - 1, np.int64)
    for row in prange(offsets.size - 1):
        is_inside, at, words = False, offsets[row], 0
        while at < offsets[row + 1]:
            point, at = point_at(buffer, at)
            is_word = table[point] != 0
            words += is_word and not is_inside
            is_inside = is_word
        found[row] = words
    return found


@over_rows
def hash_words(buffer, offsets, table, places):
    found = np.empty(places[-1], np.uint64)
    for row in prange(offsets.size - 1):
        at = offsets[row]
        for place in range(places[row], places[row + 1]):
            found[place], at, _ = next_word(buffer, at, offsets[row + 1], table)
    return found


@inlined
def run(words, first, size):
    found = FNV_OFFSET
    for place in range(first, first + size):
        found = (found ^ words[place]) * RUN_STEP
        found ^= found >> uint64(32)
    return found


@over_rows
def hash_runs(words, offsets, places, size):
    found = np.empty(places[-1], np.uint64)
    for row in prange(offsets.size - 1):
        for place in range(places[row], places[row + 1]):
            found[place] = run(words, offsets[row] + place - places[row], size)
    return found
