"""A request to enter the review or to list its runs -> that page; a refusal or error -> a page that says what to do."""

from collections.abc import Mapping
from types import MappingProxyType

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import Scope

from compare.errors import StoreError
from compare.review.app.access.request_guard import HTTP_STATUS, RefusalReason
from compare.review.app.application import Application
from compare.review.app.display.messages import translatable
from compare.review.app.requests.requested_story import application_of
from compare.review.app.runs.story_progress import story_progress

# A refusal or error -> its heading, and what to do about it.
_MESSAGES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "host": (
            translatable("This is not the address of the review"),
            translatable("Take the link that the command printed, as it stands there."),
        ),
        "cross_site": (
            translatable("Another page asked for this change"),
            translatable("Nothing was changed. Go back to the review and do it there."),
        ),
        "too_large": (translatable("That is too much at once"), translatable("Nothing was saved. Shorten the text and send it again.")),
        "no_session": (
            translatable("The review is not open in this browser"),
            translatable("Take the link that the command printed. It opens one browser, once; start the command again for a new one."),
        ),
        "token": (
            translatable("This link was used, or is wrong"),
            translatable("Take the link that the command printed. It opens one browser, once; start the command again for a new one."),
        ),
        "404": (
            translatable("There is no such page"),
            translatable("It may have been in an earlier run. The queue has what is there now."),
        ),
        "405": (translatable("That cannot be done here"), translatable("Nothing was changed. Go back and use the buttons of the page.")),
        "500": (
            translatable("Something went wrong in the program"),
            translatable("What was saved before is kept. The terminal says more."),
        ),
    }
)
_STORE_UNREADABLE = (
    translatable("The store of decisions cannot be read"),
    translatable("Nothing was changed. Mend what is named below, then go back."),
)


def refusal_page(application: Application, reason: RefusalReason, scope: Scope) -> Response:
    """The page for a request that the request guard refused."""
    return message_page(application, scope, reason, HTTP_STATUS[reason])


def message_page(application: Application, scope: Scope, reason: str, status: int) -> Response:
    """A page that says what went wrong and what to do."""
    heading, remedy = _MESSAGES[reason]
    return application.render(scope, "message.html", {"heading": heading, "remedy": remedy, "http_status": status, "detail": ""}, status)


async def show_error(request: Request, error: Exception) -> Response:
    """The page for an error that a request handler raised."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    reason = str(status) if str(status) in _MESSAGES else "405" if 400 <= status < 500 else "500"
    return message_page(application_of(request), request.scope, reason, status)


async def show_store_error(request: Request, error: Exception) -> Response:
    """The page for a store that could not be read even once since the program began."""
    application = application_of(request)
    detail = f"{error.problem}; {error.remedy}" if isinstance(error, StoreError) else ""
    values: dict[str, object] = {"heading": _STORE_UNREADABLE[0], "remedy": _STORE_UNREADABLE[1], "http_status": 503, "detail": detail}
    return application.render(request.scope, "message.html", values, 503)


async def enter(request: Request) -> Response:
    """The printed link: uses up its token, and redirects to a URL without it."""
    application = application_of(request)
    if request.method != "GET" or "prefetch" in request.headers.get("sec-purpose", ""):
        return message_page(application, request.scope, "no_session", 403)  # a prefetch must not use the token up
    session = application.access_policy.sessions.open_session(request.path_params["token"])
    if session is None:
        return message_page(application, request.scope, "token", 403)
    response = RedirectResponse("/", 303)
    response.set_cookie(application.access_policy.cookie, session, httponly=True, samesite="strict", path="/")
    return response


async def start(request: Request) -> Response:
    """The queue of the only run, or the list of runs."""
    runs = application_of(request).runs
    return RedirectResponse(f"/runs/{next(iter(runs))}/queue" if len(runs) == 1 else "/runs", 303)


async def show_runs(request: Request) -> Response:
    """The list of runs, each with the progress of its review."""
    application = application_of(request)
    return application.render(
        request.scope, "runs.html", {"story_progress": [story_progress(story_review) for story_review in application.runs.values()]}
    )
