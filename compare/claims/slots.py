"""Two claims -> the slots that both fill and fill differently: the only ground for saying that they conflict.

"Same unit, other number" is right one time in seven. So a slot is said to be one only when both sides count, measure or time the same thing
with the same words beside it, when each side fills it once, and when no rounding, hedge, range or second reading reconciles the values.
"""

from collections.abc import Callable, Iterable, Sequence

from compare.claims.altered import altered_clashes
from compare.claims.clash import Clash, Framed
from compare.claims.figures import number_clashes
from compare.claims.moments import clock_clashes, date_clashes
from compare.claims.spoken import speaker_clashes

Check = Callable[[Framed, Framed], Iterable[Clash]]
CHECKS: Sequence[Check] = (number_clashes, clock_clashes, date_clashes, speaker_clashes, altered_clashes)


def clashes(a: Framed, b: Framed) -> list[Clash]:
    """Every slot that two claims, each with the frames of its numbers, fill differently; by the table of checks, in its order."""
    found = [clash for check in CHECKS for clash in check(a, b)]
    speakers = {(clash.left.span, clash.right.span) for clash in found if clash.check == "speaker"}
    found = [clash for clash in found if clash.check != "name" or (clash.left.span, clash.right.span) not in speakers]
    return list({(clash.check, clash.left.span, clash.right.span): clash for clash in reversed(found)}.values())[::-1]
