"""Decisions and a run's texts -> where each of their passages is now, what is only proposed, and what is nowhere."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.model import Passage
from compare.review.anchors import Anchor, Found, Orphan, Proposed, Shelf, locate
from compare.review.events import Event


@dataclass(frozen=True, slots=True)
class Resolved:
    """``where`` has the anchors that were found; the others wait for a person, in order of first mention."""

    where: Mapping[Anchor, Passage]
    proposed: tuple[tuple[Anchor, Proposed], ...]
    orphans: tuple[Anchor, ...]


def resolve(standing: Sequence[Event], shelf: Shelf) -> Resolved:
    """Every passage of the events in force; one that a person re-anchored is where they said, if that can be found."""
    moved = {event.passages[0]: event.others[0] for event in standing if event.kind == "reanchor"}
    where: dict[Anchor, Passage] = {}
    proposed: dict[Anchor, Proposed] = {}
    orphans: dict[Anchor, None] = {}
    for anchor in dict.fromkeys(anchor for event in standing for anchor in event.passages + event.others):
        located = _followed(anchor, moved, shelf)
        if isinstance(located, Found):
            where[anchor] = located.passage
        elif isinstance(located, Proposed):
            proposed[anchor] = located
        else:
            orphans[anchor] = None
    return Resolved(where, tuple(proposed.items()), tuple(orphans))


def _followed(anchor: Anchor, moved: Mapping[Anchor, Anchor], shelf: Shelf) -> Found | Proposed | Orphan:
    """Where the anchor is, or where a person said that it is now; a chain of such words is followed once around."""
    located = locate(anchor, shelf)
    seen = {anchor}
    while not isinstance(located, Found) and anchor in moved and moved[anchor] not in seen:
        anchor = moved[anchor]
        seen.add(anchor)
        located = locate(anchor, shelf)
    return located
