"""A place in a sentence -> the amount that begins there: figure, fraction or number words, scale, unit, rate."""

from dataclasses import dataclass, replace

from compare.reading.figure_values import possible_values
from compare.reading.number_words import last_scale, written_value
from compare.reading.quantity_grammar import CompiledNumbers, next_at, word_before

_MOST_WORDS = 240  # code points of number words; quintillions to the unit take 200
_ID_DIGITS = 7  # from here a figure without separators is an id or a telephone number, unless a unit follows
_MOST_DIGITS = 32  # code points; what is longer is a run of digits, no figure
# What may stand behind an amount of a unit, and how many make one: "5 phút 30 giây" is one length of time.
_FINER = {
    "hour": {"minute": 60, "second": 3600},
    "minute": {"second": 60},
    "usd": {"cent": 100},
    "eur": {"cent": 100},
    "gbp": {"penny": 100},
}
_SPEEDS = {"km/hour": "km/h", "mile/hour": "mph", "m/second": "m/s"}
_SIMPLE = 10  # denominators of shares; "23/63" rather counts out of 63
_SIGNS = frozenset(["", " ", "-", "−"])
_STOPS = frozenset(["", " ", ".", "\n"])


@dataclass(frozen=True, slots=True)
class Amount:
    """Readings with scale words multiplied in; ``unit`` is ``None`` if nothing says what is measured, ``""`` before a counter."""

    values: tuple[float, ...]
    start: int
    end: int
    unit: str | None
    factor: float  # of the scale words, 1 without
    core: str  # the figure or the number words
    is_share: bool = False  # a fraction

    @property
    def is_written(self) -> bool:
        """Whether the number stands in words."""
        return not self.core[0].isdigit()

    @property
    def is_exact(self) -> bool:
        """Whether the figure has a decimal mark or is a fraction: such a one is no mark of a list."""
        return not self.core.isdigit()


def is_alone(text: str, start: int, end: int) -> bool:
    """Whether nothing but a sign and a full stop stands beside an amount: somebody asks for just this number."""
    return start <= 1 and len(text) - end <= 1 and text[:start] in _SIGNS and text[end:] in _STOPS


def amount_at(text: str, start: int, grammar: CompiledNumbers) -> Amount | None:
    """The amount whose figure or first number word begins at ``start`` of lower-cased ``text``; a sign of money before it is taken in.

    A length of time in two units is one amount of the larger: ``5 phút 30 giây`` is 5.5 minutes.
    """
    amount = _plain_amount(text, start, grammar)
    finer = _FINER.get(amount.unit or "") if amount else None
    if amount is None or finer is None:
        return amount
    begins = amount.end + (text[amount.end : amount.end + 1] == " ")
    following = _plain_amount(text, begins, grammar) if text[begins : begins + 1].isalnum() else None
    many = finer.get(following.unit or "", 0) if following else 0
    if not many or len(amount.values) > 1:  # a unit that is no finer one ends it: "7 giờ 7 giờ …" is no step deeper each time
        return amount
    rest = amount_at(text, begins, grammar)
    if rest is None or rest.values[0] >= many:
        return amount
    return replace(amount, values=(_tidy(amount.values[0] + rest.values[0] / many),), end=rest.end)


def _plain_amount(text: str, start: int, grammar: CompiledNumbers) -> Amount | None:
    found = grammar.core.match(text, start)
    if found is None:
        return None
    core, end = found.group(), found.end()
    values, is_share = _core_values(core, grammar)
    if not values:
        return None
    before = _unit_before(text, start, grammar)
    values, factor, end = _scaled(text, (values, end), grammar, is_money=before is not None)
    if not core[0].isdigit():
        values, factor, end = _written_scaled(text, (values, factor, end), last_scale(core, grammar.written), grammar)
    unit, end = _rate(text, end, before[1], grammar) if before else _unit_behind(text, end, grammar)
    if (unit is None or before) and (text[end : end + 1].isalnum() or text[end : end + 1] == "_"):
        return None
    if unit and factor == 1 and (half := _word_end(text, end, grammar.halves)):
        values, end = tuple(value + 0.5 for value in values), half
    start = before[0] if before else start
    is_id = unit is None and factor == 1 and _is_id(core) and not is_alone(text, start, end)
    return Amount(values, start, end, unit, factor, core, is_share) if not is_id else None


def _scaled(
    text: str, read: tuple[tuple[float, ...], int], grammar: CompiledNumbers, *, is_money: bool
) -> tuple[tuple[float, ...], float, int]:
    """The values times the scale words behind them, their product, and where they end."""
    values, end = read
    scales, factor = grammar.words.scales, 1.0
    if grammar.words.tenth_behind_scale and text[end : end + 1].isalpha() and (short := next_at(grammar.short_scale, text, end)):
        factor = scales[short.group(1)]
        return tuple(_tidy((value + int(short.group(2)) / 10) * factor) for value in values), factor, short.end()
    if not grammar.words.tenth_behind_scale and (half := _word_end(text, end, grammar.halves)):
        values, end = tuple(value + 0.5 for value in values), half
    while scale := grammar.scale.at(text, end):
        if not is_money and scale[0] in grammar.words.units:
            break  # "5 m" is metres, "$5 m" is millions
        last = scales[scale[0]]
        factor *= last
        values, end = tuple(_tidy(value * last) for value in values), scale[1]
        if grammar.words.tenth_behind_scale and (half := _word_end(text, end, grammar.halves)):
            values, end = tuple(_tidy(value + factor / 2) for value in values), half
    return values, factor, end


