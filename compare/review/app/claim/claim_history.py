"""A claim -> what was decided on it, line by line, the last first; what was undone stands too."""

from collections.abc import Iterable, Sequence

from compare.model import Passage
from compare.review.anchors import Found, locate
from compare.review.app.log.decision_lines import Entry, Ledger
from compare.review.events import Event, undone_acts
from compare.review.review_state import ReviewedClaim, State


def lines_of(claim: ReviewedClaim, state: State) -> Sequence[Entry]:
    """All that was decided on a claim."""
    undone, ledger = undone_acts(state.events), Ledger(state)
    standing = {event.id for event in claim.decided.history}
    told = [event for event in state.events if event.id in standing or (event.act in undone and _is_about(event, claim, state))]
    return [ledger.of(event) for event in reversed(told)]


def _is_about(event: Event, claim: ReviewedClaim, state: State) -> bool:
    """Whether an undone decision named passages of the claim; it went to no group, so it is looked for by its passages."""
    if event.kind == "undo" or event.about != "claim":
        return False
    return bool(claim.members & set(_found(event, state, {passage.article for passage in claim.members})))


def _found(event: Event, state: State, articles: Iterable[str]) -> Iterable[Passage]:
    for anchor in event.passages + event.others:
        located = locate(anchor, state.run.shelf) if anchor.article in articles else None
        if isinstance(located, Found):
            yield located.passage
