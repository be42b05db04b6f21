"""A form and its events -> the store, once, even if the form is sent again: a key pressed twice, or a response that got lost."""

from collections.abc import Sequence

from compare.review.app.requests.decision_form import DecisionForm
from compare.review.app.runs.story_review import StoryReview
from compare.review.events import Event, undone_acts


def saved_events(events: Sequence[Event], form: DecisionForm) -> list[Event]:
    """The events that this form made when it was sent before; none if they were undone since."""
    undone = undone_acts(events)
    return [event for event in events if event.act.startswith(form.idempotency_key) and event.act not in undone]


def save_once(story_review: StoryReview, form: DecisionForm, events: Sequence[Event]) -> None:
    """Save the events, unless this form was saved already; ``StaleError`` if others decided first."""
    if not saved_events(story_review.snapshot().state.events, form):
        story_review.save_decisions(events, form.seen_seq)
