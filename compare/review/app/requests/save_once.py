"""A sent form and its events -> the store, once however often the form comes: a key pressed twice, or an answer that got lost."""

from collections.abc import Sequence

from compare.review.app.requests.decision_form import Sent
from compare.review.app.runs.story_review import Work
from compare.review.events import Event, undone_acts


def kept_of(events: Sequence[Event], wish: Sent) -> list[Event]:
    """What this very form made when it came before; nothing if that was taken back since."""
    undone = undone_acts(events)
    return [event for event in events if event.act.startswith(wish.key) and event.act not in undone]


def keep(work: Work, wish: Sent, events: Sequence[Event]) -> None:
    """Into the store, unless this form was kept already; ``StaleError`` if others were first."""
    if not kept_of(work.view().state.events, wish):
        work.decide(events, wish.seen)
