"""The near-duplicate clusters of a state -> the list of them, as far as it is asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from compare.documents.to_document import cluster_value
from compare.review.app.display.article_labels import columns_of
from compare.review.app.display.messages import marked
from compare.review.app.requests.search_query import holds, line_in, stretch, words_in
from compare.review.review_run import Run
from compare.review.review_state import ReviewedCluster, State
from reports.duplicate_paragraphs import FigureContrast
from reports.labels import Column

SHOWS: Mapping[str, str] = MappingProxyType(
    {"open": marked("To review"), "figures": marked("With different figures"), "all": marked("All")}
)
SHOWN = 60  # lines in a page: 10,000 of them would take seconds to load


_HEADING_WORDS = 12


@dataclass(frozen=True, slots=True)
class Copies:
    """What a cluster is, without the differences of its words: finding those for 10,000 clusters would take half a minute."""

    heading: str
    language: str
    texts: tuple[str, ...]
    articles: int
    contrasts: tuple[FigureContrast, ...]  # figures that differ
    marked: bool  # none of it is body text


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the list; ``standing`` is open, changed (since a person confirmed it) or done."""

    id: str
    copies: Copies
    standing: str


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the list is wanted: one of ``SHOWS``, words that a member must hold, and from which line on."""

    show: str = "open"
    words: str = ""
    first: int = 0

    @property
    def query(self) -> str:
        """The same as the end of an address, without the line."""
        return "?" + urlencode({"show": self.show, **({"words": self.words} if self.words else {})})


@dataclass(frozen=True, slots=True)
class Listing:
    """What is in the page: some lines, how many stand before and behind them, and what leads on from the cluster that is open."""

    asked: Asked
    counts: Mapping[str, int]
    items: tuple[Item, ...]
    before: int
    behind: int
    previous: str | None
    next: str | None
    reviewed: int


def asked_of(query: Mapping[str, str]) -> Asked:
    """What an address asks for; a filter that there is not is the first one."""
    show = query.get("show", "")
    return Asked(show if show in SHOWS else "open", words_in(query), line_in(query))


def listing_of(state: State, asked: Asked, current: str | None = None) -> Listing:
    """The lines from the one that is asked for; the one that is open has its neighbours even where the filter leaves it out."""
    everything = sorted((_item(cluster, state.run) for cluster in state.clusters), key=_rank)
    wanted = [item for item in everything if item.id == current or _is_wanted(item, asked)]
    ids = [item.id for item in wanted]
    at = ids.index(current) if current in ids else -1
    lines = [item for item in wanted if _is_wanted(item, asked)]
    shown = stretch(lines, asked.first, SHOWN)
    return Listing(
        asked=asked,
        counts={show: sum(_is_shown(item, show) for item in everything) for show in SHOWS},
        items=shown.lines,
        before=shown.before,
        behind=shown.behind,
        previous=ids[at - 1] if at > 0 else None,
        next=ids[at + 1] if at + 1 < len(ids) else None,
        reviewed=sum(item.standing == "done" for item in everything),
    )


def copies_in(cluster: ReviewedCluster, run: Run) -> Copies:
    """The cluster at a glance; made once for all clusters of these members, whose id is made of them."""
    made: Copies = run.kept(("copies at a glance", cluster.id), partial(_copies, cluster, run))
    return made


def standing_of(cluster: ReviewedCluster) -> str:
    """Open, changed or done."""
    return "changed" if cluster.decided.changed else "open" if cluster.decided.needs_decision else "done"


def _copies(cluster: ReviewedCluster, run: Run) -> Copies:
    columns, members = columns_of(run), cluster.cluster.members
    known: Mapping[str, Mapping[str, Any]] = run.kept("cluster values", lambda: {value["id"]: value for value in run.document["clusters"]})
    texts = tuple(member.span.of(run.articles[member.article].text) for member in members)
    value = known.get(cluster.id) or cluster_value(cluster.cluster, {article.id: article.text for article in run.articles.values()})
    first = next((at for at, member in enumerate(members) if member.article == cluster.cluster.first), 0)
    words = texts[first].split()
    return Copies(
        heading=" ".join(words[:_HEADING_WORDS]) + ("…" if len(words) > _HEADING_WORDS else ""),
        language=columns[members[first].article].language,
        texts=texts,
        articles=len({member.article for member in members}),
        contrasts=tuple(_contrast(found, [columns[member.article] for member in members]) for found in value["differences"]),
        marked=all(member.mark for member in members),
    )


def _contrast(found: Mapping[str, Any], columns: Sequence[Column]) -> FigureContrast:
    return FigureContrast(columns[found["a"]], found["says"][0], columns[found["b"]], found["says"][1])


def _item(cluster: ReviewedCluster, run: Run) -> Item:
    return Item(cluster.id, copies_in(cluster, run), standing_of(cluster))


def _rank(item: Item) -> tuple[bool, bool, bool, int]:
    """Changed ones first, then different figures, body text before the rest, the widest spread first."""
    return item.standing != "changed", not item.copies.contrasts, item.copies.marked, -item.copies.articles


def _is_wanted(item: Item, asked: Asked) -> bool:
    return _is_shown(item, asked.show) and any(holds(text, asked.words) for text in item.copies.texts)


def _is_shown(item: Item, show: str) -> bool:
    return show == "all" or (bool(item.copies.contrasts) if show == "figures" else item.standing != "done")
