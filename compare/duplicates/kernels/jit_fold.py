"""UTF-8 bytes -> the folded bytes of their words, compiled: by vectors where a text keeps to the common blocks, else sign by sign.

Decoding sign by sign costs 2 µs a paragraph, nearly all of it branches that no processor foresees in Vietnamese. The rules of the common
blocks can be told from a byte and its neighbours; a test holds them to the table for every sign that they take.
"""

import numpy as np
from numba import njit, uint8, uint32, uint64

compiled = njit(cache=True, nogil=True)
inlined = njit(inline="always", cache=True, nogil=True)

PADDING = 16  # zeros behind the folded bytes: words are read eight bytes at a time


@compiled
def scratch(longest):
    """Room for one text of up to ``longest`` bytes: the bytes with two before and one behind, folded bytes, flags, borders of words."""
    raw, folded = np.zeros(longest + 3, np.uint8), np.zeros(2 * longest + PADDING, np.uint8)
    return raw, folded, np.zeros(2 * longest + PADDING, np.uint8), np.zeros(2 * longest + PADDING, np.int64)


@compiled
def fold(buffer, start, end, table, room):
    """Folded bytes and, for each, whether it is of a word; how many bytes those are."""
    raw, folded, inside, _ = room
    length = end - start
    raw[2 : length + 2] = buffer[start:end]
    raw[length + 2] = 0
    if not fold_common(raw, length, folded, inside):
        length = fold_any(buffer, start, end, table, folded, inside)
    folded[length : length + PADDING] = 0
    inside[length] = 0
    return length


@compiled
def fold_common(raw, length, folded, inside):
    """Whether every sign is of a block whose rule stands here; if so, all bytes are folded. No branch inside the loop."""
    for at in range(uint64(length)):  # unsigned: no index from the end, and so a loop over vectors
        q, p, c, n = raw[at], raw[at + uint64(1)], raw[at + uint64(2)], raw[at + uint64(3)]
        is_ascii = c < uint8(0x80)
        # U+0080..00BF: the signs of punctuation among them that news has
        signs = (c == uint8(0xA0)) | (c == uint8(0xAB)) | (c == uint8(0xBB)) | (c == uint8(0xB0)) | (c == uint8(0xB7))
        after_c2 = (p == uint8(0xC2)) & signs
        after_c3 = p == uint8(0xC3)  # U+00C0..00FF
        after_c4 = (p == uint8(0xC4)) & (c < uint8(0xB8)) & (c != uint8(0xB0))  # U+0100..0137, without the dotted I
        after_c5 = (p == uint8(0xC5)) & (c >= uint8(0x8A)) & (c < uint8(0xB8))  # U+014A..0177
        horned = (c == uint8(0xA0)) | (c == uint8(0xAF))
        after_c6 = (p == uint8(0xC6)) & (horned | (c == uint8(0xA1)) | (c == uint8(0xB0)))  # o and u with a horn
        after_cc = p == uint8(0xCC)  # U+0300..033F: combining marks
        second_e1 = (p == uint8(0xE1)) & (c >= uint8(0xB8)) & (c <= uint8(0xBB))  # U+1E00..1EFF, without 1E96..1E9F
        odd_e1 = (p == uint8(0xBA)) & (c >= uint8(0x96)) & (c <= uint8(0x9F))
        third_e1 = (q == uint8(0xE1)) & (p >= uint8(0xB8)) & (p <= uint8(0xBB)) & (odd_e1 ^ True)
        second_e2 = (p == uint8(0xE2)) & (c == uint8(0x80))  # U+2000..203F: dashes and quotation marks
        third_e2 = (q == uint8(0xE2)) & (p == uint8(0x80))
        lead = ((c >= uint8(0xC2)) & (c <= uint8(0xC6))) | (c == uint8(0xCC)) | (c == uint8(0xE1)) | (c == uint8(0xE2))
        known = (
            is_ascii | lead | after_c2 | after_c3 | after_c4 | after_c5 | after_c6 | after_cc | second_e1 | third_e1 | second_e2 | third_e2
        )
        is_even = (c & uint8(1)) == uint8(0)
        is_times = (c == uint8(0x97)) | (c == uint8(0xB7))
        by_32 = ((c >= uint8(0x41)) & (c <= uint8(0x5A))) | (after_c3 & (c <= uint8(0x9E)) & (c != uint8(0x97)))
        by_1 = ((after_c4 | after_c5 | third_e1) & is_even) | ((p == uint8(0xC6)) & horned)
        folded[at] = uint8(c + uint8(uint8(by_32) << uint8(5)) + uint8(by_1))
        low = uint8(c | uint8(0x20))
        is_letter = (low >= uint8(0x61)) & (low <= uint8(0x7A)) & is_ascii
        of_word = is_letter | ((c >= uint8(0x30)) & (c <= uint8(0x39))) | (c == uint8(0x5F))
        is_sign = (c == uint8(0xC2)) | (c == uint8(0xE2)) | (p == uint8(0xC2)) | (p == uint8(0xE2)) | (q == uint8(0xE2))
        parts = is_sign | (after_c3 & is_times) | ((c == uint8(0xC3)) & ((n == uint8(0x97)) | (n == uint8(0xB7))))
        inside[at] = uint8(uint8(of_word | ((is_ascii | parts) ^ True)) + uint8(uint8(known ^ True) << uint8(1)))
    strange = 0
    for at in range(uint64(length)):
        strange += inside[at] >> uint8(1)
    return strange == 0


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


@compiled
def fold_any(buffer, start, end, table, folded, inside):
    """Every sign by the table. A folded sign may have one byte more than it had."""
    at, made = start, 0
    while at < end:
        point, at = point_at(buffer, at)
        point, first = table[point], made
        if point < 0x80:
            folded[made] = point
            made += 1
        elif point < 0x800:
            folded[made], folded[made + 1] = 0xC0 | (point >> 6), 0x80 | (point & 63)
            made += 2
        elif point < 0x10000:
            folded[made], folded[made + 1] = 0xE0 | (point >> 12), 0x80 | ((point >> 6) & 63)
            folded[made + 2] = 0x80 | (point & 63)
            made += 3
        else:
            folded[made], folded[made + 1] = 0xF0 | (point >> 18), 0x80 | ((point >> 12) & 63)
            folded[made + 2], folded[made + 3] = 0x80 | ((point >> 6) & 63), 0x80 | (point & 63)
            made += 4
        inside[first:made] = point != 0
    return made
