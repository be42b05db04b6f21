"""Settings -> how texts are signed and from where on two of them are near."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.settings import DuplicateSettings

PIVOTS = 32  # members of a bucket that all others in it are compared with


@dataclass(frozen=True, slots=True, kw_only=True)
class Sketch:
    """Words a shingle, permutations (2, slots) of datasketch, bands of them, and the least Jaccard of a pair.

    A pair also holds if ``containment`` of the shingles of the text that has fewer stand in the other one, and both have
    ``containment_words``; nothing for no such pairs.
    """

    size: int
    permutations: NDArray[np.uint32]
    bands: int
    jaccard: float
    containment: float | None = None
    containment_words: int = 0


def sketch_of(settings: DuplicateSettings) -> Sketch:
    """The sketch of an archive: rows of more slots than those of one story, since at two slots a row everyone meets everyone."""
    from datasketch import MinHash

    return Sketch(
        size=settings.shingle_words,
        permutations=MinHash(num_perm=settings.permutations, seed=settings.seed, scheme="affine32").permutations,
        bands=settings.archive_bands,
        jaccard=settings.jaccard,
        containment=settings.containment,
        containment_words=settings.containment_words,
    )
