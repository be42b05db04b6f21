"""A clash and when its articles appeared -> the side that is only newer, if one is: what was planned and is done, a toll that rose."""

from collections.abc import Mapping
from datetime import timedelta

from compare.claims.clash import Clash, Filler
from compare.claims.frame import person_heads
from compare.claims.time_clashes import tells_of_a_moment, tells_of_a_plan
from compare.model import ArticleId, Number, Published
from compare.publication import is_before

# Articles less than two hours apart tell of one state of things; counted from the end of the minute or the day of the earlier one.
_LEAST_APART = timedelta(hours=2) - timedelta(minutes=1)


def newer_side(clash: Clash, published: Mapping[ArticleId, Published | None]) -> Filler | None:
    """The side that took the other's place in time, so that both can be true; ``None`` for a conflict.

    What was done is newer than what was planned. Of two figures of which one is "by 9 a.m.", the higher is newer. A count of people that is
    higher in an article that appeared at least two hours later, by what its time, day and clock leave open, has grown.
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
    before, after = (_timed(published.get(side.claim.article)) for side in (lower, higher))
    return higher if before and after and is_before(before, after, _LEAST_APART) else None


def _number(filler: Filler) -> Number | None:
    return filler.number if filler.number and filler.number.unit != "clock" else None


def _timed(published: Published | None) -> Published | None:
    """A time or a day; what is told less precisely decides nothing."""
    return published if published and published.precision in {"minute", "day"} else None
