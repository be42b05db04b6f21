"""A schema's name and a value -> the schema, or the list of places where the value breaks it."""

import json
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from jsonschema import Draft202012Validator

NAMES = ("article", "claimreview", "comparison", "decision", "gold", "settings")


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


def checker(name: str) -> "Draft202012Validator":
    """A validator for one schema; make it once for many values (building it costs more than a small check)."""
    from jsonschema import Draft202012Validator

    schema = json.loads(schema_text(name))
    return Draft202012Validator(_inlined(schema, schema.pop("$defs", {})), format_checker=Draft202012Validator.FORMAT_CHECKER)


def _inlined(schema: Any, definitions: dict[str, Any]) -> Any:  # noqa: ANN401 - any JSON value
    """The schema with its local references filled in (none is recursive): looking each one up takes a third of a check."""
    if isinstance(schema, list):
        return [_inlined(item, definitions) for item in schema]
    if not isinstance(schema, dict):
        return schema
    if "$ref" in schema:
        return _inlined(definitions[schema["$ref"].removeprefix("#/$defs/")], definitions)
    return {name: _inlined(value, definitions) for name, value in schema.items()}


def breaches(value: Any, validator: "Draft202012Validator", limit: int = 20) -> list[Breach]:  # noqa: ANN401 - any JSON value
    """The first ``limit`` places where ``value`` breaks the schema, in document order; empty if it holds."""
    found = []
    for error in validator.iter_errors(value):
        problem = error.message if len(error.message) <= 200 else error.message[:200] + "…"
        found.append(Breach(error.json_path, problem))
        if len(found) == limit:
            break
    return sorted(found, key=lambda breach: breach.path)
