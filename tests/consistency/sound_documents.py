"""Sound documents to break: both shipped stories, and two that hold decisions, copies and parts of every kind."""

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

SHIPPED = ("golden/en.json", "golden/vi.json")
SMALL = ("fixtures/report/small.json", "fixtures/report/reviewed.json")
Document = dict[str, Any]
_STEP = re.compile(r"\.(?P<name>\w+)|\[(?P<at>\d+)\]")


def text_of(name: str) -> str:
    """A sound document as JSON; the golden ones are kept without when they were made."""
    document: Document = json.loads((Path(__file__).parents[1] / name).read_text(encoding="utf-8"))
    document["run"]["made_at"] = document["run"]["made_at"] or "2024-05-03T18:00:00+07:00"
    return json.dumps(document)


def put(document: Document, path: str, value: Any) -> None:
    """Write a value at a JSON path; what lies on the way has to be there."""
    steps = [step["name"] or int(step["at"]) for step in _STEP.finditer(path)]
    holder: Any = document
    for step in steps[:-1]:
        holder = holder[step]
    holder[steps[-1]] = value


def _first(found: Callable[[Document], Any]) -> Callable[[Document], str]:
    return lambda document: next(iter(found(document)))


def _sources(document: Document) -> Any:
    for c, claim in enumerate(document["claims"]):
        for s, source in enumerate(claim["sources"]):
            yield f"$.claims[{c}].sources[{s}]", source


def _facts(kind: str) -> Callable[[Document], str]:
    return _first(
        lambda document: (
            f"$.claims[{c}].members[{m}].{kind}[0]"
            for c, claim in enumerate(document["claims"])
            for m, member in enumerate(claim["members"])
            if member[kind]
        )
    )


def _related(relation: str) -> Callable[[Document], str]:
    return _first(lambda document: (path for path, source in _sources(document) if source["relation"] == relation))


def _evidence(document: Document) -> str:
    return next(
        f"{path}.evidence[{e}]" for path, source in _sources(document) for e, one in enumerate(source["evidence"]) if one.get("other")
    )


# Words in braces of a path -> the first place of that kind in a document.
PLACES: Mapping[str, Callable[[Document], str]] = {
    "number": _facts("numbers"),
    "date": _facts("dates"),
    "name": _facts("names"),
    "agreeing": _related("agrees"),
    "conflicting": _related("conflicts"),
    "silent": _related("silent"),
    "evidence": _evidence,
    "dispute": _first(lambda d: (f"$.claims[{c}].disputes[0]" for c, claim in enumerate(d["claims"]) if claim["disputes"])),
}
