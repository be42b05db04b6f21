"""Decision events <-> rows of the database, which are only ever added; each function works in the transaction of its connection."""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, func, insert, select

from compare.consistency.json_checks import is_utf8
from compare.errors import DecisionError
from compare.review.decision_file import parse_line, to_json
from compare.review.events import Event
from compare.review.store.store_protocol import EventLog, ImportCounts, NumberedEvent, StaleError
from compare.review.store.table_names import EVENTS, TOUCHES
from compare.review.store.touched_passages import batches, later_touches, touched_passages

_REMEDY = "give every decision an id of its own"


def append_events(connection: Connection, story: str, events: Sequence[Event], seen_seq: int) -> int:
    """As ``Store.append``, in a transaction that no other writer can interrupt."""
    known = _known_seqs(connection, story, events)
    new = [event for event in events if event.id not in known]
    passages = touched_passages(connection, story, new)
    last = _last_seq_of_all(connection)
    # A seq that is not here yet is of another store: the writer has seen nothing of this one.
    newer = later_touches(connection, story, frozenset().union(*passages), seen_seq if seen_seq <= last else 0)
    if newer:
        raise StaleError(story, tuple(_events_with_seqs(connection, newer)))
    _insert(connection, story, list(zip(new, passages, strict=True)))
    return last + len(new) if new else max(known.values(), default=seen_seq)


def import_events(connection: Connection, story: str, events: Sequence[Event]) -> ImportCounts:
    """As ``Store.import_events``, in a transaction that no other writer can interrupt."""
    known = _known_seqs(connection, story, events)
    new = list({event.id: event for event in events if event.id not in known}.values())
    _insert(connection, story, list(zip(new, touched_passages(connection, story, new), strict=True)))
    return ImportCounts(len(new), len(events) - len(new))


def read_log(connection: Connection, story: str, after: int) -> EventLog:
    """As ``Store.log``."""
    return _read(connection, EVENTS.c.story == story, EVENTS.c.seq > after)


def last_seq(connection: Connection, story: str) -> int:
    """As ``Store.version``."""
    return connection.scalar(select(func.max(EVENTS.c.seq)).where(EVENTS.c.story == story)) or 0


def _last_seq_of_all(connection: Connection) -> int:
    """The last seq of all stories. Rows are never removed, so the next seq was never used."""
    return connection.scalar(select(func.max(EVENTS.c.seq))) or 0


def _known_seqs(connection: Connection, story: str, events: Sequence[Event]) -> dict[str, int]:
    """The seq of each id that is stored already; ``DecisionError`` if an id stands for two different events."""
    by_id: dict[str, Event] = {}
    for event in events:
        if by_id.setdefault(event.id, event) != event:
            raise DecisionError(story, f"the id {event.id!r} stands for two decisions", _REMEDY)
    known: dict[str, int] = {}
    for ids in batches(list(by_id)):
        stored = _read(connection, EVENTS.c.story == story, EVENTS.c.id.in_(ids))
        if stored.damaged:
            problem = f"the id of one of these decisions is that of number {stored.damaged[0]}, which is damaged"
            raise DecisionError(story, problem, _REMEDY)
        for seq, event in stored.events:
            if event != by_id[event.id]:
                raise DecisionError(story, f"the id {event.id!r} says something else here already", _REMEDY)
            known[event.id] = seq
    return known


def _events_with_seqs(connection: Connection, seqs: Sequence[int]) -> Iterable[NumberedEvent]:
    for batch in batches(seqs):
        yield from _read(connection, EVENTS.c.seq.in_(batch)).events


def _read(connection: Connection, *conditions: ColumnElement[bool]) -> EventLog:
    rows = connection.execute(select(EVENTS.c.seq, EVENTS.c.id, EVENTS.c.act, EVENTS.c.body).where(*conditions).order_by(EVENTS.c.seq))
    events = [(seq, _event(event_id, act, body)) for seq, event_id, act, body in rows]
    return EventLog([(seq, event) for seq, event in events if event], tuple(seq for seq, event in events if event is None))


def _event(event_id: str, act: str, body: object) -> Event | None:
    """The event of a row; ``None`` if its body is damaged, or is that of another row."""
    event = parse_line(body) if isinstance(body, str) and is_utf8(body) else ""
    return event if isinstance(event, Event) and (event.id, event.act) == (event_id, act) else None


def _insert(connection: Connection, story: str, events: Sequence[tuple[Event, frozenset[str]]]) -> None:
    first = _last_seq_of_all(connection) + 1
    rows = [
        {"seq": seq, "story": story, "id": event.id, "act": event.act, "body": _body(story, event)}
        for seq, (event, _) in enumerate(events, start=first)
    ]
    touches = [
        {"story": story, "passage": passage, "seq": seq}
        for seq, (_, passages) in enumerate(events, start=first)
        for passage in sorted(passages)
    ]
    for table, values in ((EVENTS, rows), (TOUCHES, touches)):
        if values:
            connection.execute(insert(table), values)


def _body(story: str, event: Event) -> str:
    body = json.dumps(to_json(event), ensure_ascii=False, allow_nan=False)
    if not is_utf8(body):
        raise DecisionError(story, f"{event.id!r} has half a surrogate pair", "write that character whole")
    return body
