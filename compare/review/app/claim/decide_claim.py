"""A sent form -> decisions in the store and the page to go on with, or the same page with the reason why not and all that was written."""

from collections.abc import Callable, Sequence
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.errors import StoreError
from compare.model import Passage
from compare.review import actions
from compare.review.app.claim.claim_decisions import DeedError, events_of
from compare.review.app.claim.claim_screen import Desk, choice_address, claim_address, claim_page, desk_of, queue_page
from compare.review.app.claim.queue import follower
from compare.review.app.display.messages import marked
from compare.review.app.log.undo_redo import BACK, take_back
from compare.review.app.requests.decision_form import Sent, sent
from compare.review.app.requests.page_urls import home_of, name_in, segment
from compare.review.app.requests.refused_form import Refused, unkept
from compare.review.app.requests.save_once import keep, kept_of
from compare.review.events import Event
from compare.review.regroup import Members
from compare.review.review_state import ReviewedClaim
from compare.review.store.store_protocol import StaleError

DECIDE = "/runs/{run}/claims/{claim}/decide"
UNDO = "/runs/{run}/back"
_ENDS = frozenset({"confirm", "reject"})  # the claim is done: on to the next
_TAKES_OUT = frozenset({"split", "not_this", "move"})
_NOTHING_BACK = marked("There is nothing to take back.")


async def decide(request: Request) -> Response:
    """What a button of the claim's screen asks for."""
    desk = desk_of(request)
    wish = await sent(request, desk.work.run.shelf)
    claim = desk.view.state.claim.get(name_in(request, "claim"))
    if wish.act in BACK:
        return _back(desk, wish, claim)
    if claim is None:
        return _gone(desk, wish)
    try:
        events = events_of(stroke_of(desk, wish), claim, wish)
    except DeedError as error:
        return claim_page(desk, claim, Refused(wish, str(error)))
    return done(desk, wish, events, partial(_LEADS.get(wish.act, onward), desk, wish, claim))


async def show(request: Request) -> Response:
    """The claim, for whoever loads the address of its form again."""
    desk = desk_of(request)
    return RedirectResponse(claim_address(desk.work, name_in(request, "claim"), desk.asked), 303)


async def back(request: Request) -> Response:
    """Undo or redo, from the queue: a claim that was rejected has no screen any more."""
    desk = desk_of(request)
    return _back(desk, await sent(request, desk.work.run.shelf), None)


def done(desk: Desk, wish: Sent, events: list[Event], to: Callable[[], str]) -> Response:
    """The events are kept and the desk goes on, or others were first, or the store failed."""
    try:
        keep(desk.work, wish, events)
    except StoreError as error:
        return not_kept(desk, wish, error)
    return RedirectResponse(to(), 303)


def stroke_of(desk: Desk, wish: Sent) -> actions.Stroke:
    """The pen of the one who sent the form."""
    return desk.work.stroke(desk.reviewer, new_id=wish.ids())


def not_kept(desk: Desk, wish: Sent, error: StoreError) -> Response:
    """The claim as it is now, with what others decided on it or how the store failed, and all that was written."""
    now = desk_of(desk.request)
    refused = unkept(wish, error, now.view.state)
    claim = now.view.state.claim.get(name_in(now.request, "claim")) or now.view.state.claim_of(wish.members or wish.chosen)
    return claim_page(now, claim, refused) if claim else queue_page(now, refused)


def _gone(desk: Desk, wish: Sent) -> Response:
    """The claim of the form is no more: tell what became of it."""
    touched = {(passage.article, passage.span) for passage in wish.members}
    try:
        later = desk.work.store.events(desk.work.story, after=wish.seen)
    except StoreError as error:
        return not_kept(desk, wish, error)
    newer = [(seq, event) for seq, event in later if any((a.article, a.span) in touched for a in event.passages + event.others)]
    if kept_of([event for _, event in newer], wish):
        return RedirectResponse(_next(desk, name_in(desk.request, "claim")), 303)
    if not newer:
        raise HTTPException(404)
    return not_kept(desk, wish, StaleError(desk.work.story, tuple(newer)))


def _back(desk: Desk, wish: Sent, claim: ReviewedClaim | None) -> Response:
    events = take_back(wish.act, stroke_of(desk, wish), desk.view.state.events) if wish.act in BACK else []
    if not events:
        refused = Refused(wish, _NOTHING_BACK)
        return claim_page(desk, claim, refused) if claim else queue_page(desk, refused)
    try:
        keep(desk.work, wish, events)
    except StoreError as error:
        return not_kept(desk, wish, error)
    state = desk.work.view().state
    now = state.claim_of(_passages(events[-1].value, desk.view.state.events))
    return RedirectResponse(claim_address(desk.work, now.id, desk.asked) if now else f"{home_of(desk.work)}/queue{desk.asked.query}", 303)


def _passages(act: str | None, events: Sequence[Event]) -> list[Passage]:
    """What the stroke was made on: of passages that were put elsewhere themselves, not where they went."""
    first = next(event for event in events if event.act == act)
    if first.kind == "undo":
        return _passages(first.value, events)
    named = first.passages if first.kind == "must_link" else first.passages + first.others
    return [Passage(anchor.article, anchor.field, anchor.span) for anchor in named]


def onward(desk: Desk, wish: Sent, claim: ReviewedClaim) -> str:
    """Where a reviewer goes on: with this claim, as it is now, or with the next if it is done or gone."""
    state = desk.work.view().state
    if wish.act in _ENDS:
        return _next(desk, claim.id)
    rest: Members = claim.members - wish.chosen if wish.act in _TAKES_OUT else claim.members
    now = state.claim.get(claim.id) or state.claim_of(rest)
    return claim_address(desk.work, now.id, desk.asked) if now else _next(desk, claim.id)


def _next(desk: Desk, claim_id: str) -> str:
    """The claim behind this one in the queue as it was when it was sent, else the queue."""
    wanted = follower(desk.view, desk.asked, claim_id)
    now = desk.work.view().state
    was = desk.view.state.claim.get(wanted or "")
    found = (now.claim.get(was.id) or now.claim_of(was.members)) if was else None
    return claim_address(desk.work, found.id, desk.asked) if found else f"{home_of(desk.work)}/queue{desk.asked.query}"


def _choice(desk: Desk, wish: Sent, claim: ReviewedClaim) -> str:
    return choice_address(desk, wish.act, claim, wish.chosen & claim.members)


def _article(desk: Desk, wish: Sent, claim: ReviewedClaim) -> str:
    """The article of the selected passage, or of the first."""
    passage = min(wish.chosen & claim.members or claim.members)
    return f"{home_of(desk.work)}/articles/{segment(passage.article)}#s{passage.span.start}"


# What leads to another screen; only a note that was written is kept before.
_LEADS = {"move": _choice, "merge": _choice, "open": _article}
