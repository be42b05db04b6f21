"""A request for near-duplicate clusters -> their list, one of them, or the choice of another one; no decision is made here."""

from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from compare.review.app.cluster import cluster_list
from compare.review.app.cluster.cluster_list import SHOWS, copies_in, listing_of
from compare.review.app.cluster.cluster_view import shown_of
from compare.review.app.display.decision_words import DEEDS
from compare.review.app.display.messages import marked
from compare.review.app.log.decision_lines import Ledger
from compare.review.app.log.overruled_lines import late_of
from compare.review.app.requests.decision_form import once
from compare.review.app.requests.group_options import Option, likest
from compare.review.app.requests.page_urls import home_of, name_in, segment
from compare.review.app.requests.passage_ids import name_of, passages_named
from compare.review.app.requests.refused_form import Refused
from compare.review.app.requests.requested_story import application_of, work_of
from compare.review.app.requests.search_query import words_in
from compare.review.app.runs.story_review import View
from compare.review.regroup import Members
from compare.review.review_state import ReviewedCluster

LISTING = "/runs/{run}/clusters"
CLUSTER = "/runs/{run}/clusters/{cluster}"
CHOOSE = CLUSTER + "/choose"
_CHOICES: MappingProxyType[str, tuple[str, str]] = MappingProxyType(
    {
        "merge": (marked("Merge with another cluster"), marked("Merge")),
        "move": (marked("Move to another cluster"), marked("Move")),
    }
)


async def listing(request: Request) -> Response:
    """The list."""
    return list_page(request, work_of(request).view())


async def cluster(request: Request) -> Response:
    """One cluster."""
    view = work_of(request).view()
    found = view.state.cluster.get(name_in(request, "cluster"))
    if found is None:
        raise HTTPException(404)
    return cluster_page(request, (view, found))


async def choose(request: Request) -> Response:
    """The other clusters, the likest first, or those that hold the words that are looked for."""
    work, query = work_of(request), request.query_params
    view, act = work.view(), query.get("act", "")
    found = view.state.cluster.get(name_in(request, "cluster"))
    if found is None or act not in _CHOICES:
        raise HTTPException(404)
    chosen = passages_named(query.getlist("passage"), work.run.shelf)
    if chosen is None:
        raise HTTPException(404)
    passages = chosen if act == "move" else found.members
    texts = [passage.span.of(work.run.shelf[passage.article, passage.field].text) for passage in sorted(passages)]
    others = [_option(other, view) for other in view.state.clusters if other.id != found.id]
    title, deed = _CHOICES[act]
    back = f"{home_of(work)}/clusters/{segment(found.id)}{cluster_list.asked_of(query).query}"
    values: dict[str, object] = {
        "run": work,
        "home": home_of(work),
        "heading": title,
        "deed": deed,
        "texts": texts,
        "options": likest(others, texts, words_in(query)),
        "words": words_in(query),
        "back": back,
        "target": back,
        "refused": None,
        "asks": [("act", act), *(("passage", name_of(passage)) for passage in sorted(chosen))],
        "sends": [
            ("act", act),
            ("seen", view.seen),
            ("once", once()),
            *(("passage", name_of(passage)) for passage in sorted(chosen)),
            *(("member", name_of(passage)) for passage in sorted(found.members)),
        ],
    }
    return application_of(request).page(request.scope, "choose_group.html", values)


def page_of(request: Request, members: Members, refused: Refused) -> Response:
    """The cluster that holds most of those members now, or the list if none does, with what could not be kept."""
    view = work_of(request).view()
    found = view.state.cluster_of(members)
    return cluster_page(request, (view, found), refused) if found else list_page(request, view, refused)


def list_page(request: Request, view: View, refused: Refused | None = None) -> Response:
    """The list, with what could not be kept above it."""
    work = work_of(request)
    values: dict[str, object] = {
        "run": work,
        "home": home_of(work),
        "listing": listing_of(view.state, cluster_list.asked_of(request.query_params)),
        "shows": SHOWS.items(),
        "refused": refused,
        "done": DEEDS.get(request.query_params.get("done", "")),
    }
    return application_of(request).page(request.scope, "clusters.html", values, refused.status if refused else 200)


def cluster_page(request: Request, looked: tuple[View, ReviewedCluster], refused: Refused | None = None) -> Response:
    """The cluster, with what could not be kept in its fields."""
    work, (view, found) = work_of(request), looked
    asked = cluster_list.asked_of(request.query_params)
    ledger = Ledger(view.state)
    values: dict[str, object] = {
        "run": work,
        "home": home_of(work),
        "address": f"{home_of(work)}/clusters/{segment(found.id)}",
        "listing": listing_of(view.state, asked, found.id),
        "cluster": shown_of(found, work.run),
        "picked": frozenset(map(name_of, refused.sent.chosen)) if refused else frozenset(),
        "late": late_of(view, found.decided.history),
        "history": [ledger.of(event) for event in reversed(found.decided.history)],
        "note": (found.decided.note.value if found.decided.note else "") or "",
        "seen": view.seen,
        "once": once(),
        "refused": refused,
        "done": DEEDS.get(request.query_params.get("done", "")),
    }
    return application_of(request).page(request.scope, "cluster.html", values, refused.status if refused else 200)


def _option(cluster: ReviewedCluster, view: View) -> Option:
    copies = copies_in(cluster, view.state.run)
    return Option(cluster.id, copies.heading, copies.language, len(copies.texts), copies.texts)
