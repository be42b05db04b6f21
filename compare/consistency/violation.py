"""What does not hold in a document or a log -> where, what is wrong there, and what to do about it."""

from collections.abc import Sequence
from dataclasses import dataclass

MAKE_AGAIN = "mend it there, or make the document anew with `tellings compare`"
NAME_AN_ARTICLE = "name one of the ids in $.articles"


@dataclass(frozen=True, slots=True)
class Violation:
    """One place that does not hold: a JSON path (``$.claims[3].voices``), the problem, and its remedy."""

    path: str
    problem: str
    remedy: str = MAKE_AGAIN

    def __str__(self) -> str:
        return f"{self.path}: {self.problem} ({self.remedy})"


def in_one_line(violations: Sequence[Violation], shown: int) -> str:
    """The first violations in one line, and how many there are in all."""
    first = "; ".join(map(str, violations[:shown]))
    more = len(violations) - shown
    return first if more <= 0 else f"{first}; and {more} more of {len(violations)}: `tellings validate` lists them all"
