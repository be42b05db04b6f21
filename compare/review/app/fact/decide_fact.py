"""A form that the fact screen sent -> decisions in the store and a redirect to the next page, or the page that says why not."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.errors import StoreError
from compare.review import actions
from compare.review.actions import DecisionContext
from compare.review.app.claim.claim_decisions import NOT_YOUR_NOTE
from compare.review.app.cluster.cluster_decisions import MAX_NOTE_CHARS
from compare.review.app.display.messages import translatable
from compare.review.app.fact.fact_list import list_facts
from compare.review.app.fact.fact_screen import fact_page
from compare.review.app.log.undo_redo import UNDO_ACTIONS, undo_events
from compare.review.app.requests.decision_form import DecisionForm, read_form
from compare.review.app.requests.page_urls import name_from_path, run_url, url_segment
from compare.review.app.requests.refused_form import RefusedForm, refused_by_store
from compare.review.app.requests.requested_story import application_of, story_review_of
from compare.review.app.requests.save_once import save_once, saved_events
from compare.review.app.runs.story_review import Snapshot
from compare.review.events import Event
from compare.review.reviewed_facts import ReviewedFact

_NOTHING_TO_UNDO = translatable("There is nothing of yours to take back.")
_SELECT_SOME = translatable("Select the values that are not of this fact, but not all of them.")
_SELECT_MISREAD = translatable("Select the values that were read wrongly.")
_WRITE_A_NOTE = translatable("Write a note first, of 20,000 signs at most.")
_FINISHING = frozenset({"confirm", "reject"})  # go on to the next fact

_Outcome = list[Event] | str  # the events of an action, or why it cannot be done
_Action = Callable[[DecisionContext, DecisionForm, ReviewedFact], _Outcome]


def _split(context: DecisionContext, form: DecisionForm, _: ReviewedFact) -> _Outcome:
    possible = form.selected and form.selected < form.shown_members
    return actions.split(context, form.shown_members, form.selected) if possible else _SELECT_SOME


def _misread(context: DecisionContext, form: DecisionForm, _: ReviewedFact) -> _Outcome:
    possible = form.selected and form.selected <= form.shown_members
    return actions.mark_misread(context, form.selected) if possible else _SELECT_MISREAD


def _note(context: DecisionContext, form: DecisionForm, fact: ReviewedFact) -> _Outcome:
    if form.note_cleared:
        return actions.undo_own_notes(context, fact.review.history) or NOT_YOUR_NOTE
    possible = form.note and len(form.note) <= MAX_NOTE_CHARS
    return actions.write_note(context, form.shown_members, form.note) if possible else _WRITE_A_NOTE


_ACTIONS: Mapping[str, _Action] = MappingProxyType(
    {
        "confirm": lambda context, form, _: actions.confirm(context, form.shown_members),
        "reject": lambda context, form, _: actions.reject(context, form.shown_members),
        "split": _split,
        "misread": _misread,
        "note": _note,
    }
)


async def decide(request: Request) -> Response:
    """Save the decision of the form and redirect; if that fails, the page keeps everything that was typed.

    The status is 409 if others decided in the meantime, 422 if something is missing, 503 if the store failed.
    """
    story_review = story_review_of(request)
    form = await read_form(request, story_review.run.field_texts)
    snapshot = story_review.snapshot()
    fact = snapshot.state.fact_by_id.get(name_from_path(request, "fact"))
    if fact is None:
        raise HTTPException(404)
    if not form.shown_members <= fact.places or not form.shown_members or form.action not in _ACTIONS.keys() | UNDO_ACTIONS:
        raise HTTPException(400)
    outcome = saved_events(snapshot.state.events, form) or _outcome(request, snapshot, (form, fact))
    if isinstance(outcome, str):
        return fact_page(request, (snapshot, fact), RefusedForm(form, outcome))
    following = _following(request, snapshot, fact.id) if form.action in _FINISHING else fact.id
    try:
        save_once(story_review, form, outcome)
    except StoreError as error:
        now = story_review.snapshot()
        return fact_page(request, (now, now.state.fact_by_id[fact.id]), refused_by_store(form, error, now.state))
    path = f"facts/{url_segment(following)}" if following else "facts"
    query = list_facts(snapshot.state, request.query_params, "en").query_string
    return RedirectResponse(f"{run_url(story_review)}/{path}{query}&done={outcome[-1].kind}", 303)


def _outcome(request: Request, snapshot: Snapshot, asked: tuple[DecisionForm, ReviewedFact]) -> _Outcome:
    form, fact = asked
    context = story_review_of(request).decision_context(application_of(request).reviewer, "fact", form.event_ids())
    if form.action in UNDO_ACTIONS:
        return undo_events(form.action, context, snapshot.state.events) or _NOTHING_TO_UNDO
    decided = _ACTIONS[form.action](context, form, fact)
    if isinstance(decided, str) or form.action == "note" or not form.note:
        return decided
    return [*decided, *actions.write_note(context, form.shown_members, form.note)]


def _following(request: Request, snapshot: Snapshot, current: str) -> str:
    """The next fact, or the one before; nothing where there is none."""
    facts = list_facts(snapshot.state, request.query_params, "en", current)
    following = facts.next or facts.previous
    return following if following and following != current else ""
