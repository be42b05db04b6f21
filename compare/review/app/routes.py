"""An application -> the ASGI app that a server runs: its URLs and their handlers, behind the request guard."""

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.routing import Route
from starlette.types import ASGIApp

from compare.errors import StoreError
from compare.review.app.access.request_guard import ENTER_PATH, STATIC_PATH, guarded
from compare.review.app.application import Application
from compare.review.app.article import article_screen
from compare.review.app.claim import choose_claim, claim_screen, decide_claim, unclaimed_screen
from compare.review.app.cluster import cluster_screen, decide_cluster
from compare.review.app.display import static_files
from compare.review.app.fact import decide_fact, fact_screen
from compare.review.app.log import log_screen, report_export
from compare.review.app.preferences import settings_screen
from compare.review.app.runs import changes_screen, moved_passages_screen, runs_screen

_ROUTES = (
    Route(ENTER_PATH + "{token}", runs_screen.enter),
    Route(STATIC_PATH + "{digest}/{name}", static_files.serve_file),
    Route("/", runs_screen.start),
    Route("/runs", runs_screen.show_runs),
    Route(claim_screen.QUEUE, claim_screen.show_queue, methods=["GET"]),
    Route(claim_screen.CLAIM, claim_screen.show_claim, methods=["GET"]),
    Route(cluster_screen.LIST, cluster_screen.show_list, methods=["GET"]),
    Route(cluster_screen.CLUSTER, cluster_screen.show_cluster, methods=["GET"]),
    Route(cluster_screen.CLUSTER, decide_cluster.decide, methods=["POST"]),
    Route(cluster_screen.CHOOSE, cluster_screen.show_choice, methods=["GET"]),
    Route(fact_screen.LIST, fact_screen.show_list, methods=["GET"]),
    Route(fact_screen.FACT, fact_screen.show_fact, methods=["GET"]),
    Route(fact_screen.FACT, decide_fact.decide, methods=["POST"]),
    Route(article_screen.LIST, article_screen.show_list, methods=["GET"]),
    Route(article_screen.ARTICLE, article_screen.show, methods=["GET"]),
    Route(article_screen.PUT_INTO_CLAIM, article_screen.show_choice, methods=["GET"]),
    Route(article_screen.PUT_INTO_CLAIM, article_screen.put_into_claim, methods=["POST"]),
    Route(log_screen.LOG, log_screen.show, methods=["GET"]),
    Route(log_screen.LOG, log_screen.import_decisions, methods=["POST"]),
    Route(log_screen.DECISIONS_FILE, log_screen.export_decisions, methods=["GET"]),
    Route(changes_screen.CHANGES, changes_screen.show, methods=["GET"]),
    *(Route(path, report_export.download_report, methods=["GET"]) for path in report_export.PATHS),
    Route(decide_claim.DECIDE, decide_claim.show, methods=["GET"]),
    Route(decide_claim.DECIDE, decide_claim.decide, methods=["POST"]),
    Route(decide_claim.UNDO, decide_claim.undo_or_redo, methods=["POST"]),
    Route(choose_claim.CHOOSE, choose_claim.show, methods=["GET"]),
    Route(choose_claim.CHOOSE, choose_claim.choose, methods=["POST"]),
    Route(unclaimed_screen.UNCLAIMED, unclaimed_screen.show, methods=["GET"]),
    Route(moved_passages_screen.MOVED_PASSAGES, moved_passages_screen.show, methods=["GET"]),
    Route(moved_passages_screen.MOVED_PASSAGES, moved_passages_screen.accept, methods=["POST"]),
    Route(settings_screen.SETTINGS, settings_screen.show, methods=["GET"]),
    Route(settings_screen.SETTINGS, settings_screen.save, methods=["POST"]),
)


def asgi_app(application: Application) -> ASGIApp:
    """The routes of the application, behind the guard of its access policy."""
    app = Starlette(
        routes=_ROUTES,
        exception_handlers={
            HTTPException: runs_screen.show_error,
            StoreError: runs_screen.show_store_error,
            Exception: runs_screen.show_error,
        },
    )
    app.router.redirect_slashes = False  # a wrong URL gets a 404, not a guess
    app.state.application = application
    return guarded(app, application.access_policy, lambda reason, scope: runs_screen.refusal_page(application, reason, scope))
