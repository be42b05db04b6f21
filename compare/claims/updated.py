"""A clash and when its articles appeared -> the side that is only newer, if one is: what was planned and is done, a toll that rose."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from compare.claims.clash import Clash, Filler
from compare.claims.frame import person_heads
from compare.claims.moments import tells_of_a_moment, tells_of_a_plan
from compare.model import ArticleId, Number, Published

# Articles nearer than this tell of one state of things.
_LEAST_APART = timedelta(hours=2)


def newer_side(clash: Clash, published: Mapping[ArticleId, Published | None]) -> Filler | None:
    """The side that took the other's place in time, so that both can be true; ``None`` for a conflict.

    What was done is newer than what was planned. Of two figures of which one is "by 9 a.m.", the higher is newer. A count of people that is
    higher in an article that appeared at least two hours later, by what its time or day leaves open, has grown.
    """
    left, right = clash.left, clash.right
    plans = tells_of_a_plan(left.claim), tells_of_a_plan(right.claim)
    if plans[0] != plans[1]:
        return right if plans[0] else left
    figures = _number(left), _number(right)
    if figures[0] is None or figures[1] is None:
        return None
    lower, higher = (left, right) if figures[0].values[0] < figures[1].values[0] else (right, left)
    if tells_of_a_moment(left.claim) != tells_of_a_moment(right.claim):
        return higher
    if not all(number.unit == "" and set(number.counted) & person_heads() for number in figures if number):
        return None
    before, after = _window(published.get(lower.claim.article)), _window(published.get(higher.claim.article))
    return higher if before and after and after[0] - before[1] >= _LEAST_APART else None


def _number(filler: Filler) -> Number | None:
    return filler.number if filler.number and filler.number.unit != "clock" else None


def _window(published: Published | None) -> tuple[datetime, datetime] | None:
    """The first and the last moment at which the article can have appeared."""
    if published is None or published.precision not in {"minute", "day"}:
        return None
    first = datetime.fromisoformat(published.value)
    return first, first + (timedelta(days=1) if published.precision == "day" else timedelta())
