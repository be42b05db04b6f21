"""The claims of a run -> the queue: what is most worth a look first, as far as it is asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any
from urllib.parse import urlencode

from compare.review.app.words import marked
from compare.review.app.work import Work
from reports.labels import outlets_of

SHOWS: Mapping[str, str] = MappingProxyType({"open": marked("Needs a decision"), "conflicts": marked("Conflicts"), "all": marked("All")})
_BEFORE, _SHOWN = 8, 60  # lines of the queue in a page: 10,000 of them would take seconds to load


@dataclass(frozen=True, slots=True)
class Item:
    """A line of the queue; ``weight`` is conflict × uncertainty × reach."""

    id: str
    wording: str
    language: str
    passages: int
    conflicts: int
    score: float
    standing: str  # open, done
    weight: float


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
    reviewed: int


def asked_of(query: Mapping[str, str]) -> Asked:
    """What an address asks for; a filter that there is not is the first one."""
    show = query.get("show", "")
    return Asked(show if show in SHOWS else "open", " ".join(query.get("words", "").split()))


def queue_of(run: Work, asked: Asked, current: str | None = None) -> Queue:
    """The lines around the claim that is open, or the first ones."""
    everything = _ranked(run)
    wanted = [item for item in everything if _is_wanted(item, asked)]
    ids = [item.id for item in wanted]
    at = ids.index(current) if current in ids else -1
    first = max(0, min(at - _BEFORE, len(wanted) - _SHOWN))
    return Queue(
        asked=asked,
        counts={show: sum(_is_shown(item, show) for item in everything) for show in SHOWS},
        items=tuple(wanted[first : first + _SHOWN]),
        before=first,
        behind=max(0, len(wanted) - first - _SHOWN),
        previous=ids[at - 1] if at > 0 else None,
        next=ids[at + 1] if at + 1 < len(ids) else None,
        reviewed=sum(item.standing == "done" for item in everything),
    )


@cache
def _ranked(run: Work) -> tuple[Item, ...]:
    """Every claim, the heaviest first, those of one weight in the order of the document."""
    languages = {column.id: column.language for outlet in outlets_of(run.document["articles"]) for column in outlet.columns}
    items = [_item(claim, languages) for claim in run.document["claims"]]
    return tuple(sorted(items, key=lambda item: -item.weight))


def _item(claim: Mapping[str, Any], languages: Mapping[str, str]) -> Item:
    said = [source for source in claim["sources"] if source["relation"] != "silent"]
    conflicts = sum(source["relation"] == "conflicts" for source in said)
    uncertainty = 1 - min(1.0, float(claim["score"]["total"]))
    return Item(
        id=claim["id"],
        wording=claim["wording"],
        language=languages[_worded(claim)["article"]],
        passages=len(claim["members"]),
        conflicts=conflicts,
        score=claim["score"]["total"],
        standing="done" if claim.get("review") else "open",
        weight=(1 + conflicts) * (0.1 + uncertainty) * len(said) / max(1, len(claim["sources"])),
    )


def _worded(claim: Mapping[str, Any]) -> Mapping[str, Any]:
    """The member that gave the claim its wording."""
    members: Sequence[Mapping[str, Any]] = claim["members"]
    return next((member for member in members if member["quote"] == claim["wording"]), members[0])


def _is_wanted(item: Item, asked: Asked) -> bool:
    return _is_shown(item, asked.show) and all(word in item.wording.lower() for word in asked.words.lower().split())


def _is_shown(item: Item, show: str) -> bool:
    return show == "all" or (item.conflicts > 0 if show == "conflicts" else item.standing == show)
