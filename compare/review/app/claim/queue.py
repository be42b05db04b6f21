"""A review snapshot and a filter -> the queue of claims to review, the ones most worth a look first."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from types import MappingProxyType
from urllib.parse import urlencode

from compare.model import UNTOLD, ClaimGroup
from compare.review.app.display.messages import translatable
from compare.review.app.requests.search_query import search_words
from compare.review.app.runs.story_review import Snapshot
from compare.review.group_reviews import GroupReview
from compare.review.review_run import Run
from compare.review.review_state import ReviewedClaim

QUEUE_FILTER_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "open": translatable("Needs a decision"),
        "changed": translatable("Changed since review"),
        "conflicts": translatable("Conflicts"),
        "unsure": translatable("Unsure"),
        "reviewed": translatable("Reviewed"),
        "all": translatable("All"),
    }
)
# The status of a claim -> its icon, its CSS class and its words.
STATUS_WORDS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "open": ("open", "open", translatable("Not reviewed")),
        "confirmed": ("agrees", "done", translatable("Confirmed")),
        "verdict": ("verdict", "done", translatable("Judged")),
        "unsure": ("unsure", "warning", translatable("Unsure")),
        "changed": ("changed", "warning", translatable("Changed since review")),
    }
)
_MAX_LINES, _LINES_BEFORE = 60, 8  # in a page, and before the open claim: 10,000 lines would take seconds to load
_CACHED_SNAPSHOTS = 16


@dataclass(frozen=True, slots=True)
class QueueItem:
    """A line of the queue; ``weight`` is conflict × uncertainty × reach, ``reviewers`` confirmed the claim or gave a verdict."""

    id: str
    wording: str
    language: str
    passages: int
    conflicts: int
    score: float
    status: str  # open, confirmed, verdict, unsure, changed
    needs_decision: bool
    reviewers: frozenset[str]
    weight: float
    searchable: str  # in lower case


# A filter -> whether it lets a line through.
_FILTERS: Mapping[str, Callable[[QueueItem], bool]] = MappingProxyType(
    {
        "open": lambda item: item.needs_decision,
        "changed": lambda item: item.status == "changed",
        "conflicts": lambda item: item.conflicts > 0,
        "unsure": lambda item: item.status == "unsure",
        "reviewed": lambda item: not item.needs_decision,
        "all": lambda _: True,
    }
)


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which claims to list: one of ``QUEUE_FILTER_WORDS``, and words that the claim must contain."""

    show: str = "open"
    words: str = ""

    @property
    def query_string(self) -> str:
        """The filter as the query of a URL."""
        return "?" + urlencode({"show": self.show, **({"words": self.words} if self.words else {})})


@dataclass(frozen=True, slots=True)
class Queue:
    """The lines of one page, how many come before and after them, and the claims before and after the one that is open."""

    queue_filter: QueueFilter
    counts: Mapping[str, int]
    items: tuple[QueueItem, ...]
    before: int
    after: int
    previous: str | None
    next: str | None
    reviewers: Mapping[str, int]  # how many claims each reviewer confirmed or gave a verdict on


def read_queue_filter(query: Mapping[str, str]) -> QueueFilter:
    """The filter in the query of a URL; an unknown filter becomes the first one."""
    show = query.get("show", "")
    return QueueFilter(show if show in QUEUE_FILTER_WORDS else "open", search_words(query))


def make_queue(snapshot: Snapshot, queue_filter: QueueFilter, current: str | None = None) -> Queue:
    """The lines around the claim that is open, or the first lines."""
    ranked = _ranked(snapshot)
    words = queue_filter.words.lower().split()
    matching = [
        at for at, item in enumerate(ranked.items) if _FILTERS[queue_filter.show](item) and all(word in item.searchable for word in words)
    ]
    position = ranked.positions.get(current or "", -1)
    # The claim that is open need not match: a decision may just have changed that.
    before, after = [at for at in matching if at < position], [at for at in matching if at > position]
    first = max(0, min(len(before) - _LINES_BEFORE, len(matching) - _MAX_LINES))
    return Queue(
        queue_filter=queue_filter,
        counts=ranked.counts,
        items=tuple(ranked.items[at] for at in matching[first : first + _MAX_LINES]),
        before=first,
        after=max(0, len(matching) - first - _MAX_LINES),
        previous=ranked.items[before[-1]].id if before else None,
        next=ranked.items[after[0]].id if after else None,
        reviewers=ranked.reviewers,
    )


def next_claim(snapshot: Snapshot, queue_filter: QueueFilter, current: str) -> str | None:
    """The claim to go to when this one is finished: the next that matches, else the first; ``None`` if there is no other."""
    after = make_queue(snapshot, queue_filter, current).next
    first = make_queue(snapshot, queue_filter).next
    return after or (first if first != current else None)


def status_of(review: GroupReview) -> str:
    """A key of ``STATUS_WORDS``; if several apply, the most important one."""
    if review.changed:
        return "changed"
    if review.unsure:
        return "unsure"
    return "verdict" if review.verdict else "confirmed" if review.confirmed else "open"


@dataclass(frozen=True, slots=True)
class _Ranked:
    items: tuple[QueueItem, ...]
    positions: Mapping[str, int]
    counts: Mapping[str, int]
    reviewers: Mapping[str, int]


@lru_cache(_CACHED_SNAPSHOTS)
def _ranked(snapshot: Snapshot) -> _Ranked:
    """Every claim, the highest weight first, equal weights in the order of the run; made once for each snapshot."""
    items = tuple(sorted((_cached_item(claim, snapshot.state.run) for claim in snapshot.state.claims), key=lambda item: -item.weight))
    reviewers: dict[str, int] = {}
    for item in items:
        for name in item.reviewers:
            reviewers[name] = reviewers.get(name, 0) + 1
    return _Ranked(
        items=items,
        positions={item.id: at for at, item in enumerate(items)},
        counts={show: sum(map(matching, items)) for show, matching in _FILTERS.items()},
        reviewers=reviewers,
    )


def _cached_item(claim: ReviewedClaim, run: Run) -> QueueItem:
    """The line of a claim; made once for a claim without decisions."""
    return _queue_item(claim) if claim.review.history else run.cached(("item", claim.id), partial(_queue_item, claim))


def _queue_item(claim: ReviewedClaim) -> QueueItem:
    group, review = claim.group, claim.review
    conflicts = sum(relation.kind == "conflicts" for relation in group.relations)
    return QueueItem(
        id=claim.id,
        wording=claim.wording,
        language=wording_language(claim),
        passages=len(group.members),
        conflicts=conflicts,
        score=group.score,
        status=status_of(review),
        needs_decision=review.needs_decision,
        reviewers=frozenset(event.reviewer for event in (review.confirmed, review.verdict) if event),
        weight=_weight(claim.machine_group),
        searchable="\n".join((claim.id, claim.wording, *(member.quote for member in group.members))).lower(),
    )


def _weight(group: ClaimGroup) -> float:
    """From the relations that the machine found, so that a claim keeps its place in the queue when a reviewer sets a relation."""
    telling = [relation for relation in group.relations if relation.kind not in UNTOLD]
    conflicts = sum(relation.kind == "conflicts" for relation in telling)
    return (1 + conflicts) * (1.1 - min(1.0, group.score)) * len(telling) / max(1, len(group.relations))


def wording_language(claim: ReviewedClaim) -> str:
    """The language of the sentence that gave the claim its wording; empty for a reviewer's own words."""
    if claim.review.wording:
        return ""
    members = claim.group.members
    return next((member for member in members if member.quote == claim.wording), members[0]).language
