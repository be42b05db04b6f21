"""Two framed claims -> the counts, measures and ages in which they differ, and when two figures can be true together."""

from collections.abc import Iterable, Sequence
from itertools import product

import regex

from compare.claims.clash import Clash, Filler, Framed
from compare.claims.frame import Frame
from compare.claims.moments import tells_of_a_moment, tells_of_a_plan
from compare.model import Claim, Number


def number_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    """Numbers of one slot that no hedge, range, rounding or second reading reconciles, and that neither claim also gives."""
    a, b = one[0], two[0]
    if tells_of_a_moment(a) != tells_of_a_moment(b) or tells_of_a_plan(a) != tells_of_a_plan(b) or _apart(a, b):
        return
    for left, right in product(_filled_once(one[1]), _filled_once(two[1])):
        if not left.same_slot(right) or reconciled(left.number, right.number) or _says(b, left.number) or _says(a, right.number):
            continue
        yield Clash("number", left.label, _of_number(a, left.number), _of_number(b, right.number))


def _apart(a: Claim, b: Claim) -> bool:
    """Whether the two tell of other days, or of other people and places: both name some, and none in common."""
    days_a, days_b = ([date.value for date in claim.facts.dates if date.value] for claim in (a, b))
    if days_a and days_b and not any(x.startswith(y) or y.startswith(x) for x, y in product(days_a, days_b)):
        return True
    names_a, names_b = ({word for name in claim.facts.names for word in name.key.split()} for claim in (a, b))
    return bool(names_a) and bool(names_b) and not names_a & names_b


def _filled_once(frames: Sequence[Frame]) -> list[Frame]:
    """Frames whose slot the claim fills only once: with two fillers of one slot nobody knows which is meant."""
    found = [frame for frame in frames if not frame.is_partial]
    return [frame for frame in found if not any(frame is not other and frame.same_slot(other) for other in found)]


def _says(claim: Claim, number: Number) -> bool:
    """Whether the claim also states this value, in whatever slot."""
    return any(reconciled(number, other) for other in claim.facts.numbers if other.unit == number.unit)


# A rounded figure stands for others this near: "gần 650" and 646, "khoảng 280 km" and 300.
_ABOUT = 0.10
# Two unhedged figures this near are one figure, rounded or converted.
_ROUNDING = 0.005


def reconciled(a: Number, b: Number) -> bool:
    """Whether some reading of both can be true together, given hedges, ranges and rounding."""
    return any(_compatible((low_a, high_a), (low_b, high_b)) for (low_a, high_a) in _intervals(a) for (low_b, high_b) in _intervals(b))


def _compatible(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _intervals(number: Number) -> list[tuple[float, float]]:
    out = []
    for value in number.values:
        room = abs(value) * (_ABOUT if number.hedge == "about" else _ROUNDING) + _last_digit(value, number.says) / 2
        low = -float("inf") if number.hedge == "at most" else value - room
        high = float("inf") if number.hedge == "at least" else (number.high if number.high is not None else value) + room
        out.append((low, high))
    return out


def _last_digit(value: float, says: str) -> float:
    """The place value of the last digit before a scale word: ``20,1 nghìn tỷ`` stands for 20.05..20.15e12."""
    figure = _FIGURE.search(says)
    if figure is None:
        return 0.0
    decimals = len(figure["decimals"] or "") if len(figure["decimals"] or "") != _THOUSANDS else 0
    literal = float(figure["whole"].replace(".", "").replace(",", "") + ("." if decimals else "") + (figure["decimals"] or ""))
    scale = value / literal if literal else 0.0
    return float(scale * 10.0**-decimals) if scale >= _SCALED else 0.0


_FIGURE = regex.compile(r"(?P<whole>\d+(?:[.,]\d{3})*?)(?:[.,](?P<decimals>\d+))?(?!\d)")
_THOUSANDS = 3  # digits behind a mark that parts thousands
_SCALED = 1000


def _of_number(claim: Claim, number: Number) -> Filler:
    value = f"{number.values[0]:.12g}"
    if number.high is not None:
        value = f"{value}-{number.high:.12g}"
    unit = "" if number.unit == "age" else number.unit
    return Filler(claim, number.span, number.says, f"{value} {unit}".strip())
