"""A database -> a ``Store``: each method is one transaction."""

from collections.abc import Mapping, Sequence
from typing import Any

from compare.review.events import Event
from compare.review.store import event_rows, preference_rows, run_rows
from compare.review.store.database import Database
from compare.review.store.store_protocol import Imported, JsonObject, Log, Numbered, Run, RunId


class SqlStore:
    """``Store`` over a database whose tables are there; the methods are described in ``seam``."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, story: str, events: Sequence[Event], seen: int) -> int:
        with self._database.writing() as connection:
            return event_rows.append(connection, story, events, seen)

    def import_events(self, story: str, events: Sequence[Event]) -> Imported:
        with self._database.writing() as connection:
            return event_rows.import_events(connection, story, events)

    def events(self, story: str, after: int = 0) -> list[Numbered]:
        with self._database.reading() as connection:
            return event_rows.read(connection, story, after).events

    def log(self, story: str, after: int = 0) -> Log:
        with self._database.reading() as connection:
            return event_rows.read(connection, story, after)

    def version(self, story: str) -> int:
        with self._database.reading() as connection:
            return event_rows.version(connection, story)

    def add_run(self, document: JsonObject, opened: str) -> Run:
        run = run_rows.packed(document)
        with self._database.writing() as connection:
            return run_rows.add_run(connection, run, opened)

    def runs(self, story: str | None = None) -> list[Run]:
        with self._database.reading() as connection:
            return run_rows.runs(connection, story)

    def document(self, run: RunId) -> JsonObject | None:
        with self._database.reading() as connection:
            return run_rows.document_of(connection, run)

    def preferences(self, reviewer: str) -> JsonObject:
        with self._database.reading() as connection:
            return preference_rows.preferences(connection, reviewer)

    def set_preferences(self, reviewer: str, values: Mapping[str, Any]) -> None:
        with self._database.writing() as connection:
            preference_rows.set_preferences(connection, reviewer, values)

    def close(self) -> None:
        self._database.close()
