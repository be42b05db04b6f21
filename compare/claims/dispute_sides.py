"""Clashes of one group -> the same with every article that gives a disputed value, on that value's side.

Two articles are seen to clash where their sentences say the same thing in like words; a third one that gives one of the two values in a
shorter sentence stands on that side all the same, also with a hedge: "at least 70" beside 70 and 93.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from compare.claims.clash import Clash, Filler, Framed
from compare.claims.figure_clashes import of_number, on_other_ground
from compare.claims.frame import Frame, frames
from compare.claims.time_clashes import SHARED_FOR_A_TIME, alike_near, of_clock
from compare.model import ArticleId, Claim, Number

# From here a figure is no chance: two articles that both say 28,500 mean one thing, two that both say 2 need not.
_TELLING = 10
# Share of the poorer window near two equal times of day: less than near two different ones, since the value itself is shared.
_SHARED_PART = 0.2

_Value = tuple[str, float, float | None]  # unit, the value (the lower one of a range), the upper one if there is one


def joined_sides(conflicts: Sequence[Clash], framed: Mapping[ArticleId, Sequence[Framed]]) -> list[Clash]:
    """``found`` and a clash for each article of the group that only gives one value of a dispute, with one filler of the other side."""
    with_joined = list(conflicts)
    at_odds = {_articles(clash.left, clash.right) for clash in conflicts}
    givers = _givers(framed)
    for clash in conflicts:
        for side, other in ((clash.left, clash.right), (clash.right, clash.left)):
            for article in sorted(givers.get(_value(side), frozenset()) - {side.claim.article, other.claim.article}):
                joined = _filler(framed[article], side)
                opposed = article in givers.get(_value(other), frozenset())
                if joined and not opposed and not on_other_ground(joined.claim, other.claim) and _articles(joined, other) not in at_odds:
                    with_joined.append(Clash(clash.check, clash.slot, joined, other))
                    at_odds.add(_articles(joined, other))
    return with_joined


def _givers(framed: Mapping[ArticleId, Sequence[Framed]]) -> Mapping[_Value | None, frozenset[ArticleId]]:
    """The articles that give a figure; of hundreds of articles few give the same one."""
    givers: dict[_Value | None, set[ArticleId]] = defaultdict(set)
    for article, claims in framed.items():
        for claim, _ in claims:
            for number in claim.facts.numbers:
                givers[_value_of(number)].add(article)
    return {value: frozenset(articles) for value, articles in givers.items()}


def _articles(one: Filler, other: Filler) -> frozenset[ArticleId]:
    return frozenset((one.claim.article, other.claim.article))


def _filler(claims: Iterable[Framed], side: Filler) -> Filler | None:
    """Where the claims give the value of a side, for figures and times of day."""
    for claim, frames_of in claims:
        for number in claim.facts.numbers:
            if _value_of(number) != _value(side) or on_other_ground(claim, side.claim):
                continue
            if number.unit == "clock":
                return of_clock(claim, number) if _one_event(claim, number, side) else None
            if any(frame.number == number and _one_thing(frame, side) for frame in frames_of):
                return of_number(claim, number)
    return None


def _one_event(claim: Claim, number: Number, side: Filler) -> bool:
    return alike_near((claim, number.span), (side.claim, side.span), SHARED_FOR_A_TIME, _SHARED_PART)


def _value(side: Filler) -> _Value | None:
    """The figure that a side gives; a side may give a day or a name instead."""
    return _value_of(side.number) if side.number else None


def _value_of(number: Number) -> _Value:
    return number.unit, number.values[0], number.high


def _one_thing(frame: Frame, side: Filler) -> bool:
    meant = next((other for other in frames(side.claim) if other.number.span == side.span), None)
    if meant is None:
        return False
    if frame.number.unit == "" and frame.number.values[0] >= _TELLING:
        return True
    return frame.same_slot(meant)
