"""What both implementations of the kernels do; each function's promise stands in ``plain``."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.kernels.batch import Hashes, Indices, Rows, Signed, Texts


class Kernels(Protocol):
    """A module that has these functions."""

    def tokenised(self, texts: Texts) -> Rows:
        """Texts -> hashes of their words."""

    def shingled(self, tokens: Rows, size: int) -> Rows:
        """Words -> hashes of runs of them."""

    def sets(self, shingles: Rows) -> Rows:
        """Runs -> sorted sets of them."""

    def signed(self, texts: Texts, size: int, permutations: NDArray[np.uint32], bands: int) -> Signed:
        """Texts -> what is kept of them to find those that are alike."""

    def bucket_pairs(self, keys: Hashes, ids: Indices, pivots: int) -> tuple[Indices, Indices]:
        """A sorted band -> pairs worth a look."""

    def shared(self, of: Rows, low: Indices, high: Indices) -> Indices:
        """Pairs of sets -> how much they share."""
