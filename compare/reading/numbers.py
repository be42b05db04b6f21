"""A sentence -> its quantities: values, unit, hedge, range, what they count. Precision first: what may be a name is left alone."""

from collections.abc import Iterable
from dataclasses import replace
from typing import cast

import regex

from compare.model import Hedge, Number, Span
from compare.reading.amount import Amount, CompiledNumbers, amount_at, compile_numbers, last_before
from compare.reading.clock import find_clocks
from compare.text import bare

__all__ = ["CompiledNumbers", "compile_numbers", "find_numbers"]

_DIGIT = regex.compile(r"\d")
_BLANK = "\x00"  # stands where a date, a time of day or a name with digits was taken out
_COUNTED = 4  # words
_OLDEST = 110  # years
_FIRST_YEAR, _LAST_YEAR = 1900, 2100  # a bare figure in here is a year
_SIGN_OF_MONEY = 4  # code points between a range's joiner and its upper figure
_AFTER_NAME = regex.compile(r"\p{Lu}[\p{L}.'’-]+ \p{Lu}[\p{L}.'’-]+, ", regex.REVERSE)
_AFTER_CAPITAL = regex.compile(r"(?<=[\p{L}\p{N},;%)”\"’] )\p{Lu}[\p{L}\p{N}]* ", regex.REVERSE)
_LINE_BEGINS = regex.compile(r"(?:\A|\n)[ \t]*", regex.REVERSE)
_SENTENCE_BEGINS = regex.compile(r"(?:\A|[.!?:\n“\"‘'(–-])\s*", regex.REVERSE)
_MINUS = regex.compile(r"(?:\A|[\s(])[-−]", regex.REVERSE)
_SIGNED_UNITS = frozenset({"°c", "°f", "%"})
_NEXT_WORD = regex.compile(r"[ \u00a0-]([\p{L}\p{M}]+)(?![\p{N}_])")
_SCORE = regex.compile(r"(?:\s?[-–]\s?\d+)+")


def find_numbers(text: str, grammar: CompiledNumbers, offset: int = 0, taken: tuple[Span, ...] = ()) -> tuple[Number, ...]:
    """Numbers in order of place, their spans shifted by ``offset``; ``taken`` (relative to ``text``) was read as dates. Linear time."""
    lowered = _lower(text)
    if _DIGIT.search(lowered) is None and grammar.finder.search(lowered) is None:
        return ()
    clocks = _clocks(text, lowered, taken, grammar)
    named = [Span(*m.span()) for m in grammar.names.finditer(text)] if grammar.names else []
    masked = _without(lowered, [*taken, *named, *(clock.span for clock in clocks)])
    found = sorted([*clocks, *_quantities(text, masked, grammar)], key=lambda number: number.span)
    return tuple(replace(number, span=number.span.shifted(offset)) for number in found)


def _clocks(text: str, lowered: str, taken: tuple[Span, ...], grammar: CompiledNumbers) -> list[Number]:
    """Times of day that do not begin inside a date; they may share its ``chiều``."""
    if grammar.clocks is None:
        return []
    dated = {place for span in taken for place in range(span.start, span.end)}
    return [clock for clock in find_clocks(text, lowered, grammar.clocks) if clock.span.start not in dated]


