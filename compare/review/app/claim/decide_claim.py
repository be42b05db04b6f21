"""A form that a claim screen sent -> decisions in the store and a redirect to the next page, or the page that says why not."""

from collections.abc import Callable, Sequence
from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.errors import StoreError
from compare.model import Passage
from compare.review import actions
from compare.review.app.claim.claim_decisions import ActionError, claim_events
from compare.review.app.claim.claim_screen import choice_url, claim_page, queue_page
from compare.review.app.claim.queue import next_claim
from compare.review.app.display.messages import translatable
from compare.review.app.log.undo_redo import UNDO_ACTIONS, undo_events
from compare.review.app.requests.decision_form import DecisionForm, read_form
from compare.review.app.requests.page_urls import name_from_path, run_url, url_segment
from compare.review.app.requests.refused_form import RefusedForm, refused_by_store
from compare.review.app.requests.run_screen import RunScreen, run_screen
from compare.review.app.requests.save_once import save_once, saved_events
from compare.review.events import Event
from compare.review.regroup import PassageSet
from compare.review.review_state import ReviewedClaim
from compare.review.store.store_protocol import StaleError

DECIDE = "/runs/{run}/claims/{claim}/decide"
UNDO = "/runs/{run}/back"
_FINISHING = frozenset({"confirm", "reject"})  # the claim is finished: go on to the next one
_REMOVES_SELECTED = frozenset({"split", "not_this", "move"})
_NOTHING_TO_UNDO = translatable("There is nothing to take back.")


async def decide(request: Request) -> Response:
    """Save the decision of a button on the screen of a claim, and redirect."""
    screen = run_screen(request)
    form = await read_form(request, screen.story_review.run.field_texts)
    claim = screen.state.claim_by_id.get(name_from_path(request, "claim"))
    if form.action in UNDO_ACTIONS:
        return _undo_or_redo(screen, form, claim)
    if claim is None:
        return _claim_gone(screen, form)
    try:
        events = claim_events(decision_context_of(screen, form), claim, form)
    except ActionError as error:
        return claim_page(screen, claim, RefusedForm(form, str(error)))
    return save_and_redirect(screen, form, events, partial(_URL_OF_ACTION.get(form.action, url_after), screen, form, claim))


async def show(request: Request) -> Response:
    """Redirect to the claim, if the URL of its form is loaded again."""
    screen = run_screen(request)
    return RedirectResponse(screen.claim_url(name_from_path(request, "claim")), 303)


async def undo_or_redo(request: Request) -> Response:
    """Undo or redo from the queue, since a rejected claim has no screen any more."""
    screen = run_screen(request)
    return _undo_or_redo(screen, await read_form(request, screen.story_review.run.field_texts), None)


def save_and_redirect(screen: RunScreen, form: DecisionForm, events: list[Event], url: Callable[[], str]) -> Response:
    """Save the events and redirect to ``url``, computed afterwards; or say that others decided first, or that the store failed."""
    try:
        save_once(screen.story_review, form, events)
    except StoreError as error:
        return not_saved_page(screen, form, error)
    return RedirectResponse(url(), 303)


def decision_context_of(screen: RunScreen, form: DecisionForm) -> actions.DecisionContext:
    """The context of the decision that the form asks for."""
    return screen.story_review.decision_context(screen.reviewer, new_id=form.event_ids())


def not_saved_page(screen: RunScreen, form: DecisionForm, error: StoreError) -> Response:
    """The claim as it is now, with what others decided on it or how the store failed, and with everything that was typed."""
    now = run_screen(screen.request)
    refused = refused_by_store(form, error, now.state)
    claim = now.state.claim_by_id.get(name_from_path(now.request, "claim")) or now.state.claim_with(form.shown_members or form.selected)
    return claim_page(now, claim, refused) if claim else queue_page(now, refused)


def _claim_gone(screen: RunScreen, form: DecisionForm) -> Response:
    """The page if the claim of the form no longer exists: it says what became of it."""
    shown_locations = {(passage.article, passage.span) for passage in form.shown_members}
    try:
        later = screen.story_review.store.events(screen.story_review.story_id, after=form.seen_seq)
    except StoreError as error:
        return not_saved_page(screen, form, error)
    newer = [(seq, event) for seq, event in later if any((a.article, a.span) in shown_locations for a in event.passages + event.others)]
    if saved_events([event for _, event in newer], form):
        return RedirectResponse(_next_url(screen, name_from_path(screen.request, "claim")), 303)
    if not newer:
        raise HTTPException(404)
    return not_saved_page(screen, form, StaleError(screen.story_review.story_id, tuple(newer)))


def _undo_or_redo(screen: RunScreen, form: DecisionForm, claim: ReviewedClaim | None) -> Response:
    events = undo_events(form.action, decision_context_of(screen, form), screen.state.events) if form.action in UNDO_ACTIONS else []
    if not events:
        refused = RefusedForm(form, _NOTHING_TO_UNDO)
        return claim_page(screen, claim, refused) if claim else queue_page(screen, refused)
    try:
        save_once(screen.story_review, form, events)
    except StoreError as error:
        return not_saved_page(screen, form, error)
    state = screen.story_review.snapshot().state
    now = state.claim_with(_passages(events[-1].value, screen.state.events))
    return RedirectResponse(
        screen.claim_url(now.id) if now else screen.queue_url,
        303,
    )


def _passages(act: str | None, events: Sequence[Event]) -> list[Passage]:
    """The passages that an act was on; for passages that were moved, not those of their new group."""
    first = next(event for event in events if event.act == act)
    if first.kind == "undo":
        return _passages(first.value, events)
    mentioned = first.passages if first.kind == "must_link" else first.passages + first.others
    return [Passage(anchor.article, anchor.field, anchor.span) for anchor in mentioned]


def url_after(screen: RunScreen, form: DecisionForm, claim: ReviewedClaim) -> str:
    """The URL to go on with: this claim as it is now, or the next one if this one is finished or gone."""
    state = screen.story_review.snapshot().state
    if form.action in _FINISHING:
        return _next_url(screen, claim.id)
    rest: PassageSet = claim.members - form.selected if form.action in _REMOVES_SELECTED else claim.members
    now = state.claim_by_id.get(claim.id) or state.claim_with(rest)
    return screen.claim_url(now.id) if now else _next_url(screen, claim.id)


def _next_url(screen: RunScreen, claim_id: str) -> str:
    """The URL of the claim after this one in the queue that the reviewer saw, else of the queue."""
    following = next_claim(screen.snapshot, screen.queue_filter, claim_id)
    now = screen.story_review.snapshot().state
    following_claim = screen.state.claim_by_id.get(following or "")
    found = (now.claim_by_id.get(following_claim.id) or now.claim_with(following_claim.members)) if following_claim else None
    return screen.claim_url(found.id) if found else screen.queue_url


def _choice_url(screen: RunScreen, form: DecisionForm, claim: ReviewedClaim) -> str:
    return choice_url(screen, form.action, claim, form.selected & claim.members)


def _article_url(screen: RunScreen, form: DecisionForm, claim: ReviewedClaim) -> str:
    """The URL of the article of the selected passage, or of the first one."""
    passage = min(form.selected & claim.members or claim.members)
    return f"{run_url(screen.story_review)}/articles/{url_segment(passage.article)}#s{passage.span.start}"


# Actions that lead to another screen; before that, only a note that was typed is saved.
_URL_OF_ACTION = {"move": _choice_url, "merge": _choice_url, "open": _article_url}
