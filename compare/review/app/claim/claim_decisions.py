"""A sent form and the claim that it is about -> the events that say it, or why it cannot be."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, get_args

from compare.model import RelationKind
from compare.review import actions
from compare.review.actions import Stroke
from compare.review.app.display.messages import marked
from compare.review.app.requests.decision_form import Sent
from compare.review.events import Event, Verdict
from compare.review.regroup import Members
from compare.review.review_state import ReviewedClaim

_NONE_SELECTED = marked("Select the passages first that this is about: press their numbers.")
_ALL_SELECTED = marked("That would leave nothing of the claim. Reject it instead.")
_ONE_BASE = marked("Select one passage: the one that the others are compared with.")
_NO_WORDS = marked("There are no words to save.")
NOT_YOUR_NOTE = marked("That note is another reviewer's. Write your own over it.")
_NOTHING = marked("That cannot be done with this claim.")


class DeedError(ValueError):
    """What was asked for cannot be done; the message is one of the catalogue's."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks, for what, of which claim."""

    stroke: Stroke
    claim: ReviewedClaim
    sent: Sent


def events_of(stroke: Stroke, claim: ReviewedClaim, sent: Sent) -> list[Event]:
    """The events; none if all of it stands already. A note that was written and not yet saved is kept with whatever is done.

    ``DeedError`` if it cannot be done.
    """
    deed = _DEEDS.get(sent.act)
    if deed is None:
        raise DeedError(_NOTHING)
    asked = Asked(stroke, claim, sent)
    done = deed(asked)
    return done if sent.act == "note" else [*done, *_note(asked)]


def _confirm(asked: Asked) -> list[Event]:
    decided = asked.claim.decided
    own = decided.confirmed is not None and decided.confirmed.reviewer == asked.stroke.reviewer
    if own and not decided.changed and not decided.unsure:
        return []
    return actions.confirm(asked.stroke, asked.claim.members)


def _reject(asked: Asked) -> list[Event]:
    return actions.reject(asked.stroke, asked.claim.members)


def _related(kind: Literal["agrees", "adds_detail", "conflicts"]) -> "Deed":
    def relate(asked: Asked) -> list[Event]:
        said: RelationKind = kind
        return actions.relate(asked.stroke, asked.claim.members, _chosen(asked), said)

    return relate


def _split(asked: Asked) -> list[Event]:
    chosen = _chosen(asked)
    if chosen == asked.claim.members:
        raise DeedError(_ALL_SELECTED)
    return actions.split(asked.stroke, asked.claim.members, chosen)


def _base(asked: Asked) -> list[Event]:
    chosen = _chosen(asked)
    if len(chosen) != 1:
        raise DeedError(_ONE_BASE)
    return actions.compare_with(asked.stroke, asked.claim.members, next(iter(chosen)))


def _unsure(asked: Asked) -> list[Event]:
    return [] if asked.claim.decided.unsure else actions.doubt(asked.stroke, asked.claim.members)


def _verdict(asked: Asked) -> list[Event]:
    verdict: Verdict | None = next((value for value in get_args(Verdict) if value == asked.sent.text), None)
    if verdict is None:
        raise DeedError(_NOTHING)
    return actions.judge(asked.stroke, asked.claim.members, verdict)


def _note(asked: Asked) -> list[Event]:
    if asked.sent.note:
        return actions.note(asked.stroke, asked.claim.members, asked.sent.note)
    if not asked.sent.emptied:
        return []
    taken = actions.take_back_notes(asked.stroke, asked.claim.decided.history)
    if not taken:
        raise DeedError(NOT_YOUR_NOTE)
    return taken


def _wording(asked: Asked) -> list[Event]:
    if not asked.sent.text:
        raise DeedError(_NO_WORDS)
    return [] if asked.claim.wording == asked.sent.text else actions.word(asked.stroke, asked.claim.members, asked.sent.text)


def _leads_to_move(asked: Asked) -> list[Event]:
    """Where to is chosen on another screen."""
    _chosen(asked)
    return []


def _leads_on(_: Asked) -> list[Event]:
    return []


def _chosen(asked: Asked) -> Members:
    chosen = asked.sent.chosen & asked.claim.members
    if not chosen:
        raise DeedError(_NONE_SELECTED)
    return chosen


Deed = Callable[[Asked], list[Event]]
_DEEDS: Mapping[str, Deed] = MappingProxyType(
    {
        "confirm": _confirm,
        "reject": _reject,
        "agrees": _related("agrees"),
        "adds_detail": _related("adds_detail"),
        "conflicts": _related("conflicts"),
        "not_this": _split,
        "split": _split,
        "base": _base,
        "unsure": _unsure,
        "verdict": _verdict,
        "note": _note,
        "wording": _wording,
        "move": _leads_to_move,
        "merge": _leads_on,
        "open": _leads_on,
    }
)
