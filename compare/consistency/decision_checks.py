"""One decision of a log, as a JSON value -> everything in it that keeps it from being one."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from compare.consistency.calendar_checks import moment_violations
from compare.consistency.json_checks import uncountable_numbers, unwritable_values
from compare.consistency.passage_checks import Value
from compare.consistency.violation import Violation
from schemas.check import Checker, breaches, checker, holds

_MEND = "mend or remove that line, or export the decisions again"
_MOST = 20  # breaches of one line; the first ones nearly always explain the rest


def decision_violations(decision: Any) -> list[Violation]:  # noqa: ANN401 - any JSON value
    """None if it is a sound one."""
    if not holds(decision, _schema()):
        broken = [Violation(breach.path, breach.problem, _MEND) for breach in breaches(decision, _schema(), _MOST)]
        return broken or list(unwritable_values(decision))
    parts = uncountable_numbers(decision, "decision")
    return parts or list(_inner_violations(decision))


@cache
def _schema() -> Checker:
    return checker("decision")


def _inner_violations(decision: Value) -> Iterator[Violation]:
    yield from moment_violations(decision["at"], "$.at")
    for name in ("passages", "others"):
        for at, anchor in enumerate(decision[name]):
            start, end = anchor["start"], anchor["end"]
            if not start < end or end - start != len(anchor["quote"]):
                yield Violation(f"$.{name}[{at}].end", f"{start}..{end} is not as long as its quote", _MEND)
