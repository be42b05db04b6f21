"""Times and dates of a document -> those that pass the pattern of the schema but are in no calendar."""

from collections.abc import Iterator
from datetime import datetime

from compare.consistency.passage_checks import Value
from compare.consistency.violation import Violation

_FORMS = {"minute": "%Y-%m-%dT%H:%M", "day": "%Y-%m-%d", "week": "%G-W%V", "month": "%Y-%m", "year": "%Y"}


def moment_violations(at: str, path: str) -> Iterator[Violation]:
    """Of an ISO 8601 time with its offset from UTC."""
    try:
        has_offset = datetime.fromisoformat(at).utcoffset() is not None
    except ValueError:
        has_offset = False
    if not has_offset:
        yield Violation(path, f"is {at[:40]!r}, no time with its offset from UTC", "write it as 2024-05-03T18:00:00+07:00")


def date_violations(published: Value, path: str) -> Iterator[Violation]:
    """Of a date that is cut at its precision."""
    form = _FORMS[published["precision"]]
    value = published["value"] + ("-1" if published["precision"] == "week" else "")
    try:
        datetime.strptime(value, form + ("-%u" if published["precision"] == "week" else ""))
    except ValueError:
        problem = f"is {published['value'][:40]!r}, no date to the {published['precision']}"
        yield Violation(path, problem, "write it as 2024-05-03T18:00, cut at its precision")
