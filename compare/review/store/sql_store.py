"""A database -> a ``Store``: each method is one transaction."""

from collections.abc import Mapping, Sequence
from typing import Any

from compare.review.events import Event
from compare.review.store import event_rows, preference_rows, run_rows
from compare.review.store.database import Database
from compare.review.store.store_protocol import EventLog, ImportCounts, JsonObject, NumberedEvent, RunId, StoredRun


class SqlStore:
    """``Store`` over a database whose tables are there; ``store_protocol`` says what each method promises."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def append(self, story: str, events: Sequence[Event], seen_seq: int) -> int:
        with self._database.writing() as connection:
            return event_rows.append_events(connection, story, events, seen_seq)

    def import_events(self, story: str, events: Sequence[Event]) -> ImportCounts:
        with self._database.writing() as connection:
            return event_rows.import_events(connection, story, events)

    def events(self, story: str, after: int = 0) -> list[NumberedEvent]:
        with self._database.reading() as connection:
            return event_rows.read_log(connection, story, after).events

    def log(self, story: str, after: int = 0) -> EventLog:
        with self._database.reading() as connection:
            return event_rows.read_log(connection, story, after)

    def version(self, story: str) -> int:
        with self._database.reading() as connection:
            return event_rows.last_seq(connection, story)

    def add_run(self, document: JsonObject, opened: str) -> StoredRun:
        run = run_rows.pack_document(document)
        with self._database.writing() as connection:
            return run_rows.add_run(connection, run, opened)

    def runs(self, story: str | None = None) -> list[StoredRun]:
        with self._database.reading() as connection:
            return run_rows.runs(connection, story)

    def document(self, run: RunId) -> JsonObject | None:
        with self._database.reading() as connection:
            return run_rows.read_document(connection, run)

    def preferences(self, reviewer: str) -> JsonObject:
        with self._database.reading() as connection:
            return preference_rows.preferences(connection, reviewer)

    def set_preferences(self, reviewer: str, values: Mapping[str, Any]) -> None:
        with self._database.writing() as connection:
            preference_rows.set_preferences(connection, reviewer, values)

    def close(self) -> None:
        self._database.close()
