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

_MAX_SHOWN = 3  # problems of a line, and numbers of further lines
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_REMEDY = "mend or remove that line, or export the decisions again"


def read_decisions(path: Path) -> tuple[Event, ...]:
    """The events of a file, in order; ``DecisionError`` names the lines that are wrong, since half a log is of no use."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise DecisionError(str(path), error.strerror or str(error), "name a decisions.jsonl that can be read") from error
    except UnicodeDecodeError as error:
        raise DecisionError(str(path), f"is not UTF-8 (byte {error.start})", "name a decisions.jsonl that tellings exported") from error
    return parse_decisions(text, str(path))


def parse_decisions(text: str, source_name: str) -> tuple[Event, ...]:
    """The events of a text, one a line; errors call the text ``source_name``. A line that repeats an earlier one is ignored.

    ``DecisionError`` says what is wrong in the first wrong line, and counts the later ones.
    """
    events: dict[str, Event] = {}
    acts: set[str] = set()
    wrong: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        event = parse_line(line)
        problem = event if isinstance(event, str) else _contradiction(event, events, acts)
        if problem:
            wrong.append((number, problem))
        if isinstance(event, Event):
            events.setdefault(event.id, event)
            acts.add(event.act)
    if wrong:
        first, problem = wrong[0]
        more = f" (and {len(wrong) - 1} more lines are wrong: {_numbers(wrong[1:])})" if wrong[1:] else ""
        raise DecisionError(f"{source_name}:{first}", problem + more, _REMEDY)
    return tuple(events.values())


def parse_line(line: str) -> Event | str:
    """The event of one line, or what is wrong with it."""
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        return f"is not JSON ({error})"
    found = decision_violations(value) or (list(unwritable_values(value)) if _ESCAPED_SURROGATE.search(line) else [])
    return "; ".join(f"{violation.path}: {violation.problem}" for violation in found[:_MAX_SHOWN]) or from_json(value)


def _contradiction(event: Event, events: Mapping[str, Event], acts: Collection[str]) -> str | None:
    """Why the event contradicts the lines before it; ``None`` if it does not."""
    if event.kind == "undo" and event.value not in acts:
        return f"$.value: undoes the act {event.value!r}, which no line before it has"
    if events.get(event.id, event) != event:
        return f"$.id: is {event.id!r}, that of an earlier line that says something else"
    return None


def _numbers(wrong: Sequence[tuple[int, str]]) -> str:
    return ", ".join(str(number) for number, _ in wrong[:_MAX_SHOWN]) + (", …" if len(wrong) > _MAX_SHOWN else "")


def to_lines(events: Iterable[Event]) -> str:
    """The events as the lines of a file, in their order."""
    return "".join(json.dumps(to_json(event), ensure_ascii=False, allow_nan=False) + "\n" for event in events)


def to_json(event: Event) -> dict[str, Any]:
    """An event as the JSON object of the schema."""
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


def from_json(value: dict[str, Any]) -> Event:
    """The event of a JSON object that is valid against the schema."""
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
