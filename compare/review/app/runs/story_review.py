"""A story under review: its run, the decisions in the store, and the state that both make; decisions are added here and nowhere else."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any
from uuid import uuid4

from compare.errors import StoreError
from compare.review.actions import Stroke
from compare.review.decision_order import moment_after
from compare.review.events import About, Event
from compare.review.review_run import Run
from compare.review.review_state import State, state_of
from compare.review.store.store_protocol import Store


@dataclass(frozen=True, slots=True, eq=False)  # by itself: comparing two states would take longer than making one
class View:
    """What a page shows: the state after all decisions up to ``seen``, the seq that a form sends back with what is decided on it."""

    state: State
    seen: int


@dataclass(eq=False)  # two are one only if they are the same
class Work:
    """One comparison under review: its name in addresses, where it lies, and its document as it was when the program began.

    ``trouble`` is why the store could not be read the last time, ``damaged`` are the numbers of decisions in it that cannot be read.
    """

    name: str
    folder: Path
    document: Mapping[str, Any]
    store: Store
    trouble: StoreError | None = None
    damaged: frozenset[int] = frozenset()
    _events: list[Event] = field(default_factory=list)
    _seen: int = 0
    _view: View | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def story(self) -> str:
        """Under what the store keeps the decisions."""
        return str(self.document["story"]["id"])

    @property
    def title(self) -> str:
        """Of the story."""
        return str(self.document["story"]["title"])

    @cached_property
    def run(self) -> Run:
        """The document, opened."""
        return Run(self.document)

    def view(self) -> View:
        """The state after everything that is in the store now, whoever put it there.

        While the store fails it is the one that was read last, and ``trouble`` says why; ``StoreError`` if nothing was read yet.
        """
        with self._lock:
            try:
                log = self.store.log(self.story, after=self._seen)
            except StoreError as error:
                self.trouble = error
                if self._view is None:
                    raise
                return self._view
            self.trouble = None
            self.damaged |= frozenset(log.damaged)
            newer = log.events
            if self._view is None or newer:
                self._events += [event for _, event in newer]
                self._seen = newer[-1][0] if newer else self._seen
                self._view = View(state_of(self.run, tuple(self._events)), self._seen)
            return self._view

    def decide(self, events: Sequence[Event], seen: int) -> None:
        """Put decisions into the store; ``StaleError`` if others decided on their passages after ``seen``."""
        if events:
            self.store.append(self.story, events, seen)

    def stroke(self, reviewer: str, about: About = "claim", new_id: Callable[[], str] | None = None) -> Stroke:
        """The pen of one reviewer, now."""
        seen = self._view.state.events if self._view else ()
        now = moment_after(datetime.now(UTC).astimezone().replace(microsecond=0), seen)
        return Stroke(reviewer, now.isoformat(timespec="seconds"), new_id or (lambda: uuid4().hex), self.run.shelf, about)
