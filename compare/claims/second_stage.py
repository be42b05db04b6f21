"""First probabilities of all pairs -> what they say together of the promising pairs: rivals, neighbours, third sentences."""

from itertools import pairwise
from typing import TYPE_CHECKING

from compare.claims.features import Places

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Vector = NDArray[np.float64]
    Indices = NDArray[np.int64]

SECOND_FEATURES = (
    "logit",
    "lead_least",
    "lead_most",
    "degree_most",
    "degree_least",
    "articles_near",
    "two_steps",
    "sure_before",
    "sure_after",
    "crossed_most",
    "crossed_least",
    "triangle_1",
    "triangle_2",
    "triangle_3",
    "partners_shared",
)
# From this first probability a pair has a second hearing; a third of the pairs do, and of the labelled ones that end up sure all.
PROMISING = 0.05
_NEAR = 0.4  # above this first probability an article has a partner for a sentence; below it most pairs are of two claims
# Labelled stories have three to ten articles. Partners are counted as if there were no more: of sixty articles every sentence has so many
# half-likely partners that their number alone would make a pair sure.
_USUAL_ARTICLES = 10


def second_features(pairs: "Indices", probability: "Vector", places: Places) -> tuple["NDArray[np.bool_]", "Matrix"]:
    """Which pairs are promising, and their rows (q x len(SECOND_FEATURES)). Cost: promising pairs x sentences, in blocks."""
    import numpy as np

    promising = probability >= PROMISING
    n = len(places.article)
    chance = np.zeros((n, n))
    chance[pairs[:, 0], pairs[:, 1]] = chance[pairs[:, 1], pairs[:, 0]] = probability
    i, j = pairs[promising].T
    columns = {**_rivals(chance, places, i, j), **_neighbours(chance, places, i, j), **_triangles(chance, i, j)}
    return promising, np.stack([columns[name] for name in SECOND_FEATURES], axis=1)


def logit(probability: "Vector") -> "Vector":
    """log(p / (1 - p)), finite at both ends."""
    import numpy as np

    held = np.clip(probability, 1e-4, 1 - 1e-9)
    odds: Vector = np.log(held / (1 - held))
    return odds


def _rivals(chance: "Matrix", places: Places, i: "Indices", j: "Indices") -> dict[str, "Vector"]:
    """How far the pair is ahead of, or behind, the best of either sentence in the other's article; how many partners both have."""
    import numpy as np

    article = places.article
    best = np.stack([chance[:, article == a].max(axis=1) for a in range(int(article.max()) + 1)], axis=1)
    usual = min(1.0, _USUAL_ARTICLES / best.shape[1])
    degree = chance.sum(axis=1)
    own = logit(chance[i, j])
    leads = own - logit(best[i, article[j]]), own - logit(best[j, article[i]])
    near = (best > _NEAR).sum(axis=1)
    return {
        "logit": own,
        "lead_least": np.minimum(*leads),
        "lead_most": np.maximum(*leads),
        "degree_most": usual * np.maximum(degree[i], degree[j]),
        "degree_least": usual * np.minimum(degree[i], degree[j]),
        "articles_near": usual * (near[i] + near[j]),
        "two_steps": (chance @ chance)[i, j] / (np.sqrt(degree[i] * degree[j]) + 0.1),
    }


def _neighbours(chance: "Matrix", places: Places, i: "Indices", j: "Indices") -> dict[str, "Vector"]:
    """Probabilities of the sentences before, of those after, and of each sentence with the other's neighbours."""
    import numpy as np

    padded = np.pad(chance, ((0, 1), (0, 1)))
    before, after = places.previous, places.following
    one = np.maximum(padded[i, before[j]], padded[i, after[j]])
    other = np.maximum(padded[before[i], j], padded[after[i], j])
    return {
        "sure_before": padded[before[i], before[j]],
        "sure_after": padded[after[i], after[j]],
        "crossed_most": np.maximum(one, other),
        "crossed_least": np.minimum(one, other),
    }


def _triangles(chance: "Matrix", i: "Indices", j: "Indices") -> dict[str, "Vector"]:
    """The three best third sentences by the weaker of their two probabilities, and the share of partners that both have."""
    import numpy as np

    top = np.zeros((len(i), 3))
    shared = np.zeros(len(i))
    padded = np.pad(chance, ((0, 0), (0, 3)))
    # The pairs stand sorted by i, so each i is one block of rows.
    for a, (start, end) in enumerate(pairwise(np.searchsorted(i, np.arange(len(chance) + 1)).tolist())):
        if start < end:
            weaker = np.minimum(padded[a], padded[j[start:end]])
            shared[start:end] = weaker.sum(axis=1)
            top[start:end] = np.sort(np.partition(weaker, -3, axis=1)[:, -3:], axis=1)
    degree = chance.sum(axis=1)
    either = degree[i] + degree[j] - shared
    return {
        "triangle_1": top[:, 2],
        "triangle_2": top[:, 1],
        "triangle_3": top[:, 0],
        "partners_shared": shared / (either + 0.1),
    }
