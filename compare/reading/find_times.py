"""A sentence -> its times of day, as numbers of unit ``clock`` in minutes since midnight."""

from dataclasses import dataclass

import regex

from compare.languages.language_pack import DateWords
from compare.model import Number, Span

_LONGEST = 80  # code points of a time of day with what stands behind it
_NOON = 12  # hours
_HOURS = 24
_MINUTES = 60
_HALF_HOUR = 30


@dataclass(frozen=True, slots=True)
class CompiledClocks:
    """The clock patterns of one language, ready to run on lower-cased text."""

    opener: regex.Pattern[str]  # where a time of day may begin
    patterns: tuple[regex.Pattern[str], ...]
    half_days: dict[str, int]
    numerals: dict[str, int]


def compile_clocks(words: DateWords) -> CompiledClocks:
    """Patterns once per language; they see lower-cased text."""
    patterns = tuple(regex.compile(p) for p in words.clock_patterns)
    return CompiledClocks(regex.compile(words.clock_opener), patterns, words.half_days, words.numerals)


def find_clocks(text: str, lowered: str, grammar: CompiledClocks) -> list[Number]:
    """Times of day in order of place; where patterns overlap, the earlier and longer match is kept."""
    found: list[Number] = []
    end = 0
    for opener in grammar.opener.finditer(lowered):
        start = opener.start()
        if start < end:
            continue
        matches = [match for pattern in grammar.patterns if (match := pattern.match(lowered, start, start + _LONGEST))]
        read = [(match.end(), minutes) for match in matches if (minutes := _minutes(match, grammar)) is not None]
        if read:
            end, minutes = max(read, key=lambda pair: pair[0])
            span = Span(start, end)
            found.append(Number(span, span.of(text), (minutes,), "clock"))
    return found


def _minutes(match: "regex.Match[str]", grammar: CompiledClocks) -> float | None:
    groups = match.groupdict()
    hour, minute, second, less = (_number(groups.get(name) or "0", grammar.numerals) for name in ("hour", "minute", "second", "less"))
    minute = _HALF_HOUR if groups.get("thirty") else minute
    said = groups.get("half") or ""
    added = grammar.half_days.get(said, 0)
    if added > 0 and hour < _NOON:
        hour += added
    elif added < 0 and hour == _NOON:
        hour = 0  # 12 a.m. is midnight
    if hour > _HOURS or minute >= _MINUTES:
        return None
    said_minutes = hour * _MINUTES + minute - less
    of_the_day_before = _HOURS * _MINUTES if said_minutes < 0 else 0  # ten to midnight
    return said_minutes + of_the_day_before + second / _MINUTES


def _number(said: str, numerals: dict[str, int]) -> int:
    """Digits, or number words: known whole, else summed word by word."""
    if said.isdigit():
        return int(said)
    return numerals[said] if said in numerals else sum(numerals.get(word, 0) for word in said.split())
