"""The number words of a language -> the patterns and tables that quantities are read with."""

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from compare.languages.language_pack import DateWords, NumberWords
from compare.reading.find_times import CompiledClocks, compile_clocks
from compare.reading.longest_match import LongestMatch
from compare.reading.number_words import WORD_ENDS, CompiledWritten, alternation, compile_written

_FIGURE = r"\d++(?:[.,]\d++)*+(?![/:]\d)"
_FRACTION = r"(?:\d{1,4} )?\d{1,3}/\d{1,3}(?![\d/]|[.,:]\d)"
_NOT_INSIDE_A_NAME = r"(?<![\p{L}\p{N}_]|\p{N}[/.,:]|\p{L}[:/–-])"  # MS804, 23/5, 9:30, F-16
_SEEN_BEFORE = 40  # code points; the longest hedge or sign of money fits
_SEEN_AHEAD = 80  # code points; the longest word behind a number fits
_SHORT_SCALE = 2  # letters; "2tr5" and "2tỷ5" are 2.5 of their scale
_STOPS = frozenset(",;()\x00")
_Pattern = regex.Pattern[str]


@dataclass(frozen=True, slots=True)
class CompiledNumbers:
    """The number words of one language as patterns over lower-cased text."""

    words: NumberWords
    written: CompiledWritten
    finder: _Pattern  # where an amount may begin
    core: _Pattern  # digits, a fraction in digits, or a run of number words
    scale: LongestMatch
    short_scale: _Pattern  # with the digit behind it
    unit: LongestMatch
    pers: tuple[str, ...]
    halves: tuple[str, ...]
    unit_before: _Pattern
    hedge: _Pattern
    minus: _Pattern
    share_before: _Pattern
    share_behind: _Pattern
    joint: _Pattern  # any of the joiners
    joiners: tuple[tuple[_Pattern, str], ...]  # between the ends of a range, and what must stand before the lower end
    lead: _Pattern  # words before a figure that is a name
    led: _Pattern  # the figure of a name
    single_counts: _Pattern
    names: tuple[_Pattern, ...]
    clocks: CompiledClocks | None


def compile_numbers(words: NumberWords, dates: DateWords | None = None) -> CompiledNumbers:
    """Patterns once per language; with ``dates`` times of day are read too, as unit ``clock``.

    A unit surface that ends in ``#`` stands before its number (``$#``); a range word may name what opens the range (``between # and``).
    """
    written = compile_written(words)
    firsts = {word.replace("-", " ").split()[0] for word in (*words.cardinals, *words.zeros, *words.indefinite)}
    not_summed = rf"(?<!(?<![\p{{L}}\p{{N}}])(?:{alternation(words.sums_before)})\s)"
    core = rf"{_FRACTION}|{_FIGURE}|{written.run}"
    return CompiledNumbers(
        words=words,
        written=written,
        finder=regex.compile(rf"{_NOT_INSIDE_A_NAME}(?:\d|(?:{alternation(firsts)}){WORD_ENDS})"),
        core=regex.compile(core),
        scale=LongestMatch.of(words.scales, glued=words.glued),
        short_scale=regex.compile(rf"({alternation(s for s in words.scales if len(s) <= _SHORT_SCALE)})(\d)(?![\p{{L}}\p{{N}}]|[.,]\d)"),
        unit=LongestMatch.of((s for s in words.units if "#" not in s), never_before="²³", glued=words.glued),
        pers=("/", *(f" {word} " for word in sorted(words.per))),
        halves=tuple(f" {word}" for word in sorted(words.halves)),
        unit_before=_before(surface[:-1] for surface in words.units if surface.endswith("#")),
        hedge=_before(words.hedges),
        minus=_before(words.minus),
        share_before=_before((*words.hedges, *words.share_before)),
        share_behind=regex.compile(rf" (?:{alternation(words.share_behind)})(?![\p{{L}}\p{{N}}_])"),
        joint=regex.compile("|".join(_joiner(word)[0].pattern for word in ("-", "–", *words.range_words))),
        joiners=tuple(_joiner(word) for word in ("-", "–", *words.range_words)),
        lead=regex.compile(rf"{not_summed}(?<![\p{{L}}\p{{N}}])(?:{alternation(words.names_before)})[\s:#]{{1,3}}", regex.REVERSE),
        led=regex.compile(words.name_figure),
        single_counts=regex.compile(words.single_counts),
        names=tuple(regex.compile(pattern) for pattern in words.not_quantities),
        clocks=compile_clocks(dates) if dates else None,
    )


def _before(surfaces: Iterable[str]) -> _Pattern:
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}])({alternation(surfaces)})[ \u00a0]?", regex.REVERSE)


def _joiner(word: str) -> tuple[_Pattern, str]:
    opener, _, infix = word.rpartition("#")
    space = r"\s?" if infix.strip() in "-–" else r"\s"
    return regex.compile(rf"{space}{regex.escape(infix.strip())}{space}"), opener.strip()


def last_before(pattern: _Pattern, text: str, place: int) -> "regex.Match[str] | None":
    """The match of a reversed pattern that ends at ``place``, looking back a bounded way so that a long line stays linear."""
    return pattern.match(text, max(0, place - _SEEN_BEFORE), place)


def word_before(pattern: _Pattern, text: str, place: int) -> "regex.Match[str] | None":
    """The word or sign right before a number; none behind a digit or a comma, which spares lists of figures four searches each."""
    near = text[max(0, place - 2) : place].rstrip(" \u00a0")[-1:]
    return None if not near or near.isdigit() or near in _STOPS else last_before(pattern, text, place)


def next_at(pattern: _Pattern, text: str, place: int) -> "regex.Match[str] | None":
    """The match that begins at ``place``, looking ahead a bounded way, since a literal is else looked for to the end of the text."""
    return pattern.match(text, place, place + _SEEN_AHEAD)
