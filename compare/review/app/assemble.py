"""Runs, reviewer and door -> the whole application: its routes, behind the door."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route
from starlette.types import ASGIApp

from compare.errors import StoreError
from compare.review.app import (
    aside,
    choose,
    cluster_desk,
    cluster_pages,
    decide,
    desk,
    earlier,
    exports,
    log_pages,
    reader,
    screens,
    settings,
    since_page,
    static,
)
from compare.review.app.access import ENTER, STATIC, guarded
from compare.review.app.pages import Application

_ROUTES = (
    Route(ENTER + "{token}", screens.enter),
    Route(STATIC + "{digest}/{name}", static.file),
    Route("/", screens.start),
    Route("/runs", screens.runs),
    Route(desk.QUEUE, desk.queue, methods=["GET"]),
    Route(desk.CLAIM, desk.claim, methods=["GET"]),
    Route(cluster_pages.LISTING, cluster_pages.listing, methods=["GET"]),
    Route(cluster_pages.CLUSTER, cluster_pages.cluster, methods=["GET"]),
    Route(cluster_pages.CLUSTER, cluster_desk.decide, methods=["POST"]),
    Route(cluster_pages.CHOOSE, cluster_pages.choose, methods=["GET"]),
    Route(reader.LISTING, reader.listing, methods=["GET"]),
    Route(reader.ARTICLE, reader.show, methods=["GET"]),
    Route(reader.PUT, reader.choose, methods=["GET"]),
    Route(reader.PUT, reader.put, methods=["POST"]),
    Route(log_pages.LOG, log_pages.show, methods=["GET"]),
    Route(log_pages.LOG, log_pages.bring_in, methods=["POST"]),
    Route(log_pages.FILE, log_pages.export, methods=["GET"]),
    Route(since_page.CHANGES, since_page.show, methods=["GET"]),
    *(Route(path, exports.report, methods=["GET"]) for path in exports.PATHS),
    Route(decide.DECIDE, decide.show, methods=["GET"]),
    Route(decide.DECIDE, decide.decide, methods=["POST"]),
    Route(decide.UNDO, decide.back, methods=["POST"]),
    Route(choose.CHOOSE, choose.show, methods=["GET"]),
    Route(choose.CHOOSE, choose.choose, methods=["POST"]),
    Route(aside.ASIDE, aside.show, methods=["GET"]),
    Route(earlier.EARLIER, earlier.show, methods=["GET"]),
    Route(earlier.EARLIER, earlier.accept, methods=["POST"]),
    Route(settings.PATH, settings.show, methods=["GET"]),
    Route(settings.PATH, settings.change, methods=["POST"]),
)


def assembled(application: Application) -> ASGIApp:
    """What a server runs."""
    made = Starlette(
        routes=_ROUTES, exception_handlers={HTTPException: screens.faulty, StoreError: screens.failing, Exception: screens.faulty}
    )
    made.router.redirect_slashes = False  # an address is right or it is none
    made.state.application = application
    return guarded(made, application.door, lambda reason, scope: screens.refused(application, reason, scope))
