"""Rows of hashes, or the text itself -> MinHash slots and band keys, compiled."""

import numpy as np
from numba import prange, uint32, uint64

from compare.duplicates.kernels.hashing import PRIME
from compare.duplicates.kernels.jit_fold import inlined, scratch
from compare.duplicates.kernels.jit_text import FACTOR, MIXER_1, START, borders_of, hash_word, longest, mix_bits, over_rows, run

LANES = 8  # hashes taken through the permutations together
BLOCK = 64  # texts whose keys are written together: each band is a stretch of memory far from the others
MOST = np.uint32(0xFFFFFFFF)
BAND_FACTOR = np.uint64(PRIME)


@inlined
def input_of(shingle):
    """Murmur3's finaliser of 32 bits (Appleby 2011) over the upper half."""
    value = uint32(shingle >> uint64(32))
    value = uint32(value ^ uint32(value >> uint32(16)))
    value = uint32(value * uint32(0x85EBCA6B))
    value = uint32(value ^ uint32(value >> uint32(13)))
    value = uint32(value * uint32(0xC2B2AE35))
    return uint32(value ^ uint32(value >> uint32(16)))


@inlined
def lower(slots, inputs, a, b):
    """The slots lowered by ``LANES`` inputs: the loop over slots has no branch, so it runs on vectors."""
    i0, i1, i2, i3, i4, i5, i6, i7 = inputs[0], inputs[1], inputs[2], inputs[3], inputs[4], inputs[5], inputs[6], inputs[7]
    for slot in range(slots.size):
        x, y = a[slot], b[slot]
        low = min(min(uint32(i0 * x + y), uint32(i1 * x + y)), min(uint32(i2 * x + y), uint32(i3 * x + y)))
        high = min(min(uint32(i4 * x + y), uint32(i5 * x + y)), min(uint32(i6 * x + y), uint32(i7 * x + y)))
        slots[slot] = min(slots[slot], min(low, high))


@inlined
def fill(inputs, count):
    """The lanes that are left repeat the first one, which changes no minimum."""
    for lane in range(count, inputs.size):
        inputs[lane] = inputs[0]


@over_rows
def signatures(values, offsets, a, b):
    found = np.empty((offsets.size - 1, a.size), np.uint32)
    for row in prange(offsets.size - 1):
        slots, inputs = found[row], np.empty(LANES, np.uint32)
        slots[:] = MOST
        count = 0
        for place in range(offsets[row], offsets[row + 1]):
            inputs[count] = input_of(values[place])
            count += 1
            if count == LANES:
                lower(slots, inputs, a, b)
                count = 0
        if count:
            fill(inputs, count)
            lower(slots, inputs, a, b)
    return found


@inlined
def band_key(slots, band, rows):
    key = START + uint64(band) * FACTOR
    for slot in range(band * rows, (band + 1) * rows):
        key = (key ^ uint64(slots[slot])) * BAND_FACTOR
        key ^= key >> uint64(32)
    return mix_bits(key)


@inlined
def sign(words, count, size, inputs, slots, a, b):
    """The slots of one text, and its bag."""
    slots[:] = MOST
    lanes, one, other = 0, uint64(0), uint64(0)
    for first in range(count - size + 1):
        shingle = run(words, first, size)
        one += mix_bits(shingle ^ FACTOR)
        other += mix_bits(shingle ^ MIXER_1)
        inputs[lanes] = input_of(shingle)
        lanes += 1
        if lanes == LANES:
            lower(slots, inputs, a, b)
            lanes = 0
    if lanes:
        fill(inputs, lanes)
        lower(slots, inputs, a, b)
    return one, other


@over_rows
def sign_texts(buffer, offsets, table, size, a, b, bands, threads):
    rows, texts = a.size // bands, offsets.size - 1
    keys, bags, lengths = np.empty((bands, texts), np.uint32), np.empty((texts, 2), np.uint64), np.empty(texts, np.int64)
    for thread in prange(threads):
        first, last = texts * thread // threads, texts * (thread + 1) // threads
        room, words = scratch(longest(offsets, first, last)), np.empty(longest(offsets, first, last) // 2 + 1, np.uint64)
        inputs, slots, block = np.empty(LANES, np.uint32), np.empty(a.size, np.uint32), np.empty((bands, BLOCK), np.uint32)
        for row in range(first, last):
            count = borders_of(buffer, offsets[row], offsets[row + 1], table, room)
            for word in range(count):
                words[word] = hash_word(room[1], room[3][2 * word], room[3][2 * word + 1])
            bags[row, 0], bags[row, 1] = sign(words, count, size, inputs, slots, a, b)
            lengths[row] = max(0, count - size + 1)
            place = (row - first) % BLOCK
            for band in range(bands):
                block[band, place] = uint32(band_key(slots, band, rows) >> uint64(32))
            if place == BLOCK - 1 or row == last - 1:
                keys[:, row - place : row + 1] = block[:, : place + 1]
    return keys, bags, lengths
