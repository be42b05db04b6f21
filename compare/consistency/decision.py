"""One decision of a log, as a JSON value -> everything in it that keeps it from being one."""

from collections.abc import Iterator
from functools import cache
from typing import Any

from compare.consistency.fault import Fault
from compare.consistency.moments import moment_faults
from compare.consistency.places import Value
from compare.consistency.values import uncountable, unwritable
from schemas.check import Checker, breaches, checker, holds

_MEND = "mend or remove that line, or export the decisions again"
_MOST = 20  # breaches of one line; the first ones nearly always explain the rest


def decision_faults(decision: Any) -> list[Fault]:  # noqa: ANN401 - any JSON value
    """None if it is a sound one."""
    if not holds(decision, _schema()):
        broken = [Fault(breach.path, breach.problem, _MEND) for breach in breaches(decision, _schema(), _MOST)]
        return broken or list(unwritable(decision))
    parts = uncountable(decision, "decision")
    return parts or list(_inner_faults(decision))


@cache
def _schema() -> Checker:
    return checker("decision")


def _inner_faults(decision: Value) -> Iterator[Fault]:
    yield from moment_faults(decision["at"], "$.at")
    for name in ("passages", "others"):
        for at, anchor in enumerate(decision[name]):
            start, end = anchor["start"], anchor["end"]
            if not start < end or end - start != len(anchor["quote"]):
                yield Fault(f"$.{name}[{at}].end", f"{start}..{end} is not as long as its quote", _MEND)
