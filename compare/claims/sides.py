"""Clashes of one group -> the same with every article that gives a disputed value, on that value's side.

Two articles are seen to clash where their sentences say the same thing in like words; a third one that gives one of the two values in a
shorter sentence stands on that side all the same, also with a hedge: "at least 70" beside 70 and 93.
"""

from collections.abc import Iterable, Mapping, Sequence

from compare.claims.clash import Clash, Filler, Framed
from compare.claims.figures import of_number, on_other_ground
from compare.claims.frame import Frame, frames
from compare.claims.moments import alike_near, of_clock
from compare.model import ArticleId, Claim, Number

# From here a figure is no chance: two articles that both say 28,500 mean one thing, two that both say 2 need not.
_TELLING = 10
# Words shared near two equal times of day: fewer than two different ones need, since the value itself is shared.
_SHARED_FOR_A_TIME = 4
_SHARED_PART = 0.2


def taken_sides(found: Sequence[Clash], framed: Mapping[ArticleId, Sequence[Framed]]) -> list[Clash]:
    """``found`` and a clash for each article of the group that only gives one value of a dispute, with one filler of the other side."""
    clashes = list(found)
    for clash in found:
        for side, other in ((clash.left, clash.right), (clash.right, clash.left)):
            for article in sorted(set(framed) - {side.claim.article, other.claim.article}):
                joined = _filler(framed[article], side)
                opposed = any(_same_number(n, other) for claim, _ in framed[article] for n in claim.facts.numbers)
                if joined and not opposed and not on_other_ground(joined.claim, other.claim) and not _already(clashes, joined, other):
                    clashes.append(Clash(clash.check, clash.slot, joined, other))
    return clashes


def _filler(claims: Iterable[Framed], side: Filler) -> Filler | None:
    """Where the claims give the value of a side, for figures and times of day."""
    for claim, frames_of in claims:
        for number in claim.facts.numbers:
            if not _same_number(number, side) or on_other_ground(claim, side.claim):
                continue
            if number.unit == "clock":
                return of_clock(claim, number) if _one_event(claim, number, side) else None
            if any(frame.number == number and _one_thing(frame, side) for frame in frames_of):
                return of_number(claim, number)
    return None


def _one_event(claim: Claim, number: Number, side: Filler) -> bool:
    return alike_near((claim, number.span), (side.claim, side.span), _SHARED_FOR_A_TIME, _SHARED_PART)


def _number_of(side: Filler) -> Number | None:
    return next((n for n in side.claim.facts.numbers if n.span == side.span), None)


def _same_number(number: Number, side: Filler) -> bool:
    meant = _number_of(side)
    return meant is not None and number.unit == meant.unit and number.values[0] == meant.values[0] and number.high == meant.high


def _one_thing(frame: Frame, side: Filler) -> bool:
    meant = next((other for other in frames(side.claim) if other.number.span == side.span), None)
    if meant is None:
        return False
    if frame.number.unit == "" and frame.number.values[0] >= _TELLING:
        return True
    return frame.same_slot(meant)


def _already(clashes: Iterable[Clash], joined: Filler, other: Filler) -> bool:
    pair = {joined.claim.article, other.claim.article}
    return any({c.left.claim.article, c.right.claim.article} == pair for c in clashes)
