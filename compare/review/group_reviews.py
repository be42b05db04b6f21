"""Decision events in force and the claims or clusters as they are now -> the review of each: what is decided on it, what changed since."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.model import Links, Passage
from compare.review.events import About, Event
from compare.review.link_decisions import links_of
from compare.review.regroup import PassageSet
from compare.review.resolve_anchors import ResolvedAnchors

_ABOUT_WHOLE_GROUP = frozenset(["wording", "verdict", "note", "unsure", "base", "relation"])


@dataclass(frozen=True, slots=True)
class GroupReview:
    """The decisions in force on one claim or cluster, the last of each kind; ``history`` has all of them in order."""

    confirmed: Event | None = None
    verdict: Event | None = None
    withheld: Event | None = None  # a verdict from before a conflicting member was added
    wording: Event | None = None
    note: Event | None = None
    unsure: Event | None = None  # from after the last confirmation or verdict
    base: Passage | None = None
    relations: tuple[tuple[Passage, Event], ...] = ()
    history: tuple[Event, ...] = ()
    added: frozenset[Passage] = frozenset()  # members since the last confirmation or verdict that no reviewer added
    lost: int = 0  # passages of that decision that left the group and that no reviewer took out

    @property
    def changed(self) -> bool:
        """Whether the group changed since it was confirmed or got its verdict."""
        return bool(self.added or self.lost)

    @property
    def needs_decision(self) -> bool:
        """Whether a reviewer still has to decide on it."""
        return self.changed or not (self.confirmed or self.verdict)


_NO_REVIEW = GroupReview()


class GroupReviews:
    """The reviews of all claims, or of all clusters."""

    def __init__(self, active: Sequence[Event], about: About, resolved: ResolvedAnchors, groups: Sequence[PassageSet]) -> None:
        """An event belongs to the group that contains most of its passages, if these are more than half of them, else to none.

        A note belongs to that group even if these are fewer, so that it is not lost. Link decisions are in the history of every group that
        contains one of their passages.
        """
        self._links: Links = links_of(active, about, resolved.passage_by_anchor)
        self._passage_by_anchor = resolved.passage_by_anchor
        self._groups = groups
        mentioned = frozenset(resolved.passage_by_anchor.values())
        self._groups_with: dict[Passage, list[int]] = {}
        for at, members in enumerate(groups):
            for passage in members & mentioned:
                self._groups_with.setdefault(passage, []).append(at)
        self._events: dict[int, list[Event]] = {}
        self._history: dict[int, list[Event]] = {}
        for event in active:
            if event.about == about and event.kind != "reanchor":
                self._assign(event)

    def of(self, at: int) -> GroupReview:
        """The review of the group with this index."""
        if at not in self._events:
            return GroupReview(history=tuple(self._history[at])) if at in self._history else _NO_REVIEW
        events, members = self._events[at], self._groups[at]
        last = {event.kind: event for event in events}
        confirmed, verdict = last.get("must_link"), last.get("verdict")
        confirmations_and_verdicts = [event for event in events if event in (confirmed, verdict)]
        unsure = last.get("unsure")
        relations = {self._passage_by_anchor.get(event.passages[0]): event for event in events if event.kind == "relation"}
        base = last.get("base")
        return GroupReview(
            confirmed=confirmed,
            verdict=verdict,
            wording=last.get("wording"),
            note=last.get("note"),
            unsure=unsure if unsure and all(events.index(event) < events.index(unsure) for event in confirmations_and_verdicts) else None,
            base=self._passage_by_anchor.get(base.passages[0]) if base else None,
            relations=tuple((passage, event) for passage, event in relations.items() if passage and passage in members),
            history=tuple(self._history.get(at, ())),
            added=self._added(members, confirmations_and_verdicts[-1]) if confirmations_and_verdicts else frozenset(),
            lost=self._lost(members, confirmations_and_verdicts[-1]) if confirmations_and_verdicts else 0,
        )

    def _assign(self, event: Event) -> None:
        mentioned = self._found(event)
        shared: dict[int, int] = {}
        for passage in sorted(mentioned):
            for at in self._groups_with.get(passage, ()):
                shared[at] = shared.get(at, 0) + 1
        best = max(sorted(shared), key=lambda at: shared[at], default=None)
        is_confirmation = event.kind == "must_link" and not event.others
        is_about_best = best is not None and (event.kind == "note" or 2 * shared[best] > len(mentioned))
        if best is not None and is_about_best and (is_confirmation or event.kind in _ABOUT_WHOLE_GROUP):
            self._events.setdefault(best, []).append(event)
            self._history.setdefault(best, []).append(event)
        elif event.kind in ("must_link", "cannot_link", "misread"):
            for at in sorted(shared):
                self._history.setdefault(at, []).append(event)

    def _found(self, event: Event) -> PassageSet:
        return frozenset(self._passage_by_anchor[anchor] for anchor in event.passages + event.others if anchor in self._passage_by_anchor)

    def _added(self, members: PassageSet, event: Event) -> frozenset[Passage]:
        known = self._found(event) & members
        return frozenset(new for new in members - known if not all(self._pair(new, old) in self._links.together for old in known))

    def _lost(self, members: PassageSet, event: Event) -> int:
        missing = sum(anchor not in self._passage_by_anchor for anchor in event.passages)
        gone = [old for old in self._found(event) - members if not any(self._pair(old, new) in self._links.apart for new in members)]
        return missing + len(gone)

    @staticmethod
    def _pair(a: Passage, b: Passage) -> tuple[Passage, Passage]:
        return (min(a, b), max(a, b))
