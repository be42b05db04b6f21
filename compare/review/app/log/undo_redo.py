"""What this reviewer did last -> the events that take it back, or that take back their last taking back."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from compare.review import actions
from compare.review.actions import Stroke
from compare.review.events import Event, to_redo, to_undo

_NEXT: Mapping[str, Callable[[Sequence[Event], str], str | None]] = MappingProxyType({"undo": to_undo, "redo": to_redo})
BACK = frozenset(_NEXT)


def take_back(deed: str, stroke: Stroke, events: Sequence[Event]) -> list[Event]:
    """The events of ``undo`` or ``redo``; none if there is nothing to take back.

    What was decided on claims is taken back on the screens of claims, and on near-duplicate paragraphs on theirs.
    """
    act = _NEXT[deed]([event for event in events if event.about == stroke.about], stroke.reviewer)
    return actions.take_back(stroke, act) if act else []
