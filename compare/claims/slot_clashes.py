"""Two claims -> the slots that both fill and fill differently: the only ground for saying that they conflict.

"Same unit, other number" is right one time in seven. So a slot is said to be one only when both sides count, measure or time the same thing
with the same words beside it, when each side fills it once, and when no rounding, hedge, range or second reading reconciles the values.
"""

from collections.abc import Callable, Iterable, Sequence

from compare.claims.altered_values import altered_clashes
from compare.claims.clash import Clash, Framed
from compare.claims.denial_clashes import denial_clashes
from compare.claims.figure_clashes import number_clashes
from compare.claims.joint_doer_clashes import both_clashes
from compare.claims.middle_name_clashes import namesake_clashes
from compare.claims.quotation_clashes import speaker_clashes
from compare.claims.time_clashes import clock_clashes, date_clashes
from compare.claims.year_clashes import year_clashes

Check = Callable[[Framed, Framed], Iterable[Clash]]
CHECKS: Sequence[Check] = (
    number_clashes,
    clock_clashes,
    date_clashes,
    speaker_clashes,
    altered_clashes,
    year_clashes,
    namesake_clashes,
    denial_clashes,
    both_clashes,
)


def clashes(a: Framed, b: Framed) -> list[Clash]:
    """Every slot that two claims, each with the frames of its numbers, fill differently; by the table of checks, in its order.

    What two checks see at one place is one clash, the first.
    """
    found: list[Clash] = []
    for check in CHECKS:
        found += [clash for clash in check(a, b) if not any(_at_one_place(clash, other) for other in found)]
    return found


def _at_one_place(one: Clash, other: Clash) -> bool:
    return all(
        mine.span.start < theirs.span.end and theirs.span.start < mine.span.end
        for mine, theirs in ((one.left, other.left), (one.right, other.right))
    )
