"""A request about facts -> the page with their list, or with one of them, its sentences and its decisions."""

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from compare.review.app.display.decision_words import DECISION_WORDS
from compare.review.app.fact.fact_list import FACT_FILTER_WORDS, STATE_WORDS, list_facts
from compare.review.app.fact.fact_view import fact_view
from compare.review.app.log.decision_lines import DecisionLines
from compare.review.app.log.overruled_lines import overruled_lines_of
from compare.review.app.requests.decision_form import new_form_id
from compare.review.app.requests.page_urls import name_from_path, run_url, url_segment
from compare.review.app.requests.passage_ids import passage_id
from compare.review.app.requests.refused_form import RefusedForm
from compare.review.app.requests.requested_story import application_of, story_review_of
from compare.review.app.runs.story_review import Snapshot
from compare.review.reviewed_facts import ReviewedFact

LIST = "/runs/{run}/facts"
FACT = "/runs/{run}/facts/{fact}"


async def show_list(request: Request) -> Response:
    """The list of facts."""
    return list_page(request, story_review_of(request).snapshot())


async def show_fact(request: Request) -> Response:
    """One fact."""
    snapshot = story_review_of(request).snapshot()
    found = snapshot.state.fact_by_id.get(name_from_path(request, "fact"))
    if found is None:
        raise HTTPException(404)
    return fact_page(request, (snapshot, found))


def list_page(request: Request, snapshot: Snapshot, refused: RefusedForm | None = None) -> Response:
    """The list of facts, below the form that was refused, if one was."""
    return _page(request, "facts.html", _frame(request, snapshot, refused=refused), refused)


def fact_page(request: Request, shown: tuple[Snapshot, ReviewedFact], refused: RefusedForm | None = None) -> Response:
    """One fact; its fields contain what was typed into the form that was refused, if one was."""
    snapshot, found = shown
    lines = DecisionLines(snapshot.state)
    values: dict[str, object] = {
        **_frame(request, snapshot, found.id, refused),
        "page_url": f"{run_url(story_review_of(request))}/facts/{url_segment(found.id)}",
        "fact": fact_view(found, snapshot.state, _language(request)),
        "selected": frozenset(map(passage_id, refused.form.selected)) if refused else frozenset(),
        "overruled": overruled_lines_of(snapshot, found.review.history),
        "history": [lines.line_of(event) for event in reversed(found.review.history)],
        "note": (found.review.note.value if found.review.note else "") or "",
        "seen_seq": snapshot.last_seq,
        "form_id": new_form_id(),
    }
    return _page(request, "fact.html", values, refused)


def _frame(request: Request, snapshot: Snapshot, current: str | None = None, refused: RefusedForm | None = None) -> dict[str, object]:
    story_review = story_review_of(request)
    return {
        "story_review": story_review,
        "run_url": run_url(story_review),
        "fact_list": list_facts(snapshot.state, request.query_params, _language(request), current),
        "filter_words": FACT_FILTER_WORDS.items(),
        "state_words": STATE_WORDS,
        "refused": refused,
        "done_words": DECISION_WORDS.get(request.query_params.get("done", "")),
    }


def _language(request: Request) -> str:
    return application_of(request).preferences(request.scope).language


def _page(request: Request, template: str, values: dict[str, object], refused: RefusedForm | None) -> Response:
    return application_of(request).render(request.scope, template, values, refused.http_status if refused else 200)
