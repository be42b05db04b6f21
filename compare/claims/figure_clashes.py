"""Two framed claims -> the counts, measures and ages in which they differ, and when two figures can be true together."""

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise, product

import regex

from compare.claims.clash import Clash, Filler, Framed
from compare.claims.frame import Frame
from compare.languages.registry import PACKS, all_slot_words
from compare.model import Claim, Number
from compare.text.tokens import words


def number_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    """Numbers of one slot that no hedge, range, rounding or second reading reconciles, and that neither claim also gives."""
    a, b = one[0], two[0]
    if apart(a, b):
        return
    for left, right in product(_filled_once(one[1]), _filled_once(two[1])):
        if not left.same_slot(right) or reconciled(left.number, right.number):
            continue
        # Two ages may be swapped between two people: then each claim gives both.
        if left.number.unit != "age" and (_says(b, left.number) or _says(a, right.number)):
            continue
        if not left.shares_side(right) and (_adds_up(b, right.number, left.number) or _adds_up(a, left.number, right.number)):
            continue
        yield Clash("number", left.label, of_number(a, left.number), of_number(b, right.number))


def apart(a: Claim, b: Claim) -> bool:
    """Whether the two tell of other days, of areas of other size, or of other people and places: both name some, and none in common."""
    return on_other_ground(a, b) or of_others(a, b)


def of_others(a: Claim, b: Claim) -> bool:
    """Whether the two name people and places, and none in common."""
    names_a, names_b = ({word for name in claim.facts.names for word in name.key.split()} for claim in (a, b))
    return bool(names_a) and bool(names_b) and not names_a & names_b


def on_other_ground(a: Claim, b: Claim) -> bool:
    """Whether the two tell of other days or of areas of other size."""
    days_a, days_b = ([date.value for date in claim.facts.dates if date.value] for claim in (a, b))
    if days_a and days_b and not any(x.startswith(y) or y.startswith(x) for x, y in product(days_a, days_b)):
        return True
    sides = ((_areas(a, whole=True), _areas(b)), (_areas(a), _areas(b, whole=True)))
    return any(bool(one) and bool(other) and not one & other for one, other in sides)


def _areas(claim: Claim, *, whole: bool = False) -> set[int]:
    """Sizes of the areas that a sentence names, or of which it tells as a whole: a village, a district, a province, a country."""
    said = words(claim.quote)
    named = {word for before, word in pairwise(["", *said]) if not whole or before in all_slot_words("wholes")}
    return {size for pack in PACKS.values() for size, names in enumerate(pack.slots.areas) if named & names}


def _filled_once(frames: Sequence[Frame]) -> list[Frame]:
    """Frames whose slot the claim fills only once: with two fillers of one slot nobody knows which is meant."""
    of_wholes = [frame for frame in frames if not frame.is_partial]
    return [frame for frame in of_wholes if not any(frame is not other and frame.same_slot(other) for other in of_wholes)]


def _says(claim: Claim, number: Number) -> bool:
    """Whether the claim also states this value, in whatever slot."""
    return any(reconciled(number, other) for other in claim.facts.numbers if other.unit == number.unit)


def _adds_up(claim: Claim, part: Number, whole: Number) -> bool:
    """Whether the part and one or two other counts of its claim make the whole: one dead and six injured are seven."""
    others = [number.values[0] for number in claim.facts.numbers if number.unit == "" and number is not part and number.high is None]
    sums = {part.values[0] + sum(more) for many in _OTHER_PARTS for more in combinations(others[:_MOST_PARTS], many)}
    return part.unit == whole.unit == "" and bool(sums & set(whole.values))


# One dead, four badly and two lightly hurt make seven; of more parts some sum fits any whole.
_OTHER_PARTS = (1, 2)
_MOST_PARTS = 8  # counts of a sentence that are summed: pairs of more would be tried by the hundred


