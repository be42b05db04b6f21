"""Texts -> the distinct shingles of each, and what two of them share, compiled: by a small table, since nothing needs them sorted."""

import numpy as np
from numba import prange, uint32, uint64

from compare.duplicates.kernels.jit_fold import compiled, scratch
from compare.duplicates.kernels.jit_text import borders_of, hash_word, over_rows, run

_SMALLEST = 256  # places of a table: two for each shingle of nearly every paragraph


@compiled
def table_of(count):
    """Places for ``count`` values, at most half of them taken: the values, and which use of the table filled each place."""
    size = _SMALLEST
    while size < 2 * count:
        size *= 2
    return np.empty(size, np.uint64), np.zeros(size, np.uint32)


@compiled
def place_of(value, slots, filled, use):
    """Where the value stands, or the free place where it would."""
    last = uint64(slots.size - 1)
    place = (value ^ (value >> uint64(29))) & last
    while filled[place] == use and slots[place] != value:
        place = (place + uint64(1)) & last
    return place


@compiled
def keep_distinct(values, first, count, tables, use):
    """The distinct ones of ``count`` values brought to their front; how many there are."""
    slots, filled = tables
    kept = first
    for at in range(first, first + count):
        place = place_of(values[at], slots, filled, use)
        if filled[place] != use:
            slots[place], filled[place] = values[at], use
            values[kept] = values[at]
            kept += 1
    return kept - first


@over_rows
def sets_of(buffer, offsets, table, texts, size, rooms, threads):
    """Sets of some texts, each from its room on, which has a place for every two bytes; how large they are; how many words there are."""
    values, lengths, words = np.empty(rooms[-1], np.uint64), np.empty(texts.size, np.int64), np.empty(texts.size, np.int64)
    for thread in prange(threads):
        first, last = texts.size * thread // threads, texts.size * (thread + 1) // threads
        longest = 0
        for at in range(first, last):
            longest = max(longest, offsets[texts[at] + 1] - offsets[texts[at]])
        room, hashes, tables = scratch(longest), np.empty(longest // 2 + 1, np.uint64), table_of(0)
        for at in range(first, last):
            count = borders_of(buffer, offsets[texts[at]], offsets[texts[at] + 1], table, room)
            for word in range(count):
                hashes[word] = hash_word(room[1], room[3][2 * word], room[3][2 * word + 1])
            runs = max(0, count - size + 1)
            for place in range(runs):
                values[rooms[at] + place] = run(hashes, place, size)
            if 2 * runs > tables[0].size:
                tables = table_of(runs)
                lengths[at] = keep_distinct(values, rooms[at], runs, tables, uint32(1))
                tables = table_of(0)
            else:
                lengths[at] = keep_distinct(values, rooms[at], runs, tables, uint32(at + 1))
            words[at] = count
    return values, lengths, words


@over_rows
def pack_sets(values, rooms, offsets):
    found = np.empty(offsets[-1], np.uint64)
    for row in prange(offsets.size - 1):
        for place in range(offsets[row + 1] - offsets[row]):
            found[offsets[row] + place] = values[rooms[row] + place]
    return found


@compiled
def fill_table(values, first, last, tables, use):
    slots, filled = tables
    for at in range(first, last):
        place = place_of(values[at], slots, filled, use)
        slots[place], filled[place] = values[at], use


@over_rows
def count_shared(values, offsets, low, high, threads):
    """Pairs in order of ``low``, so that the table of a set is filled once for all its pairs."""
    found = np.zeros(low.size, np.int64)
    longest = 0
    for row in range(offsets.size - 1):
        longest = max(longest, offsets[row + 1] - offsets[row])
    for thread in prange(threads):
        tables, inside, use = table_of(longest), -1, uint32(0)
        slots, filled = tables
        for pair in range(low.size * thread // threads, low.size * (thread + 1) // threads):
            if low[pair] != inside:
                inside, use = low[pair], uint32(use + 1)
                fill_table(values, offsets[inside], offsets[inside + 1], tables, use)
            both = 0
            for at in range(offsets[high[pair]], offsets[high[pair] + 1]):
                both += filled[place_of(values[at], slots, filled, use)] == use
            found[pair] = both
    return found
