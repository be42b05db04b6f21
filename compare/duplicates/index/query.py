"""Paragraphs and an index -> where each has stood before, as it is or altered; nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.index.find_near import near_in_index
from compare.duplicates.index.new_articles import NewParagraphs
from compare.duplicates.index.open_index import Index
from compare.duplicates.index.stored_paragraphs import StoredPlace, stored_copies, kernel_texts, labels_of, places_of, exact_texts, versions
from compare.duplicates.kernels.batch import Indices
from compare.duplicates.kernels.kernel_protocol import Kernels
from compare.duplicates.sketch_settings import sketch_of
from compare.model import Article


@dataclass(frozen=True, slots=True)
class Match:
    """A paragraph of the index that is near the one asked of: its number, where it stands, what both share, its cluster (``c-12``)."""

    number: int
    place: StoredPlace
    jaccard: float
    containment: float
    cluster: str


@dataclass(frozen=True, slots=True)
class Answer:
    """The nearest matches of one paragraph, equally near ones in the order in which they came, and how many more there are."""

    matches: tuple[Match, ...]
    more: int


@dataclass(frozen=True, slots=True)
class _Nearest:
    numbers: Indices
    jaccard: NDArray[np.float64]
    containment: NDArray[np.float64]
    more: int


def find_matches(index: Index, queried: NewParagraphs, kernels: Kernels, limit: int) -> list[Answer]:
    """An answer for each paragraph asked of, of ``most`` matches at most. An article of the same id is itself, and never a match.

    Of a crowd of near-copies those are found that an add would link to: the first ones, and all exact copies of them.
    """
    chosen = _nearest_of_each(index, queried, kernels, limit)
    numbers = np.concatenate([np.empty(0, dtype=np.int64), *(one.numbers for one in chosen)])
    places, labels = iter(places_of(index, numbers)), iter(labels_of(index, numbers).tolist())
    return [
        Answer(
            tuple(
                Match(number, next(places), round(jaccard, 6), round(containment, 6), cluster_id(next(labels)))
                for number, jaccard, containment in zip(one.numbers.tolist(), one.jaccard.tolist(), one.containment.tolist(), strict=True)
            ),
            one.more,
        )
        for one in chosen
    ]


def cluster_id(first: int) -> str:
    """A cluster is called by its first paragraph."""
    return f"c-{first}"


def _nearest_of_each(index: Index, queried: NewParagraphs, kernels: Kernels, limit: int) -> list[_Nearest]:
    near = near_in_index(index, kernel_texts(exact_texts(queried.texts)), sketch_of(index.settings), kernels)
    own = _own(index, queried.articles)
    starts = np.searchsorted(near.high, np.arange(len(queried.texts) + 1)).tolist()
    numbers = np.unique(near.low)
    copies = dict(zip(numbers.tolist(), stored_copies(index, numbers), strict=True))
    found = []
    for at, article in enumerate(queried.article.tolist()):
        mine = slice(starts[at], starts[at + 1])
        with_copies = [np.append(number, copies[number]) for number in near.low[mine].tolist()]
        found.append(_nearest(with_copies, (near.jaccard[mine], near.containment[mine]), own[article], limit))
    return found


def _nearest(groups: Sequence[Indices], shares: tuple[NDArray[np.float64], NDArray[np.float64]], own: Indices, limit: int) -> _Nearest:
    """Of paragraphs with their copies, the nearest ones that are not among ``own``."""
    numbers = np.concatenate([np.empty(0, dtype=np.int64), *groups])
    jaccard, containment = (np.repeat(share, [len(group) for group in groups]) for share in shares)
    order = np.lexsort((numbers, -containment, -jaccard))
    order = order[~np.isin(numbers[order], own)] if len(own) else order
    best = order[:limit]
    return _Nearest(numbers[best], jaccard[best], containment[best], len(order) - len(best))


def _own(index: Index, articles: Sequence[Article]) -> list[Indices]:
    """For each article the numbers of all its paragraphs, in any version."""
    found = [np.empty(0, dtype=np.int64)] * len(articles)
    for which, segment, at in versions(index, [article.id for article in articles]):
        start, end = (int(np.searchsorted(segment["article"], at, side)) for side in ("left", "right"))
        found[which] = np.append(found[which], np.arange(start, end) + segment.part.first)
    return found
