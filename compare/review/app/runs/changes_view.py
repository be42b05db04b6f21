"""A state and an earlier document of its story -> what changed since, in lines; what people had reviewed stands first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from compare.model import Passage
from compare.review.app.display.article_labels import columns_in, columns_of
from compare.review.app.display.messages import marked
from compare.review.app.requests.search_query import stretch
from compare.review.document_changes import ArticleChanges, Changes, ClaimChange, members_of
from compare.review.events import in_force
from compare.review.review_state import State
from reports.labels import Column

SHOWN = 100  # lines in a page
KINDS: Mapping[str, str] = MappingProxyType(
    {
        "reviewed": marked("Reviewed before"),
        "grown": marked("Grown"),
        "shrunk": marked("Shrunk"),
        "relations": marked("Other relations"),
        "new": marked("New"),
        "gone": marked("Gone"),
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """One of ``KINDS`` or empty for all, and from which line on."""

    kind: str = ""
    first: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """A passage that came or went."""

    column: Column
    start: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One claim; ``leads`` is the claim that it is now, if there is one. ``kinds`` are of ``KINDS``."""

    kinds: tuple[str, ...]
    wording: str
    language: str
    leads: str
    gained: tuple[Quote, ...]
    lost: tuple[Quote, ...]
    relations: tuple[tuple[Column, str, str], ...]


@dataclass(frozen=True, slots=True)
class Since:
    """Articles and claims that changed; ``counts`` has the lines of every kind, and ``all``."""

    articles: ArticleChanges
    columns: Mapping[str, Column]  # of both documents
    lines: tuple[Line, ...]
    counts: Mapping[str, int]
    before: int
    behind: int
    kept: int


def since(state: State, earlier: Mapping[str, Any], found: Changes, asked: Asked) -> Since:
    """The lines of one kind, or of all, from the one that is asked for."""
    columns = {**columns_in(earlier), **columns_of(state.run)}
    reviewed = _reviewed(state)
    lines = sorted((_line(change, columns, (state, reviewed)) for change in found.claims), key=lambda line: "reviewed" not in line.kinds)
    wanted = [line for line in lines if not asked.kind or asked.kind in line.kinds]
    shown = stretch(wanted, asked.first, SHOWN)
    return Since(
        articles=found.articles,
        columns=columns,
        lines=shown.lines,
        counts={"all": len(lines), **{name: sum(name in line.kinds for line in lines) for name in KINDS}},
        before=shown.before,
        behind=shown.behind,
        kept=found.kept,
    )


def _reviewed(state: State) -> frozenset[Passage]:
    """Where the passages stood that a person confirmed or judged."""
    standing = (event for event in in_force(state.events) if event.about == "claim")
    reviews = (event for event in standing if event.kind == "verdict" or (event.kind == "must_link" and not event.others))
    return frozenset(Passage(anchor.article, anchor.field, anchor.span) for event in reviews for anchor in event.passages)


def _line(change: ClaimChange, columns: Mapping[str, Column], given: tuple[State, frozenset[Passage]]) -> Line:
    state, reviewed = given
    shown = change.now or change.before or {}
    members = members_of(shown)
    led = state.claim_of(members) if change.now else None
    before = members_of(change.before) if change.before else ()
    is_kind = {
        "reviewed": not reviewed.isdisjoint(before),
        "grown": bool(change.before and change.gained),
        "shrunk": bool(change.now and change.lost),
        "relations": bool(change.relations),
        "new": change.before is None,
        "gone": change.now is None,
    }
    both = change.before is not None and change.now is not None
    return Line(
        kinds=tuple(kind for kind, holds in is_kind.items() if holds),
        wording=led.wording if led else shown["wording"],
        language=columns[members[0].article].language,
        leads=led.id if led else "",
        gained=tuple(_quotes(change.gained if both else (), columns, shown)),
        lost=tuple(_quotes(change.lost if both else (), columns, change.before or {})),
        relations=tuple((columns[one.article], one.before, one.now) for one in change.relations),
    )


def _quotes(passages: Iterable[Passage], columns: Mapping[str, Column], claim: Mapping[str, Any]) -> Iterable[Quote]:
    quotes = {(m["article"], m["field"], m["start"], m["end"]): m["quote"] for m in claim.get("members", ())}
    for passage in passages:
        place = passage.span
        yield Quote(columns[passage.article], place.start, quotes[passage.article, passage.field, place.start, place.end])
