"""Texts by the hundred thousand -> the pairs of them that share enough words, each verified, and the clusters that they make."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.kernels.batch import Hashes, Indices, Rows, Signed, Texts
from compare.duplicates.kernels.plain import components
from compare.duplicates.kernels.rising import rising
from compare.duplicates.kernels.seam import Kernels
from compare.duplicates.sketch import PIVOTS, Sketch
from compare.duplicates.verify import verified

_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class Near:
    """Verified pairs ``low`` < ``high``, rising, with the share of all shingles, and of those of the text with fewer, that both have.

    ``same`` is, for each text, the first text with its very shingles, which stands for it in every pair.
    """

    low: Indices
    high: Indices
    jaccard: NDArray[np.float64]
    containment: NDArray[np.float64]
    same: Indices

    def labels(self) -> Indices:
        """For each text, the first text of its cluster: itself if it is alone."""
        return components(len(self.same), self.low, self.high)[self.same]


def near(texts: Texts, sketch: Sketch, kernels: Kernels) -> Near:
    """All pairs of different texts that share a bucket and hold against the sketch; texts without a shingle are in none.

    ``ValueError`` for 2^32 texts or more: those are for the engines that sort on disk.
    """
    if len(texts) > int(_LOW):
        raise ValueError(f"{len(texts)} texts are too many for one batch")
    same, low, high = candidates(kernels.signed(texts, sketch), kernels)
    found = verified(texts, low, high, sketch, kernels)
    return Near(found.low, found.high, found.jaccard, found.containment, same)


def candidates(signed: Signed, kernels: Kernels) -> tuple[Indices, Indices, Indices]:
    """For each text the first one with its shingles; and the distinct pairs of such firsts that share a bucket, in order."""
    everyone, has_some = np.arange(len(signed.lengths)), signed.lengths > 0
    same = np.where(has_some, first_alike(signed.bags), everyone)
    own = np.flatnonzero((same == everyone) & has_some)
    ids = own.astype(np.uint64)

    def of_band(band: NDArray[np.uint32]) -> Hashes:
        packed = band[own].astype(np.uint64)
        packed <<= _HALF
        packed |= ids
        packed.sort()
        return kernels.packed_pairs(packed, PIVOTS)

    found = [*kernels.each(of_band, signed.keys), kernels.packed_pairs(_of_anchors(signed.anchors, same), PIVOTS)]
    distinct = rising(np.concatenate(found))
    return same, (distinct >> _HALF).astype(np.int64), (distinct & _LOW).astype(np.int64)


def first_alike(bags: Hashes) -> Indices:
    """For each text, the first one with its bag."""
    order = np.argsort(bags[:, 0])
    ordered = bags[order]
    starts = np.ones(len(bags), dtype=np.bool_)
    starts[1:] = ordered[1:, 0] != ordered[:-1, 0]
    if np.any(~starts[1:] & (ordered[1:, 1] != ordered[:-1, 1])):  # equal by one half alone: once in 10^19 pairs
        order = np.lexsort((bags[:, 1], bags[:, 0]))
        ordered = bags[order]
        starts[1:] = np.any(ordered[1:] != ordered[:-1], axis=1)
    first = np.empty(len(bags), dtype=np.int64)
    if len(bags):
        first[order] = np.minimum.reduceat(order, np.flatnonzero(starts))[np.cumsum(starts) - 1]
    return first


def _of_anchors(anchors: Rows, same: Indices) -> Hashes:
    """The band of anchors: a text has several keys in it, each once."""
    owners = anchors.owners
    first = same[owners] == owners
    return rising((anchors.values[first] >> _HALF << _HALF) | owners[first].astype(np.uint64))
