"""Events -> the passages that they touch, and which later events touch one of these."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Connection, select

from compare.errors import DecisionError
from compare.review.anchors import Anchor
from compare.review.events import Event
from compare.review.store.table_names import EVENTS, TOUCHES

T = TypeVar("T")

# Names in one query: SQLite takes 32,766.
_AT_ONCE = 500


def passage_key(anchor: Anchor) -> str:
    """The passage as one text, the article last, as only its id may hold a colon."""
    return f"{anchor.sha256}:{anchor.field}:{anchor.span.start}:{anchor.span.end}:{anchor.article}"


def touched(connection: Connection, story: str, events: Sequence[Event]) -> list[frozenset[str]]:
    """The passages of each event; of an undo, those of the act it takes back, which stands before it here or in the store."""
    by_act: dict[str, frozenset[str]] = {}
    found = []
    for event in events:
        passages = frozenset(map(passage_key, event.passages + event.others))
        if event.kind == "undo":
            passages = by_act.get(event.value or "", frozenset()) | _of_act(connection, story, event.value)
            if not passages:
                problem = f"{event.id!r} undoes the act {event.value!r}, which is not there"
                raise DecisionError(story, problem, "append or import that act first")
        by_act[event.act] = by_act.get(event.act, frozenset()) | passages
        found.append(passages)
    return found


def later_touches(connection: Connection, story: str, passages: frozenset[str], seen: int) -> list[int]:
    """The seqs behind ``seen`` that touch one of the passages, rising."""
    seqs: set[int] = set()
    for some in portions(sorted(passages)):
        query = select(TOUCHES.c.seq).where(TOUCHES.c.story == story, TOUCHES.c.passage.in_(some), TOUCHES.c.seq > seen)
        seqs.update(connection.scalars(query))
    return sorted(seqs)


def portions(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """The items in order, as many at a time as one query takes."""
    return (items[start : start + _AT_ONCE] for start in range(0, len(items), _AT_ONCE))


def _of_act(connection: Connection, story: str, act: str | None) -> frozenset[str]:
    of_act = select(EVENTS.c.seq).where(EVENTS.c.story == story, EVENTS.c.act == act)
    return frozenset(connection.scalars(select(TOUCHES.c.passage).where(TOUCHES.c.seq.in_(of_act))))
