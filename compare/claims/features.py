"""Similarity matrices -> one row of named features for every pair of sentences of two articles."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from compare.claims.similarity import Similarities
from compare.model import Claim

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Vector = NDArray[np.float64]

_MEASURED = (
    "words",
    "characters",
    "surface",
    "tokens",
    "contained_most",
    "contained_least",
    "shared_mass",
    "names",
    "numbers",
    "dates",
    "before",
    "after",
    "crossed_before",
    "crossed_after",
    "position_first",
    "position_last",
    "length_gap",
    "margin_best",
    "margin_least",
    "third",
    "third_next",
    "profile",
)
# Of these the place among all pairs of the run is a feature too: a cosine of .3 is much in one story and little in another.
_RANKED = (
    "words",
    "characters",
    "surface",
    "tokens",
    "contained_most",
    "contained_least",
    "shared_mass",
    "margin_best",
    "margin_least",
    "third",
    "third_next",
    "profile",
)
FEATURES = (*_MEASURED, *(f"{name}_rank" for name in _RANKED))
# What a sentence encoder adds, in a run that has one.
MEANING = ("meaning", "meaning_margin")
# A position past the opening tells nothing more; a shared mass past this is already certain.
_LAST_POSITION = 30
_MOST_MASS = 40.0
# True pairs grow with the root of all pairs, as sentences do. But in a run much smaller than the labelled stories (500 to 1,500 pairs) that
# crowned the best pairs of articles about nothing in common; there a rank counts as if the run had this many pairs of its kind.
_USUAL_PAIRS = 1000


@dataclass(frozen=True, slots=True)
class Places:
    """Where each of the n sentences stands; n where there is no neighbour in the same field of its article."""

    article: "NDArray[np.int64]"
    previous: "NDArray[np.int64]"
    following: "NDArray[np.int64]"


@dataclass(frozen=True, slots=True)
class PairTable:
    """``pairs`` (p x 2, rows i < j of claim indices) and ``values`` (p x len(names)).

    A model takes the columns it knows by their names, so a further column (of sentence vectors, say) harms none.
    """

    pairs: "NDArray[np.int64]"
    values: "Matrix"
    places: Places
    names: tuple[str, ...] = FEATURES

    def columns(self, names: Sequence[str]) -> "Matrix":
        """The values of some features, p x len(names)."""
        chosen: Matrix = self.values[:, [self.names.index(name) for name in names]]
        return chosen


def pair_table(claims: Sequence[Claim], similar: Similarities, meaning: "Matrix | None" = None) -> PairTable:
    """Features of every pair of sentences from two different articles, in order of the claims.

    ``meaning`` (n x n, cosines of sentence vectors) adds the columns of ``MEANING``.
    """
    import numpy as np

    places = _places(claims)
    article = places.article
    upper_i, upper_j = np.triu_indices(len(claims), k=1)
    across = article[upper_i] != article[upper_j]
    i, j = upper_i[across], upper_j[across]
    mean = similar.mean
    columns = {
        "words": similar.words[i, j],
        "characters": similar.characters[i, j],
        "surface": similar.surface[i, j],
        "tokens": similar.tokens[i, j],
        "contained_most": np.maximum(similar.contained[i, j], similar.contained[j, i]),
        "contained_least": np.minimum(similar.contained[i, j], similar.contained[j, i]),
        "shared_mass": np.minimum(similar.mass[i, j], _MOST_MASS),
        "names": similar.names[i, j],
        "numbers": similar.numbers[i, j],
        "dates": similar.dates[i, j],
        **_context(claims, places, mean, (i, j)),
        **_rivals(article, mean, i, j),
        **_third(article, mean, i, j),
    }
    columns |= {f"{name}_rank": _rank(columns[name]) for name in _RANKED}
    names = FEATURES
    if meaning is not None:
        names = (*FEATURES, *MEANING)
        columns |= {"meaning": meaning[i, j], "meaning_margin": _rivals(article, meaning, i, j)["margin_best"]}
    return PairTable(np.stack([i, j], axis=1), np.stack([columns[name] for name in names], axis=1), places, names)


def _rank(values: "Vector") -> "Vector":
    """log((1 + the number of pairs above) / root of all pairs): how rare so good a pair is in this run, small runs blown up."""
    import numpy as np

    above = len(values) - np.searchsorted(np.sort(values), values, side="right")
    blown_up = max(1.0, _USUAL_PAIRS / max(1, len(values)))
    ranks: Vector = np.log((1.0 + above * blown_up) / max(_USUAL_PAIRS, len(values)) ** 0.5)
    return ranks


def _places(claims: Sequence[Claim]) -> Places:
    import numpy as np

    n = len(claims)
    number = {article: k for k, article in enumerate(dict.fromkeys(claim.article for claim in claims))}
    joined = [claims[k].article == claims[k + 1].article and claims[k].field == claims[k + 1].field for k in range(n - 1)]
    return Places(
        article=np.array([number[claim.article] for claim in claims], dtype=np.int64),
        previous=np.array([k - 1 if k and joined[k - 1] else n for k in range(n)], dtype=np.int64),
        following=np.array([k + 1 if k < n - 1 and joined[k] else n for k in range(n)], dtype=np.int64),
    )


def _context(
    claims: Sequence[Claim], places: Places, mean: "Matrix", pairs: tuple["NDArray[np.int64]", "NDArray[np.int64]"]
) -> dict[str, "Vector"]:
    """How alike the sentences before, and those after, are; each sentence with the other's neighbours; places and lengths."""
    import numpy as np

    n, (i, j), previous, following = len(claims), pairs, places.previous, places.following
    place = np.zeros(n)
    for k in range(1, n):
        place[k] = min(place[k - 1] + 1, _LAST_POSITION) if claims[k].article == claims[k - 1].article else 0
    length = np.array([len(claim.quote.split()) for claim in claims], dtype=float)
    padded = np.pad(mean, ((0, 1), (0, 1)))
    return {
        "before": padded[previous[i], previous[j]],
        "after": padded[following[i], following[j]],
        "crossed_before": np.maximum(padded[i, previous[j]], padded[previous[i], j]),
        "crossed_after": np.maximum(padded[i, following[j]], padded[following[i], j]),
        "position_first": np.minimum(place[i], place[j]),
        "position_last": np.maximum(place[i], place[j]),
        "length_gap": np.abs(length[i] - length[j]) / (length[i] + length[j]),
    }


