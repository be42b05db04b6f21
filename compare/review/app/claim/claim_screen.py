"""A request for the queue or for a claim -> its page: the queue, and beside it the claim with its decisions and actions."""

from collections.abc import Iterable
from datetime import datetime
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.model import Passage
from compare.review.app.claim.claim_history import claim_history
from compare.review.app.claim.claim_view import SCORE_PART_WORDS, claim_view
from compare.review.app.claim.queue import QUEUE_FILTER_WORDS, STATUS_WORDS, make_queue, status_of
from compare.review.app.fact.fact_list import STATE_WORDS, facts_in
from compare.review.app.log.overruled_lines import overruled_lines_of
from compare.review.app.requests.page_urls import name_from_path, run_url, url_segment
from compare.review.app.requests.passage_ids import passage_id
from compare.review.app.requests.refused_form import RefusedForm
from compare.review.app.requests.run_screen import RunScreen, run_screen
from compare.review.review_run import passages_of_group
from compare.review.review_state import ReviewedClaim
from reports.claim_standings import VERDICT_WORDS
from reports.document_figures import figures, finding

QUEUE = "/runs/{run}/queue"
CLAIM = "/runs/{run}/claims/{claim}"


async def show_queue(request: Request) -> Response:
    """The page of the queue."""
    return queue_page(run_screen(request))


def queue_page(screen: RunScreen, refused: RefusedForm | None = None) -> Response:
    """The queue, with the finding of the comparison beside it; above that the form that was refused, if its claim is gone."""
    state = screen.state
    values: dict[str, object] = {
        **_queue_values(screen, None),
        "finding": finding(figures(screen.story_review.document), screen.words),
        "unlocated_count": len(state.resolved.proposed) + len(state.resolved.orphans),
        "ungrouped_count": len(state.rejected) + len(state.ungrouped),
    }
    return screen.render("queue.html", values, refused, url=screen.queue_url)


async def show_claim(request: Request) -> Response:
    """The page of a claim; the URL of a claim that has changed since redirects to the claim that it is now."""
    screen = run_screen(request)
    claim_id = name_from_path(request, "claim")
    found = screen.state.claim_by_id.get(claim_id)
    if found is not None:
        return claim_page(screen, found)
    earlier = next((group for group in screen.story_review.run.groups if group.id == claim_id), None)
    now = screen.state.claim_with(passages_of_group(earlier)) if earlier else None
    if now is None:
        raise HTTPException(404)
    return RedirectResponse(screen.claim_url(now.id), 303)


def claim_page(screen: RunScreen, claim: ReviewedClaim, refused: RefusedForm | None = None) -> Response:
    """A claim with its passages, in differences or in context; above them the form that was refused, if one was."""
    view = claim_view(screen.story_review, claim)
    only_new = claim.review.changed and screen.request.query_params.get("only") == "new"
    in_context = screen.request.query_params.get("as") == "context"
    note = claim.review.note.value if claim.review.note else ""
    form = refused.form if refused else None
    values: dict[str, object] = {
        **_queue_values(screen, claim.id),
        "page_url": f"{run_url(screen.story_review)}/claims/{url_segment(claim.id)}",
        "claim": view,
        "review": claim.review,
        "status": status_of(claim.review),
        "members": [member for member in view.members if member.is_new or not only_new],
        "score_parts": [(SCORE_PART_WORDS.get(name, name), value) for name, value in view.parts],
        "verdict_words": VERDICT_WORDS,
        "facts": facts_in(claim, screen.state, screen.application.preferences(screen.request.scope).language),
        "state_words": STATE_WORDS,
        "history": claim_history(claim, screen.state),
        "overruled": overruled_lines_of(screen.snapshot, claim.review.history),
        "in_context": in_context,
        "only_new": only_new,
        "note": (form.note if form else "") or note,
        "saved_note": note,
        "wording": form.text if form and form.action == "wording" else claim.wording,
        "selected": form.selected if form else frozenset(),
        "saved_at": _last_saved(screen),
        "query_string": f"{screen.queue_filter.query_string}{'&' + urlencode({'as': 'context'}) if in_context else ''}",
    }
    return screen.render("claim.html", values, refused, url=screen.claim_url(claim.id))


def _last_saved(screen: RunScreen) -> str:
    """The time of day of this reviewer's last decision; empty before the first."""
    own_events = [event.at for event in screen.state.events if event.reviewer == screen.reviewer]
    return datetime.fromisoformat(own_events[-1]).strftime("%H:%M") if own_events else ""


def _queue_values(screen: RunScreen, current: str | None) -> dict[str, object]:
    return {
        "queue": make_queue(screen.snapshot, screen.queue_filter, current),
        "filter_words": QUEUE_FILTER_WORDS.items(),
        "status_words": STATUS_WORDS,
        "current": current,
    }


def choice_url(screen: RunScreen, action: str, claim: ReviewedClaim | None, passages: Iterable[Passage]) -> str:
    """The URL of the page on which the reviewer chooses the claim to move passages into, or to merge with."""
    claim_field = [("claim", claim.id)] if claim else []
    passage_fields = [("passage", passage_id(passage)) for passage in sorted(passages)]
    filter_fields = [("show", screen.queue_filter.show), ("words", screen.queue_filter.words)]
    return f"{run_url(screen.story_review)}/choose?" + urlencode([("act", action), *claim_field, *passage_fields, *filter_fields])
