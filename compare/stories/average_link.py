"""One part of a pile -> its stories by average link, and how alike the articles of a story are."""

import numpy as np
from numpy.typing import NDArray

from compare.settings import StorySettings
from compare.stories.pile import Pile
from compare.stories.split_pile import outside_window

Members = NDArray[np.intp]  # places in a pile

_BLOCK = 256  # rows made dense at once
# Of a pair outside the window: no mean over at most 10^9 pairs with one of them comes under 1.
_NEVER = 1e12


def average_link(pile: Pile, settings: StorySettings) -> list[Members]:
    """Groups whose pairs have a mean cosine of at least ``similarity`` and never lie outside the window; members rise.

    Average, not single: at .24 single link makes one story of 58 articles of ViMs, where the largest has 10. Of articles that are alike to
    the last digit the order of the pile decides. Memory: two times 4 bytes x the square of the articles (scipy copies).
    """
    from scipy.cluster.hierarchy import fcluster, linkage

    if len(pile) < 2:
        return [np.arange(len(pile))] if len(pile) else []
    tree = linkage(_distances(pile, settings.window_days), "average")
    labels = fcluster(tree, 1.0 - settings.similarity, "distance")
    groups = [np.flatnonzero(labels == label) for label in np.unique(labels)]
    return sorted(groups, key=lambda members: int(members[0]))


def mean_similarity(pile: Pile) -> NDArray[np.float64]:
    """For each article the mean of its cosines with the others; 0 of one alone."""
    total = np.asarray(pile.rows.sum(axis=0)).ravel()
    own = np.asarray(pile.rows.multiply(pile.rows).sum(axis=1)).ravel()
    means: NDArray[np.float64] = (pile.rows @ total - own) / max(1, len(pile) - 1)
    return means


def _distances(pile: Pile, window_days: float) -> NDArray[np.float64]:
    """Condensed, as scipy wants them: n (n - 1) / 2, row after row above the diagonal."""
    n, end = len(pile), 0
    condensed = np.empty(n * (n - 1) // 2)
    for start in range(0, n, _BLOCK):
        cosines = (pile.rows[start : start + _BLOCK] @ pile.rows.T).toarray()
        for at, row in enumerate(cosines, start):
            others = np.arange(at + 1, n)
            begin, end = end, end + len(others)
            far = outside_window(pile, np.full(len(others), at), others, window_days)
            condensed[begin:end] = np.where(far, _NEVER, (1.0 - row[at + 1 :]).clip(0.0))
    return condensed
