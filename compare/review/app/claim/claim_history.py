"""A reviewed claim -> the lines of all decisions on it, the last first, including undone ones."""

from collections.abc import Iterable, Sequence

from compare.model import Passage
from compare.review.anchors import Found, locate
from compare.review.app.log.decision_lines import DecisionLine, DecisionLines
from compare.review.events import Event, undone_acts
from compare.review.review_state import ReviewedClaim, ReviewState


def claim_history(claim: ReviewedClaim, state: ReviewState) -> Sequence[DecisionLine]:
    """The decisions on the claim."""
    undone, lines = undone_acts(state.events), DecisionLines(state)
    active = {event.id for event in claim.review.history}
    events = [event for event in state.events if event.id in active or (event.act in undone and _is_about(event, claim, state))]
    return [lines.line_of(event) for event in reversed(events)]


def _is_about(event: Event, claim: ReviewedClaim, state: ReviewState) -> bool:
    """Whether an undone decision is on passages of the claim: undone decisions are in no group's history."""
    if event.kind == "undo" or event.about != "claim":
        return False
    return bool(claim.members & set(_found(event, state, {passage.article for passage in claim.members})))


def _found(event: Event, state: ReviewState, articles: Iterable[str]) -> Iterable[Passage]:
    for anchor in event.passages + event.others:
        located = locate(anchor, state.run.field_texts) if anchor.article in articles else None
        if isinstance(located, Found):
            yield located.passage
