"""The query of an address -> the words looked for and the line to begin with; texts and lines -> those that are asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

_MOST_DIGITS = 9  # of a line
Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Stretch(Generic[Line]):
    """The lines of a page, and how many stand before and behind them."""

    lines: tuple[Line, ...]
    before: int
    behind: int


def words_in(query: Mapping[str, str], name: str = "words") -> str:
    """The words looked for, with one space between."""
    return " ".join(query.get(name, "").split())


def line_in(query: Mapping[str, str]) -> int:
    """The line to begin with; the first for what is no number."""
    return number_of(query.get("from", ""))


def number_of(text: str) -> int:
    """What an address counts; none for what is no number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MOST_DIGITS else 0


def holds(text: str, words: str) -> bool:
    """Whether all of the words stand in a text."""
    lower = text.lower()
    return all(word in lower for word in words.lower().split())


def stretch(lines: Sequence[Line], first: int, most: int) -> Stretch[Line]:
    """At most so many lines from the first that is asked for, or the last one."""
    begin = min(first, max(0, len(lines) - 1))
    return Stretch(tuple(lines[begin : begin + most]), begin, max(0, len(lines) - begin - most))
