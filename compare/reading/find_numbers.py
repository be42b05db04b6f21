"""A sentence -> its quantities: values, unit, hedge, range, what they count. Precision first: what may be a name is left alone."""

from dataclasses import replace
from typing import cast

import regex

from compare.model import Hedge, Number, Span
from compare.reading.amount import Amount, amount_at, is_alone, is_share, name_at
from compare.reading.find_times import find_clocks
from compare.reading.mask import masked
from compare.reading.overlong_lines import is_overlong
from compare.reading.quantity_grammar import CompiledNumbers, compile_numbers, last_before, next_at, word_before
from compare.text.tokens import bare

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
_SIGNS = frozenset("-−")
_MINUS = regex.compile(r"(?:\A|[\s(])[-−]", regex.REVERSE)
_SHARE = "share"  # of a whole: "hai phần ba", "2/3"
_SIGNED_UNITS = frozenset({"°c", "°f", "%"})
_NEXT_WORD = regex.compile(r"[ \u00a0-]([\p{L}\p{M}]+)(?![\p{N}_])")
_DASHES = frozenset("-–")
_LARGEST = 1e36  # what is told as more is no quantity that anybody counted; without a bound, scale words make an infinite number
_SCORE = regex.compile(r"(?:\s?[-–]\s?\d+)+")


def find_numbers(text: str, grammar: CompiledNumbers, offset: int = 0, taken: tuple[Span, ...] = ()) -> tuple[Number, ...]:
    """Numbers in order of place, their spans shifted by ``offset``; ``taken`` (relative to ``text``) was read as dates. Linear time.

    None in a line without end (``is_endless``).
    """
    if is_overlong(text):
        return ()
    lowered = _lower(text)
    clocks = _clocks(text, lowered, taken, grammar)
    if not clocks and _DIGIT.search(lowered) is None and grammar.finder.search(lowered) is None:
        return ()
    is_number = grammar.core.fullmatch(lowered)
    named = [] if is_number else [Span(*m.span()) for pattern in grammar.names for m in pattern.finditer(text)]
    masked = masked(lowered, [*taken, *named, *(clock.span for clock in clocks)], _BLANK)
    found = sorted([*clocks, *_quantities(text, masked, grammar)], key=lambda number: number.span.start)
    return tuple(replace(number, span=number.span.shifted(offset)) for number in found) if offset else tuple(found)


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


def _quantities(text: str, masked: str, grammar: CompiledNumbers) -> list[Number]:
    starts = _starts(masked, grammar)
    found: list[Number] = []
    position = index = 0
    while index < len(starts):
        start, index = starts[index], index + 1
        if start < position:
            continue
        if end := name_at(masked, start, grammar):
            position = end
            continue
        low = amount_at(masked, start, grammar)
        if low is None or low.start < position:  # "5 $ 4": the sign of money is taken
            continue
        while index < len(starts) and starts[index] < low.end:
            index += 1
        high = _upper_end(masked, low, starts[index] if index < len(starts) else -1, grammar)
        position = high.end if high else low.end
        if high is None and low.unit is None and low.factor == 1 and (score := _score(masked, low.end)):
            position = score
            continue
        following = next((s for s in starts[index : index + 2] if s >= position), len(masked))
        found += _number(text, masked, (low, high, following), grammar)
    return found


def _score(masked: str, place: int) -> int:
    """Where the rest of ``2-1`` or ``6-4 7-5`` ends, 0 if none begins at ``place``."""
    found = _SCORE.match(masked, place) if _DASHES & set(masked[place : place + 2]) else None
    return found.end() if found else 0


def _starts(masked: str, grammar: CompiledNumbers) -> list[int]:
    """Where figures and runs of number words begin, each run passed once."""
    starts: list[int] = []
    end = 0
    for opener in grammar.finder.finditer(masked):
        core = grammar.core.match(masked, opener.start()) if opener.start() >= end else None
        if core:
            starts.append(opener.start())
            end = core.end()
    return starts