def _rivals(article: "NDArray[np.int64]", mean: "Matrix", i: "NDArray[np.int64]", j: "NDArray[np.int64]") -> dict[str, "Vector"]:
    """How far the pair is below the best that either sentence finds in the other's article; 0 for a mutual best."""
    import numpy as np

    best = np.stack([mean[:, article == a].max(axis=1) for a in range(int(article.max()) + 1)], axis=1)
    of_i, of_j = best[i, article[j]], best[j, article[i]]
    return {"margin_best": mean[i, j] - np.maximum(of_i, of_j), "margin_least": mean[i, j] - np.minimum(of_i, of_j)}


def _third(article: "NDArray[np.int64]", mean: "Matrix", i: "NDArray[np.int64]", j: "NDArray[np.int64]") -> dict[str, "Vector"]:
    """The two best sentences of third articles that are like both (0 with two articles), and the cosine of the pair's similarity rows."""
    import numpy as np

    across = np.where(article[:, None] == article[None, :], 0.0, mean)
    best = np.zeros((len(i), 2))
    # The pairs stand sorted by i, so each i is one block of rows: 0.7 million pairs in seconds, where a step a pair took most of a minute.
    ends = np.searchsorted(i, np.arange(len(mean) + 1))
    for a, (start, end) in enumerate(pairwise(ends.tolist())):
        both = np.minimum(across[a], across[j[start:end]])
        rows = np.arange(end - start)
        top = both.argmax(axis=1)
        best[start:end, 0] = both[rows, top]
        both[rows, top] = 0.0
        best[start:end, 1] = both.max(axis=1)
    unit = across / (np.linalg.norm(across, axis=1, keepdims=True) + 1e-9)
    return {"third": best[:, 0], "third_next": best[:, 1], "profile": (unit @ unit.T)[i, j]}
