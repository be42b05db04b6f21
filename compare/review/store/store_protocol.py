"""What the review application needs of a store of decisions, runs and preferences, whatever database it uses."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NewType, Protocol

from compare.errors import StoreError
from compare.review.events import Event

RunId = NewType("RunId", str)
JsonObject = dict[str, Any]
NumberedEvent = tuple[int, Event]  # its seq counts all events of the store in order of arrival, from 1


@dataclass(frozen=True, slots=True)
class StoredRun:
    """One comparison document that was opened; ``id`` is a checksum of all of it but ``run.made_at`` and ``run.version``.

    ``made_at`` is that of the first such document, ``opened`` when one was opened last.
    """

    id: RunId
    story: str
    made_at: str
    opened: str


@dataclass(frozen=True, slots=True)
class ImportCounts:
    """``new`` decisions were appended; the ``known`` ones were stored already, word for word."""

    new: int
    known: int


@dataclass(frozen=True, slots=True)
class EventLog:
    """Decisions in order of arrival; ``damaged`` are the seqs of those that cannot be read."""

    events: list[NumberedEvent]
    damaged: tuple[int, ...] = ()


class StaleError(StoreError):
    """Others decided on the same passages in the meantime: ``newer``, in order of arrival. Nothing was written."""

    def __init__(self, story: str, newer: tuple[NumberedEvent, ...]) -> None:
        reviewers = ", ".join(sorted({event.reviewer for _, event in newer}))
        super().__init__(story, f"{reviewers} decided on the same passages in the meantime", "look at those decisions, then decide again")
        self.newer = newer

    def __reduce__(self) -> tuple[type["StaleError"], tuple[str, tuple[NumberedEvent, ...]]]:  # type: ignore[override] # of other parts
        return type(self), (self.place, self.newer)


class Store(Protocol):
    """Decisions, runs and preferences. Safe to share between threads, and between processes that open the same database.

    When a method returns, its change is on the disk. Every method raises ``StoreError`` if the database fails.
    """

    def append(self, story: str, events: Sequence[Event], seen_seq: int) -> int:
        """Append all events or none; the seq of the last one.

        ``seen_seq`` is the highest seq that the writer was shown: ``StaleError`` if a later event touches a passage of the new ones. An
        undo touches the passages of the act that it undoes. The result is not what the writer has seen: others may have decided on other
        passages before it (``events(story, after=seen_seq)``).

        An event that is stored already, word for word, is not stored again: a writer who got no answer may repeat the call.
        ``DecisionError`` if its id is that of another event, or if it undoes an act that the story does not have.
        """
        ...

    def import_events(self, story: str, events: Sequence[Event]) -> ImportCounts:
        """Append the events whose ids are new to the story, whatever they touch; all or none. ``DecisionError`` as for ``append``."""
        ...

    def events(self, story: str, after: int = 0) -> list[NumberedEvent]:
        """The story's events after that seq, in order of arrival, without damaged ones."""
        ...

    def log(self, story: str, after: int = 0) -> EventLog:
        """The same, with the seqs of the damaged ones."""
        ...

    def version(self, story: str) -> int:
        """The seq of the story's last event; 0 before the first."""
        ...

    def add_run(self, document: JsonObject, opened: str) -> StoredRun:
        """Store a comparison document, or only the time if it is stored already. ``opened`` is an ISO 8601 time."""
        ...

    def runs(self, story: str | None = None) -> list[StoredRun]:
        """The runs of one story, or of all; the last opened one first."""
        ...

    def document(self, run: RunId) -> JsonObject | None:
        """The document of a run; ``None`` if there is no such run, ``StoreError`` if it is damaged."""
        ...

    def preferences(self, reviewer: str) -> JsonObject:
        """The preferences that this reviewer set last; empty if none."""
        ...

    def set_preferences(self, reviewer: str, values: Mapping[str, Any]) -> None:
        """Replace this reviewer's preferences by any JSON object."""
        ...

    def close(self) -> None:
        """Close the database; no other method may be called afterwards."""
        ...
