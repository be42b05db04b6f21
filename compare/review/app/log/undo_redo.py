"""The events of a story -> the events that undo this reviewer's last decision, or that redo the one they undid last."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from compare.review import actions
from compare.review.actions import DecisionContext
from compare.review.events import Event, next_redo, next_undo

_ACT_TO_UNDO: Mapping[str, Callable[[Sequence[Event], str], str | None]] = MappingProxyType({"undo": next_undo, "redo": next_redo})
UNDO_ACTIONS = frozenset(_ACT_TO_UNDO)


def undo_events(action: str, context: DecisionContext, events: Sequence[Event]) -> list[Event]:
    """The events of ``undo`` or ``redo``; none if there is nothing to undo or redo.

    Decisions on claims are undone on the screens for claims, those on near-duplicate clusters on the screens for clusters.
    """
    act = _ACT_TO_UNDO[action]([event for event in events if event.about == context.about], context.reviewer)
    return actions.undo(context, act) if act else []
