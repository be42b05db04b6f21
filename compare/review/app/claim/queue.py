"""The state of a review -> the queue: what is most worth a look first, as far as it is asked for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from types import MappingProxyType
from urllib.parse import urlencode

from compare.model import UNTOLD, ClaimGroup
from compare.review.app.display.messages import marked
from compare.review.app.requests.search_query import words_in
from compare.review.app.runs.story_review import View
from compare.review.review_run import Run
from compare.review.review_state import ReviewedClaim
from compare.review.group_reviews import Decided

SHOWS: Mapping[str, str] = MappingProxyType(
    {
        "open": marked("Needs a decision"),
        "changed": marked("Changed since review"),
        "conflicts": marked("Conflicts"),
        "unsure": marked("Unsure"),
        "reviewed": marked("Reviewed"),
        "all": marked("All"),
    }
)
# What stands of a claim -> its icon, its look and its name.
STANDINGS: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "open": ("open", "todo", marked("Not reviewed")),
        "confirmed": ("agrees", "done", marked("Confirmed")),
        "verdict": ("verdict", "done", marked("Judged")),
        "unsure": ("unsure", "warnc", marked("Unsure")),
        "changed": ("changed", "warnc", marked("Changed since review")),
    }
)
_BEFORE, _SHOWN = 8, 60  # lines of the queue in a page: 10,000 of them would take seconds to load
_KEPT = 16  # queues of the stories that were looked at last


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the queue; ``weight`` is conflict × uncertainty × reach, ``by`` are those who confirmed or judged."""

    id: str
    wording: str
    language: str
    passages: int
    conflicts: int
    score: float
    standing: str  # open, confirmed, verdict, unsure, changed
    needs_decision: bool
    by: frozenset[str]
    weight: float
    words: str


# A filter -> what it lets through.
_FILTERS: Mapping[str, Callable[[Item], bool]] = MappingProxyType(
    {
        "open": lambda item: item.needs_decision,
        "changed": lambda item: item.standing == "changed",
        "conflicts": lambda item: item.conflicts > 0,
        "unsure": lambda item: item.standing == "unsure",
        "reviewed": lambda item: not item.needs_decision,
        "all": lambda _: True,
    }
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What of the queue is wanted: one of ``SHOWS``, and words that the claim must hold."""

    show: str = "open"
    words: str = ""

    @property
    def query(self) -> str:
        """The same as the end of an address."""
        return "?" + urlencode({"show": self.show, **({"words": self.words} if self.words else {})})


@dataclass(frozen=True, slots=True)
class Queue:
    """What is in the page: some lines, how many stand before and behind them, and what leads on from the claim that is open."""

    asked: Asked
    counts: Mapping[str, int]
    items: tuple[Item, ...]
    before: int
    behind: int
    previous: str | None
    next: str | None
    by: Mapping[str, int]  # how many claims each reviewer confirmed or judged


def asked_of(query: Mapping[str, str]) -> Asked:
    """What an address asks for; a filter that there is not is the first one."""
    show = query.get("show", "")
    return Asked(show if show in SHOWS else "open", words_in(query))


def queue_of(view: View, asked: Asked, current: str | None = None) -> Queue:
    """The lines around the claim that is open, or the first ones."""
    ranked = _ranked(view)
    words = asked.words.lower().split()
    wanted = [at for at, item in enumerate(ranked.items) if _FILTERS[asked.show](item) and all(word in item.words for word in words)]
    place = ranked.places.get(current or "", -1)
    # The claim that is open need not be among those wanted: a decision has just taken it out of them.
    before, behind = [at for at in wanted if at < place], [at for at in wanted if at > place]
    first = max(0, min(len(before) - _BEFORE, len(wanted) - _SHOWN))
    return Queue(
        asked=asked,
        counts=ranked.counts,
        items=tuple(ranked.items[at] for at in wanted[first : first + _SHOWN]),
        before=first,
        behind=max(0, len(wanted) - first - _SHOWN),
        previous=ranked.items[before[-1]].id if before else None,
        next=ranked.items[behind[0]].id if behind else None,
        by=ranked.by,
    )


def follower(view: View, asked: Asked, current: str) -> str | None:
    """The claim to go to when this one is done: the next that is wanted, or the first one, if there is another."""
    after = queue_of(view, asked, current).next
    first = queue_of(view, asked).next
    return after or (first if first != current else None)


def standing_of(decided: Decided) -> str:
    """In one word, the one that matters most first."""
    if decided.changed:
        return "changed"
    if decided.unsure:
        return "unsure"
    return "verdict" if decided.verdict else "confirmed" if decided.confirmed else "open"


@dataclass(frozen=True, slots=True)
class _Ranked:
    items: tuple[Item, ...]
    places: Mapping[str, int]
    counts: Mapping[str, int]
    by: Mapping[str, int]


@lru_cache(_KEPT)
def _ranked(view: View) -> _Ranked:
    """Every claim, the heaviest first, those of one weight in the order of the run; once for each view."""
    items = tuple(sorted((_kept_item(claim, view.state.run) for claim in view.state.claims), key=lambda item: -item.weight))
    by: dict[str, int] = {}
    for item in items:
        for name in item.by:
            by[name] = by.get(name, 0) + 1
    return _Ranked(
        items=items,
        places={item.id: at for at, item in enumerate(items)},
        counts={show: sum(map(wanted, items)) for show, wanted in _FILTERS.items()},
        by=by,
    )


def _kept_item(claim: ReviewedClaim, run: Run) -> Item:
    """Of a claim that nobody decided on, the same line as in the view before."""
    return _item(claim) if claim.decided.history else run.kept(("item", claim.id), partial(_item, claim))


def _item(claim: ReviewedClaim) -> Item:
    group, decided = claim.group, claim.decided
    conflicts = sum(relation.kind == "conflicts" for relation in group.relations)
    return Item(
        id=claim.id,
        wording=claim.wording,
        language=language_of(claim),
        passages=len(group.members),
        conflicts=conflicts,
        score=group.score,
        standing=standing_of(decided),
        needs_decision=decided.needs_decision,
        by=frozenset(event.reviewer for event in (decided.confirmed, decided.verdict) if event),
        weight=_weight(claim.told),
        words="\n".join((claim.id, claim.wording, *(member.quote for member in group.members))).lower(),
    )


def _weight(group: ClaimGroup) -> float:
    """By what the machine found: a relation that a reviewer sets must not move the claim away under their hands."""
    said = [relation for relation in group.relations if relation.kind not in UNTOLD]
    conflicts = sum(relation.kind == "conflicts" for relation in said)
    return (1 + conflicts) * (1.1 - min(1.0, group.score)) * len(said) / max(1, len(group.relations))


def language_of(claim: ReviewedClaim) -> str:
    """Of the member that gave the claim its wording; a reviewer's own words are in no known one."""
    if claim.decided.wording:
        return ""
    members = claim.group.members
    return next((member for member in members if member.quote == claim.wording), members[0]).language
