"""A cluster of a state -> what its screen shows: numbered paragraphs against a base, in the order in which they were published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import Cluster, Link, Paragraph, Passage, Span
from compare.review.app.cluster.cluster_list import copies_in, standing_of
from compare.review.app.display.article_labels import columns_of
from compare.review.app.requests.passage_names import name_of
from compare.review.review_run import Run
from compare.review.review_state import ReviewedCluster
from compare.review.standing_decisions import Decided
from reports.date_order import date_sort_key
from reports.differences import Piece, difference, same_words
from reports.duplicate_paragraphs import FigureContrast
from reports.labels import Column


@dataclass(frozen=True, slots=True)
class Nearness:
    """A verified link to another member."""

    to: int  # its number
    jaccard: float
    containment: float


@dataclass(frozen=True, slots=True)
class Member:
    """One paragraph; ``name`` is how a form names it, ``pieces`` are its differences from the base."""

    number: int
    name: str
    column: Column
    span: Span
    text: str
    pieces: tuple[Piece, ...]
    mark: str | None
    nearest: Nearness | None  # the link to the base, else the closest one
    is_base: bool
    is_first: bool  # its article published first
    is_new: bool  # it came after the cluster was confirmed

    @property
    def is_same(self) -> bool:
        """Word for word what the base says."""
        return same_words(self.pieces)


@dataclass(frozen=True, slots=True)
class Shown:
    """One cluster as it is reviewed."""

    id: str
    heading: str
    language: str
    members: tuple[Member, ...]
    contrasts: tuple[FigureContrast, ...]
    decided: Decided
    standing: str
    base_is_chosen: bool

    @property
    def base(self) -> Member:
        """What the others are compared with."""
        return next(member for member in self.members if member.is_base)


def shown_of(cluster: ReviewedCluster, run: Run) -> Shown:
    """The cluster with its members in the order in which they were published; undated ones last."""
    columns, made = columns_of(run), cluster.cluster
    order = sorted(range(len(made.members)), key=lambda at: _published(made.members[at], columns))
    base = _base(cluster, order)
    numbers = {at: number for number, at in enumerate(order, 1)}
    copies = copies_in(cluster, run)
    return Shown(
        id=cluster.id,
        heading=copies.heading,
        language=copies.language,
        members=tuple(_member(at, base, numbers, (cluster, columns)) for at in order),
        contrasts=copies.contrasts,
        decided=cluster.decided,
        standing=standing_of(cluster),
        base_is_chosen=place_of(made.members[base]) == cluster.decided.base,
    )


def place_of(paragraph: Paragraph) -> Passage:
    """Where the paragraph stands."""
    return Passage(paragraph.article, "text", paragraph.span)


def _base(cluster: ReviewedCluster, order: Sequence[int]) -> int:
    """The one that a reviewer chose, else the first publisher's, else the earliest."""
    members = cluster.cluster.members
    chosen = (at for at in order if place_of(members[at]) == cluster.decided.base)
    first = (at for at in order if members[at].article == cluster.cluster.first)
    return next(chosen, next(first, order[0]))


def _published(paragraph: Paragraph, columns: Mapping[str, Column]) -> tuple[tuple[int, int], str, int]:
    column = columns[paragraph.article]
    return date_sort_key(column.published), column.label, paragraph.span.start


def _member(at: int, base: int, numbers: Mapping[int, int], given: tuple[ReviewedCluster, Mapping[str, Column]]) -> Member:
    cluster, columns = given
    made = cluster.cluster
    paragraph, first = made.members[at], made.members[base]
    column = columns[paragraph.article]
    text = paragraph.span.of(column.text)
    return Member(
        number=numbers[at],
        name=name_of(place_of(paragraph)),
        column=column,
        span=paragraph.span,
        text=text,
        pieces=difference(first.span.of(columns[first.article].text), text),
        mark=paragraph.mark,
        nearest=_nearest(at, base, made, numbers),
        is_base=at == base,
        is_first=paragraph.article == made.first,
        is_new=place_of(paragraph) in cluster.decided.added,
    )


def _nearest(at: int, base: int, cluster: Cluster, numbers: Mapping[int, int]) -> Nearness | None:
    own = [link for link in cluster.links if at in (link.a, link.b)]

    def rank(link: Link) -> tuple[bool, float, float]:
        return base in (link.a, link.b), link.jaccard, link.containment

    best = max(own, key=rank, default=None)
    if best is None or at == base:
        return None
    return Nearness(numbers[best.b if best.a == at else best.a], best.jaccard, best.containment)
