"""A review state and an earlier document of the story -> the claims that changed since; those that were reviewed come first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from compare.model import Passage
from compare.review.app.display.article_labels import article_columns, document_columns
from compare.review.app.display.messages import translatable
from compare.review.app.requests.search_query import page_of_lines
from compare.review.document_changes import ArticleChanges, Changes, ClaimChange, member_passages
from compare.review.events import active_events
from compare.review.review_state import ReviewState
from reports.labels import Column

MAX_LINES = 100  # lines in a page
CHANGE_KIND_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "reviewed": translatable("Reviewed before"),
        "grown": translatable("Grown"),
        "shrunk": translatable("Shrunk"),
        "relations": translatable("Other relations"),
        "new": translatable("New"),
        "gone": translatable("Gone"),
    }
)


@dataclass(frozen=True, slots=True)
class ChangesFilter:
    """Which changes to list: one of ``CHANGE_KIND_WORDS`` or empty for all; and the first line to show."""

    kind: str = ""
    first: int = 0


@dataclass(frozen=True, slots=True)
class ChangedQuote:
    """A passage that a claim gained or lost."""

    column: Column
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class ChangedClaim:
    """A claim that changed, in ``kinds`` of ``CHANGE_KIND_WORDS``; ``current_claim`` is the id of the claim that it is now, or empty."""

    kinds: tuple[str, ...]
    wording: str
    language: str
    current_claim: str
    gained: tuple[ChangedQuote, ...]
    lost: tuple[ChangedQuote, ...]
    relations: tuple[tuple[Column, str, str], ...]


@dataclass(frozen=True, slots=True)
class ChangesView:
    """The articles and claims that changed; ``counts`` has the number of claims for each kind and for ``all``."""

    articles: ArticleChanges
    columns: Mapping[str, Column]  # of both documents
    claims: tuple[ChangedClaim, ...]
    counts: Mapping[str, int]
    before: int
    after: int
    unchanged: int


def changes_view(state: ReviewState, earlier: Mapping[str, Any], changes: Changes, changes_filter: ChangesFilter) -> ChangesView:
    """The changed claims that the filter asks for."""
    columns = {**document_columns(earlier), **article_columns(state.run)}
    reviewed = _reviewed(state)
    claims = sorted(
        (_changed_claim(change, columns, (state, reviewed)) for change in changes.claims), key=lambda claim: "reviewed" not in claim.kinds
    )
    matching = [claim for claim in claims if not changes_filter.kind or changes_filter.kind in claim.kinds]
    page = page_of_lines(matching, changes_filter.first, MAX_LINES)
    return ChangesView(
        articles=changes.articles,
        columns=columns,
        claims=page.lines,
        counts={"all": len(claims), **{name: sum(name in claim.kinds for claim in claims) for name in CHANGE_KIND_WORDS}},
        before=page.before,
        after=page.after,
        unchanged=changes.unchanged,
    )


def _reviewed(state: ReviewState) -> frozenset[Passage]:
    """The passages of all claims that a reviewer confirmed or gave a verdict on, where they were then."""
    active = (event for event in active_events(state.events) if event.about == "claim")
    reviews = (event for event in active if event.kind == "verdict" or (event.kind == "must_link" and not event.others))
    return frozenset(Passage(anchor.article, anchor.field, anchor.span) for event in reviews for anchor in event.passages)


def _changed_claim(change: ClaimChange, columns: Mapping[str, Column], context: tuple[ReviewState, frozenset[Passage]]) -> ChangedClaim:
    state, reviewed = context
    latest = change.now or change.before or {}
    members = member_passages(latest)
    current = state.claim_with(members) if change.now else None
    before = member_passages(change.before) if change.before else ()
    has_kind = {
        "reviewed": not reviewed.isdisjoint(before),
        "grown": bool(change.before and change.gained),
        "shrunk": bool(change.now and change.lost),
        "relations": bool(change.relations),
        "new": change.before is None,
        "gone": change.now is None,
    }
    both = change.before is not None and change.now is not None
    return ChangedClaim(
        kinds=tuple(kind for kind, applies in has_kind.items() if applies),
        wording=current.wording if current else latest["wording"],
        language=columns[members[0].article].language,
        current_claim=current.id if current else "",
        gained=tuple(_quotes(change.gained if both else (), columns, latest)),
        lost=tuple(_quotes(change.lost if both else (), columns, change.before or {})),
        relations=tuple((columns[one.article], one.before, one.now) for one in change.relations),
    )


def _quotes(passages: Iterable[Passage], columns: Mapping[str, Column], claim: Mapping[str, Any]) -> Iterable[ChangedQuote]:
    quotes = {(m["article"], m["field"], m["start"], m["end"]): m["quote"] for m in claim.get("members", ())}
    for passage in passages:
        span = passage.span
        yield ChangedQuote(columns[passage.article], span.start, quotes[passage.article, passage.field, span.start, span.end])
