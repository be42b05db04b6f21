"""A request for the queue or a claim -> the desk: queue, claim, decision and actions."""

from urllib.parse import quote

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from compare.review.app.claim import PARTS, claim_of
from compare.review.app.pages import Application
from compare.review.app.queue import SHOWS, asked_of, queue_of
from compare.review.app.words import marked, words_of
from compare.review.app.work import Work
from reports.figures import figures, finding

QUEUE = "/runs/{run}/queue"
CLAIM = "/runs/{run}/claims/{claim}"
_VERDICTS = (
    ("supported", marked("Supported")),
    ("disputed", marked("Disputed")),
    ("wrong", marked("Wrong")),
    ("cant_tell", marked("Can't tell")),
)


async def queue(request: Request) -> Response:
    """The queue, with what was found at all beside it."""
    application, run = _application(request), run_of(request)
    words = words_of(application.preferences(request.scope).language)
    values: dict[str, object] = {
        "run": run,
        "home": home_of(run),
        "queue": queue_of(run, asked_of(request.query_params)),
        "shows": SHOWS.items(),
        "current": None,
        "finding": finding(figures(run.document), words),
    }
    return application.page(request.scope, "queue.html", values)


async def claim(request: Request) -> Response:
    """One claim with its passages, in differences or in context."""
    application, run = _application(request), run_of(request)
    shown = claim_of(run, request.path_params["claim"])
    if shown is None:
        raise HTTPException(404)
    values: dict[str, object] = {
        "run": run,
        "home": home_of(run),
        "address": f"{home_of(run)}/claims/{quote(shown.id, safe='')}",
        "queue": queue_of(run, asked_of(request.query_params), shown.id),
        "shows": SHOWS.items(),
        "current": shown.id,
        "claim": shown,
        "parts": [(PARTS.get(name, name), value) for name, value in shown.parts],
        "verdicts": _VERDICTS,
        "in_context": request.query_params.get("as") == "context",
    }
    return application.page(request.scope, "claim.html", values)


def home_of(run: Work) -> str:
    """Where the pages of a run stand."""
    return f"/runs/{quote(run.name, safe='')}"


def run_of(request: Request) -> Work:
    """The run that the address names."""
    run = _application(request).runs.get(request.path_params["run"])
    if run is None:
        raise HTTPException(404)
    return run


def _application(request: Request) -> Application:
    application: Application = request.app.state.application
    return application
