"""A folder with one comparison or several, or a store of decisions -> the story reviews by name, and their store."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from compare.documents.load import load_document, require_sound
from compare.errors import InputError, StoreError
from compare.review.app.runs.story_review import StoryReview
from compare.review.store.open_store import open_store
from compare.review.store.store_protocol import Store

DOCUMENT_FILE = "comparison.json"
STORE_FILE = "review.db"  # beside the comparison; a comparison made anew leaves it alone
_SINGLE_RUN = "story"  # the name in URLs if the folder itself contains the one comparison

StoryReviews = Mapping[str, StoryReview]


def find_story_reviews(path: Path) -> tuple[StoryReviews, Store]:
    """The comparisons that ``tellings compare`` wrote to a folder, or the last run of each story in a store; and the store.

    ``InputError`` if there are none.
    """
    if path.is_file():
        return _from_store(path)
    folders = [path] if (path / DOCUMENT_FILE).is_file() else _subfolders(path)
    if not folders:
        problem = f"holds no {DOCUMENT_FILE}" if path.is_dir() else "is no folder"
        raise InputError(str(path), problem, "name the folder that `tellings compare … --out DIR` wrote")
    documents = [(folder, load_document(folder / DOCUMENT_FILE)) for folder in folders]
    store = open_store(path / STORE_FILE)
    names = [_SINGLE_RUN] if folders == [path] else [folder.name for folder in folders]
    return {name: StoryReview(name, folder, document, store) for name, (folder, document) in zip(names, documents, strict=True)}, store


def save_runs(story_reviews: StoryReviews, store: Store, warn: Callable[[str], None]) -> None:
    """Add every comparison under review to the store, so that a later one can be compared with it.

    ``warn`` is called with the reason if one cannot be added: the review works without it.
    """
    for story_review in story_reviews.values():
        try:
            store.add_run(dict(story_review.document), datetime.now(UTC).isoformat(timespec="seconds"))
        except StoreError as error:
            warn(f"{error}; this run is not kept for a later one to be compared with")


def _from_store(path: Path) -> tuple[StoryReviews, Store]:
    store = open_store(path)
    last: dict[str, Mapping[str, Any]] = {}
    for run in store.runs():
        document = store.document(run.id) if run.story not in last else None
        if document is not None:
            require_sound(document, f"{path}: the run of {run.made_at}")
            last[run.story] = document
    if not last:
        raise InputError(str(path), "holds no comparison yet", "name the folder that `tellings compare … --out DIR` wrote")
    return {story: StoryReview(story, path.parent, document, store) for story, document in sorted(last.items())}, store


def _subfolders(path: Path) -> list[Path]:
    return sorted(file.parent for file in path.glob(f"*/{DOCUMENT_FILE}") if file.is_file())
