"""A schema's name and a value -> the schema, or the list of places where the value breaks it.

jsonschema says where and why. It needs a second for 2 MB, so jsonschema-rs, a hundred times as fast, is asked first whether there is
anything to say at all: nearly always there is not. docs/decisions/0006
"""

import json
from dataclasses import dataclass
from functools import cached_property
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import jsonschema
    import jsonschema_rs

NAMES = ("article", "claimreview", "comparison", "decision", "duplicates", "gold", "settings")


@dataclass(frozen=True, slots=True)
class Breach:
    """One place where a value breaks its schema: a JSON path (``$.claims[3].voices``) and what is wrong there."""

    path: str
    problem: str


def schema_text(name: str) -> str:
    """The schema as it is shipped; ``KeyError`` for a name that is not in ``NAMES``."""
    if name not in NAMES:
        raise KeyError(name)
    return resources.files(__package__).joinpath(f"{name}.schema.json").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Checker:
    """One schema, ready for many values; make it once (building it costs more than a small check).

    ``format`` is a remark for readers, as the standard has it by default: what must hold is in ``pattern``.
    """

    schema: dict[str, Any]

    @cached_property
    def quick(self) -> "jsonschema_rs.Draft202012Validator":
        """Knows at once what holds."""
        import jsonschema_rs

        return jsonschema_rs.Draft202012Validator(self.schema)

    @cached_property
    def thorough(self) -> "jsonschema.Draft202012Validator":
        """Has the last word, and tells what does not hold."""
        from jsonschema import Draft202012Validator

        return Draft202012Validator(self.schema)


def checker(name: str) -> Checker:
    """Of one schema; ``KeyError`` for a name that is not in ``NAMES``."""
    schema = json.loads(schema_text(name))
    return Checker(_inlined(schema, schema.pop("$defs", {})))


def _inlined(schema: Any, definitions: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON value
    """The schema with its local references filled in (none is recursive): looking each one up takes a third of a check."""
    if isinstance(schema, list):
        return [_inlined(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _inlined(definitions[schema["$ref"].removeprefix("#/$defs/")], definitions)
    return {name: _inlined(value, definitions) for name, value in schema.items()}


def breaches(value: Any, against: Checker, limit: int = 20) -> list[Breach]:  # noqa: ANN401 - any JSON value
    """The first ``limit`` places where ``value`` breaks the schema, in document order; empty if it holds."""
    if holds(value, against):
        return []
    found = []
    for error in against.thorough.iter_errors(value):
        problem = error.message if len(error.message) <= 200 else error.message[:200] + "…"
        found.append(Breach(error.json_path, problem))
        if len(found) == limit:
            break
    return sorted(found, key=lambda breach: breach.path)


def holds(value: Any, against: Checker) -> bool:  # noqa: ANN401 - any JSON value
    """Whether the quick one takes it; it takes no value that JSON cannot write, such as ``Infinity`` or half a surrogate pair."""
    try:
        return against.quick.is_valid(value)
    except ValueError:  # half a surrogate pair, or a type of Python's that JSON does not know
        return False
