"""Events -> rows that are only ever added, and back; every function takes part in the transaction of its connection."""

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, Connection, func, insert, select

from compare.consistency.json_checks import is_utf8
from compare.errors import DecisionError
from compare.review.decision_file import as_value, event_of
from compare.review.events import Event
from compare.review.store.store_protocol import Imported, Log, Numbered, StaleError
from compare.review.store.table_names import EVENTS, TOUCHES
from compare.review.store.touched_passages import later_touches, portions, touched

_REMEDY = "give every decision an id of its own"


def append(connection: Connection, story: str, events: Sequence[Event], seen: int) -> int:
    """As ``Store.append``, in a transaction that no other writer comes between."""
    known = _known(connection, story, events)
    new = [event for event in events if event.id not in known]
    passages = touched(connection, story, new)
    last = _last(connection)
    # Who saw more than there is has seen another store, and nothing of this one.
    newer = later_touches(connection, story, frozenset().union(*passages), seen if seen <= last else 0)
    if newer:
        raise StaleError(story, tuple(_of_seqs(connection, newer)))
    _add(connection, story, list(zip(new, passages, strict=True)))
    return last + len(new) if new else max(known.values(), default=seen)


def import_events(connection: Connection, story: str, events: Sequence[Event]) -> Imported:
    """As ``Store.import_events``, in a transaction that no other writer comes between."""
    known = _known(connection, story, events)
    new = list({event.id: event for event in events if event.id not in known}.values())
    _add(connection, story, list(zip(new, touched(connection, story, new), strict=True)))
    return Imported(len(new), len(events) - len(new))


def read(connection: Connection, story: str, after: int) -> Log:
    """As ``Store.log``."""
    return _read(connection, EVENTS.c.story == story, EVENTS.c.seq > after)


def version(connection: Connection, story: str) -> int:
    """As ``Store.version``."""
    return connection.scalar(select(func.max(EVENTS.c.seq)).where(EVENTS.c.story == story)) or 0


def _last(connection: Connection) -> int:
    """The last seq of all stories. Nothing is ever removed, so the next one was never used."""
    return connection.scalar(select(func.max(EVENTS.c.seq))) or 0


def _known(connection: Connection, story: str, events: Sequence[Event]) -> dict[str, int]:
    """The seqs of those ids that are there; ``DecisionError`` if one says something else there, or twice among the events."""
    said: dict[str, Event] = {}
    for event in events:
        if said.setdefault(event.id, event) != event:
            raise DecisionError(story, f"the id {event.id!r} stands for two decisions", _REMEDY)
    known: dict[str, int] = {}
    for ids in portions(list(said)):
        there = _read(connection, EVENTS.c.story == story, EVENTS.c.id.in_(ids))
        if there.damaged:
            problem = f"the id of one of these decisions is that of number {there.damaged[0]}, which is damaged"
            raise DecisionError(story, problem, _REMEDY)
        for seq, event in there.events:
            if event != said[event.id]:
                raise DecisionError(story, f"the id {event.id!r} says something else here already", _REMEDY)
            known[event.id] = seq
    return known


def _of_seqs(connection: Connection, seqs: Sequence[int]) -> Iterable[Numbered]:
    for some in portions(seqs):
        yield from _read(connection, EVENTS.c.seq.in_(some)).events


def _read(connection: Connection, *where: ColumnElement[bool]) -> Log:
    rows = connection.execute(select(EVENTS.c.seq, EVENTS.c.id, EVENTS.c.act, EVENTS.c.body).where(*where).order_by(EVENTS.c.seq))
    found = [(seq, _event(name, act, body)) for seq, name, act, body in rows]
    return Log([(seq, event) for seq, event in found if event], tuple(seq for seq, event in found if event is None))


def _event(name: str, act: str, body: object) -> Event | None:
    """The event of a row; nothing if its body is none, or of another row."""
    event = event_of(body) if isinstance(body, str) and is_utf8(body) else ""
    return event if isinstance(event, Event) and (event.id, event.act) == (name, act) else None


def _add(connection: Connection, story: str, events: Sequence[tuple[Event, frozenset[str]]]) -> None:
    first = _last(connection) + 1
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
    body = json.dumps(as_value(event), ensure_ascii=False, allow_nan=False)
    if not is_utf8(body):
        raise DecisionError(story, f"{event.id!r} has half a surrogate pair", "write that character whole")
    return body
