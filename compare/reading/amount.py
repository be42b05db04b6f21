"""A place in a sentence -> the amount that begins there: figure or number words, scale, unit."""

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from compare.languages.pack import DateWords, NumberWords
from compare.reading.clock import CompiledClocks, compile_clocks
from compare.reading.values import readings, spelled

_FIGURE = r"\d++(?:[.,]\d++)*+(?![/:]\d)"
_NOT_INSIDE_A_NAME = r"(?<![\p{L}\p{N}_]|\p{N}[/.,:]|\p{L}[:/–-])"  # MS804, 23/5, 9:30, F-16
_WORD_ENDS = r"(?![\p{L}\p{N}_])"
_GAPS = frozenset(" \u00a0-")  # at most one stands between a figure and its unit
_SEEN_BEFORE = 40  # code points; the longest hedge or sign of money fits
_ID_DIGITS = 7  # from here a figure without separators is an id or a telephone number
_Pattern = regex.Pattern[str]


@dataclass(frozen=True, slots=True)
class Surfaces:
    """Words and signs looked up by length: a pattern of all units takes 60 ms to compile, a twelfth of what is our own in a small run."""

    forms: frozenset[str]
    lengths: tuple[int, ...]  # longest first
    never_before: str  # beside letters, digits and the low line

    @classmethod
    def of(cls, forms: Iterable[str], never_before: str = "") -> "Surfaces":
        """One table; no form may be followed by a word character or by one of ``never_before``."""
        kept = frozenset(forms)
        return cls(kept, tuple(sorted({len(form) for form in kept}, reverse=True)), never_before + "_")

    def at(self, text: str, start: int) -> tuple[str, int] | None:
        """The longest form that begins at ``start``, or after one gap, and where it ends."""
        begins = (start + 1, start) if text[start : start + 1] in _GAPS else (start,)
        for begin in begins:
            for length in self.lengths:
                form, after = text[begin : begin + length], text[begin + length : begin + length + 1]
                if form in self.forms and not (after.isalnum() or (after and after in self.never_before)):
                    return form, begin + length
        return None


@dataclass(frozen=True, slots=True)
class CompiledNumbers:
    """The number words of one language as patterns over lower-cased text."""

    words: NumberWords
    finder: _Pattern  # where an amount may begin
    core: _Pattern  # digits, or a run of number words
    part: _Pattern  # one number word
    scale: "Surfaces"
    unit: "Surfaces"
    unit_before: _Pattern
    hedge: _Pattern
    joiners: tuple[tuple[_Pattern, str], ...]  # between the ends of a range, and what must stand before the lower end
    names: _Pattern | None
    clocks: CompiledClocks | None


@dataclass(frozen=True, slots=True)
class Amount:
    """Readings with scale words multiplied in; ``unit`` is ``None`` if nothing says what is measured, ``""`` before a counter."""

    values: tuple[float, ...]
    start: int
    end: int
    unit: str | None
    factor: float  # of the scale words, 1 without
    is_written: bool


def compile_numbers(words: NumberWords, dates: DateWords | None = None) -> CompiledNumbers:
    """Patterns once per language; with ``dates`` times of day are read too, as unit ``clock``.

    A unit surface that ends in ``#`` stands before its number (``$#``); a range word may name what opens the range (``between # and``).
    """
    spoken = _either([*words.cardinals, *words.scales])
    one, scale = f"(?:{_either(words.cardinals)}){_WORD_ENDS}", f"(?:{_either(words.scales)}){_WORD_ENDS}"
    core = rf"{_FIGURE}|{one}(?:(?:[ -]{scale})++(?:[ -]{one})?+)*+"
    return CompiledNumbers(
        words=words,
        finder=regex.compile(rf"{_NOT_INSIDE_A_NAME}(?:{core})"),
        core=regex.compile(core),
        part=regex.compile(rf"(?:{spoken}){_WORD_ENDS}"),
        scale=Surfaces.of(words.scales),
        unit=Surfaces.of((s for s in words.units if "#" not in s), never_before="²³"),
        unit_before=_before(surface[:-1] for surface in words.units if surface.endswith("#")),
        hedge=_before(words.hedges),
        joiners=tuple(_joiner(word) for word in ("-", "–", *words.range_words)),
        names=regex.compile("|".join(f"(?:{p})" for p in words.not_quantities)) if words.not_quantities else None,
        clocks=compile_clocks(dates) if dates else None,
    )


def _either(surfaces: Iterable[str]) -> str:
    return "|".join(regex.escape(s) for s in sorted(surfaces, key=lambda s: (-len(s), s)))


def _before(surfaces: Iterable[str]) -> _Pattern:
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}])({_either(surfaces)})[ \u00a0]?", regex.REVERSE)


def _joiner(word: str) -> tuple[_Pattern, str]:
    opener, _, infix = word.rpartition("#")
    space = r"\s?" if infix.strip() in "-–" else r"\s"
    return regex.compile(rf"{space}{regex.escape(infix.strip())}{space}"), opener.strip()


def last_before(pattern: _Pattern, text: str, place: int) -> "regex.Match[str] | None":
    """The match of a reversed pattern that ends at ``place``, looking back a bounded way so that a long line stays linear."""
    return pattern.match(text, max(0, place - _SEEN_BEFORE), place)


def amount_at(text: str, start: int, grammar: CompiledNumbers) -> Amount | None:
    """The amount whose figure or first number word begins at ``start`` of lower-cased ``text``; a sign of money before it is taken in."""
    core = grammar.core.match(text, start)
    if core is None:
        return None
    values, factor = _core_values(core.group(), grammar)
    before = _unit_before(text, start, grammar)
    end, unit = core.end(), None
    while scale := grammar.scale.at(text, end):
        word, after_scale = scale
        if before is None and word in grammar.words.units:
            break  # "5 m" is metres, "$5 m" is millions
        factor *= grammar.words.scales[word]
        values = tuple(_tidy(value * grammar.words.scales[word]) for value in values)
        end = after_scale
    if after := grammar.unit.at(text, end):
        unit = grammar.words.units[after[0]]
        end = after[1] if unit else end
    elif text[end : end + 1].isalnum() or text[end : end + 1] == "_":
        return None
    if before:
        start, unit = before
    return Amount(values, start, end, unit, factor, not core.group()[0].isdigit()) if values else None


def _core_values(core: str, grammar: CompiledNumbers) -> tuple[tuple[float, ...], float]:
    words = grammar.words
    if not core[0].isdigit():
        parts = grammar.part.findall(core)
        value = spelled(parts, words.cardinals, words.scales)
        return (() if value is None else (value,)), words.scales.get(parts[-1], 1.0)
    is_id = core.isdigit() and (len(core) >= _ID_DIGITS or (core[0] == "0" and len(core) > len("08")))
    return (() if is_id else readings(core, words.decimal_mark)), 1.0


def _tidy(value: float) -> float:
    """Without the dust of binary fractions: 20.1 * 1e12 is 20100000000000."""
    return float(f"{value:.12g}")


def _unit_before(text: str, start: int, grammar: CompiledNumbers) -> tuple[int, str] | None:
    match = last_before(grammar.unit_before, text, start)
    return (match.start(), grammar.words.units[f"{match.group(1)}#"]) if match else None
