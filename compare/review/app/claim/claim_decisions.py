"""A form and the claim that it is about -> the decision events that it asks for, or why they cannot be made."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import get_args

from compare.model import RelationKind
from compare.review import actions
from compare.review.actions import DecisionContext
from compare.review.app.display.messages import translatable
from compare.review.app.requests.decision_form import DecisionForm
from compare.review.events import Event, Verdict
from compare.review.regroup import PassageSet
from compare.review.review_state import ReviewedClaim

_NONE_SELECTED = translatable("Select the passages first that this is about: press their numbers.")
_ALL_SELECTED = translatable("That would leave nothing of the claim. Reject it instead.")
_ONE_BASE = translatable("Select one passage: the one that the others are compared with.")
_NO_WORDS = translatable("There are no words to save.")
NOT_YOUR_NOTE = translatable("That note is another reviewer's. Write your own over it.")
_IMPOSSIBLE = translatable("That cannot be done with this claim.")


class ActionError(ValueError):
    """The action cannot be done on this claim; the text is a translatable message."""


@dataclass(frozen=True, slots=True)
class ClaimAction:
    """An action on a claim: the form that asks for it, and the context of its decision."""

    context: DecisionContext
    claim: ReviewedClaim
    form: DecisionForm


def claim_events(context: DecisionContext, claim: ReviewedClaim, form: DecisionForm) -> list[Event]:
    """The events of the form's action; none if nothing would change. A note that was typed and not yet saved is saved with any action.

    ``ActionError`` if the action cannot be done.
    """
    make_events = _EVENTS_OF_ACTION.get(form.action)
    if make_events is None:
        raise ActionError(_IMPOSSIBLE)
    action = ClaimAction(context, claim, form)
    events = make_events(action)
    return events if form.action == "note" else [*events, *_note(action)]


def _confirm(action: ClaimAction) -> list[Event]:
    review = action.claim.review
    is_own = review.confirmed is not None and review.confirmed.reviewer == action.context.reviewer
    if is_own and not review.changed and not review.unsure:
        return []
    return actions.confirm(action.context, action.claim.members)


def _reject(action: ClaimAction) -> list[Event]:
    return actions.reject(action.context, action.claim.members)


def _set_relation(relation: RelationKind) -> "_MakeEvents":
    def set_relation(action: ClaimAction) -> list[Event]:
        return actions.set_relation(action.context, action.claim.members, _selected(action), relation)

    return set_relation


def _split(action: ClaimAction) -> list[Event]:
    selected = _selected(action)
    if selected == action.claim.members:
        raise ActionError(_ALL_SELECTED)
    return actions.split(action.context, action.claim.members, selected)


def _base(action: ClaimAction) -> list[Event]:
    selected = _selected(action)
    if len(selected) != 1:
        raise ActionError(_ONE_BASE)
    return actions.set_base(action.context, action.claim.members, next(iter(selected)))


def _unsure(action: ClaimAction) -> list[Event]:
    return [] if action.claim.review.unsure else actions.mark_unsure(action.context, action.claim.members)


def _verdict(action: ClaimAction) -> list[Event]:
    verdict: Verdict | None = next((value for value in get_args(Verdict) if value == action.form.text), None)
    if verdict is None:
        raise ActionError(_IMPOSSIBLE)
    return actions.give_verdict(action.context, action.claim.members, verdict)


def _note(action: ClaimAction) -> list[Event]:
    if action.form.note:
        return actions.write_note(action.context, action.claim.members, action.form.note)
    if not action.form.note_cleared:
        return []
    undone = actions.undo_own_notes(action.context, action.claim.review.history)
    if not undone:
        raise ActionError(NOT_YOUR_NOTE)
    return undone


def _wording(action: ClaimAction) -> list[Event]:
    if not action.form.text:
        raise ActionError(_NO_WORDS)
    is_new = action.form.text != action.claim.wording
    return actions.set_wording(action.context, action.claim.members, action.form.text) if is_new else []


def _require_selection(action: ClaimAction) -> list[Event]:
    """The target is chosen on another screen."""
    _selected(action)
    return []


def _no_events(_: ClaimAction) -> list[Event]:
    return []


def _selected(action: ClaimAction) -> PassageSet:
    selected = action.form.selected & action.claim.members
    if not selected:
        raise ActionError(_NONE_SELECTED)
    return selected


_MakeEvents = Callable[[ClaimAction], list[Event]]
_EVENTS_OF_ACTION: Mapping[str, _MakeEvents] = MappingProxyType(
    {
        "confirm": _confirm,
        "reject": _reject,
        "agrees": _set_relation("agrees"),
        "adds_detail": _set_relation("adds_detail"),
        "conflicts": _set_relation("conflicts"),
        "not_this": _split,
        "split": _split,
        "base": _base,
        "unsure": _unsure,
        "verdict": _verdict,
        "note": _note,
        "wording": _wording,
        "move": _require_selection,
        "merge": _no_events,
        "open": _no_events,
    }
)
