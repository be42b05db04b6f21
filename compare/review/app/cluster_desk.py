"""A form of the cluster screen -> decisions in the store, and the page to go on with."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.review.app import clusters
from compare.review.app.back import BACK, back
from compare.review.app.cluster_pages import Kept, page_of
from compare.review.app.cluster_strokes import ACTS, TARGETED, Asked, events_of, fault_of, needs_choice
from compare.review.app.clusters import listing_of
from compare.review.app.given import Given, given_in
from compare.review.app.ledger import Ledger
from compare.review.app.named import name_of
from compare.review.app.place import application_of, home_of, segment, work_of
from compare.review.app.words import marked
from compare.review.app.work import View
from compare.review.events import Event
from compare.review.regroup import Members
from compare.review.store.seam import StaleError

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
    """Keep what the form says and go on; 409 with what others decided, or 422 with what is missing, and nothing typed is lost."""
    work, given = work_of(request), given_in(await request.form())
    members, act = given.passages("member", work.run.shelf), given.one("act")
    if not members or act not in ACTS | BACK:
        raise HTTPException(400)
    view, seen = work.view(), given.seen
    kept = Kept(given.one("note"), frozenset(given.all("passage")))
    outcome = _undone(request, view, act) if act in BACK else _decided(request, (view, given, members))
    if isinstance(outcome, _Choice):
        return RedirectResponse(outcome.address, 303)
    if isinstance(outcome, _Missing):
        return page_of(request, members, Kept(kept.note, kept.chosen, outcome.says), 422)
    onward = _onward(request, view) if act in _ONWARD else ""
    try:
        work.decide(outcome, seen)
    except StaleError as stale:
        return page_of(request, members, Kept(kept.note, kept.chosen, newer=stale.newer), 409)
    return RedirectResponse(_address(request, onward or _now(request, outcome, members), outcome[-1]), 303)


def _undone(request: Request, view: View, act: str) -> list[Event] | _Missing:
    stroke = work_of(request).stroke(application_of(request).reviewer, "duplicates")
    return back(act, stroke, view.state.events) or _Missing(_NOTHING)


def _decided(request: Request, looked: tuple[View, Given, Members]) -> list[Event] | _Missing | _Choice:
    """The events of an act; it may have to ask for another cluster first."""
    work, (view, given, members) = work_of(request), looked
    act, to = given.one("act"), given.one("to")
    target = view.state.cluster.get(to)
    chosen = given.passages("passage", work.run.shelf)
    asked = Asked(act, members, chosen, target.members if target else frozenset(), given.one("note").replace("\r\n", "\n").strip())
    if act in TARGETED and not target:
        missing = _GONE if to else needs_choice(asked)
        return _Missing(missing) if missing else _Choice(_choice(request, asked))
    fault = fault_of(asked)
    return _Missing(fault) if fault else events_of(work.stroke(application_of(request).reviewer, "duplicates"), asked)


def _choice(request: Request, asked: Asked) -> str:
    asks = [("act", asked.act), *(("passage", name_of(passage)) for passage in sorted(asked.chosen))]
    here = f"{home_of(work_of(request))}/clusters/{segment(request.path_params['cluster'])}"
    return f"{here}/choose{clusters.asked_of(request.query_params).query}&{urlencode(asks)}"


def _onward(request: Request, view: View) -> str:
    """The cluster after this one, or the one before, or the list."""
    listing = listing_of(view.state, clusters.asked_of(request.query_params), request.path_params["cluster"])
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
    query = clusters.asked_of(request.query_params).query + "&" if path.startswith("clusters") else "?"
    return f"{home_of(work_of(request))}/{path}{query}done={event.kind}{hash_}{place}"