# A rounded figure stands for others this near: "gần 650" and 646, "khoảng 280 km" and 300. On the 18 labelled
# stories 37 of 38 conflicts are right, and with .15 too; with .05 37 of 41, and pairs of facts that differ are right 80
# times in 100, not 82.
ABOUT = 0.10
# Two unhedged figures this near are one figure, rounded or converted: 14,817 and 14,800 are, 646 and 660 are not.
_ROUNDING = 0.005


def reconciled(a: Number, b: Number) -> bool:
    """Whether some reading of both can be true together, given hedges, ranges and rounding."""
    if a.unit not in _COUNTED and b.unit not in _COUNTED and _rounded(a, b):
        return True
    if a.high is not None and b.high is not None and not _one_range(a, b):
        return False
    return any(_compatible((low_a, high_a), (low_b, high_b)) for (low_a, high_a) in _intervals(a) for (low_b, high_b) in _intervals(b))


def _one_range(a: Number, b: Number) -> bool:
    """Whether two ranges can be one: of ages, which are exact, the same ends; of other figures one range that holds the other."""
    (low_a, high_a), (low_b, high_b) = ((number.values[0], number.high or 0.0) for number in (a, b))
    if "age" in {a.unit, b.unit}:
        return (low_a, high_a) == (low_b, high_b)
    return (low_a - low_b) * (high_a - high_b) <= 0


# Counts and ages are whole; of other figures one may be given with fewer decimals.
_COUNTED = frozenset(["", "age", "clock"])
_COARSE = 0.1  # a rounded figure this much off is another one: 2 m is not 1.5 m


def _rounded(a: Number, b: Number) -> bool:
    """Whether one is the other with fewer decimals: 6 % and 6.1 %."""
    coarse, fine = (a, b) if _decimals(a.says) < _decimals(b.says) else (b, a)
    if _decimals(coarse.says) == _decimals(fine.says):
        return False
    value = coarse.values[0]
    return abs(fine.values[0] - value) <= min(digit_value(value, coarse.says) / 2, _COARSE * abs(value))


def _decimals(says: str) -> int:
    figure = _FIGURE.search(says)
    decimals = len(figure["decimals"] or "") if figure else 0
    return decimals if decimals != _THOUSANDS else 0


def _compatible(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _intervals(number: Number) -> list[tuple[float, float]]:
    out = []
    for value in number.values:
        room = abs(value) * (ABOUT if number.hedge == "about" else _ROUNDING) + _last_digit(value, number.says) / 2
        low = -float("inf") if number.hedge == "at most" else value - room
        high = float("inf") if number.hedge == "at least" else (number.high if number.high is not None else value) + room
        out.append((low, high))
    return out


def _last_digit(value: float, says: str) -> float:
    """The place value of the last digit before a scale word: ``20,1 nghìn tỷ`` stands for 20.05..20.15e12."""
    last = digit_value(value, says)
    return last if last * 10.0 ** _decimals(says) >= _SCALED else 0.0


def digit_value(value: float, says: str) -> float:
    """What one of the last digit is worth: 0.1 in "6,1 %", 1e8 in "20,1 tỷ"; 0 without a figure."""
    figure = _FIGURE.search(says)
    decimals = _decimals(says)
    if figure is None:
        return 0.0
    mark = "." if decimals else ""  # three digits behind a mark are thousands
    literal = float(figure["whole"].replace(".", "").replace(",", "") + mark + (figure["decimals"] or ""))
    return float((value / literal if literal else 0.0) * 10.0**-decimals)


_FIGURE = regex.compile(r"(?P<whole>\d+(?:[.,]\d{3})*?)(?:[.,](?P<decimals>\d+))?(?!\d)")
_THOUSANDS = 3  # digits behind a mark that parts thousands
_SCALED = 1000  # the least that a scale word multiplies by; of a figure without one the last digit is meant


def of_number(claim: Claim, number: Number) -> Filler:
    """The number as one side of a clash: its first reading, or both ends of a range, with the unit."""
    value = f"{number.values[0]:.12g}"
    if number.high is not None:
        value = f"{value}-{number.high:.12g}"
    unit = "" if number.unit == "age" else number.unit
    return Filler(claim, number.span, number.says, f"{value} {unit}".strip(), number=number)
