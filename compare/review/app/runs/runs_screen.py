"""A request -> the way in, the list of runs, or a page that says what went wrong."""

from collections.abc import Mapping
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Scope

from compare.errors import StoreError
from compare.review.app.access.request_guard import STATUS, Reason
from compare.review.app.display.messages import marked
from compare.review.app.application import Application
from compare.review.app.requests.requested_story import application_of
from compare.review.app.runs.story_progress import standing_of

# A refusal or fault -> its heading, and what to do about it.
_TOLD: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "host": (marked("This is not the address of the review"), marked("Take the link that the command printed, as it stands there.")),
        "cross_site": (marked("Another page asked for this change"), marked("Nothing was changed. Go back to the review and do it there.")),
        "too_large": (marked("That is too much at once"), marked("Nothing was saved. Shorten the text and send it again.")),
        "no_session": (
            marked("The review is not open in this browser"),
            marked("Take the link that the command printed. It opens one browser, once; start the command again for a new one."),
        ),
        "token": (
            marked("This link was used, or is wrong"),
            marked("Take the link that the command printed. It opens one browser, once; start the command again for a new one."),
        ),
        "404": (marked("There is no such page"), marked("It may have been in an earlier run. The queue has what is there now.")),
        "405": (marked("That cannot be done here"), marked("Nothing was changed. Go back and use the buttons of the page.")),
        "500": (marked("Something went wrong in the program"), marked("What was saved before is kept. The terminal says more.")),
    }
)
_NO_STORE = (marked("The store of decisions cannot be read"), marked("Nothing was changed. Mend what is named below, then go back."))


def refused(application: Application, reason: Reason, scope: Scope) -> Response:
    """The page of a request that was not let in."""
    return told(application, scope, reason, STATUS[reason])


def told(application: Application, scope: Scope, reason: str, status: int) -> Response:
    """A page that says what went wrong and what to do."""
    heading, remedy = _TOLD[reason]
    return application.page(scope, "message.html", {"heading": heading, "remedy": remedy, "status": status, "says": ""}, status)


async def faulty(request: Request, error: Exception) -> Response:
    """The page of an error that a route raised."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    reason = str(status) if str(status) in _TOLD else "405" if 400 <= status < 500 else "500"
    return told(application_of(request), request.scope, reason, status)


async def failing(request: Request, error: Exception) -> Response:
    """The page of a store that cannot be read, and has never been since the program began."""
    application = application_of(request)
    says = f"{error.problem}; {error.remedy}" if isinstance(error, StoreError) else ""
    values: dict[str, object] = {"heading": _NO_STORE[0], "remedy": _NO_STORE[1], "status": 503, "says": says}
    return application.page(request.scope, "message.html", values, 503)


async def enter(request: Request) -> Response:
    """The printed link: its token is spent, and the address that is shown from now on has none."""
    application = application_of(request)
    if request.method != "GET" or "prefetch" in request.headers.get("sec-purpose", ""):
        return told(application, request.scope, "no_session", 403)  # looking ahead is not coming in
    session = application.door.sessions.enter(request.path_params["token"])
    if session is None:
        return told(application, request.scope, "token", 403)
    answer = RedirectResponse("/", 303)
    answer.set_cookie(application.door.cookie, session, httponly=True, samesite="strict", path="/")
    return answer


async def start(request: Request) -> Response:
    """The queue of the only run, or the list of runs."""
    runs = application_of(request).runs
    return RedirectResponse(f"/runs/{next(iter(runs))}/queue" if len(runs) == 1 else "/runs", 303)


async def runs(request: Request) -> Response:
    """Every run, with how far its review is."""
    application = application_of(request)
    return application.page(request.scope, "runs.html", {"standings": [standing_of(work) for work in application.runs.values()]})
