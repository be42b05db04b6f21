"""A sentence -> its times of day, as numbers of unit ``clock`` in minutes since midnight."""

from dataclasses import dataclass

import regex

from compare.languages.pack import DateWords
from compare.model import Number, Span

_NOON = 12  # hours
_HOURS = 24
_MINUTES = 60


@dataclass(frozen=True, slots=True)
class CompiledClocks:
    """The clock patterns of one language, ready to run on lower-cased text."""

    patterns: tuple[regex.Pattern[str], ...]
    half_days: dict[str, int]


def compile_clocks(words: DateWords) -> CompiledClocks:
    """Patterns once per language; they see lower-cased text."""
    return CompiledClocks(tuple(regex.compile(p) for p in words.clock_patterns), words.half_days)


def find_clocks(text: str, lowered: str, grammar: CompiledClocks) -> list[Number]:
    """Times of day in order of place; where patterns overlap, the earlier and longer match is kept."""
    matches = sorted(
        (m for pattern in grammar.patterns for m in pattern.finditer(lowered)),
        key=lambda m: (m.start(), -m.end()),
    )
    found: list[Number] = []
    end = 0
    for match in matches:
        minutes = _minutes(match, grammar.half_days)
        if match.start() < end or minutes is None:
            continue
        end = match.end()
        span = Span(match.start(), end)
        found.append(Number(span, span.of(text), (float(minutes),), "clock"))
    return found


def _minutes(match: "regex.Match[str]", half_days: dict[str, int]) -> int | None:
    groups = match.groupdict()
    hour, minute = int(groups["hour"]), int(groups.get("minute") or 0)
    added = half_days.get(groups.get("half") or "", 0)
    if added > 0 and hour < _NOON:
        hour += added
    elif added < 0 and hour == _NOON:
        hour = 0  # 12 a.m. is midnight
    return hour * _MINUTES + minute if hour <= _HOURS and minute < _MINUTES else None
