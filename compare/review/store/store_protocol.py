"""What the review application asks of a store, whatever database is behind it; one contract suite holds all of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, NewType, Protocol

from compare.errors import StoreError
from compare.review.events import Event

RunId = NewType("RunId", str)
JsonObject = dict[str, Any]
Numbered = tuple[int, Event]  # seq: rises in order of arrival over all stories of a store, from 1


@dataclass(frozen=True, slots=True)
class Run:
    """One comparison document that was opened; ``id`` is a checksum of all of it but ``run.made_at`` and ``run.version``.

    ``made_at`` is that of the first such document, ``opened`` when one was opened last.
    """

    id: RunId
    story: str
    made_at: str
    opened: str


@dataclass(frozen=True, slots=True)
class Imported:
    """``new`` decisions were appended; the ``known`` ones were there already, word for word."""

    new: int
    known: int


@dataclass(frozen=True, slots=True)
class Log:
    """Decisions in order of arrival; ``damaged`` are the seqs of those that are there and cannot be read, whatever they said."""

    events: list[Numbered]
    damaged: tuple[int, ...] = ()


class StaleError(StoreError):
    """Others decided on the same passages since the writer looked: ``newer``, in order of arrival. Nothing was written."""

    def __init__(self, story: str, newer: tuple[Numbered, ...]) -> None:
        names = ", ".join(sorted({event.reviewer for _, event in newer}))
        super().__init__(story, f"{names} decided on the same passages in the meantime", "look at those decisions, then decide again")
        self.newer = newer

    def __reduce__(self) -> tuple[type["StaleError"], tuple[str, tuple[Numbered, ...]]]:  # type: ignore[override] # of other parts
        return type(self), (self.place, self.newer)


class Store(Protocol):
    """Decisions, runs and preferences. Safe to share between threads, and between processes that open the same place.

    What a method has returned is on the disk. Every method raises ``StoreError`` if the database fails.
    """

    def append(self, story: str, events: Sequence[Event], seen: int) -> int:
        """Append all events or none; the seq of the last one.

        ``seen`` is the highest seq that the writer was shown: ``StaleError`` if a later event touches a passage of the new ones. An undo
        touches what the act touched that it takes back. The answer says where these events stand, not what the writer has seen: others may
        have decided on other passages before it (``events(story, after=seen)``).

        An event that is there already, word for word, counts as done: a writer who heard no answer may ask again. ``DecisionError`` if its
        id says something else there, or if it undoes an act that the story does not have.
        """
        ...

    def import_events(self, story: str, events: Sequence[Event]) -> Imported:
        """Append those whose ids are new to the story, in their order, whatever they touch; all or none. ``DecisionError`` as above."""
        ...

    def events(self, story: str, after: int = 0) -> list[Numbered]:
        """The story's events behind that seq, in order of arrival; without those that are damaged."""
        ...

    def log(self, story: str, after: int = 0) -> Log:
        """The same, with the numbers of those that are damaged. Of what they hold nothing is told: it may be anything."""
        ...

    def version(self, story: str) -> int:
        """The seq of the story's last event; 0 before the first."""
        ...

    def add_run(self, document: JsonObject, opened: str) -> Run:
        """Keep a comparison document; one that is there already is only opened again. ``opened`` is an ISO 8601 time."""
        ...

    def runs(self, story: str | None = None) -> list[Run]:
        """The runs of one story, or of all; the last opened one first."""
        ...

    def document(self, run: RunId) -> JsonObject | None:
        """The document of a run; ``None`` if there is no such run, ``StoreError`` if it is damaged."""
        ...

    def preferences(self, reviewer: str) -> JsonObject:
        """What this reviewer set last; empty before."""
        ...

    def set_preferences(self, reviewer: str, values: Mapping[str, Any]) -> None:
        """Replace this reviewer's preferences by any JSON object."""
        ...

    def close(self) -> None:
        """Let go of the database; nothing else may be called afterwards."""
        ...
