"""What a form of the cluster screen says -> the events of it, or what is wrong with it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from compare.review import actions
from compare.review.actions import Stroke
from compare.review.app.display.messages import marked
from compare.review.events import Event
from compare.review.regroup import Members

LONGEST_NOTE = 20_000  # signs


@dataclass(frozen=True, slots=True)
class Asked:
    """``members`` are those of the cluster as the page showed it, ``chosen`` the selected ones, ``to`` those of another cluster."""

    act: str
    members: Members
    chosen: Members = frozenset()
    to: Members = frozenset()
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Act:
    """What a stroke needs, what to say where that is missing, and what it does."""

    holds: Callable[[Asked], bool]
    fault: str
    make: Callable[[Stroke, Asked], list[Event]]


def _split(asked: Asked) -> bool:
    return bool(asked.chosen) and asked.chosen < asked.members


_WHOLE = marked("This cluster has no members any more.")
_ACTS: Mapping[str, _Act] = MappingProxyType(
    {
        "confirm": _Act(lambda a: bool(a.members), _WHOLE, lambda s, a: actions.confirm(s, a.members)),
        "reject": _Act(lambda a: bool(a.members), _WHOLE, lambda s, a: actions.reject(s, a.members)),
        "unsure": _Act(lambda a: bool(a.members), _WHOLE, lambda s, a: actions.doubt(s, a.members)),
        "split": _Act(
            _split,
            marked("Select the paragraphs to leave out, but not all of them."),
            lambda s, a: actions.split(s, a.members, a.chosen),
        ),
        "base": _Act(
            lambda a: len(a.chosen) == 1 and a.chosen < a.members,
            marked("Select the one paragraph that the others are to be compared with."),
            lambda s, a: actions.compare_with(s, a.members, next(iter(a.chosen))),
        ),
        "note": _Act(
            lambda a: bool(a.note) and len(a.note) <= LONGEST_NOTE,
            marked("Write a note first, of 20,000 signs at most."),
            lambda s, a: actions.note(s, a.members, a.note),
        ),
        "move": _Act(
            lambda a: bool(a.chosen) and a.chosen <= a.members and bool(a.to - a.chosen),
            marked("Select the paragraphs to move, then the cluster that they belong to."),
            lambda s, a: actions.move(s, a.members, a.chosen, a.to),
        ),
        "merge": _Act(
            lambda a: bool(a.members and a.to - a.members),
            marked("Choose the cluster to merge with."),
            lambda s, a: actions.merge(s, a.members, a.to),
        ),
    }
)
TARGETED = frozenset({"move", "merge"})  # they need another cluster
ACTS = frozenset(_ACTS)


def fault_of(asked: Asked) -> str:
    """Why nothing can be made of it, to be said to the reviewer; empty if something can."""
    act = _ACTS[asked.act]
    return "" if act.holds(asked) else act.fault


def events_of(stroke: Stroke, asked: Asked) -> list[Event]:
    """The events of a form without fault."""
    return _ACTS[asked.act].make(stroke, asked)


def needs_choice(asked: Asked) -> str:
    """Why no other cluster can be asked for yet: nothing is selected that could be moved. Empty if one can."""
    return _ACTS["move"].fault if asked.act == "move" and not (asked.chosen and asked.chosen <= asked.members) else ""