def _upper_end(masked: str, low: Amount, following: int, grammar: CompiledNumbers) -> Amount | None:
    """The upper amount of ``3-4 người`` or ``between 5 and 7``; a bare ``2-1`` is a score and has none."""
    behind = masked[low.end : low.end + 2]
    if (behind[-1:].isdigit() and behind[0] not in _DASHES) or next_at(grammar.joint, masked, low.end) is None:
        return None
    for pattern, opener in grammar.joiners:
        joiner = next_at(pattern, masked, low.end)
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
    minus = _minus(text, masked, (low, last), grammar)
    begins = low.start if minus is None else minus
    if _is_no_quantity(text, masked, (low, last), grammar) and not is_alone(text, begins, last.end):
        return []
    hedge = word_before(grammar.hedge, masked, begins)
    unit = _SHARE if low.is_share and not last.unit and low.values[0] < 1 else last.unit
    if unit is None and not high and not hedge and low.factor == 1 and minus is None:
        unit = _bare_unit(text, span, low)
        if unit is None:
            return []
    values = low.values
    if high and low.factor == 1 and low.unit in {None, high.unit} and values[0] < high.values[0] / high.factor:
        values = tuple(value * high.factor for value in values)
    if minus is not None:
        span, values = Span(minus, span.end), tuple(-value for value in values)
    if not all(abs(value) <= _LARGEST for value in (*values, last.values[0])):  # neither an infinite one nor none at all (NaN) is
        return []
    kind = "range" if high else cast("Hedge", grammar.words.hedges[hedge.group(1)]) if hedge else None
    counted = _counted(masked, last.end, following, grammar)
    return [Number(span, span.of(text), values, unit or "", kind, high.values[0] if high else None, counted)]


def _is_no_quantity(text: str, masked: str, ends: tuple[Amount, Amount], grammar: CompiledNumbers) -> bool:
    """A number word inside a name or without anything that is counted, a date or score that looks like a fraction."""
    low, last = ends
    if low.is_share and not is_share(low, masked, grammar):
        return True
    if not low.is_written:
        return False
    behind = low.start + len(low.core) + 1
    if low.core in grammar.words.alone and text[low.start].isupper() and text[behind : behind + 1].isupper():
        return True  # "Hai Bà Trưng"
    is_bare = last.unit is None and last.factor == 1
    if low is last and low.core in grammar.words.single and low.factor == 1 and not _counts_one(masked, low, grammar):
        return True
    return (is_bare and low.core in grammar.words.alone) or (
        text[low.start].isupper() and last_before(_SENTENCE_BEGINS, text, low.start) is None
    )


def _counts_one(masked: str, amount: Amount, grammar: CompiledNumbers) -> bool:
    """Whether a word for one counts: before a measure, or where the language says so; else it is an article."""
    said = masked[amount.start + len(amount.core) : amount.end].strip()
    is_measure = bool(amount.unit) and not {amount.unit, said} & grammar.words.never_single
    return is_measure or next_at(grammar.single_counts, masked, amount.start) is not None


def _minus(text: str, masked: str, ends: tuple[Amount, Amount], grammar: CompiledNumbers) -> int | None:
    """Where the sign of a number below zero stands; a dash before a bare whole number is rather the mark of a list."""
    low, last = ends
    word = word_before(grammar.minus, masked, low.start)
    if word:
        return word.start()
    is_sure = last.unit in _SIGNED_UNITS or low.is_exact or is_alone(text, low.start, low.end)
    is_signed = is_sure and not low.is_written and text[low.start - 1 : low.start] in _SIGNS and last_before(_MINUS, text, low.start)
    return low.start - 1 if is_signed else None


def _bare_unit(text: str, span: Span, amount: Amount) -> str | None:
    """``""`` for a plain count, ``"age"`` for ``John Smith, 34,``, ``None`` for a year, a list mark, a part of a name."""
    around = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
    value, figure = amount.values[0], span.of(text)
    if is_alone(text, span.start, span.end):
        return ""
    is_year = figure.isdigit() and _FIRST_YEAR <= value <= _LAST_YEAR
    is_mark = around in {"()", "[]"} or (around[-1:] in {".", ")"} and last_before(_LINE_BEGINS, text, span.start))
    if is_year or is_mark:
        return None
    if text[span.start - 2 : span.start] == ", " and last_before(_AFTER_NAME, text, span.start):
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
