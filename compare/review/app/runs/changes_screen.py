"""A request for what changed -> the page that compares this run with an earlier one of the same story from the store."""

from functools import partial

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from compare.errors import StoreError
from compare.review.app.requests.page_urls import run_url
from compare.review.app.requests.requested_story import application_of, story_review_of
from compare.review.app.requests.search_query import first_line
from compare.review.app.runs.changes_view import CHANGE_KIND_WORDS, ChangesFilter, ChangesView, changes_view
from compare.review.app.runs.story_review import StoryReview
from compare.review.document_changes import Changes, compare_documents
from compare.review.store.run_rows import pack_document
from compare.review.store.store_protocol import JsonObject, RunId, StoredRun

CHANGES = "/runs/{run}/changes"


def show(request: Request) -> Response:
    """The changes since the run that the URL names, else since the one that was opened last. Not a coroutine: it may take seconds."""
    story_review, query = story_review_of(request), request.query_params
    run_id: RunId = story_review.run.cached("id", partial(_run_id, story_review))
    other_runs = [run for run in story_review.store.runs(story_review.story_id) if run.id != run_id]
    named = next((run for run in other_runs if run.id == query.get("with", "")), None)
    if "with" in query and named is None:
        raise HTTPException(404)
    other_run = named or next(iter(other_runs), None)
    kind = query.get("kind", "")
    values: dict[str, object] = {
        "story_review": story_review,
        "run_url": run_url(story_review),
        "other_runs": other_runs,
        "other_run": other_run,
        "kind_words": CHANGE_KIND_WORDS,
        "kind": kind if kind in CHANGE_KIND_WORDS else "",
        "changes": _changes_view(story_review, other_run, ChangesFilter(kind if kind in CHANGE_KIND_WORDS else "", first_line(query)))
        if other_run
        else None,
    }
    return application_of(request).render(request.scope, "changes.html", values)


def _changes_view(story_review: StoryReview, run: StoredRun, changes_filter: ChangesFilter) -> ChangesView | None:
    try:
        earlier: JsonObject | None = story_review.store.document(run.id)
    except StoreError:  # a damaged run cannot be compared
        return None
    if earlier is None:
        return None
    changes: Changes = story_review.run.cached(("changes", run.id), partial(compare_documents, earlier, story_review.document))
    return changes_view(story_review.snapshot().state, earlier, changes, changes_filter)


def _run_id(story_review: StoryReview) -> RunId:
    return pack_document(story_review.document).id
