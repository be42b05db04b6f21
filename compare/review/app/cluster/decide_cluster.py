"""A form that the cluster screen sent -> decisions in the store and a redirect to the next page, or the page that says why not."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.errors import StoreError
from compare.review import actions
from compare.review.actions import DecisionContext
from compare.review.app.claim.claim_decisions import NOT_YOUR_NOTE
from compare.review.app.cluster.cluster_decisions import ACTIONS, NEEDS_TARGET, ClusterAction, choice_problem, cluster_events, problem_with
from compare.review.app.cluster.cluster_list import list_clusters, read_cluster_filter
from compare.review.app.cluster.cluster_screen import refused_page
from compare.review.app.display.messages import translatable
from compare.review.app.log.decision_lines import DecisionLines
from compare.review.app.log.undo_redo import UNDO_ACTIONS, undo_events
from compare.review.app.requests.decision_form import DecisionForm, read_form
from compare.review.app.requests.page_urls import name_from_path, run_url, url_segment
from compare.review.app.requests.passage_ids import passage_id
from compare.review.app.requests.refused_form import RefusedForm, refused_by_store
from compare.review.app.requests.requested_story import application_of, story_review_of
from compare.review.app.requests.save_once import save_once, saved_events
from compare.review.app.runs.story_review import Snapshot
from compare.review.events import Event
from compare.review.regroup import PassageSet

_TARGET_GONE = translatable("That cluster is no more; choose another one.")
_NOTHING_TO_UNDO = translatable("There is nothing of yours to take back.")
_FINISHING = frozenset({"confirm", "reject"})


@dataclass(frozen=True, slots=True)
class _Problem:
    """Why nothing was decided, as a message for the reviewer."""

    message: str


@dataclass(frozen=True, slots=True)
class _ChooseTarget:
    """The page on which the reviewer chooses the other cluster."""

    url: str


async def decide(request: Request) -> Response:
    """Save the decision of the form and redirect; if that fails, the page keeps everything that was typed.

    The status is 409 if others decided in the meantime, 422 if something is missing, 503 if the store failed.
    """
    story_review = story_review_of(request)
    form = await read_form(request, story_review.run.field_texts)
    if not form.shown_members or form.action not in ACTIONS | UNDO_ACTIONS:
        raise HTTPException(400)
    snapshot = story_review.snapshot()
    outcome = saved_events(snapshot.state.events, form) or (_undo_outcome if form.action in UNDO_ACTIONS else _action_outcome)(
        request, snapshot, form
    )
    if isinstance(outcome, _ChooseTarget):
        return RedirectResponse(outcome.url, 303)
    if isinstance(outcome, _Problem):
        return refused_page(request, form.shown_members, RefusedForm(form, outcome.message))
    following = _following_path(request, snapshot) if form.action in _FINISHING else ""
    try:
        save_once(story_review, form, outcome)
    except StoreError as error:
        return refused_page(request, form.shown_members, refused_by_store(form, error, story_review.snapshot().state))
    return RedirectResponse(_redirect_url(request, following or _current_path(request, outcome, form.shown_members), outcome[-1]), 303)


def _decision_context(request: Request, form: DecisionForm) -> DecisionContext:
    return story_review_of(request).decision_context(application_of(request).reviewer, "duplicates", form.event_ids())


def _undo_outcome(request: Request, snapshot: Snapshot, form: DecisionForm) -> list[Event] | _Problem:
    return undo_events(form.action, _decision_context(request, form), snapshot.state.events) or _Problem(_NOTHING_TO_UNDO)


def _action_outcome(request: Request, snapshot: Snapshot, form: DecisionForm) -> list[Event] | _Problem | _ChooseTarget:
    """The events of an action, or what has to come first: a correction, or the choice of another cluster."""
    if form.action == "note" and form.note_cleared:
        found = snapshot.state.cluster_with(form.shown_members)
        return actions.undo_own_notes(_decision_context(request, form), found.review.history if found else ()) or _Problem(NOT_YOUR_NOTE)
    target = snapshot.state.cluster_by_id.get(form.target_id)
    action = ClusterAction(
        name=form.action,
        members=form.shown_members,
        selected=form.selected,
        target=target.members if target else frozenset(),
        note=form.note,
    )
    if form.action in NEEDS_TARGET and not target:
        problem = _TARGET_GONE if form.target_id else choice_problem(action)
        return _Problem(problem) if problem else _ChooseTarget(_choice_url(request, action))
    problem = problem_with(action)
    if problem:
        return _Problem(problem)
    context = _decision_context(request, form)
    note_events = actions.write_note(context, form.shown_members, form.note) if form.note and form.action != "note" else []
    return [*cluster_events(context, action), *note_events]


def _choice_url(request: Request, action: ClusterAction) -> str:
    fields = [("act", action.name), *(("passage", passage_id(passage)) for passage in sorted(action.selected))]
    cluster_url = f"{run_url(story_review_of(request))}/clusters/{url_segment(name_from_path(request, 'cluster'))}"
    return f"{cluster_url}/choose{read_cluster_filter(request.query_params).query_string}&{urlencode(fields)}"


def _following_path(request: Request, snapshot: Snapshot) -> str:
    """The path of the next cluster, or of the one before, or of the list."""
    clusters = list_clusters(snapshot.state, read_cluster_filter(request.query_params), name_from_path(request, "cluster"))
    following = clusters.next or clusters.previous
    return f"clusters/{url_segment(following)}" if following else "clusters"


def _current_path(request: Request, events: list[Event], members: PassageSet) -> str:
    """The path of the cluster that now contains what is left of this one, or of what an undo restored."""
    state = story_review_of(request).snapshot().state
    if events[-1].kind == "undo":
        return DecisionLines(state).current_path(events[-1]) or "clusters"
    taken_out = {
        state.resolved.passage_by_anchor.get(anchor) for event in events if event.kind == "cannot_link" for anchor in event.passages
    }
    found = state.cluster_with(members - taken_out or members)
    return f"clusters/{url_segment(found.id)}" if found else "clusters"


def _redirect_url(request: Request, path: str, event: Event) -> str:
    """The URL of a path of this run; its query makes the page say what was done."""
    page, hash_, fragment = path.partition("#")
    query = read_cluster_filter(request.query_params).query_string + "&" if path.startswith("clusters") else "?"
    return f"{run_url(story_review_of(request))}/{page}{query}done={event.kind}{hash_}{fragment}"
