"""``decisions.jsonl`` <-> events: one decision a line, checked against ``schemas/decision.schema.json``."""

import json
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from compare.errors import DecisionError
from compare.model import Span
from compare.review.anchors import Anchor
from compare.review.events import Event
from schemas.check import Checker, breaches, checker

_REMEDY = "mend or remove that line, or export the decisions again"


def read_decisions(path: Path) -> tuple[Event, ...]:
    """The events of a file, in order; ``DecisionError`` names the first line that is wrong, for half a log is no log."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DecisionError(str(path), error.strerror or str(error), "name a decisions.jsonl that can be read") from error
    except UnicodeDecodeError as error:
        raise DecisionError(str(path), f"is not UTF-8 (byte {error.start})", "name a decisions.jsonl that tellings exported") from error
    return parsed(text, str(path))


def parsed(text: str, place: str) -> tuple[Event, ...]:
    """The events of a text of lines; ``place`` is what errors call it. A line equal to an earlier one is that one."""
    events: dict[str, Event] = {}
    acts: set[str] = set()
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        event = _event(line, f"{place}:{number}")
        if event.kind == "undo" and event.value not in acts:
            raise DecisionError(f"{place}:{number}", f"undoes the act {event.value!r}, which no line before it has", _REMEDY)
        if events.setdefault(event.id, event) != event:
            raise DecisionError(f"{place}:{number}", f"has the id {event.id!r} of an earlier line that says something else", _REMEDY)
        acts.add(event.act)
    return tuple(events.values())


def as_lines(events: Iterable[Event]) -> str:
    """The events as they stand in a file, in their order."""
    return "".join(json.dumps(as_value(event), ensure_ascii=False, allow_nan=False) + "\n" for event in events)


def as_value(event: Event) -> dict[str, Any]:
    """One event as the schema has it."""
    return {
        "schema": "decision/1",
        "id": event.id,
        "act": event.act,
        "at": event.at,
        "reviewer": event.reviewer,
        "kind": event.kind,
        "about": event.about,
        "passages": _anchor_values(event.passages),
        "others": _anchor_values(event.others),
        "value": event.value,
    }


def of_value(value: dict[str, Any]) -> Event:
    """The event of a value that holds against the schema."""
    return Event(
        id=value["id"],
        act=value["act"],
        at=value["at"],
        reviewer=value["reviewer"],
        kind=value["kind"],
        about=value["about"],
        passages=tuple(map(_anchor, value["passages"])),
        others=tuple(map(_anchor, value["others"])),
        value=value["value"],
    )


def _event(line: str, place: str) -> Event:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise DecisionError(place, f"is not JSON ({error})", _REMEDY) from error
    found = breaches(value, _validator(), 3)
    if found:
        raise DecisionError(place, "; ".join(f"{breach.path}: {breach.problem}" for breach in found), _REMEDY)
    for anchor in (*value["passages"], *value["others"]):
        if anchor["end"] - anchor["start"] != len(anchor["quote"]):
            raise DecisionError(place, f"{anchor['start']}..{anchor['end']} is not as long as its quote", _REMEDY)
    return of_value(value)


@cache
def _validator() -> Checker:
    return checker("decision")


def _anchor_values(anchors: Sequence[Anchor]) -> list[dict[str, Any]]:
    return [
        {
            "article": anchor.article,
            "outlet": anchor.outlet,
            "field": anchor.field,
            "sha256": anchor.sha256,
            "start": anchor.span.start,
            "end": anchor.span.end,
            "quote": anchor.quote,
            "before": anchor.before,
            "after": anchor.after,
        }
        for anchor in anchors
    ]


def _anchor(value: dict[str, Any]) -> Anchor:
    return Anchor(
        article=value["article"],
        outlet=value["outlet"],
        field=value["field"],
        sha256=value["sha256"],
        span=Span(value["start"], value["end"]),
        quote=value["quote"],
        before=value["before"],
        after=value["after"],
    )
