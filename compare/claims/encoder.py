"""Claims of one story and an encoder -> how near their meanings lie, n x n; the seam that every sentence encoder fits."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from compare.model import Claim

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vectors = NDArray[np.float32]


class Encoder(Protocol):
    """Turns sentences into vectors; a sentence's vector depends on nothing but the sentence."""

    def encode(self, sentences: Sequence[str]) -> "Vectors":
        """Vectors of length 1, n x d, in the order of the sentences."""
        ...


def semantic_similarity(claims: Sequence[Claim], encoder: Encoder) -> "NDArray[np.float64]":
    """Cosines of the claims' vectors from which the mean of the story is taken, n x n, -1 to 1.

    Without the mean, all sentences of one story are alike (e5: .80 to .95); what is left of a vector is what its sentence says besides.
    A language of the story has its own mean, drawn to that of the whole story as if two more of its sentences lay there: with the whole
    story's alone, sentences of two languages are unlike because they are of two languages.
    """
    import numpy as np

    if not claims:
        return np.zeros((0, 0))
    texts = sorted({claim.quote for claim in claims})
    row = {text: k for k, text in enumerate(texts)}
    vectors = encoder.encode(texts).astype(np.float64)[[row[claim.quote] for claim in claims]]
    vectors -= _means(vectors, [claim.language for claim in claims])
    length = np.linalg.norm(vectors, axis=1, keepdims=True)
    vectors /= np.where(length > _NO_LENGTH, length, 1.0)
    cosines: NDArray[np.float64] = (vectors @ vectors.T).clip(-1.0, 1.0)
    return cosines


def _means(vectors: "NDArray[np.float64]", languages: Sequence[str]) -> "NDArray[np.float64]":
    """Of each row, the mean of its language."""
    import numpy as np

    whole = vectors.mean(axis=0)
    means = np.empty_like(vectors)
    for language in sorted(set(languages)):
        own = np.array([language == other for other in languages])
        means[own] = (vectors[own].sum(axis=0) + _DRAWN * whole) / (own.sum() + _DRAWN)
    return means


# Sentences. A lone English sentence among Vietnamese ones would be its own mean; from five on, the difference between 1 and 4 is small:
# cosines of five English tellings with their Vietnamese ones, beside 100 other Vietnamese sentences, .42-.44 (.40 with one mean for all)
# and with the wrong ones -.07 to -.03 (.01).
_DRAWN = 2
# Rounding leaves this much of a vector that is its own mean: one sentence, or one sentence over and over.
_NO_LENGTH = 1e-6
