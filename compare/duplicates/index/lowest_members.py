"""Sorted keys of one segment and the buckets asked for -> the lowest members that it has of each."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.kernels.batch import Hashes, Indices
from compare.duplicates.kernels.kernel_protocol import Kernels

HALF = np.uint64(32)
LOW = np.uint64(0xFFFFFFFF)
_SLOT_BITS = 3  # a slot of a directory is for 4 to 8 keys: half a line of the processor's cache

Search = Callable[[Hashes, NDArray[np.uint32], Hashes, Indices], tuple[Indices, Indices]]


@dataclass(frozen=True, slots=True)
class SortedKeys:
    """A band, or the anchors, of a segment: packed and sorted, where in it keys begin that begin alike, and the segment's offset."""

    packed: Hashes
    directory: NDArray[np.uint32]
    offset: int


def directory_of(packed: Hashes) -> NDArray[np.uint32]:
    """(2^b + 1): where keys begin of which the upper b bits are 0, 1, …; keys are spread evenly, so few begin alike."""
    bits = max(0, len(packed).bit_length() - _SLOT_BITS)
    borders = np.arange(1, 1 << bits, dtype=np.uint64) << np.uint64(64 - bits) if bits else np.empty(0, dtype=np.uint64)
    return np.concatenate([[0], np.searchsorted(packed, borders), [len(packed)]]).astype(np.uint32)


def lowest_members(packed: Hashes, directory: NDArray[np.uint32], heads: Hashes, room: Indices) -> tuple[Indices, Indices]:  # noqa: ARG001 - as the compiled one
    """Places of ``heads``, rising keys, of which there are members, each as often as there are, and the members; ``room`` of one at most.

    What is taken goes off ``room``. Numpy halves the whole of ``packed``, and needs no ``directory``.
    """
    needles = heads << HALF
    start = np.searchsorted(packed, needles)
    there = np.flatnonzero(start < len(packed))
    there = there[(packed[start[there]] >> HALF) == heads[there]]
    starts = start[there]
    taken = np.minimum(np.searchsorted(packed, needles[there] | LOW, "right") - starts, room[there])
    room[there] -= taken
    return np.repeat(there, taken), (packed[ranges(starts, taken)] & LOW).astype(np.int64)


def choose_search(kernels: Kernels) -> Search:
    """``lowest``, or the same compiled, in a tenth of the time."""
    if kernels.NAME != "numba":
        return lowest_members
    from compare.duplicates.index import jit_lowest_members

    compiled: Search = jit_lowest_members.lowest_members
    return compiled


def ranges(starts: Indices, lengths: Indices) -> Indices:
    """start, start + 1, … for each stretch, end to end."""
    offsets = np.cumsum(lengths) - lengths
    return np.repeat(starts - offsets, lengths) + np.arange(lengths.sum())
