"""Two framed claims -> the counts, measures and ages in which they differ, and when two figures can be true together."""

from collections.abc import Iterable, Sequence
from itertools import product

from compare.claims.clash import Clash, Filler, Framed
from compare.claims.frame import Frame
from compare.claims.moments import tells_of_a_moment
from compare.model import Claim, Number


def number_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    """Numbers of one slot that no hedge, range, rounding or second reading reconciles, and that neither claim also gives."""
    a, b = one[0], two[0]
    if tells_of_a_moment(a) != tells_of_a_moment(b):
        return
    for left, right in product(_filled_once(one[1]), _filled_once(two[1])):
        if not left.same_slot(right) or reconciled(left.number, right.number) or _says(b, left.number) or _says(a, right.number):
            continue
        yield Clash("number", left.label, _of_number(a, left.number), _of_number(b, right.number))


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
        room = abs(value) * (_ABOUT if number.hedge == "about" else _ROUNDING) + _last_digit(value) / 2
        low = -float("inf") if number.hedge == "at most" else value - room
        high = float("inf") if number.hedge == "at least" else (number.high if number.high is not None else value) + room
        out.append((low, high))
    return out


def _last_digit(value: float) -> float:
    """The place value of the last digit of a figure in millions or more: ``20,1 nghìn tỷ`` stands for 20.05..20.15e12."""
    figure = f"{abs(value):.0f}"
    zeros = len(figure) - len(figure.rstrip("0"))
    return float(10**zeros) if abs(value) >= _LARGE and zeros >= _ROUND_ZEROS else 0.0


_LARGE = 1e6
_ROUND_ZEROS = 5


def _of_number(claim: Claim, number: Number) -> Filler:
    value = f"{number.values[0]:.12g}"
    if number.high is not None:
        value = f"{value}-{number.high:.12g}"
    unit = "" if number.unit == "age" else number.unit
    return Filler(claim, number.span, number.says, f"{value} {unit}".strip())
