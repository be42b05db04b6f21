"""A comparison document and the decisions in a store -> the current review state of the story; new decisions -> the store."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from threading import Lock
from typing import Any
from uuid import uuid4

from compare.errors import StoreError
from compare.review.actions import DecisionContext
from compare.review.decision_order import time_not_before
from compare.review.events import About, Event
from compare.review.review_run import Run
from compare.review.review_state import ReviewState, review_state
from compare.review.store.store_protocol import Store


@dataclass(frozen=True, slots=True, eq=False)  # by itself: comparing two states would take longer than making one
class Snapshot:
    """The review state after all decisions up to ``last_seq``; a form sends this number back, to tell what it is based on."""

    state: ReviewState
    last_seq: int


@dataclass(eq=False)  # two are one only if they are the same
class StoryReview:
    """One comparison under review: its name in URLs, its folder, and its document as it was when the program began.

    ``store_error`` is why the store could not be read the last time; ``damaged_decisions`` are the seqs of decisions that cannot be read.
    """

    name: str
    folder: Path
    document: Mapping[str, Any]
    store: Store
    store_error: StoreError | None = None
    damaged_decisions: frozenset[int] = frozenset()
    _events: list[Event] = field(default_factory=list)
    _last_seq: int = 0
    _snapshot: Snapshot | None = None
    _lock: Lock = field(default_factory=Lock)

    @property
    def story_id(self) -> str:
        """The key of the story's decisions in the store."""
        return str(self.document["story"]["id"])

    @property
    def title(self) -> str:
        """The title of the story."""
        return str(self.document["story"]["title"])

    @cached_property
    def run(self) -> Run:
        """The document as a run; made on first use."""
        return Run(self.document)

    def snapshot(self) -> Snapshot:
        """The state after all decisions that are in the store now, from any program.

        While the store fails, the last snapshot is returned and ``store_error`` says why; ``StoreError`` if there was none yet.
        """
        with self._lock:
            try:
                log = self.store.log(self.story_id, after=self._last_seq)
            except StoreError as error:
                self.store_error = error
                if self._snapshot is None:
                    raise
                return self._snapshot
            self.store_error = None
            self.damaged_decisions |= frozenset(log.damaged)
            newer = log.events
            if self._snapshot is None or newer:
                self._events += [event for _, event in newer]
                self._last_seq = newer[-1][0] if newer else self._last_seq
                self._snapshot = Snapshot(review_state(self.run, tuple(self._events)), self._last_seq)
            return self._snapshot

    def save_decisions(self, events: Sequence[Event], seen_seq: int) -> None:
        """Append events to the store; ``StaleError`` if others decided on the same passages after ``seen_seq``."""
        if events:
            self.store.append(self.story_id, events, seen_seq)

    def decision_context(self, reviewer: str, about: About = "claim", new_id: Callable[[], str] | None = None) -> DecisionContext:
        """The context of a decision that this reviewer makes now."""
        earlier = self._snapshot.state.events if self._snapshot else ()
        now = time_not_before(datetime.now(UTC).astimezone().replace(microsecond=0), earlier)
        return DecisionContext(
            reviewer=reviewer,
            at=now.isoformat(timespec="seconds"),
            new_id=new_id or (lambda: uuid4().hex),
            field_texts=self.run.field_texts,
            about=about,
        )
