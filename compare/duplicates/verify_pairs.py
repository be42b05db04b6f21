"""Pairs worth a look -> those that are near by the words of both texts, with the figures that say so."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.kernels.batch import Indices, Rows, Texts, concatenate
from compare.duplicates.kernels.kernel_protocol import Kernels
from compare.duplicates.sketch_settings import Sketch

_BLOCK = 1 << 12  # texts whose words are in memory together; of the others only the sets are
_ROUNDING = 1e-9  # .7 of 10 shingles is 7, not 7.000000000000001


@dataclass(frozen=True, slots=True)
class VerifiedPairs:
    """Pairs ``low`` < ``high`` in the order given, with the share of all shingles, and of those of the text with fewer, that both have."""

    low: Indices
    high: Indices
    jaccard: NDArray[np.float64]
    containment: NDArray[np.float64]


def verify_pairs(texts: Texts, low: Indices, high: Indices, sketch: Sketch, kernels: Kernels) -> VerifiedPairs:
    """Exact: no signature is asked. The pairs stand in order of ``low``, and all their texts have a shingle."""
    inside = np.zeros(len(texts), dtype=np.bool_)
    inside[low] = inside[high] = True
    taking_part = np.flatnonzero(inside)
    place = np.cumsum(inside) - 1
    sets, words = _read(texts, taking_part, sketch, kernels)
    low_at, high_at = place[low], place[high]
    shared = kernels.count_shared(sets, low_at, high_at)
    sizes, other_sizes = sets.lengths[low_at], sets.lengths[high_at]
    jaccard = shared / (sizes + other_sizes - shared)
    containment = shared / np.minimum(sizes, other_sizes)
    kept = jaccard >= sketch.jaccard - _ROUNDING
    if sketch.containment is not None:
        long = np.minimum(words[low_at], words[high_at]) >= sketch.containment_words
        kept |= long & (containment >= sketch.containment - _ROUNDING)
    return VerifiedPairs(low[kept], high[kept], jaccard[kept], containment[kept])


def _read(texts: Texts, at: Indices, sketch: Sketch, kernels: Kernels) -> tuple[Rows, Indices]:
    """The sets of some texts, and how many words each has."""
    parts = [kernels.sets_of(texts, at[begin : begin + _BLOCK], sketch.size) for begin in range(0, len(at), _BLOCK)]
    return concatenate([sets for sets, _ in parts]), np.concatenate([np.empty(0, dtype=np.int64), *(words for _, words in parts)])
