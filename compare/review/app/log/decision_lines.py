"""A decision -> what was done, in words, and on which page it is now."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from compare.model import Passage
from compare.review.anchors import Anchor, Found, locate
from compare.review.app.display.decision_words import DEEDS, OWN_WORDS, VALUES, kind_of
from compare.review.app.requests.page_urls import segment
from compare.review.events import About, Event, undone_acts
from compare.review.review_state import State

_SINGLES = frozenset({"relation", "base", "reanchor"})
_QUOTES = 3  # of the passages of a decision, in a line of the log


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the log; ``value`` is a message of ours, ``says`` a person's words, ``named`` are passages singled out of a group."""

    event: Event
    done: str
    value: str
    says: str
    quotes: tuple[str, ...]
    more: int  # further passages
    named: tuple[str, ...]
    is_undone: bool
    ledger: "Ledger" = field(repr=False, compare=False)

    @property
    def leads(self) -> str:
        """Where its passages are now, below the home of the run, or empty; not every page asks."""
        return self.ledger.leads(self.event)


class Ledger:
    """The decisions of a state, each with the page where its passages are now."""

    def __init__(self, state: State) -> None:
        """The groups are looked through once, for the first line; a further one costs what its passages cost."""
        self._state = state
        self._undone = undone_acts(state.events)
        self._acts = {event.act: event for event in reversed(state.events)}

    @cached_property
    def _holders(self) -> Mapping[About, Mapping[Passage, list[str]]]:
        return {
            "claim": _holders([(claim.id, claim.members) for claim in self._state.claims]),
            "duplicates": _holders([(cluster.id, cluster.members) for cluster in self._state.clusters]),
        }

    def of(self, event: Event) -> Entry:
        """What the event says, or what it takes back."""
        told = self._origin(event)
        values = VALUES.get(event.kind, {})
        return Entry(
            event=event,
            done=DEEDS[kind_of(event, self._acts)],
            value=values.get(event.value or "", ""),
            says=(event.value or "") if event.kind in OWN_WORDS else "",
            quotes=tuple(anchor.quote for anchor in told.passages[:_QUOTES]),
            more=max(0, len(told.passages) - _QUOTES),
            named=tuple(anchor.quote for anchor in event.passages) if event.others or event.kind in _SINGLES else (),
            is_undone=event.act in self._undone,
            ledger=self,
        )

    def kind(self, event: Event) -> str:
        """One of ``DEEDS``."""
        return kind_of(event, self._acts)

    def leads(self, event: Event) -> str:
        """The page of the group that holds most of the passages now, else of the article that the first of them is in."""
        told = self._origin(event)
        found = [place for anchor in (*told.passages, *told.others) if (place := self._place(anchor))]
        holders = self._holders[told.about]
        count = Counter(group for passage in found for group in holders.get(passage, ()))
        if count:
            kind = "claims" if told.about == "claim" else "clusters"
            return f"{kind}/{segment(min(count, key=lambda group: (-count[group], group)))}"
        return f"articles/{segment(found[0].article)}#s{found[0].span.start}" if found else ""

    def _place(self, anchor: Anchor) -> Passage | None:
        """Where the passage is; those of an undone decision were not looked for, as nothing hangs on them."""
        known = self._state.resolved.where.get(anchor)
        located = None if known else locate(anchor, self._state.run.shelf)
        return located.passage if isinstance(located, Found) else known

    def _origin(self, event: Event) -> Event:
        """The decision itself; of an undo, what it is about in the end."""
        while event.kind == "undo" and event.value in self._acts:
            event = self._acts[event.value]
        return event


def _holders(groups: Iterable[tuple[str, Iterable[Passage]]]) -> Mapping[Passage, list[str]]:
    held: dict[Passage, list[str]] = {}
    for name, members in groups:
        for passage in members:
            held.setdefault(passage, []).append(name)
    return held
