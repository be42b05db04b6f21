"""A reviewed cluster -> what its screen shows: numbered paragraphs in order of publication, each compared with a base paragraph."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import Cluster, Link, Paragraph, Passage, Span
from compare.review.app.cluster.cluster_list import cluster_summary, status_of
from compare.review.app.display.article_labels import article_columns
from compare.review.app.requests.passage_ids import passage_id
from compare.review.group_reviews import GroupReview
from compare.review.review_run import Run
from compare.review.review_state import ReviewedCluster
from reports.date_order import date_sort_key
from reports.differences import Piece, difference, same_words
from reports.duplicate_paragraphs import FigureContrast
from reports.labels import Column


@dataclass(frozen=True, slots=True)
class Nearness:
    """How similar a paragraph is to another member of the cluster."""

    number: int  # of the other member
    jaccard: float
    containment: float


@dataclass(frozen=True, slots=True)
class ClusterMember:
    """One paragraph; ``passage_id`` stands for it in forms, ``pieces`` are its differences from the base."""

    number: int
    passage_id: str
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
        """Whether it has the same words as the base."""
        return same_words(self.pieces)


@dataclass(frozen=True, slots=True)
class ClusterView:
    """One cluster as its screen shows it."""

    id: str
    heading: str
    language: str
    members: tuple[ClusterMember, ...]
    contrasts: tuple[FigureContrast, ...]
    review: GroupReview
    status: str
    base_is_chosen: bool

    @property
    def base(self) -> ClusterMember:
        """The member that the others are compared with."""
        return next(member for member in self.members if member.is_base)


def cluster_view(cluster: ReviewedCluster, run: Run) -> ClusterView:
    """The cluster with its members in order of publication; undated ones come last."""
    columns, machine_cluster = article_columns(run), cluster.cluster
    order = sorted(range(len(machine_cluster.members)), key=lambda at: _published(machine_cluster.members[at], columns))
    base = _base(cluster, order)
    numbers = {at: number for number, at in enumerate(order, 1)}
    summary = cluster_summary(cluster, run)
    return ClusterView(
        id=cluster.id,
        heading=summary.heading,
        language=summary.language,
        members=tuple(_member(at, base, numbers, (cluster, columns)) for at in order),
        contrasts=summary.contrasts,
        review=cluster.review,
        status=status_of(cluster),
        base_is_chosen=paragraph_passage(machine_cluster.members[base]) == cluster.review.base,
    )


def paragraph_passage(paragraph: Paragraph) -> Passage:
    """The paragraph as a passage of its article's text."""
    return Passage(paragraph.article, "text", paragraph.span)


def _base(cluster: ReviewedCluster, order: Sequence[int]) -> int:
    """The index of the base: the member that a reviewer chose, else the first publisher's, else the earliest."""
    members = cluster.cluster.members
    by_reviewer = (at for at in order if paragraph_passage(members[at]) == cluster.review.base)
    by_publisher = (at for at in order if members[at].article == cluster.cluster.first)
    return next(by_reviewer, next(by_publisher, order[0]))


def _published(paragraph: Paragraph, columns: Mapping[str, Column]) -> tuple[tuple[int, int], str, int]:
    column = columns[paragraph.article]
    return date_sort_key(column.published), column.label, paragraph.span.start


def _member(at: int, base: int, numbers: Mapping[int, int], shown: tuple[ReviewedCluster, Mapping[str, Column]]) -> ClusterMember:
    cluster, columns = shown
    machine_cluster = cluster.cluster
    paragraph, first = machine_cluster.members[at], machine_cluster.members[base]
    column = columns[paragraph.article]
    text = paragraph.span.of(column.text)
    return ClusterMember(
        number=numbers[at],
        passage_id=passage_id(paragraph_passage(paragraph)),
        column=column,
        span=paragraph.span,
        text=text,
        pieces=difference(first.span.of(columns[first.article].text), text),
        mark=paragraph.mark,
        nearest=_nearest(at, base, machine_cluster, numbers),
        is_base=at == base,
        is_first=paragraph.article == machine_cluster.first,
        is_new=paragraph_passage(paragraph) in cluster.review.added,
    )


def _nearest(at: int, base: int, cluster: Cluster, numbers: Mapping[int, int]) -> Nearness | None:
    own_links = [link for link in cluster.links if at in (link.a, link.b)]

    def rank(link: Link) -> tuple[bool, float, float]:
        return base in (link.a, link.b), link.jaccard, link.containment

    best = max(own_links, key=rank, default=None)
    if best is None or at == base:
        return None
    return Nearness(numbers[best.b if best.a == at else best.a], best.jaccard, best.containment)
