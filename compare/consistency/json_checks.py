"""Any JSON value that holds against its schema -> the values in it that only look as if they did.

To JSON Schema 3.0 is an integer and half a surrogate pair is a string, and Python's reader takes ``Infinity`` and ``NaN`` for numbers.
"""

import json
from collections.abc import Iterator
from functools import cache
from math import isfinite
from typing import TYPE_CHECKING, Any

from compare.consistency.violation import Violation
from schemas.check import checker

if TYPE_CHECKING:
    import jsonschema
    import jsonschema_rs

JsonValue = Any
_WHOLE = "write a whole number without a point"
_TOO_LARGE = "is a number too large to be counted with"
_FINITE = "write a number that can be counted with"
_LARGEST = 1e300  # what is larger cannot be added up, or written as a float


def unwritable_values(value: JsonValue, path: str = "$") -> Iterator[Violation]:
    """Numbers that are none, and text that cannot be written in UTF-8; a slow look at every value."""
    if isinstance(value, float) and not isfinite(value):
        yield Violation(path, f"is {value}, which is no number of JSON", _FINITE)
    elif isinstance(value, int) and abs(value) > _LARGEST:
        yield Violation(path, _TOO_LARGE, _FINITE)
    elif isinstance(value, str) and not is_utf8(value):
        yield Violation(path, "holds half a surrogate pair", "write that character whole")
    elif isinstance(value, list):
        for at, item in enumerate(value):
            yield from unwritable_values(item, f"{path}[{at}]")
    elif isinstance(value, dict):
        for name, item in value.items():
            if not is_utf8(name):
                yield Violation(path, "has a name that holds half a surrogate pair", "write that character whole")
            yield from unwritable_values(item, f"{path}.{name}")


def is_utf8(text: str) -> bool:
    """Whether the text can be written at all: half a surrogate pair cannot."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def uncountable_numbers(value: JsonValue, schema: str) -> list[Violation]:
    """Numbers with a point where the schema of that name wants whole ones, and numbers too large to be counted with.

    Draft 4 of JSON Schema is the last one that tells 3.0 from 3, so what the schema says of numbers is asked again by its rules.
    """
    if _quick(schema).is_valid(value):
        return []
    from jsonschema import Draft4Validator

    return [_violation_of(error) for error in Draft4Validator(_of_numbers(schema)).iter_errors(value)]


def _violation_of(error: "jsonschema.ValidationError") -> Violation:
    if error.validator == "type":
        return Violation(error.json_path, f"is {error.instance}, wants a whole number", _WHOLE)
    return Violation(error.json_path, _TOO_LARGE, _FINITE)


def with_whole_numbers(value: JsonValue) -> JsonValue:
    """The same with 3 for every 3.0, so that more can be said of a value in which that is wrong."""
    return json.loads(json.dumps(value, allow_nan=False), parse_float=_whole)


def _whole(text: str) -> float:
    number = float(text)
    return int(number) if number.is_integer() else number


@cache
def _quick(schema: str) -> "jsonschema_rs.Draft4Validator":
    import jsonschema_rs

    return jsonschema_rs.Draft4Validator(_of_numbers(schema))


@cache
def _of_numbers(schema: str) -> dict[str, Any]:
    return _only_numbers(checker(schema).schema) or {}


def _only_numbers(schema: JsonValue) -> dict[str, Any] | None:
    """What a schema says of numbers and where they stand, in the words of draft 4; ``None`` if it speaks of none."""
    kinds = schema.get("type", ())
    if kinds == "integer":
        return {"type": "integer"}
    if "number" in ((kinds,) if isinstance(kinds, str) else kinds):
        return {"minimum": -_LARGEST, "maximum": _LARGEST}
    for branch in schema.get("oneOf", ()):  # of null, of which nothing is said, and one other
        found = _only_numbers(branch)
        if found:
            return found
    inner = {name: kept for name, value in schema.get("properties", {}).items() if (kept := _only_numbers(value))}
    others = schema.get("additionalProperties")
    of_others = _only_numbers(others) if isinstance(others, dict) else None
    if inner or of_others:
        return {"properties": inner, **({"additionalProperties": of_others} if of_others else {})}
    items = schema.get("items") or next(iter(schema.get("prefixItems", ())), None)
    kept = _only_numbers(items) if items else None
    return {"items": kept} if kept else None
