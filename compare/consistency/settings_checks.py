"""The settings that a document was made with -> those that no run can have had."""

from collections.abc import Iterator, Mapping
from typing import Any

from compare.consistency.json_checks import unwritable_values
from compare.consistency.violation import Violation
from compare.errors import SettingsError
from compare.settings import Settings, from_mapping

_REMEDY = "see `tellings settings` for names, defaults and meanings"
_OWN_ROWS = "write the rows themselves: a document says what a run was made with, and opens no file"


def known_settings(given: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Those of this version; a document of another one may have others, which say nothing here."""
    known = Settings()
    return {
        part: {name: value for name, value in values.items() if hasattr(getattr(known, part), name)}
        for part, values in given.items()
        if hasattr(known, part) and isinstance(values, Mapping)
    }


def setting_violations(given: Mapping[str, Any], path: str) -> list[Violation]:
    """Each at its own place; then what does not go together."""
    known = Settings()
    parts = [Violation(f"{path}.{part}", "is no part of the settings", _REMEDY) for part in given if _is_no_part(given, part)]
    wrong = [*parts, *unwritable_values(given, path), *_file_names(known_settings(given), known, path)]
    if wrong:
        return wrong
    together = _problem(known_settings(given))
    return list(_by_setting(known_settings(given), together, path)) if together else []


def _is_no_part(given: Mapping[str, Any], part: str) -> bool:
    return hasattr(Settings(), part) and not isinstance(given[part], Mapping)


def _file_names(given: Mapping[str, Mapping[str, Any]], known: Settings, path: str) -> Iterator[Violation]:
    for part, values in given.items():
        for name, value in values.items():
            if isinstance(value, str) and getattr(getattr(known, part), name) == ():
                yield Violation(f"{path}.{part}.{name}", "is a text, wants a list of rows", _OWN_ROWS)


def _by_setting(given: Mapping[str, Mapping[str, Any]], together: str, path: str) -> Iterator[Violation]:
    """The problem of all settings at the places of those that have it alone, if there are such."""
    alone = [(f"{path}.{part}.{name}", _problem({part: {name: value}})) for part, values in given.items() for name, value in values.items()]
    own = [Violation(place, problem, _REMEDY) for place, problem in alone if problem and problem in together]
    yield from own or [Violation(path, together, _REMEDY)]


def _problem(given: dict[str, dict[str, Any]]) -> str | None:
    try:
        from_mapping(given, "run.settings")
    except SettingsError as error:
        return error.problem
    return None
