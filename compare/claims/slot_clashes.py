"""Two claims -> the slots that both fill and fill differently: the only ground for saying that they conflict.

"Same unit, other number" is right one time in seven. So a slot is said to be one only when both sides count, measure or time the same thing
with the same words beside it, when each side fills it once, and when no rounding, hedge, range or second reading reconciles the values.
"""

from compare.claims.clash import Clash, Framed
from compare.claims.rules import BETWEEN_TWO_SENTENCES


def clashes(a: Framed, b: Framed) -> list[Clash]:
    """Every slot that two claims, each with the frames of its numbers, fill differently; by the table of rules, in its order.

    What two rules see at one place is one clash, the first.
    """
    seen: list[Clash] = []
    for rule in BETWEEN_TWO_SENTENCES:
        seen += [clash for clash in rule.ask(a, b) if not any(_at_one_place(clash, other) for other in seen)]
    return seen


def _at_one_place(one: Clash, other: Clash) -> bool:
    return all(
        mine.span.start < theirs.span.end and theirs.span.start < mine.span.end
        for mine, theirs in ((one.left, other.left), (one.right, other.right))
    )
