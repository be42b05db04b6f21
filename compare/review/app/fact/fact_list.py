"""The facts of a review state -> the list that the screen shows, by what it asks for, and the ones before and after a fact."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlencode

from starlette.datastructures import QueryParams

from compare.review.app.display.messages import translatable
from compare.review.review_state import ReviewedClaim, ReviewState
from compare.review.reviewed_facts import ReviewedFact, mentions_of
from compare.story_result import Fact
from reports.labels import label_in

# What the list can show; "withdrawn" has what reviewers took out of the report.
FACT_FILTER_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "disputed": translatable("Disputed"),
        "updated": translatable("Updated"),
        "settled": translatable("Nobody disputes"),
        "withdrawn": translatable("Withdrawn"),
        "all": translatable("All"),
    }
)
STATE_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "disputed": translatable("Disputed"),
        "updated": translatable("Updated"),
        "agreed": translatable("Agreed"),
        "single": translatable("One voice"),
        "withdrawn": translatable("Withdrawn"),
    }
)
_SETTLED = frozenset(["agreed", "single"])


@dataclass(frozen=True, slots=True)
class FactItem:
    """One fact in the list: its name in the language of the reviewer, its state, and its values as they are printed."""

    id: str
    label: str
    state: str
    values: tuple[str, ...]
    status: str  # open, done or changed


@dataclass(frozen=True, slots=True)
class FactList:
    """The facts that the filter lets through, how many each filter has, and the neighbours of the fact that is shown."""

    items: tuple[FactItem, ...]
    counts: Mapping[str, int]
    show: str
    reviewed: int
    previous: str | None
    next: str | None

    @property
    def query_string(self) -> str:
        """What the links of the list pass on."""
        return "?" + urlencode({"show": self.show})


def list_facts(state: ReviewState, query: QueryParams, language: str, current: str | None = None) -> FactList:
    """In the order of the document; without a filter all disputed facts, or all facts where none is disputed."""
    labels = labels_of(state, language)
    items = [fact_item(fact, labels) for fact in state.facts]
    counts = {name: sum(_is_shown(item, name) for item in items) for name in FACT_FILTER_WORDS}
    asked = query.get("show", "")
    show = asked if asked in FACT_FILTER_WORDS else "disputed" if counts["disputed"] else "all"
    shown = [item for item in items if _is_shown(item, show)]
    ids = [item.id for item in shown]
    at = ids.index(current) if current in ids else None
    return FactList(
        items=tuple(shown),
        counts=counts,
        show=show,
        reviewed=sum(item.status == "done" for item in items),
        previous=ids[at - 1] if at else None,
        next=_next(ids, at),
    )


def facts_in(claim: ReviewedClaim, state: ReviewState, language: str) -> tuple[FactItem, ...]:
    """The facts that a sentence of the claim gives a value of, disputed ones first."""
    sentences = {(member.article, member.field, member.span) for member in claim.group.members}
    labels = labels_of(state, language)

    def touches(fact: ReviewedFact) -> bool:
        return any((said.article, said.field, said.sentence) in sentences for said in mentions_of(fact.machine_fact))

    items = (fact_item(fact, labels) for fact in state.facts if touches(fact))
    return tuple(sorted(items, key=lambda item: item.state != "disputed"))


def labels_of(state: ReviewState, language: str) -> Mapping[str, str]:
    """The name of each fact by its id."""
    return {fact["id"]: label_in(fact, language) for fact in state.run.document.get("facts", ())}


def fact_item(fact: ReviewedFact, labels: Mapping[str, str]) -> FactItem:
    """The line of a fact."""
    shown: Fact = fact.fact or fact.machine_fact
    return FactItem(
        id=fact.id,
        label=labels[fact.id],
        state=state_of(fact),
        values=tuple(value.display for value in shown.values),
        status=status_of(fact),
    )


def state_of(fact: ReviewedFact) -> str:
    """One of ``STATE_WORDS``."""
    return fact.fact.state if fact.fact else "withdrawn"


def status_of(fact: ReviewedFact) -> str:
    """``changed`` where values came or went since somebody confirmed it, ``done`` where somebody decided, else ``open``."""
    if fact.review.confirmed and fact.review.changed:
        return "changed"
    return "done" if fact.review.confirmed or fact.taken_out or fact.withdrawn else "open"


def _is_shown(item: FactItem, show: str) -> bool:
    return show in {"all", item.state} or (show == "settled" and item.state in _SETTLED)


def _next(ids: Sequence[str], at: int | None) -> str | None:
    """The one behind; the first where the fact that is shown is not in the list any more."""
    if at is None:
        return ids[0] if ids else None
    return ids[at + 1] if at + 1 < len(ids) else None
