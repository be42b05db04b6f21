"""A request for the log -> its page or its file; a file of decisions -> the store, all of it or none."""

from collections.abc import Sequence
from datetime import UTC, datetime

from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from compare.errors import DecisionError, StoreError, TellingsError
from compare.review.app.log.overruled_lines import late_in
from compare.review.app.log.log_view import asked_of, log_of
from compare.review.app.requests.page_urls import home_of
from compare.review.app.requests.requested_story import application_of, work_of
from compare.review.app.requests.search_query import number_of
from compare.review.decision_file import as_lines, parsed
from compare.review.decision_order import ahead_of
from compare.review.events import Event

LOG = "/runs/{run}/log"
FILE = "/runs/{run}/decisions.jsonl"
_NO_FILE = DecisionError("decisions.jsonl", "was not given", "choose a file first")


async def show(request: Request) -> Response:
    """The log."""
    return _page(request, None, 200)


async def export(request: Request) -> Response:
    """All decisions as a file, undone ones and their undoing among them."""
    return attached(as_lines(work_of(request).view().state.events), "decisions.jsonl", "application/x-ndjson")


async def bring_in(request: Request) -> Response:
    """Add the decisions of a file that are not here yet; one line that is wrong keeps all of it out, and is named."""
    work = work_of(request)
    async with request.form() as form:
        given = form.get("file")
        name, content = (given.filename or "", await given.read()) if isinstance(given, UploadFile) else ("", b"")
    if not name:
        return _page(request, _NO_FILE, 422)
    try:
        events = parsed(_text(content, name), name)
        _require_past(events, name)
        done = work.store.import_events(work.story, events)
    except DecisionError as error:
        return _page(request, error, 422)
    except StoreError as error:
        return _page(request, error, 503)
    return RedirectResponse(f"{home_of(work)}/log?new={done.new}&known={done.known}", 303)


def _require_past(events: Sequence[Event], place: str) -> None:
    early = ahead_of(datetime.now(UTC), events)
    if early:
        problem = f"the decision {early.id!r} is of {early.at}, which is yet to come: it would overrule all that is decided until then"
        raise DecisionError(place, problem, "set the clock of that machine right, and mend the line")


def attached(content: str | bytes, name: str, kind: str) -> Response:
    """A file to be saved, never to be opened as a page of ours."""
    body = content.encode("utf-8", "replace") if isinstance(content, str) else content
    return Response(body, media_type=kind, headers={"content-disposition": f'attachment; filename="{name}"'})


def _text(content: bytes, place: str) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DecisionError(place, f"is not UTF-8 (byte {error.start})", "name a decisions.jsonl that tellings exported") from error


def _page(request: Request, fault: TellingsError | None, status: int) -> Response:
    work, query = work_of(request), request.query_params
    view = work.view()
    state = view.state
    values: dict[str, object] = {
        "run": work,
        "home": home_of(work),
        "log": log_of(state, asked_of(query)),
        "resolved": state.resolved,
        "late": late_in(view),
        "fault": fault,
        "brought": tuple(number_of(n) for n in (query["new"], query.get("known", ""))) if "new" in query else None,
    }
    return application_of(request).page(request.scope, "log.html", values, status)
