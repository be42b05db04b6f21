"""What both implementations of the kernels do; each function's promise stands in ``plain``."""

from collections.abc import Callable, Iterable
from typing import Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.kernels.batch import Hashes, Indices, Rows, SignedTexts, Texts
from compare.duplicates.sketch_settings import Sketch

Item = TypeVar("Item")
Made = TypeVar("Made")


class Kernels(Protocol):
    """A module that has these functions."""

    NAME: str

    def tokenise(self, texts: Texts) -> Rows:
        """Texts -> hashes of their words."""

    def shingle(self, tokens: Rows, size: int) -> Rows:
        """Words -> hashes of runs of them."""

    def sets_of(self, texts: Texts, at: Indices, size: int) -> tuple[Rows, Indices]:
        """Some texts -> sets of runs of words, and how many words there are."""

    def anchors(self, shingles: Rows, size: int) -> Rows:
        """Runs -> longer runs that an excerpt has in common with its source."""

    def signatures(self, shingles: Rows, permutations: NDArray[np.uint32]) -> NDArray[np.uint32]:
        """Runs -> the slots of MinHash."""

    def sign_texts(self, texts: Texts, sketch: Sketch) -> SignedTexts:
        """Texts -> what is kept of them to find those that are alike."""

    def bucket_pairs(self, keys: Hashes, ids: Indices, pivots: int) -> tuple[Indices, Indices]:
        """A sorted band -> pairs worth a look."""

    def packed_pairs(self, packed: Hashes, pivots: int) -> Hashes:
        """The same of keys and ids of 32 bits, each two in one number."""

    def count_shared(self, of: Rows, low: Indices, high: Indices) -> Indices:
        """Pairs of sets -> how much they share."""

    def map_items(self, work: Callable[[Item], Made], items: Iterable[Item]) -> list[Made]:
        """Work that numpy does without its lock, on as many threads as there are."""
