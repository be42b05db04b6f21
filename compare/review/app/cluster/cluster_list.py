"""The near-duplicate clusters of a review state and a filter -> the lines of the list of clusters."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from compare.documents.to_document import cluster_value
from compare.review.app.display.article_labels import article_columns
from compare.review.app.display.messages import translatable
from compare.review.app.requests.search_query import contains_words, first_line, page_of_lines, search_words
from compare.review.review_run import Run
from compare.review.review_state import ReviewedCluster, ReviewState
from reports.duplicate_paragraphs import FigureContrast
from reports.labels import Column

CLUSTER_FILTER_WORDS: Mapping[str, str] = MappingProxyType(
    {"open": translatable("To review"), "figures": translatable("With different figures"), "all": translatable("All")}
)
MAX_LINES = 60  # lines in a page: 10,000 of them would take seconds to load
_HEADING_WORDS = 12


@dataclass(frozen=True, slots=True)
class ClusterSummary:
    """A cluster in brief. The differences in its words are left out: to find them for 10,000 clusters would take half a minute."""

    heading: str
    language: str
    texts: tuple[str, ...]
    articles: int
    contrasts: tuple[FigureContrast, ...]  # figures that differ
    is_not_body_text: bool  # all of it is boilerplate, captions or credit lines


@dataclass(frozen=True, slots=True)
class ClusterItem:
    """A line of the list; ``status`` is open, changed (since a person confirmed it) or done."""

    id: str
    summary: ClusterSummary
    status: str


@dataclass(frozen=True, slots=True)
class ClusterFilter:
    """Which clusters to list: one of ``CLUSTER_FILTER_WORDS``, words that a member must contain, and the first line to show."""

    show: str = "open"
    words: str = ""
    first: int = 0

    @property
    def query_string(self) -> str:
        """The filter as the query of a URL, without the line."""
        return "?" + urlencode({"show": self.show, **({"words": self.words} if self.words else {})})


@dataclass(frozen=True, slots=True)
class ClusterList:
    """The lines of one page, how many come before and after them, and the clusters before and after the one that is open."""

    cluster_filter: ClusterFilter
    counts: Mapping[str, int]
    items: tuple[ClusterItem, ...]
    before: int
    after: int
    previous: str | None
    next: str | None
    reviewed: int


def read_cluster_filter(query: Mapping[str, str]) -> ClusterFilter:
    """The filter in the query of a URL; an unknown filter becomes the first one."""
    show = query.get("show", "")
    return ClusterFilter(show if show in CLUSTER_FILTER_WORDS else "open", search_words(query), first_line(query))


def list_clusters(state: ReviewState, cluster_filter: ClusterFilter, current: str | None = None) -> ClusterList:
    """The lines from the one that the filter starts with; the open cluster has neighbours even if the filter leaves it out."""
    items = sorted((_cluster_item(cluster, state.run) for cluster in state.clusters), key=_sort_key)
    matching = [item for item in items if item.id == current or _matches(item, cluster_filter)]
    ids = [item.id for item in matching]
    at = ids.index(current) if current in ids else -1
    shown_items = [item for item in matching if _matches(item, cluster_filter)]
    page = page_of_lines(shown_items, cluster_filter.first, MAX_LINES)
    return ClusterList(
        cluster_filter=cluster_filter,
        counts={show: sum(_passes(item, show) for item in items) for show in CLUSTER_FILTER_WORDS},
        items=page.lines,
        before=page.before,
        after=page.after,
        previous=ids[at - 1] if at > 0 else None,
        next=ids[at + 1] if at + 1 < len(ids) else None,
        reviewed=sum(item.status == "done" for item in items),
    )


def cluster_summary(cluster: ReviewedCluster, run: Run) -> ClusterSummary:
    """The cluster in brief; made once for equal members, since the id is made of them."""
    summary: ClusterSummary = run.cached(("cluster summary", cluster.id), partial(_summary, cluster, run))
    return summary


def status_of(cluster: ReviewedCluster) -> str:
    """Open, changed or done."""
    return "changed" if cluster.review.changed else "open" if cluster.review.needs_decision else "done"


def _summary(cluster: ReviewedCluster, run: Run) -> ClusterSummary:
    columns, members = article_columns(run), cluster.cluster.members
    known: Mapping[str, Mapping[str, Any]] = run.cached(
        "cluster values", lambda: {value["id"]: value for value in run.document["clusters"]}
    )
    texts = tuple(member.span.of(run.articles[member.article].text) for member in members)
    value = known.get(cluster.id) or cluster_value(cluster.cluster, {article.id: article.text for article in run.articles.values()})
    first = next((at for at, member in enumerate(members) if member.article == cluster.cluster.first), 0)
    words = texts[first].split()
    return ClusterSummary(
        heading=" ".join(words[:_HEADING_WORDS]) + ("…" if len(words) > _HEADING_WORDS else ""),
        language=columns[members[first].article].language,
        texts=texts,
        articles=len({member.article for member in members}),
        contrasts=tuple(_contrast(found, [columns[member.article] for member in members]) for found in value["differences"]),
        is_not_body_text=all(member.mark for member in members),
    )


def _contrast(found: Mapping[str, Any], columns: Sequence[Column]) -> FigureContrast:
    return FigureContrast(columns[found["a"]], found["says"][0], columns[found["b"]], found["says"][1])


def _cluster_item(cluster: ReviewedCluster, run: Run) -> ClusterItem:
    return ClusterItem(cluster.id, cluster_summary(cluster, run), status_of(cluster))


def _sort_key(item: ClusterItem) -> tuple[bool, bool, bool, int]:
    """Changed clusters first, then those with different figures; body text before the rest; more articles before fewer."""
    return item.status != "changed", not item.summary.contrasts, item.summary.is_not_body_text, -item.summary.articles


def _matches(item: ClusterItem, cluster_filter: ClusterFilter) -> bool:
    return _passes(item, cluster_filter.show) and any(contains_words(text, cluster_filter.words) for text in item.summary.texts)


def _passes(item: ClusterItem, show: str) -> bool:
    return show == "all" or (bool(item.summary.contrasts) if show == "figures" else item.status != "done")
