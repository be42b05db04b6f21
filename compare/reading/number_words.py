"""Number words of a language -> a pattern of written-out numbers, and the value of a run of them; decimals and fractions too."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import isfinite

import regex

from compare.languages.language_pack import NumberWords

WORD_ENDS = r"(?![\p{L}\p{N}_])"
_GAP = "[ \u00a0-]"
_THOUSAND = 1000  # smaller scales multiply what stands right before them, those from here on part the number
_TENTH = 0.1
_MOST_PARTS = 20  # scales of a number, digits of a decimal: without a bound a run of number words costs its square
_Pattern = regex.Pattern[str]


@dataclass(frozen=True, slots=True)
class CompiledWritten:
    """Patterns over lower-cased text; a run is matched whole, then read part by part."""

    words: NumberWords
    run: str  # source of the pattern of a whole number with its decimals or its denominator
    part: _Pattern


def alternation(surfaces: Iterable[str]) -> str:
    """Source of one pattern of all surfaces, the longest first; of none, a pattern that never matches."""
    return "|".join(regex.escape(s) for s in sorted(surfaces, key=lambda s: (-len(s), s))) or r"(?!)"


def prefix_tree_pattern(surfaces: Iterable[str]) -> str:
    """The same as a tree of words, a quarter as long where hundreds begin alike: ``hai(?: mươi(?: mốt| hai)?+)?+``."""
    tails: dict[str, set[str]] = {}
    for surface in surfaces:
        head, _, tail = surface.partition(" ")
        tails.setdefault(head, set()).add(tail)
    branches = []
    for head in sorted(tails, key=lambda word: (-len(word), word)):
        rest = tails[head] - {""}
        below = f"(?: (?:{prefix_tree_pattern(rest)}){WORD_ENDS})" if rest else ""
        branches.append(regex.escape(head) + (f"{below}?" if below and "" in tails[head] else below))
    return "|".join(branches) or r"(?!)"


def compile_written(words: NumberWords) -> CompiledWritten:
    """Patterns once per language; every repetition in them is possessive and bounded, so that a run is passed once."""
    one = f"(?:{'|'.join((prefix_tree_pattern(words.cardinals.keys() - words.guards.keys()), *words.guards.values()))}){WORD_ENDS}"
    scale, zero, point, both = (f"(?:{alternation(kind)}){WORD_ENDS}" for kind in (words.scales, words.zeros, words.points, words.ands))
    indefinite = alternation(words.indefinite)
    joined = f"(?:(?:{alternation(words.joins)}){_GAP})?+(?&one)"  # a call of the first: written out five times it takes 40 ms to compile
    over = f"(?:{prefix_tree_pattern(words.denominators)}){WORD_ENDS}"
    under = f"{_GAP}(?:{alternation(words.fraction_words)}){_GAP}{over}" if words.fraction_words else f"{_GAP}{over}"
    run = (
        f"(?:{zero}(?={_GAP}{point})|(?P<one>{one})(?:(?:{_GAP}{scale}){{1,4}}+(?:{_GAP}{joined})?+){{0,{_MOST_PARTS}}}+)"
        f"(?:{_GAP}{point}(?:{_GAP}(?:{zero}|(?&one))){{1,{_MOST_PARTS}}}+|{under}|{_GAP}{both}{_GAP}(?:(?&one)|{indefinite}){under})?+"
        f"|(?:{indefinite}){under}(?= (?:{alternation(words.share_behind)}){WORD_ENDS})"
    )
    kinds = (words.cardinals, words.scales, words.zeros, words.points, words.denominators, words.fraction_words, words.joins, words.ands)
    return CompiledWritten(words, run, regex.compile(f"(?:{prefix_tree_pattern({word for kind in kinds for word in kind})}){WORD_ENDS}"))


def written_value(run: str, grammar: CompiledWritten) -> tuple[float | None, bool]:
    """The value of a run that the pattern matched (``None`` if it is no number), and whether it is a share of one."""
    words = grammar.words
    parts: list[str] = grammar.part.findall(run)
    place = next((i for i, part in enumerate(parts) if part in words.points), None)
    if place is not None:
        whole = value_of_words(parts[:place], words)
        digits = "".join(str(words.cardinals.get(part, 0)) for part in parts[place + 1 :])
        return (None if whole is None or not isfinite(whole) else float(f"{whole:.0f}.{digits}")), False
    is_fraction = bool(words.fraction_words.intersection(parts)) or (parts[-1] in words.denominators and parts[-1] not in words.cardinals)
    if not is_fraction:
        return value_of_words(parts, words), False
    value = _fraction([part for part in parts[:-1] if part not in words.fraction_words], words.denominators[parts[-1]], words)
    return value, value is not None and value < 1


def last_scale(run: str, grammar: CompiledWritten) -> float:
    """The scale word that closes a run, 1 if none does."""
    return grammar.words.scales.get(grammar.part.findall(run)[-1], 1.0)


def _fraction(above: Sequence[str], denominator: int, words: NumberWords) -> float | None:
    """``one | and | two`` over three is 1.667; without a numerator (``two and a third``) it is one."""
    cut = next((i for i in range(len(above) - 1, -1, -1) if above[i] in words.ands), -1)
    whole, numerator = value_of_words(above[:cut] if cut > 0 else [], words), value_of_words(above[cut + 1 :] or ["one"], words)
    return None if whole is None or numerator is None else whole + (numerator or 1) / denominator


def value_of_words(parts: Sequence[str], words: NumberWords) -> float | None:
    """Value of number words in order (``hai trăm``, ``năm mươi``); ``None`` if they are no one number (``ba bốn``)."""
    if any(first in words.cardinals and second in words.cardinals for first, second in pairwise(parts)):
        return None
    parted: list[float] = []  # 1 triệu | 234 nghìn: a larger scale behind them multiplies all that are smaller
    current = 0.0
    for place, part in enumerate(parts):
        scale = words.scales.get(part)
        if scale is None:
            current += _digit(parts, place, words)
        elif scale < _THOUSAND:
            current *= scale
        else:
            stays = [value for value in parted if value > scale or (current and value >= scale)]
            parted, current = [*stays, (sum(parted) - sum(stays) + current) * scale], 0.0
    return sum(parted) + current


def _digit(parts: Sequence[str], place: int, words: NumberWords) -> float:
    """A part below a hundred; right behind a scale and last, a digit is a tenth of it where the language says so (``hai triệu ba``)."""
    value = float(words.cardinals.get(parts[place], 0))
    scale = words.scales.get(parts[place - 1]) if place else None
    is_tenth = words.tenth_behind_scale and scale and place == len(parts) - 1 and value < 10
    return value * scale * _TENTH if is_tenth and scale else value
