"""Decision events -> the passages that they touch; passages -> the later events that touch one of them."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from sqlalchemy import Connection, select

from compare.errors import DecisionError
from compare.review.anchors import Anchor
from compare.review.events import Event
from compare.review.store.table_names import EVENTS, TOUCHES

Item = TypeVar("Item")

# Values in one query; SQLite allows 32,766.
_BATCH_SIZE = 500


def anchor_key(anchor: Anchor) -> str:
    """The passage of an anchor as one text; the article comes last, since only its id may contain a colon."""
    return f"{anchor.sha256}:{anchor.field}:{anchor.span.start}:{anchor.span.end}:{anchor.article}"


def touched_passages(connection: Connection, story: str, events: Sequence[Event]) -> list[frozenset[str]]:
    """The keys of the passages of each event; for an undo, those of the act that it undoes, which comes before it here or in the store."""
    by_act: dict[str, frozenset[str]] = {}
    found = []
    for event in events:
        passages = frozenset(map(anchor_key, event.passages + event.others))
        if event.kind == "undo":
            passages = by_act.get(event.value or "", frozenset()) | _touched_by_act(connection, story, event.value)
            if not passages:
                problem = f"{event.id!r} undoes the act {event.value!r}, which is not there"
                raise DecisionError(story, problem, "append or import that act first")
        by_act[event.act] = by_act.get(event.act, frozenset()) | passages
        found.append(passages)
    return found


def later_touches(connection: Connection, story: str, passages: frozenset[str], seen_seq: int) -> list[int]:
    """The seqs after ``seen_seq`` whose events touch one of the passages, in order."""
    seqs: set[int] = set()
    for batch in batches(sorted(passages)):
        query = select(TOUCHES.c.seq).where(TOUCHES.c.story == story, TOUCHES.c.passage.in_(batch), TOUCHES.c.seq > seen_seq)
        seqs.update(connection.scalars(query))
    return sorted(seqs)


def batches(items: Sequence[Item]) -> Iterator[Sequence[Item]]:
    """The items in order, in batches that fit into one query."""
    return (items[start : start + _BATCH_SIZE] for start in range(0, len(items), _BATCH_SIZE))


def _touched_by_act(connection: Connection, story: str, act: str | None) -> frozenset[str]:
    seqs_of_act = select(EVENTS.c.seq).where(EVENTS.c.story == story, EVENTS.c.act == act)
    return frozenset(connection.scalars(select(TOUCHES.c.passage).where(TOUCHES.c.seq.in_(seqs_of_act))))
