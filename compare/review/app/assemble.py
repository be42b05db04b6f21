"""Runs, reviewer and door -> the whole application: its routes, behind the door."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route
from starlette.types import ASGIApp

from compare.review.app import desk, screens, settings, static
from compare.review.app.access import ENTER, STATIC, guarded
from compare.review.app.pages import Application

_ROUTES = (
    Route(ENTER + "{token}", screens.enter),
    Route(STATIC + "{digest}/{name}", static.file),
    Route("/", screens.start),
    Route("/runs", screens.runs),
    Route(desk.QUEUE, desk.queue, methods=["GET"]),
    Route(desk.CLAIM, desk.claim, methods=["GET"]),
    Route(settings.PATH, settings.show, methods=["GET"]),
    Route(settings.PATH, settings.change, methods=["POST"]),
)


def assembled(application: Application) -> ASGIApp:
    """What a server runs."""
    made = Starlette(routes=_ROUTES, exception_handlers={HTTPException: screens.faulty, Exception: screens.faulty})
    made.router.redirect_slashes = False  # an address is right or it is none
    made.state.application = application
    return guarded(made, application.door, lambda reason, scope: screens.refused(application, reason, scope))
