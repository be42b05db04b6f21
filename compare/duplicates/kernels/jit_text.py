"""UTF-8 bytes -> hashes of folded words and of runs of them, compiled."""

import numpy as np
from llvmlite import ir
from numba import int64, njit, prange, types, uint8, uint64
from numba.extending import intrinsic

from compare.duplicates.kernels.hashing import CHUNK, MIX_1, MIX_2, OFFSET, STEP, WIDTH
from compare.duplicates.kernels.jit_fold import compiled, fold, inlined, scratch

over_rows = njit(parallel=True, cache=True, nogil=True)  # each row by itself, on as many threads as numba is told to use
START, FACTOR = np.uint64(OFFSET), np.uint64(STEP)
MIXER_1, MIXER_2 = np.uint64(MIX_1), np.uint64(MIX_2)
EVERY_BIT = np.uint64(0xFFFFFFFFFFFFFFFF)


@intrinsic
def eight_bytes(_, values, at):
    """Eight bytes of an array of bytes from ``at`` on, as one number, the first byte lowest."""

    def code(context, builder, signature, arguments):
        array = context.make_array(signature.args[0])(context, builder, arguments[0])
        place = builder.bitcast(builder.gep(array.data, [arguments[1]]), ir.IntType(64).as_pointer())
        loaded = builder.load(place)
        loaded.align = 1
        return loaded

    return types.uint64(values, at), code


@inlined
def mix_bits(value):
    value = (value ^ (value >> uint64(30))) * MIXER_1
    value = (value ^ (value >> uint64(27))) * MIXER_2
    return value ^ (value >> uint64(31))


@inlined
def hash_step(hashed, value):
    hashed = (hashed ^ value) * FACTOR
    return hashed ^ (hashed >> uint64(32))


@inlined
def hash_word(folded, start, end):
    left = end - start
    if left <= WIDTH:  # nearly every word
        return mix_bits(hash_step(START, eight_bytes(folded, start) & (EVERY_BIT >> uint64(8 * (WIDTH - left)))))
    return hash_long_word(folded, start, end)


@compiled
def hash_long_word(folded, start, end):
    whole, chunk, count, is_long = START, START, 0, False
    while start < end:
        if count == CHUNK:
            whole, chunk, count, is_long = hash_step(whole, chunk), START, 0, True
        value = eight_bytes(folded, start)
        if end - start < WIDTH:
            value &= EVERY_BIT >> uint64(8 * (WIDTH - (end - start)))
        chunk, count, start = hash_step(chunk, value), count + 1, start + WIDTH
    return mix_bits(hash_step(whole, chunk) if is_long else chunk)


@compiled
def borders_of(buffer, start, end, table, room):
    """Where words begin and end in the folded bytes, in turn; how many words there are."""
    length = fold(buffer, start, end, table, room)
    inside, borders = room[2], room[3]
    count, before = uint64(0), uint8(0)
    for at in range(uint64(length + 1)):  # no branch: a place is written again and again until the next border is found
        borders[count] = at
        count += uint64(inside[at] ^ before)
        before = inside[at]
    return int64(count >> uint64(1))


@compiled
def longest(offsets, first, last):
    found = 0
    for row in range(first, last):
        found = max(found, offsets[row + 1] - offsets[row])
    return found


@over_rows
def count_words(buffer, offsets, table, threads):
    texts = offsets.size - 1
    found = np.zeros(texts, np.int64)
    for thread in prange(threads):
        first, last = texts * thread // threads, texts * (thread + 1) // threads
        room = scratch(longest(offsets, first, last))
        for row in range(first, last):
            found[row] = borders_of(buffer, offsets[row], offsets[row + 1], table, room)
    return found


@over_rows
def hash_words(buffer, offsets, table, places, threads):
    texts = offsets.size - 1
    found = np.empty(places[-1], np.uint64)
    for thread in prange(threads):
        first, last = texts * thread // threads, texts * (thread + 1) // threads
        room = scratch(longest(offsets, first, last))
        for row in range(first, last):
            for word in range(borders_of(buffer, offsets[row], offsets[row + 1], table, room)):
                found[places[row] + word] = hash_word(room[1], room[3][2 * word], room[3][2 * word + 1])
    return found


@inlined
def run(words, first, size):
    found = START
    for place in range(first, first + size):
        found = hash_step(found, words[place])
    return found


@over_rows
def hash_runs(words, offsets, places, size):
    found = np.empty(places[-1], np.uint64)
    for row in prange(offsets.size - 1):
        for place in range(places[row], places[row + 1]):
            found[place] = run(words, offsets[row] + place - places[row], size)
    return found
