"""Two measures in units of one kind -> whether they are one, converted: 12 km and 7.5 miles are, 12 km and 12 miles are not."""

from collections.abc import Mapping
from types import MappingProxyType

import regex

from compare.claims.figure_clashes import ABOUT, digit_value
from compare.model import Number

# What one of the unit is worth in the base unit of its kind. Source: NIST Special Publication 811 (2008), appendix B.8.
_LENGTHS = {"mm": 0.001, "cm": 0.01, "inch": 0.0254, "ft": 0.3048, "yard": 0.9144, "m": 1.0, "km": 1000.0, "mile": 1609.344, "nmi": 1852.0}
_MASSES = {"mg": 1e-6, "g": 0.001, "lb": 0.45359237, "kg": 1.0}
_AREAS = {"ft2": 0.09290304, "m2": 1.0, "acre": 4046.8564224, "ha": 10_000.0, "km2": 1e6, "mile2": 2_589_988.110336}
_VOLUMES = {"l": 0.001, "gallon": 0.003785411784, "ft3": 0.028316846592, "m3": 1.0}
_SPEEDS = {"km/h": 1.0, "mph": 1.609344}
_KINDS: Mapping[str, tuple[str, float]] = MappingProxyType(
    {
        unit: (kind, worth)
        for kind, units in (("length", _LENGTHS), ("mass", _MASSES), ("area", _AREAS), ("volume", _VOLUMES), ("speed", _SPEEDS))
        for unit, worth in units.items()
    }
)
# A figure may be off by half of its last digit that is no zero, a hedged one by more, and none by more than this share: else
# 10 km would stand for 5 to 15.
_MOST_OFF = 0.15
_FIGURE = regex.compile(r"\d[\d.,]*?(?P<zeros>[0.,]*)(?!\d|[.,]\d)")


def at_odds(a: Number, b: Number) -> bool:
    """Whether two figures in different units of one kind cannot be one measure; units of two kinds say nothing of each other."""
    kind_a, kind_b = _KINDS.get(a.unit), _KINDS.get(b.unit)
    if a.unit == b.unit or kind_a is None or kind_b is None or kind_a[0] != kind_b[0]:
        return False
    if {a.hedge, b.hedge} & {"at least", "at most"} or a.high is not None or b.high is not None:
        return False
    return all(abs(x * kind_a[1] - y * kind_b[1]) > _room(x, a) * kind_a[1] + _room(y, b) * kind_b[1] for x in a.values for y in b.values)


def _room(value: float, number: Number) -> float:
    """By how much the figure may be off, in its unit: half of what one of its last digit that is no zero is worth."""
    figure = _FIGURE.search(number.says)
    zeros = len(figure.group()) - len(figure.group().rstrip("0.,")) - sum(mark in ".," for mark in figure["zeros"]) if figure else 0
    digit = digit_value(value, number.says) * 10.0**zeros
    return min(digit / 2 + (ABOUT * abs(value) if number.hedge == "about" else 0.0), _MOST_OFF * abs(value))
