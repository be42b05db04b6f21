"""What a decision event is; a sequence of events -> those in force, and which act the next undo or redo is about.

Events are appended and never edited; only a further event undoes them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from compare.review.anchors import Anchor

About = Literal["claim", "duplicates", "fact"]
Kind = Literal["must_link", "cannot_link", "relation", "wording", "verdict", "note", "unsure", "base", "misread", "reanchor", "undo"]
Verdict = Literal["supported", "disputed", "wrong", "cant_tell"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One decision. Events with the same ``act`` were made by one action of the reviewer and are undone together.

    ===========  ================================================================  ===================================  ============
    kind         passages                                                          others                               value
    ===========  ================================================================  ===================================  ============
    must_link    that belong together: pairwise, or each with each of the others   none, or those to be joined with
    cannot_link  that do not: all of them, or each with each of the others         none, or those to be kept from
    relation     of one article in the claim                                       the other members of the claim       the relation
    wording      the members of the claim                                                                               the words
    verdict      the members                                                                                            the verdict
    note         the members                                                                                            the note
    unsure       the members
    base         the one that the others are compared with                         the other members
    misread      values of a fact that were read wrongly
    reanchor     one that was not found again                                      the one it is now
    undo         none                                                              none                                 an act
    ===========  ================================================================  ===================================  ============

    The passages of one about a ``fact`` are the places of its values.

    ``id`` and ``act`` are unique strings; ``at`` is an ISO 8601 time with its offset.
    """

    id: str
    act: str
    at: str
    reviewer: str
    kind: Kind
    about: About = "claim"
    passages: tuple[Anchor, ...] = ()
    others: tuple[Anchor, ...] = ()
    value: str | None = None


def active_events(events: Sequence[Event]) -> list[Event]:
    """The events in force, in order: an undone act has no effect, and an undone undo restores it."""
    undone = undone_acts(events)
    return [event for event in events if event.kind != "undo" and event.act not in undone]


def undone_acts(events: Sequence[Event]) -> frozenset[str]:
    """The acts that an undo in force undoes. An undo can only be of an earlier act, so the last undo is always in force."""
    undone: set[str] = set()
    for event in reversed(events):
        if event.kind == "undo" and event.act not in undone and event.value:
            undone.add(event.value)
    return frozenset(undone)


def next_undo(events: Sequence[Event], reviewer: str) -> str | None:
    """The act that this reviewer's next undo is about: their last one in force."""
    undone = undone_acts(events)
    own = [event.act for event in events if event.reviewer == reviewer and event.kind != "undo" and event.act not in undone]
    return own[-1] if own else None


def next_redo(events: Sequence[Event], reviewer: str) -> str | None:
    """The undo that this reviewer's next redo is about: the last one in force, if they decided nothing after it."""
    undone = undone_acts(events)
    for event in reversed([event for event in events if event.reviewer == reviewer]):
        if event.act in undone:
            continue  # an undone act, or an undo that was itself undone
        if event.kind == "undo" and not _is_undo_of_undo(event, events):
            return event.act
        if event.kind != "undo":
            return None
    return None


def _is_undo_of_undo(event: Event, events: Sequence[Event]) -> bool:
    return any(other.act == event.value and other.kind == "undo" for other in events)
