"""Long lines are read in linear time: twice the text, twice the work, whatever stands in it."""

import time

import pytest

from compare.languages.registry import PACKS
from compare.reading.find_dates import compile_dates, find_dates
from compare.reading.find_numbers import compile_numbers, find_numbers

pytestmark = pytest.mark.thorough

_NUMBERS = {code: compile_numbers(pack.numbers, pack.dates) for code, pack in PACKS.items()}
_DATES = {code: compile_dates(pack.dates) for code, pack in PACKS.items()}
_NEWS = {
    "vi": "Hôm thứ Sáu (20/5), ít nhất 1.700 người ở Bến Sông đã nhận 20,1 triệu đồng lúc 14h30, tăng 4,5% so với năm 2015. ",
    "en": "On Friday, May 20, at least 1,700 people in Riverton got $20.1 million at 2:30 p.m., up 4.5 percent from 2015. ",
}
_WORDS = {"vi": "hai trăm linh ", "en": "two hundred and "}
_LEADS = {"vi": "ngày mùng số ", "en": "May Flight the "}
_SHORT, _LONG = 10_000, 80_000  # code points
_PATIENCE = 2.5  # times slower a code point; a quadratic pattern is eight times slower
_FLOOR_S = 0.1  # of process time; below it the clock is too coarse to compare
_TRIES = 3  # of which the fastest counts, of both: other programs only ever add to a time


def _seconds(language: str, unit: str, size: int) -> float:
    text = (unit * (size // len(unit) + 1))[:size]
    begun = time.process_time()
    dates = find_dates(text, _DATES[language], None)
    find_numbers(text, _NUMBERS[language], 0, tuple(date.span for date in dates))
    return time.process_time() - begun


def _is_linear(language: str, unit: str) -> bool:
    short = long = float("inf")
    for _ in range(_TRIES):
        short, long = min(short, _seconds(language, unit, _SHORT)), min(long, _seconds(language, unit, _LONG))
        if long < _FLOOR_S or long / _LONG <= _PATIENCE * short / _SHORT:
            return True
    return False


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "unit",
    [
        "news",
        "words",
        "leads",
        "1.234,56/7-8:90 ",
        "1.234.",
        "12 34 567 ",
        "1234567890",
        "1-",
        "1/",
        "A-1",
        "a",
        "Abc de ",
        " ",
        "\u00a0",
        "số ",
        "-",
    ],
)
def test_a_long_line_costs_no_more_a_character_than_a_short_one(language: str, unit: str) -> None:
    text = {"news": _NEWS, "words": _WORDS, "leads": _LEADS}.get(unit, {}).get(language, unit)
    assert _is_linear(language, text)
