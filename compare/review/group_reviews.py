"""Decisions in force and the groups as they are now -> what stands decided of each group, and what came to it since."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Links, Passage
from compare.review.events import About, Event
from compare.review.link_decisions import links_of
from compare.review.resolve_anchors import Resolved
from compare.review.regroup import Members

_KINDS_OF_A_GROUP = frozenset(["wording", "verdict", "note", "unsure", "base", "relation"])


@dataclass(frozen=True, slots=True)
class Decided:
    """What stands decided of one group, last words only; ``history`` is all of it in order."""

    confirmed: Event | None = None
    verdict: Event | None = None
    withheld: Event | None = None  # a verdict given before a member came that conflicts
    wording: Event | None = None
    note: Event | None = None
    unsure: Event | None = None  # said after the last confirmation or verdict
    base: Passage | None = None
    relations: tuple[tuple[Passage, Event], ...] = ()
    history: tuple[Event, ...] = ()
    added: frozenset[Passage] = frozenset()  # members that came after the last confirmation or verdict, and that nobody put there
    lost: int = 0  # passages of that decision that are not in the group and that nobody took out of it

    @property
    def changed(self) -> bool:
        """Whether the group is not the one that was confirmed or judged."""
        return bool(self.added or self.lost)

    @property
    def needs_decision(self) -> bool:
        """Whether a person has still to look at it."""
        return self.changed or not (self.confirmed or self.verdict)


_NOTHING = Decided()


class Decisions:
    """The decisions about one kind of group, by the groups that they are about now."""

    def __init__(self, standing: Sequence[Event], about: About, resolved: Resolved, groups: Sequence[Members]) -> None:
        """Every event goes to the group that holds most of its passages, if that is more than half of them, else to none.

        A note goes to the group that holds most of them, however few: it must not be lost. Link decisions are of the history of every group
        that they speak of.
        """
        self._links: Links = links_of(standing, about, resolved.where)
        self._where = resolved.where
        self._groups = groups
        spoken_of = frozenset(resolved.where.values())
        self._holders: dict[Passage, list[int]] = {}
        for at, members in enumerate(groups):
            for passage in members & spoken_of:
                self._holders.setdefault(passage, []).append(at)
        self._events: dict[int, list[Event]] = {}
        self._history: dict[int, list[Event]] = {}
        for event in standing:
            if event.about == about and event.kind != "reanchor":
                self._assign(event)

    def of(self, at: int) -> Decided:
        """What stands decided of the group at this place."""
        if at not in self._events:
            return Decided(history=tuple(self._history[at])) if at in self._history else _NOTHING
        events, members = self._events[at], self._groups[at]
        last = {event.kind: event for event in events}
        confirmed, verdict = last.get("must_link"), last.get("verdict")
        reviewed = [event for event in events if event in (confirmed, verdict)]
        unsure = last.get("unsure")
        relations = {self._where.get(event.passages[0]): event for event in events if event.kind == "relation"}
        base = last.get("base")
        return Decided(
            confirmed=confirmed,
            verdict=verdict,
            wording=last.get("wording"),
            note=last.get("note"),
            unsure=unsure if unsure and all(events.index(event) < events.index(unsure) for event in reviewed) else None,
            base=self._where.get(base.passages[0]) if base else None,
            relations=tuple((passage, event) for passage, event in relations.items() if passage and passage in members),
            history=tuple(self._history.get(at, ())),
            added=self._added(members, reviewed[-1]) if reviewed else frozenset(),
            lost=self._lost(members, reviewed[-1]) if reviewed else 0,
        )

    def _assign(self, event: Event) -> None:
        spoken_of = self._found(event)
        holders: dict[int, int] = {}
        for passage in sorted(spoken_of):
            for at in self._holders.get(passage, ()):
                holders[at] = holders.get(at, 0) + 1
        best = max(sorted(holders), key=lambda at: holders[at], default=None)
        is_confirmation = event.kind == "must_link" and not event.others
        is_held = best is not None and (event.kind == "note" or 2 * holders[best] > len(spoken_of))
        if best is not None and is_held and (is_confirmation or event.kind in _KINDS_OF_A_GROUP):
            self._events.setdefault(best, []).append(event)
            self._history.setdefault(best, []).append(event)
        elif event.kind in ("must_link", "cannot_link"):
            for at in sorted(holders):
                self._history.setdefault(at, []).append(event)

    def _found(self, event: Event) -> Members:
        return frozenset(self._where[anchor] for anchor in event.passages + event.others if anchor in self._where)

    def _added(self, members: Members, event: Event) -> frozenset[Passage]:
        known = self._found(event) & members
        return frozenset(new for new in members - known if not all(self._pair(new, old) in self._links.together for old in known))

    def _lost(self, members: Members, event: Event) -> int:
        missing = sum(anchor not in self._where for anchor in event.passages)
        gone = [old for old in self._found(event) - members if not any(self._pair(old, new) in self._links.apart for new in members)]
        return missing + len(gone)

    @staticmethod
    def _pair(a: Passage, b: Passage) -> tuple[Passage, Passage]:
        return (min(a, b), max(a, b))
