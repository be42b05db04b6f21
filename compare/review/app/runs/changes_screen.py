"""A request for what changed -> this run against an earlier one of the same story that the store kept."""

from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from compare.errors import StoreError
from compare.review.app.requests.page_urls import home_of
from compare.review.app.requests.requested_story import application_of, work_of
from compare.review.app.requests.search_query import line_in
from compare.review.app.runs.changes_view import KINDS, Asked, Since, since
from compare.review.app.runs.story_review import Work
from compare.review.document_changes import Changes, changes
from compare.review.store.run_rows import packed
from compare.review.store.store_protocol import JsonObject, Run, RunId

CHANGES = "/runs/{run}/changes"


def show(request: Request) -> Response:
    """The changes since the run that the address names, else since the one that was opened last. No coroutine: it may take seconds."""
    work, query = work_of(request), request.query_params
    own: RunId = work.run.kept("id", partial(_id, work))
    others = [run for run in work.store.runs(work.story) if run.id != own]
    chosen = next((run for run in others if run.id == query.get("with", "")), None)
    if "with" in query and chosen is None:
        raise HTTPException(404)
    against = chosen or next(iter(others), None)
    kind = query.get("kind", "")
    values: dict[str, object] = {
        "run": work,
        "home": home_of(work),
        "others": others,
        "against": against,
        "kinds": KINDS,
        "kind": kind if kind in KINDS else "",
        "since": _since(work, against, Asked(kind if kind in KINDS else "", line_in(query))) if against else None,
    }
    return application_of(request).page(request.scope, "changes.html", values)


def _since(work: Work, run: Run, asked: Asked) -> Since | None:
    try:
        earlier: JsonObject | None = work.store.document(run.id)
    except StoreError:  # nothing can be said of a run that is damaged
        return None
    if earlier is None:
        return None
    found: Changes = work.run.kept(("changes", run.id), partial(changes, earlier, work.document))
    return since(work.view().state, earlier, found, asked)


def _id(work: Work) -> RunId:
    return packed(work.document).id
