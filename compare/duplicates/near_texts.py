"""Texts by the hundred thousand -> the pairs of them that share enough words, each verified, and the clusters that they make."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.kernels.batch import Hashes, Indices, Rows, SignedTexts, Texts
from compare.duplicates.kernels.kernel_protocol import Kernels
from compare.duplicates.kernels.numpy_kernels import components
from compare.duplicates.kernels.sorted_unique import sorted_unique
from compare.duplicates.sketch_settings import PIVOTS, Sketch
from compare.duplicates.verify_pairs import verify_pairs

_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)


@dataclass(frozen=True, slots=True)
class NearPairs:
    """Verified pairs ``low`` < ``high``, rising, with the share of all shingles, and of those of the text with fewer, that both have.

    ``same`` is, for each text, the first text with its very shingles, which stands for it in every pair.
    """

    low: Indices
    high: Indices
    jaccard: NDArray[np.float64]
    containment: NDArray[np.float64]
    first_copy: Indices

    def labels(self) -> Indices:
        """For each text, the first text of its cluster: itself if it is alone."""
        return components(len(self.first_copy), self.low, self.high)[self.first_copy]


def find_near_pairs(texts: Texts, sketch: Sketch, kernels: Kernels) -> NearPairs:
    """All pairs of different texts that share a bucket and hold against the sketch; texts without a shingle are in none.

    ``ValueError`` for 2^32 texts or more: those are for the engines that sort on disk.
    """
    if len(texts) > int(_LOW):
        raise ValueError(f"{len(texts)} texts are too many for one batch")
    same, low, high = bucket_candidates(kernels.sign_texts(texts, sketch), kernels)
    found = verify_pairs(texts, low, high, sketch, kernels)
    return NearPairs(found.low, found.high, found.jaccard, found.containment, same)


def bucket_candidates(signed: SignedTexts, kernels: Kernels) -> tuple[Indices, Indices, Indices]:
    """For each text the first one with its shingles; and the distinct pairs of such firsts that share a bucket, in order."""
    everyone, has_some = np.arange(len(signed.lengths)), signed.lengths > 0
    same = np.where(has_some, first_with_bag(signed.bags), everyone)
    own = np.flatnonzero((same == everyone) & has_some)
    ids = own.astype(np.uint64)

    def of_band(band: NDArray[np.uint32]) -> Hashes:
        packed = band[own].astype(np.uint64)
        packed <<= _HALF
        packed |= ids
        packed.sort()
        return kernels.packed_pairs(packed, PIVOTS)

    found = [*kernels.map_items(of_band, signed.keys), kernels.packed_pairs(_of_anchors(signed.anchors, same), PIVOTS)]
    distinct = sorted_unique(np.concatenate(found))
    return same, (distinct >> _HALF).astype(np.int64), (distinct & _LOW).astype(np.int64)


def first_with_bag(bags: Hashes) -> Indices:
    """For each text, the first one with its bag.

    A quarter of each bag is sorted, with the text in one number: four times as fast as the order of all of it. Other bags that share the
    quarter, some hundred among a million, are told apart after that.
    """
    first = np.arange(len(bags))
    packed = (bags[:, 0] >> _HALF << _HALF) | first.astype(np.uint64)
    packed.sort()
    order = (packed & _LOW).astype(np.int64)
    packed >>= _HALF
    later = np.flatnonzero(packed[1:] == packed[:-1]) + 1
    first[order] = _run_starts(order, later)
    if np.any(bags[order[later]] != bags[order[later - 1]]):
        own = order[np.isin(first[order], first[order[later]])]
        own = own[np.lexsort((own, bags[own, 1], bags[own, 0]))]
        same = np.all(bags[own[1:]] == bags[own[:-1]], axis=1)
        first[own] = _run_starts(own, np.flatnonzero(same) + 1)
    return first


def _run_starts(order: Indices, later: Indices) -> Indices:
    """The first of each run, where ``later`` are the places that begin none."""
    starts = np.arange(len(order))
    starts[later] = 0
    np.maximum.accumulate(starts, out=starts)
    runs: Indices = order[starts]
    return runs


def _of_anchors(anchors: Rows, first_copy: Indices) -> Hashes:
    """The band of anchors: a text has several keys in it, each once."""
    owners = anchors.owners
    first = first_copy[owners] == owners
    return sorted_unique((anchors.values[first] >> _HALF << _HALF) | owners[first].astype(np.uint64))
