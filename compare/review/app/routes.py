"""Runs, reviewer and door -> the whole application: its routes, behind the door."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route
from starlette.types import ASGIApp

from compare.errors import StoreError
from compare.review.app.access.request_guard import ENTER, STATIC, guarded
from compare.review.app.claim import choose_claim, claim_screen, decide_claim, unclaimed_screen
from compare.review.app.cluster import cluster_screen, decide_cluster
from compare.review.app.display import static_files
from compare.review.app.application import Application
from compare.review.app.log import log_screen, report_export
from compare.review.app.preferences import settings_screen
from compare.review.app.reader import article_screen
from compare.review.app.runs import changes_screen, moved_passages_screen, runs_screen

_ROUTES = (
    Route(ENTER + "{token}", runs_screen.enter),
    Route(STATIC + "{digest}/{name}", static_files.file),
    Route("/", runs_screen.start),
    Route("/runs", runs_screen.runs),
    Route(claim_screen.QUEUE, claim_screen.queue, methods=["GET"]),
    Route(claim_screen.CLAIM, claim_screen.claim, methods=["GET"]),
    Route(cluster_screen.LISTING, cluster_screen.listing, methods=["GET"]),
    Route(cluster_screen.CLUSTER, cluster_screen.cluster, methods=["GET"]),
    Route(cluster_screen.CLUSTER, decide_cluster.decide, methods=["POST"]),
    Route(cluster_screen.CHOOSE, cluster_screen.choose, methods=["GET"]),
    Route(article_screen.LISTING, article_screen.listing, methods=["GET"]),
    Route(article_screen.ARTICLE, article_screen.show, methods=["GET"]),
    Route(article_screen.PUT, article_screen.choose, methods=["GET"]),
    Route(article_screen.PUT, article_screen.put, methods=["POST"]),
    Route(log_screen.LOG, log_screen.show, methods=["GET"]),
    Route(log_screen.LOG, log_screen.bring_in, methods=["POST"]),
    Route(log_screen.FILE, log_screen.export, methods=["GET"]),
    Route(changes_screen.CHANGES, changes_screen.show, methods=["GET"]),
    *(Route(path, report_export.report, methods=["GET"]) for path in report_export.PATHS),
    Route(decide_claim.DECIDE, decide_claim.show, methods=["GET"]),
    Route(decide_claim.DECIDE, decide_claim.decide, methods=["POST"]),
    Route(decide_claim.UNDO, decide_claim.back, methods=["POST"]),
    Route(choose_claim.CHOOSE, choose_claim.show, methods=["GET"]),
    Route(choose_claim.CHOOSE, choose_claim.choose, methods=["POST"]),
    Route(unclaimed_screen.ASIDE, unclaimed_screen.show, methods=["GET"]),
    Route(moved_passages_screen.EARLIER, moved_passages_screen.show, methods=["GET"]),
    Route(moved_passages_screen.EARLIER, moved_passages_screen.accept, methods=["POST"]),
    Route(settings_screen.PATH, settings_screen.show, methods=["GET"]),
    Route(settings_screen.PATH, settings_screen.change, methods=["POST"]),
)


def assembled(application: Application) -> ASGIApp:
    """What a server runs."""
    made = Starlette(
        routes=_ROUTES,
        exception_handlers={HTTPException: runs_screen.faulty, StoreError: runs_screen.failing, Exception: runs_screen.faulty},
    )
    made.router.redirect_slashes = False  # an address is right or it is none
    made.state.application = application
    return guarded(made, application.door, lambda reason, scope: runs_screen.refused(application, reason, scope))
