"""An action on a near-duplicate cluster (confirm, split, move, …) -> its decision events, or why it cannot be done."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from compare.review import actions
from compare.review.actions import DecisionContext
from compare.review.app.display.messages import translatable
from compare.review.events import Event
from compare.review.regroup import PassageSet

MAX_NOTE_CHARS = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class ClusterAction:
    """``members`` are the passages of the cluster as the page showed it, ``selected`` some of them, ``target`` those of another cluster."""

    name: str
    members: PassageSet
    selected: PassageSet = frozenset()
    target: PassageSet = frozenset()
    note: str = ""


@dataclass(frozen=True, slots=True)
class _Rule:
    """When an action is possible, what to say to the reviewer when it is not, and the events that it makes."""

    is_possible: Callable[[ClusterAction], bool]
    problem: str
    make_events: Callable[[DecisionContext, ClusterAction], list[Event]]


def _can_split(action: ClusterAction) -> bool:
    return bool(action.selected) and action.selected < action.members


_NO_MEMBERS = translatable("This cluster has no members any more.")
_RULES: Mapping[str, _Rule] = MappingProxyType(
    {
        "confirm": _Rule(lambda a: bool(a.members), _NO_MEMBERS, lambda c, a: actions.confirm(c, a.members)),
        "reject": _Rule(lambda a: bool(a.members), _NO_MEMBERS, lambda c, a: actions.reject(c, a.members)),
        "unsure": _Rule(lambda a: bool(a.members), _NO_MEMBERS, lambda c, a: actions.mark_unsure(c, a.members)),
        "split": _Rule(
            _can_split,
            translatable("Select the paragraphs to leave out, but not all of them."),
            lambda c, a: actions.split(c, a.members, a.selected),
        ),
        "base": _Rule(
            lambda a: len(a.selected) == 1 and a.selected < a.members,
            translatable("Select the one paragraph that the others are to be compared with."),
            lambda c, a: actions.set_base(c, a.members, next(iter(a.selected))),
        ),
        "note": _Rule(
            lambda a: bool(a.note) and len(a.note) <= MAX_NOTE_CHARS,
            translatable("Write a note first, of 20,000 signs at most."),
            lambda c, a: actions.write_note(c, a.members, a.note),
        ),
        "move": _Rule(
            lambda a: bool(a.selected) and a.selected <= a.members and bool(a.target - a.selected),
            translatable("Select the paragraphs to move, then the cluster that they belong to."),
            lambda c, a: actions.move(c, a.members, a.selected, a.target),
        ),
        "merge": _Rule(
            lambda a: bool(a.members and a.target - a.members),
            translatable("Choose the cluster to merge with."),
            lambda c, a: actions.merge(c, a.members, a.target),
        ),
    }
)
NEEDS_TARGET = frozenset({"move", "merge"})  # the reviewer chooses another cluster first
ACTIONS = frozenset(_RULES)


def problem_with(action: ClusterAction) -> str:
    """Why the action cannot be done, as a message for the reviewer; empty if it can."""
    rule = _RULES[action.name]
    return "" if rule.is_possible(action) else rule.problem


def cluster_events(context: DecisionContext, action: ClusterAction) -> list[Event]:
    """The events of an action that is possible."""
    return _RULES[action.name].make_events(context, action)


def choice_problem(action: ClusterAction) -> str:
    """Why the reviewer cannot choose another cluster yet: nothing is selected that could be moved. Empty if they can."""
    return _RULES["move"].problem if action.name == "move" and not (action.selected and action.selected <= action.members) else ""
