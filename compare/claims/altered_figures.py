"""One change between two near-copies -> the figures, or the numbers in names, that differ in it."""

from collections.abc import Iterable

import regex

from compare.claims.clash import Clash, Filler
from compare.claims.figure_clashes import apart, of_number, reconciled
from compare.claims.frame import PASSING
from compare.claims.near_copy import Place
from compare.claims.time_clashes import clocks_differ, of_clock
from compare.claims.unit_conversion import at_odds
from compare.languages.registry import PACKS, money
from compare.model import Claim, Number, Span
from compare.text.tokens import bare, tokens

_DIGIT = regex.compile(r"\d")
_SCORE = regex.compile(r"\d{1,3}\s?[-–:]\s?\d{1,3}")
_MOST_DIGITS = 8  # of a law, a plate, a flight; a longer run is a telephone number or an account, which an outlet has of its own
_FIGURES = regex.compile(r"\d+")
_CAPITALS = regex.compile(r"\p{Lu}+")
_AROUND = regex.compile(r"^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$")
_LIST_MARK = regex.compile(r"\S{1,4}[.)]\s")


def altered_figures(left: Place, right: Place) -> Iterable[Clash]:
    """Counts, measures and times of day, where one stands in the other's place; nobody is none, and "a passenger" is one."""
    mine, other = _number_at(left, right), _number_at(right, left)
    if mine is None or other is None or mine.unit in PASSING or other.unit in PASSING or apart(left.claim, right.claim):
        return
    a, b = left.claim, right.claim
    if mine.unit == other.unit == "clock":
        if clocks_differ((a, mine), (b, other)):
            yield Clash("clock", "time of day", of_clock(a, mine), of_clock(b, other))
    elif _differ(mine, other):
        yield Clash("number", _slot(a, mine), of_number(a, mine), of_number(b, other))


def _differ(one: Number, other: Number) -> bool:
    """Whether no rounding, hedge or conversion makes two figures one; the same sum in another currency is another sum."""
    if one.unit == other.unit:
        return not reconciled(one, other)
    other_currency = {one.unit, other.unit} <= money() and one.values[0] == other.values[0]
    return other_currency or at_odds(one, other)


def _number_at(place: Place, beside: Place) -> Number | None:
    """The one number within which the change lies, people by whom it counts left aside; else what counts as none or as one."""
    if not place.words:
        return None
    start = place.claim.span.start
    inside = [n for n in place.claim.facts.numbers if any(_overlap(n.span, Span(w.start, w.end).shifted(start)) for w in place.words)]
    if not inside:
        return _in_words(place, beside)
    number = inside[0]
    rest = [w for w in place.words if not _overlap(number.span, Span(w.start, w.end).shifted(start))]
    return number if len(inside) == 1 and all(w.text.lower() in _persons() for w in rest) else None


def _overlap(a: Span, b: Span) -> bool:
    return a.start < b.end and b.start < a.end


def _persons() -> frozenset[str]:
    return frozenset(word for pack in PACKS.values() for word in pack.slots.person_heads)


def _in_words(place: Place, beside: Place) -> Number | None:
    """Nobody, or one, as a number of what the other sentence counts."""
    pack = PACKS.get(place.claim.language)
    counted = next((n for n in beside.claim.facts.numbers if beside.words and _overlap(n.span, beside.span)), None)
    if pack is None or counted is None or counted.unit:
        return None
    value = 0.0 if place.said in pack.altered.nobody else 1.0 if place.said in pack.altered.one else None
    says = place.span.shifted(-place.claim.span.start).of(place.claim.quote)
    return None if value is None else Number(place.span, says, (value,), counted=counted.counted)


def _slot(claim: Claim, number: Number) -> str:
    """What is counted, in the claim's own words; the unit where nothing is."""
    surfaces = [token.text for token in tokens(claim.quote) if bare(token.text) in number.counted]
    return " ".join(dict.fromkeys(surfaces[: len(number.counted)])) or number.unit or "number"


def altered_identifiers(left: Place, right: Place) -> Iterable[Clash]:
    """Numbers that name a road, a law, a flight or a plate, or that are a score, where one stands in the other's place."""
    mine, other = _identifier(left), _identifier(right)
    if mine is None or other is None or mine[1] == other[1] or _shape(mine[1]) != _shape(other[1]):
        return
    is_score = _SCORE.fullmatch(mine[1]) and _SCORE.fullmatch(other[1])
    slot = "score" if is_score else "number in a name"
    yield Clash("identifier", slot, *(Filler(p.claim, span, says, says) for p, (span, says) in ((left, mine), (right, other))))


def _shape(identifier: str) -> str:
    """How it is written: C32 and C-32, quý 1/2016 and quý I/2016 are one number in two ways."""
    return _CAPITALS.sub("A", _FIGURES.sub("0", identifier))


def _identifier(place: Place) -> tuple[Span, str] | None:
    """What stands between blanks around the change, with a digit in it and no number, day or time that was read there."""
    if not place.words:
        return None
    quote = place.claim.quote
    start = max(quote.rfind(blank, 0, place.words[0].start) for blank in " \u00a0\t") + 1
    end = next((at for at in range(place.words[-1].end, len(quote)) if quote[at].isspace()), len(quote))
    says = quote[start:end]
    trimmed = _AROUND.sub("", says)
    digits = len(_DIGIT.findall(trimmed))
    if not 0 < digits <= _MOST_DIGITS or any(blank.isspace() for blank in trimmed) or (start == 0 and _LIST_MARK.match(quote)):
        return None
    identifier = Span(0, len(trimmed)).shifted(start + says.index(trimmed)).shifted(place.claim.span.start)
    read = [*(number.span for number in place.claim.facts.numbers), *(day.span for day in place.claim.facts.dates)]
    return None if any(_overlap(span, identifier) for span in read) else (identifier, trimmed)
