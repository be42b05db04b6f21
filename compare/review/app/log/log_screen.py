"""A request about the log -> its page, or all decisions as a file; a file of decisions -> the store, all of them or none."""

from collections.abc import Sequence
from datetime import UTC, datetime

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.errors import DecisionError, StoreError, TellingsError
from compare.review.app.log.log_view import log_view, read_log_filter
from compare.review.app.log.overruled_lines import overruled_lines
from compare.review.app.requests.page_urls import run_url
from compare.review.app.requests.requested_story import application_of, story_review_of
from compare.review.app.requests.search_query import whole_number
from compare.review.decision_file import parse_decisions, to_lines
from compare.review.decision_order import first_in_future
from compare.review.events import Event

LOG = "/runs/{run}/log"
DECISIONS_FILE = "/runs/{run}/decisions.jsonl"
_NO_FILE_GIVEN = DecisionError("decisions.jsonl", "was not given", "choose a file first")


async def show(request: Request) -> Response:
    """The page of the log."""
    return _page(request, None, 200)


async def export_decisions(request: Request) -> Response:
    """All decisions as a file, including undone ones and the undos."""
    return download(to_lines(story_review_of(request).snapshot().state.events), "decisions.jsonl", "application/x-ndjson")


async def import_decisions(request: Request) -> Response:
    """Import the decisions of a file that are not here yet; if one line is wrong, nothing is imported and the page names the line."""
    story_review = story_review_of(request)
    async with request.form() as form:
        upload = form.get("file")
        name, content = (upload.filename or "", await upload.read()) if isinstance(upload, UploadFile) else ("", b"")
    if not name:
        return _page(request, _NO_FILE_GIVEN, 422)
    try:
        events = parse_decisions(_decoded(content, name), name)
        _require_past(events, name)
        counts = story_review.store.import_events(story_review.story_id, events)
    except DecisionError as error:
        return _page(request, error, 422)
    except StoreError as error:
        return _page(request, error, 503)
    return RedirectResponse(f"{run_url(story_review)}/log?new={counts.new}&known={counts.known}", 303)


def _require_past(events: Sequence[Event], source_name: str) -> None:
    future = first_in_future(datetime.now(UTC), events)
    if future:
        problem = f"the decision {future.id!r} is of {future.at}, which is yet to come: it would overrule all that is decided until then"
        raise DecisionError(source_name, problem, "set the clock of that machine right, and mend the line")


def download(content: str | bytes, name: str, media_type: str) -> Response:
    """A response that the browser saves as a file and never opens as a page of the application."""
    body = content.encode("utf-8", "replace") if isinstance(content, str) else content
    return Response(body, media_type=media_type, headers={"content-disposition": f'attachment; filename="{name}"'})


def _decoded(content: bytes, source_name: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DecisionError(source_name, f"is not UTF-8 (byte {error.start})", "name a decisions.jsonl that tellings exported") from error


def _page(request: Request, error: TellingsError | None, status: int) -> Response:
    story_review, query = story_review_of(request), request.query_params
    snapshot = story_review.snapshot()
    state = snapshot.state
    values: dict[str, object] = {
        "story_review": story_review,
        "run_url": run_url(story_review),
        "log": log_view(state, read_log_filter(query)),
        "resolved": state.resolved,
        "overruled": overruled_lines(snapshot),
        "error": error,
        "imported": tuple(whole_number(n) for n in (query["new"], query.get("known", ""))) if "new" in query else None,
    }
    return application_of(request).render(request.scope, "log.html", values, status)
