"""The folder of a comparison, or a store -> the stories to review: one, or several in a folder each."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from compare.documents.load import load_document, require_sound
from compare.errors import InputError, StoreError
from compare.review.app.runs.story_review import Work
from compare.review.store.open_store import open_store
from compare.review.store.store_protocol import Store

DOCUMENT = "comparison.json"
STORE = "review.db"  # beside the comparison; a comparison made anew leaves it alone
_ONLY = "story"  # the name in addresses of the one comparison that stands in the folder itself

Works = Mapping[str, Work]


def find_work(path: Path) -> tuple[Works, Store]:
    """The stories under a folder that ``tellings compare`` wrote, or of the last runs in a store, by name; and the store.

    ``InputError`` where there are none.
    """
    if path.is_file():
        return _of_store(path)
    folders = [path] if (path / DOCUMENT).is_file() else _below(path)
    if not folders:
        problem = f"holds no {DOCUMENT}" if path.is_dir() else "is no folder"
        raise InputError(str(path), problem, "name the folder that `tellings compare … --out DIR` wrote")
    documents = [(folder, load_document(folder / DOCUMENT)) for folder in folders]
    store = open_store(path / STORE)
    names = [_ONLY] if folders == [path] else [folder.name for folder in folders]
    return {name: Work(name, folder, document, store) for name, (folder, document) in zip(names, documents, strict=True)}, store


def keep_runs(works: Works, store: Store, warn: Callable[[str], None]) -> None:
    """Put every comparison that is reviewed into the store, so that a later one can be compared with it.

    ``warn`` gets why one could not be: the review goes on without.
    """
    for work in works.values():
        try:
            store.add_run(dict(work.document), datetime.now(UTC).isoformat(timespec="seconds"))
        except StoreError as error:
            warn(f"{error}; this run is not kept for a later one to be compared with")


def _of_store(path: Path) -> tuple[Works, Store]:
    store = open_store(path)
    last: dict[str, Mapping[str, Any]] = {}
    for run in store.runs():
        document = store.document(run.id) if run.story not in last else None
        if document is not None:
            require_sound(document, f"{path}: the run of {run.made_at}")
            last[run.story] = document
    if not last:
        raise InputError(str(path), "holds no comparison yet", "name the folder that `tellings compare … --out DIR` wrote")
    return {story: Work(story, path.parent, document, store) for story, document in sorted(last.items())}, store


def _below(path: Path) -> list[Path]:
    return sorted(file.parent for file in path.glob(f"*/{DOCUMENT}") if file.is_file())