def _lower(text: str) -> str:
    """Lower case with every code point in its place (``İ`` would become two)."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _without(text: str, spans: Iterable[Span]) -> str:
    pieces: list[str] = []
    position = 0
    for span in sorted(spans):
        if span.end > position:
            start = max(span.start, position)
            pieces += (text[position:start], _BLANK * (span.end - start))
            position = span.end
    return "".join((*pieces, text[position:]))


def _quantities(text: str, masked: str, grammar: CompiledNumbers) -> list[Number]:
    starts = [core.start() for core in grammar.finder.finditer(masked)]
    found: list[Number] = []
    position = index = 0
    while index < len(starts):
        start, index = starts[index], index + 1
        low = amount_at(masked, start, grammar) if start >= position else None
        if low is None:
            continue
        while index < len(starts) and starts[index] < low.end:
            index += 1
        high = _upper_end(masked, low, starts[index] if index < len(starts) else -1, grammar)
        position = high.end if high else low.end
        if high is None and low.unit is None and low.factor == 1 and (score := _SCORE.match(masked, low.end)):
            position = score.end()
            continue
        following = next((s for s in starts[index : index + 2] if s >= position), len(masked))
        found += _number(text, masked, (low, high, following), grammar)
    return found


def _upper_end(masked: str, low: Amount, following: int, grammar: CompiledNumbers) -> Amount | None:
    """The upper amount of ``3-4 người`` or ``between 5 and 7``; a bare ``2-1`` is a score and has none."""
    for pattern, opener in grammar.joiners:
        joiner = pattern.match(masked, low.end)
        if joiner is None or (opener and not masked[max(0, low.start - len(opener) - 1) : low.start].startswith(opener)):
            continue
        near = 0 < following - joiner.end() <= _SIGN_OF_MONEY
        high = amount_at(masked, following if near else joiner.end(), grammar)
        if high is None or high.start != joiner.end() or not _rises(low, high):
            return None
        is_dash = joiner.group().strip() in {"-", "–"}
        return None if is_dash and high.unit is None and high.factor == 1 else high
    return None


def _rises(low: Amount, high: Amount) -> bool:
    one_unit = low.unit in {None, high.unit}
    return one_unit and low.values[0] < high.values[0]


def _number(text: str, masked: str, parts: tuple[Amount, Amount | None, int], grammar: CompiledNumbers) -> list[Number]:
    low, high, following = parts
    last = high or low
    span = Span(low.start, last.end)
    hedge = last_before(grammar.hedge, masked, low.start)
    unit = last.unit
    if unit is None and not high and not hedge and low.factor == 1:
        unit = _bare_unit(text, span, low)
        if unit is None:
            return []
    if low.is_written and text[low.start].isupper() and not last_before(_SENTENCE_BEGINS, text, low.start):
        return []
    values = low.values
    if high and low.factor == 1 and low.unit in {None, high.unit} and values[0] < high.values[0] / high.factor:
        values = tuple(value * high.factor for value in values)
    if unit in _SIGNED_UNITS and last_before(_MINUS, text, span.start):
        span, values = Span(span.start - 1, span.end), tuple(-value for value in values)
    kind = "range" if high else cast("Hedge", grammar.words.hedges[hedge.group(1)]) if hedge else None
    counted = _counted(masked, last.end, following, grammar)
    return [Number(span, span.of(text), values, unit or "", kind, high.values[0] if high else None, counted)]


def _bare_unit(text: str, span: Span, amount: Amount) -> str | None:
    """``""`` for a plain count, ``"age"`` for ``John Smith, 34,``, ``None`` for a year, a list mark, a part of a name."""
    around = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
    value, figure = amount.values[0], span.of(text)
    is_year = figure.isdigit() and _FIRST_YEAR <= value <= _LAST_YEAR
    is_mark = around in {"()", "[]"} or (around[-1:] in {".", ")"} and last_before(_LINE_BEGINS, text, span.start))
    if is_year or is_mark:
        return None
    if last_before(_AFTER_NAME, text, span.start):
        return "age" if around.endswith(",") and 0 < value <= _OLDEST else None
    return None if last_before(_AFTER_CAPITAL, text, span.start) else ""


def _counted(masked: str, place: int, following: int, grammar: CompiledNumbers) -> tuple[str, ...]:
    words: list[str] = []
    while len(words) < _COUNTED and (match := _NEXT_WORD.match(masked, place, following)):
        if match.group(1) in grammar.words.count_stops:
            break
        words.append(bare(match.group(1)))
        place = match.end()
    return tuple(words)
