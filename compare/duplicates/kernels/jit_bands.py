"""Rows of hashes, or the text itself -> MinHash slots and band keys, compiled."""

import numpy as np
from numba import prange, uint32, uint64

from compare.duplicates.kernels.jit_text import FNV_OFFSET, FNV_PRIME, MIXER_1, RUN_STEP, inlined, mixed, next_word, over_rows, run

LANES = 8  # hashes taken through the permutations together
MOST = np.uint32(0xFFFFFFFF)


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
    key = FNV_OFFSET + uint64(band) * RUN_STEP
    for slot in range(band * rows, (band + 1) * rows):
        key = (key ^ uint64(slots[slot])) * FNV_PRIME
        key ^= key >> uint64(32)
    return mixed(key)


@over_rows
def band_keys(slots, bands):
    found = np.empty((bands, slots.shape[0]), np.uint64)
    rows = slots.shape[1] // bands
    for row in prange(slots.shape[0]):
        for band in range(bands):
            found[band, row] = band_key(slots[row], band, rows)
    return found


@inlined
def sign(buffer, at, end, table, size, window, inputs, slots, a, b):
    """The slots of one text, read once, its bag, and how many shingles it has; of its words only the last ones are kept."""
    slots[:] = MOST
    words, count, one, other = 0, 0, uint64(0), uint64(0)
    while True:
        found, at, is_word = next_word(buffer, at, end, table)
        if not is_word:
            break
        for place in range(size - 1):
            window[place] = window[place + 1]
        window[size - 1] = found
        words += 1
        if words >= size:
            shingle = run(window, 0, size)
            one += mixed(shingle ^ RUN_STEP)
            other += mixed(shingle ^ MIXER_1)
            inputs[count] = input_of(shingle)
            count += 1
            if count == LANES:
                lower(slots, inputs, a, b)
                count = 0
    if count:
        fill(inputs, count)
        lower(slots, inputs, a, b)
    return one, other, max(0, words - size + 1)


@over_rows
def signed(buffer, offsets, table, size, a, b, bands, threads):
    rows, texts = a.size // bands, offsets.size - 1
    keys, bags, lengths = np.empty((bands, texts), np.uint64), np.empty((texts, 2), np.uint64), np.empty(texts, np.int64)
    for thread in prange(threads):
        window, inputs, slots = np.empty(size, np.uint64), np.empty(LANES, np.uint32), np.empty(a.size, np.uint32)
        for row in range(texts * thread // threads, texts * (thread + 1) // threads):
            start, end = offsets[row], offsets[row + 1]
            bags[row, 0], bags[row, 1], lengths[row] = sign(buffer, start, end, table, size, window, inputs, slots, a, b)
            for band in range(bands):
                keys[band, row] = band_key(slots, band, rows)
    return keys, bags, lengths