def _written_scaled(
    text: str, read: tuple[tuple[float, ...], float, int], last: float, grammar: CompiledNumbers
) -> tuple[tuple[float, ...], float, int]:
    """Number words that close with a scale word are scaled by it, and take the half behind it: ``hai triệu rưỡi``."""
    values, factor, end = read
    half = _word_end(text, end, grammar.halves) if last > 1 and factor == 1 and grammar.words.tenth_behind_scale else None
    if half:
        values, end = tuple(_tidy(value + last / 2) for value in values), half
    return values, factor * last, end


def _unit_behind(text: str, end: int, grammar: CompiledNumbers) -> tuple[str | None, int]:
    """The unit that follows, or the rate of two units (``đồng/kg``, ``dollars an hour``), and where it ends."""
    after = grammar.unit.at(text, end)
    if after is None:
        return None, end
    unit = grammar.words.units[after[0]]
    return _rate(text, after[1], unit, grammar) if unit else (unit, end)


def _rate(text: str, end: int, unit: str, grammar: CompiledNumbers) -> tuple[str, int]:
    """The unit that ends at ``end``, divided by the one behind ``/``, ``per``, ``mỗi``."""
    per = next((end + len(word) for word in grammar.pers if text.startswith(word, end)), 0)
    other = grammar.unit.at(text, per) if per and text[per : per + 1].isalpha() else None
    below = grammar.words.units[other[0]] if other else ""
    if other and below and below not in _FINER.get(unit, {}):
        return _SPEEDS.get(rate := f"{unit}/{below}", rate), other[1]
    return unit, end


def _word_end(text: str, place: int, words: tuple[str, ...]) -> int:
    """Where the word that begins at ``place`` ends, 0 if none of them does."""
    if not text.startswith(words, place):
        return 0
    end = next(place + len(word) for word in words if text.startswith(word, place))
    return 0 if text[end : end + 1].isalnum() else end


def _core_values(core: str, grammar: CompiledNumbers) -> tuple[tuple[float, ...], bool]:
    """The readings of a core, and whether it is a fraction."""
    if len(core) > (_MOST_DIGITS if core[0].isdigit() else _MOST_WORDS):
        return (), False
    if not core[0].isdigit():
        value, is_share = written_value(core, grammar.written)
        return (() if value is None else (value,)), is_share
    if "/" in core:
        return _share(core), True
    return possible_values(core, grammar.words.decimal_mark), False


def _share(core: str) -> tuple[float, ...]:
    whole, _, share = core.rpartition(" ")
    above, below = (int(part) for part in share.split("/"))
    is_proper = 0 < above < below
    return ((int(whole or 0) + above / below),) if below and (is_proper or not whole) else ()


def name_at(text: str, start: int, grammar: CompiledNumbers) -> int:
    """Where the figure of a name ends (``quốc lộ 1``, ``Flight 93``), 0 if the one that begins at ``start`` is none."""
    found = next_at(grammar.led, text, start) if word_before(grammar.lead, text, start) else None
    return found.end() if found else 0


def is_share(amount: Amount, text: str, grammar: CompiledNumbers) -> bool:
    """Whether ``2/3`` is a share: a proper simple fraction beside a hedge, a measure or a word of shares, or all there is."""
    above, _, below = amount.core.rpartition(" ")[2].partition("/")
    if is_alone(text, amount.start, amount.end):
        return True
    if amount.is_written:
        last = amount.core.replace("-", " ").rpartition(" ")[2]
        return bool(amount.unit) or last in grammar.words.sure_shares or next_at(grammar.share_behind, text, amount.end) is not None
    if " " in amount.core:
        return int(below) <= 2 * _SIMPLE
    beside = bool(amount.unit) or word_before(grammar.share_before, text, amount.start) or next_at(grammar.share_behind, text, amount.end)
    return bool(beside) and int(above) < int(below) <= _SIMPLE


def _is_id(core: str) -> bool:
    return core.isdigit() and (len(core) >= _ID_DIGITS or (core[0] == "0" and len(core) > len("08")))


def _tidy(value: float) -> float:
    """Without the dust of binary fractions: 20.1 * 1e12 is 20100000000000."""
    return float(f"{value:.12g}")


def _unit_before(text: str, start: int, grammar: CompiledNumbers) -> tuple[int, str] | None:
    match = word_before(grammar.unit_before, text, start)
    return (match.start(), grammar.words.units[f"{match.group(1)}#"]) if match else None
