"""A pile -> the parts of it between which no average link can be made, in memory that grows with the pile, not with its square.

A pair is alike if its cosine reaches the cut and its dates lie in one window. An average link joins two groups if the mean over their
pairs reaches the cut; then at least one pair does. So every group lies inside one component of the graph of alike pairs, and since a join
changes no mean but those with the joined group, each component comes out by itself as it would in the whole.
"""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

from compare.settings import StorySettings
from compare.stories.pile import Pile

Members = NDArray[np.intp]  # places in a pile

_BLOCK = 256  # rows multiplied at once: 256 x 20,000 cosines are 60 MB
_STEP = 0.05  # by which the cut of a part rises that is too large
_EQUAL = 1.0 - 1e-9


def split_pile(pile: Pile, cut: float, window_days: float) -> list[Members]:
    """Components of the alike pairs, members rising, in order of their first."""
    labels = np.arange(len(pile))
    for start in range(0, len(pile), _BLOCK):
        labels = _joined(labels, *_alike(pile, start, cut, window_days))
    order = np.argsort(labels, kind="stable")
    found = np.split(order, np.flatnonzero(np.diff(labels[order])) + 1)
    return sorted(found, key=lambda members: int(members[0])) if len(pile) else []


def split_further(pile: Pile, settings: StorySettings, cut: float) -> Iterator[Members]:
    """Parts of at most ``linked_articles``: of those that are larger, what hangs together at a higher cut.

    A thousand copies hang together at any cut; they are taken in the order of the pile.
    """
    for members in split_pile(pile, cut, settings.window_days):
        if len(members) <= settings.linked_articles:
            yield members
        elif cut >= _EQUAL:
            yield from (members[at : at + settings.linked_articles] for at in range(0, len(members), settings.linked_articles))
        else:
            yield from (members[inner] for inner in split_further(pile.take(members), settings, min(cut + _STEP, _EQUAL)))


def outside_window(pile: Pile, a: Members, b: Members, window_days: float) -> NDArray[np.bool_]:
    """Whether more than the window lies between the days of articles ``a`` and ``b``, at the least."""
    return np.maximum(pile.first[a] - pile.last[b], pile.first[b] - pile.last[a]) > window_days


def _alike(pile: Pile, start: int, cut: float, window_days: float) -> tuple[Members, Members]:
    """Pairs of one of the block's articles and itself or a later one; only what can lie in a window with the block is multiplied."""
    block = slice(start, start + _BLOCK)
    near = np.maximum(pile.first[start:] - pile.last[block].max(), pile.first[block].min() - pile.last[start:]) <= window_days
    later = start + np.flatnonzero(near)
    cosines = (pile.rows[block] @ pile.rows[later].T).tocoo()
    high = cosines.data >= cut
    a, b = start + cosines.row[high], later[cosines.col[high]]
    together = ~outside_window(pile, a, b, window_days)
    return a[together], b[together]


def _joined(labels: NDArray[np.intp], a: Members, b: Members) -> NDArray[np.intp]:
    """Labels under which the two of each pair are one; no pair is kept."""
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components

    graph = coo_matrix((np.ones(len(a), dtype=bool), (labels[a], labels[b])), shape=(len(labels), len(labels)))
    _, component = connected_components(graph, directed=False)
    joined: NDArray[np.intp] = component[labels]
    return joined
