"""``decisions.jsonl`` <-> events: one decision a line, checked against ``schemas/decision.schema.json``."""

import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from compare.consistency.decision_checks import decision_violations
from compare.consistency.json_checks import unwritable_values
from compare.errors import DecisionError
from compare.model import Span
from compare.review.anchors import Anchor
from compare.review.events import Event

_SHOWN = 3  # violations of a line, and further lines
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_REMEDY = "mend or remove that line, or export the decisions again"


def read_decisions(path: Path) -> tuple[Event, ...]:
    """The events of a file, in order; ``DecisionError`` names the lines that are wrong, for half a log is no log."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DecisionError(str(path), error.strerror or str(error), "name a decisions.jsonl that can be read") from error
    except UnicodeDecodeError as error:
        raise DecisionError(str(path), f"is not UTF-8 (byte {error.start})", "name a decisions.jsonl that tellings exported") from error
    return parsed(text, str(path))


def parsed(text: str, place: str) -> tuple[Event, ...]:
    """The events of a text of lines; ``place`` is what errors call it. A line equal to an earlier one is that one.

    ``DecisionError`` is of the first line that is wrong, with what is wrong in it, and counts those behind it.
    """
    events: dict[str, Event] = {}
    acts: set[str] = set()
    wrong: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        event = event_of(line)
        problem = event if isinstance(event, str) else _contradiction(event, events, acts)
        if problem:
            wrong.append((number, problem))
        if isinstance(event, Event):
            events.setdefault(event.id, event)
            acts.add(event.act)
    if wrong:
        first, problem = wrong[0]
        more = f" (and {len(wrong) - 1} more lines are wrong: {_numbers(wrong[1:])})" if wrong[1:] else ""
        raise DecisionError(f"{place}:{first}", problem + more, _REMEDY)
    return tuple(events.values())


def event_of(line: str) -> Event | str:
    """The event of one line, or what is wrong with it."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"is not JSON ({error})"
    found = decision_violations(value) or (list(unwritable_values(value)) if _ESCAPED_SURROGATE.search(line) else [])
    return "; ".join(f"{violation.path}: {violation.problem}" for violation in found[:_SHOWN]) or of_value(value)


def _contradiction(event: Event, events: Mapping[str, Event], acts: Collection[str]) -> str | None:
    """Why it cannot stand behind the lines before it, or nothing."""
    if event.kind == "undo" and event.value not in acts:
        return f"$.value: undoes the act {event.value!r}, which no line before it has"
    if events.get(event.id, event) != event:
        return f"$.id: is {event.id!r}, that of an earlier line that says something else"
    return None


def _numbers(wrong: Sequence[tuple[int, str]]) -> str:
    return ", ".join(str(number) for number, _ in wrong[:_SHOWN]) + (", …" if len(wrong) > _SHOWN else "")


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
