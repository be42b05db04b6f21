"""Texts by the hundred thousand -> the pairs of them that share enough words, each verified, and the clusters that they make."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.kernels.batch import Hashes, Indices, Texts
from compare.duplicates.kernels.plain import components
from compare.duplicates.kernels.seam import Kernels

PIVOTS = 32  # members of a bucket that all others in it are compared with
_HALF = np.uint64(32)
_LOW = np.uint64(0xFFFFFFFF)
_ROUNDING = 1e-9  # .7 of 10 shingles is 7, not 7.000000000000001


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """How texts are compared: words a shingle, permutations (2, slots) of datasketch, bands of them, and the least Jaccard of a pair."""

    size: int
    permutations: NDArray[np.uint32]
    bands: int
    jaccard: float


@dataclass(frozen=True, slots=True)
class Near:
    """Verified pairs ``low`` < ``high``, rising, with the share of shingles that they have in common.

    ``same`` is, for each text, the first text with its very shingles, which stands for it in every pair.
    """

    low: Indices
    high: Indices
    jaccard: NDArray[np.float64]
    same: Indices

    def labels(self) -> Indices:
        """For each text, the first text of its cluster: itself if it is alone."""
        return components(len(self.same), self.low, self.high)[self.same]


def near(texts: Texts, sketch: Sketch, kernels: Kernels) -> Near:
    """All pairs of different texts that share a bucket and hold against ``sketch.jaccard``; texts without a shingle are in none.

    ``ValueError`` for 2^32 texts or more: those are for the engines that sort on disk.
    """
    if len(texts) > int(_LOW):
        raise ValueError(f"{len(texts)} texts are too many for one batch")
    signed = kernels.signed(texts, sketch.size, sketch.permutations, sketch.bands)
    everyone, has_some = np.arange(len(texts)), signed.lengths > 0
    same = np.where(has_some, _first_alike(signed.bags), everyone)
    own = np.flatnonzero((same == everyone) & has_some)
    low, high = _candidates(signed.keys, own, kernels)
    inside, places = np.unique(np.concatenate([low, high]), return_inverse=True)
    sets = kernels.sets(kernels.shingled(kernels.tokenised(texts.take(inside)), sketch.size))
    low_at, high_at = places[: len(low)], places[len(low) :]
    shared = kernels.shared(sets, low_at, high_at)
    jaccard = shared / (sets.lengths[low_at] + sets.lengths[high_at] - shared)
    kept = jaccard >= sketch.jaccard - _ROUNDING
    return Near(low[kept], high[kept], jaccard[kept], same)


def _first_alike(bags: Hashes) -> Indices:
    """For each text, the first one with its bag. They are sorted by half of it: where others share that half, copies may stay apart."""
    order = np.argsort(bags[:, 0], kind="stable")
    ordered = bags[order]
    starts = np.ones(len(bags), dtype=np.bool_)
    starts[1:] = np.any(ordered[1:] != ordered[:-1], axis=1)
    first = np.empty(len(bags), dtype=np.int64)
    first[order] = order[np.maximum.accumulate(np.where(starts, np.arange(len(bags)), 0))]
    return first


def _candidates(keys: Hashes, own: Indices, kernels: Kernels) -> tuple[Indices, Indices]:
    """Distinct pairs in order. Half of a key and the text are sorted as one number; keys equal by that half alone are found out later."""
    found = [np.empty(0, dtype=np.uint64)]
    texts = own.astype(np.uint64)
    for band in keys:
        packed = np.sort((band[own] >> _HALF << _HALF) | texts)
        low, high = kernels.bucket_pairs(packed >> _HALF, (packed & _LOW).astype(np.int64), PIVOTS)
        found.append((low.astype(np.uint64) << _HALF) | high.astype(np.uint64))
    distinct = np.unique(np.concatenate(found))
    return (distinct >> _HALF).astype(np.int64), (distinct & _LOW).astype(np.int64)
