"""A form of the cluster screen -> decisions in the store, and the page to go on with."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.errors import StoreError
from compare.review import actions
from compare.review.actions import Stroke
from compare.review.app.claim.claim_decisions import NOT_YOUR_NOTE
from compare.review.app.cluster import cluster_list
from compare.review.app.cluster.cluster_decisions import ACTS, TARGETED, Asked, events_of, fault_of, needs_choice
from compare.review.app.cluster.cluster_list import listing_of
from compare.review.app.cluster.cluster_screen import page_of
from compare.review.app.display.messages import marked
from compare.review.app.log.decision_lines import Ledger
from compare.review.app.log.undo_redo import BACK, take_back
from compare.review.app.requests.decision_form import Sent, sent
from compare.review.app.requests.page_urls import home_of, name_in, segment
from compare.review.app.requests.passage_ids import name_of
from compare.review.app.requests.refused_form import Refused, unkept
from compare.review.app.requests.requested_story import application_of, work_of
from compare.review.app.requests.save_once import keep, kept_of
from compare.review.app.runs.story_review import View
from compare.review.events import Event
from compare.review.regroup import Members

_GONE = marked("That cluster is no more; choose another one.")
_NOTHING = marked("There is nothing of yours to take back.")
_ONWARD = frozenset({"confirm", "reject"})


@dataclass(frozen=True, slots=True)
class _Missing:
    """Why nothing was decided."""

    says: str


@dataclass(frozen=True, slots=True)
class _Choice:
    """Where the reviewer says which other cluster is meant."""

    address: str


async def decide(request: Request) -> Response:
    """Keep what the form says and go on; nothing typed is lost if it cannot be.

    409 with what others decided, 422 with what is missing, 503 with how the store failed.
    """
    work = work_of(request)
    wish = await sent(request, work.run.shelf)
    if not wish.members or wish.act not in ACTS | BACK:
        raise HTTPException(400)
    view = work.view()
    outcome = kept_of(view.state.events, wish) or (_undone if wish.act in BACK else _decided)(request, view, wish)
    if isinstance(outcome, _Choice):
        return RedirectResponse(outcome.address, 303)
    if isinstance(outcome, _Missing):
        return page_of(request, wish.members, Refused(wish, outcome.says))
    onward = _onward(request, view) if wish.act in _ONWARD else ""
    try:
        keep(work, wish, outcome)
    except StoreError as error:
        return page_of(request, wish.members, unkept(wish, error, work.view().state))
    return RedirectResponse(_address(request, onward or _now(request, outcome, wish.members), outcome[-1]), 303)


def _stroke(request: Request, wish: Sent) -> Stroke:
    return work_of(request).stroke(application_of(request).reviewer, "duplicates", wish.ids())


def _undone(request: Request, view: View, wish: Sent) -> list[Event] | _Missing:
    return take_back(wish.act, _stroke(request, wish), view.state.events) or _Missing(_NOTHING)


def _decided(request: Request, view: View, wish: Sent) -> list[Event] | _Missing | _Choice:
    """The events of an act; it may have to ask for another cluster first."""
    if wish.act == "note" and wish.emptied:
        found = view.state.cluster_of(wish.members)
        return actions.take_back_notes(_stroke(request, wish), found.decided.history if found else ()) or _Missing(NOT_YOUR_NOTE)
    target = view.state.cluster.get(wish.to)
    asked = Asked(wish.act, wish.members, wish.chosen, target.members if target else frozenset(), wish.note)
    if wish.act in TARGETED and not target:
        missing = _GONE if wish.to else needs_choice(asked)
        return _Missing(missing) if missing else _Choice(_choice(request, asked))
    fault = fault_of(asked)
    if fault:
        return _Missing(fault)
    stroke = _stroke(request, wish)
    written = actions.note(stroke, wish.members, wish.note) if wish.note and wish.act != "note" else []
    return [*events_of(stroke, asked), *written]


def _choice(request: Request, asked: Asked) -> str:
    asks = [("act", asked.act), *(("passage", name_of(passage)) for passage in sorted(asked.chosen))]
    here = f"{home_of(work_of(request))}/clusters/{segment(name_in(request, 'cluster'))}"
    return f"{here}/choose{cluster_list.asked_of(request.query_params).query}&{urlencode(asks)}"


def _onward(request: Request, view: View) -> str:
    """The cluster after this one, or the one before, or the list."""
    listing = listing_of(view.state, cluster_list.asked_of(request.query_params), name_in(request, "cluster"))
    following = listing.next or listing.previous
    return f"clusters/{segment(following)}" if following else "clusters"


def _now(request: Request, events: list[Event], members: Members) -> str:
    """Where what is left of the cluster is now, or what was given back."""
    state = work_of(request).view().state
    if events[-1].kind == "undo":
        return Ledger(state).leads(events[-1]) or "clusters"
    out = {state.resolved.where.get(anchor) for event in events if event.kind == "cannot_link" for anchor in event.passages}
    found = state.cluster_of(members - out or members)
    return f"clusters/{segment(found.id)}" if found else "clusters"


def _address(request: Request, leads: str, event: Event) -> str:
    """The page below the home of the run, which says what was done."""
    path, hash_, place = leads.partition("#")
    query = cluster_list.asked_of(request.query_params).query + "&" if path.startswith("clusters") else "?"
    return f"{home_of(work_of(request))}/{path}{query}done={event.kind}{hash_}{place}"
