"""The query of a URL -> search words and the first line to show; texts and lines -> whether they match, and one page of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

_MAX_DIGITS = 9  # of a number in a query
Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class LinePage(Generic[Line]):
    """The lines of one page, and how many come before and after them."""

    lines: tuple[Line, ...]
    before: int
    after: int


def search_words(query: Mapping[str, str], name: str = "words") -> str:
    """The search words, with one space between."""
    return " ".join(query.get(name, "").split())


def first_line(query: Mapping[str, str]) -> int:
    """The index of the first line to show; 0 if the query has no number."""
    return whole_number(query.get("from", ""))


def whole_number(text: str) -> int:
    """The number that a text stands for; 0 if it is not a number."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= _MAX_DIGITS else 0


def contains_words(text: str, words: str) -> bool:
    """Whether a text contains all of the words."""
    lower = text.lower()
    return all(word in lower for word in words.lower().split())


def page_of_lines(lines: Sequence[Line], first: int, size: int) -> LinePage[Line]:
    """At most ``size`` lines from ``first`` on; at least the last line."""
    start = min(first, max(0, len(lines) - 1))
    return LinePage(tuple(lines[start : start + size]), start, max(0, len(lines) - start - size))
