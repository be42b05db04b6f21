"""Two claims -> the slots that both fill and fill differently: the only ground for saying that they conflict.

"Same unit, other number" is right one time in seven. So a slot is said to be one only when both sides count or measure the same thing
with the same words beside it, when each side fills it once, and when no rounding, hedge, range or second reading reconciles the values.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from compare.claims.frame import Frame
from compare.languages.registry import PACKS
from compare.model import Claim, Date, Number, Span
from compare.text import words


@dataclass(frozen=True, slots=True)
class Filler:
    """One side of a clash: the claim, where it says the value, the words and the normalised value."""

    claim: Claim
    span: Span
    says: str
    value: str


@dataclass(frozen=True, slots=True)
class Clash:
    """A slot that two claims fill differently."""

    check: str  # number | clock | date
    slot: str  # what is counted or timed, in the words of the first claim
    left: Filler
    right: Filler


Framed = tuple[Claim, Sequence[Frame]]
Check = Callable[[Framed, Framed], Iterable[Clash]]


def clashes(a: Framed, b: Framed) -> list[Clash]:
    """Every slot that two claims, each with the frames of its numbers, fill differently; by the table of checks, in its order."""
    return [clash for check in CHECKS for clash in check(a, b)]


def _number_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    a, b = one[0], two[0]
    for left, right in product(_filled_once(one[1]), _filled_once(two[1])):
        if not left.same_slot(right) or reconciled(left.number, right.number) or _says(b, left.number) or _says(a, right.number):
            continue
        yield Clash("number", left.label, _of_number(a, left.number), _of_number(b, right.number))


def _filled_once(frames: Sequence[Frame]) -> list[Frame]:
    """Frames whose slot the claim fills only once: with two fillers of one slot nobody knows which is meant."""
    found = [frame for frame in frames if not frame.is_partial]
    return [frame for frame in found if not any(frame is not other and frame.same_slot(other) for other in found)]


def _says(claim: Claim, number: Number) -> bool:
    """Whether the claim also states this value, in whatever slot."""
    return any(reconciled(number, other) for other in claim.facts.numbers if other.unit == number.unit)


# A rounded figure stands for others this near: "gần 650" and 646, "khoảng 280 km" and 300.
_ABOUT = 0.10
# Two unhedged figures this near are one figure, rounded or converted.
_ROUNDING = 0.005


def reconciled(a: Number, b: Number) -> bool:
    """Whether some reading of both can be true together, given hedges, ranges and rounding."""
    return any(_compatible((low_a, high_a), (low_b, high_b)) for (low_a, high_a) in _intervals(a) for (low_b, high_b) in _intervals(b))


def _compatible(a: tuple[float, float], b: tuple[float, float]) -> bool:
    return a[0] <= b[1] and b[0] <= a[1]


def _intervals(number: Number) -> list[tuple[float, float]]:
    out = []
    for value in number.values:
        room = abs(value) * (_ABOUT if number.hedge == "about" else _ROUNDING) + _last_digit(value, number) / 2
        low = -float("inf") if number.hedge == "at most" else value - room
        high = float("inf") if number.hedge == "at least" else (number.high if number.high is not None else value) + room
        out.append((low, high))
    return out


def _last_digit(value: float, number: Number) -> float:
    """The place value of the last digit said when a scale word or decimals round the figure: ``20,1 nghìn tỷ`` stands for 20.05..20.15e12."""
    if value == int(value) and abs(value) < 1000:
        return 0.0
    digits = f"{abs(value):.12g}".rstrip("0") if abs(value) >= 1000 else ""
    if digits and abs(value) >= 1e6:
        zeros = len(f"{abs(value):.0f}") - len(f"{abs(value):.0f}".rstrip("0"))
        return float(10**zeros) if zeros >= 5 else 0.0
    return 0.0


def _of_number(claim: Claim, number: Number) -> Filler:
    value = f"{number.values[0]:.12g}"
    if number.high is not None:
        value = f"{value}-{number.high:.12g}"
    return Filler(claim, number.span, number.says, f"{value} {number.unit}".strip())


# Minutes by which a time of day may be off: whole and half hours are rounded, then multiples of five, else the minute is meant.
_CLOCK_ROOM = ((30, 15), (5, 4), (1, 0))
_CLOCK_ABOUT = 5


def _clock_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    a, b = one[0], two[0]
    left, right = _only_clock(a), _only_clock(b)
    if left is None or right is None or left.high is not None or right.high is not None or _still_open(a) or _still_open(b):
        return
    gap = min(abs(left.values[0] - right.values[0]), *(abs(x - y) for x, y in product(left.values, right.values)))
    # A whole number of hours apart beside the name of a time zone is one moment on two clocks.
    zoned = gap % 60 == 0 and (_names_zone(a) or _names_zone(b))
    if zoned or gap <= _clock_room(left) + _clock_room(right) or not _times_same_event(a, left, b, right):
        return
    yield Clash("clock", "clock", _of_clock(a, left), _of_clock(b, right))


_OPEN = ("vẫn chưa", "hiện tại", "đến nay", "tính đến", "so far", "as of", "still")


def _still_open(claim: Claim) -> bool:
    """Whether the sentence tells how things stand at a time, which another time does not contradict."""
    return _has_any(words(claim.quote), _OPEN)


def _only_clock(claim: Claim) -> Number | None:
    clocks = [number for number in claim.facts.numbers if number.unit == "clock"]
    return clocks[0] if len(clocks) == 1 else None


def _clock_room(number: Number) -> float:
    room = next(room for step, room in _CLOCK_ROOM if number.values[0] % step == 0)
    return room + (_CLOCK_ABOUT if number.hedge == "about" else 0)


_ZONE_WORDS = frozenset(["gmt", "utc", "est", "edt", "pst", "pdt", "giờ địa phương", "giờ việt nam", "giờ vn", "giờ hà nội", "giờ mỹ", "local time"])


def _names_zone(claim: Claim) -> bool:
    return _has_any(words(claim.quote), _ZONE_WORDS)


def _of_clock(claim: Claim, number: Number) -> Filler:
    minutes = int(number.values[0])
    return Filler(claim, number.span, number.says, f"{minutes // 60:02d}:{minutes % 60:02d}")


def _times_same_event(a: Claim, left: Number, b: Claim, right: Number) -> bool:
    """Both times stand in the clause that names the event: the sentences share enough words near them, and no day keeps them apart."""
    days_a, days_b = _days(a), _days(b)
    if days_a and days_b and not {d.value for d in days_a} & {d.value for d in days_b}:
        return False
    return _alike_near(a, left.span, b, right.span, _SHARED_WORDS)


def _days(claim: Claim) -> list[Date]:
    return [date for date in claim.facts.dates if date.precision == "day" and date.value]


# Content words that two sentences must share within the window around their times, and the window in words on either side.
_SHARED_WORDS = 4
_WINDOW = 18
_SHARED_PART = 0.3


def _alike_near(a: Claim, span_a: Span, b: Claim, span_b: Span, least: int) -> bool:
    near_a, near_b = _near(a, span_a), _near(b, span_b)
    shared = len(near_a & near_b)
    return shared >= least and shared >= _SHARED_PART * min(len(near_a), len(near_b))


def _near(claim: Claim, span: Span) -> frozenset[str]:
    before = words(claim.quote[: span.start - claim.span.start])[-_WINDOW:]
    after = words(claim.quote[span.end - claim.span.start :])[:_WINDOW]
    return frozenset(word for word in (*before, *after) if len(word) > 1 and not word.isdigit())


# Days apart beyond which two dates are two events, not two datings of one.
_MOST_DAYS = 3


def _date_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    a, b = one[0], two[0]
    left, right = _event_day(a), _event_day(b)
    if left is None or right is None or left.value == right.value or _days_apart(left, right) > _MOST_DAYS:
        return
    if not _alike_near(a, left.span, b, right.span, _SHARED_WORDS_FOR_A_DAY) or _is_no_event(a, left) or _is_no_event(b, right):
        return
    if _names_zone(a) or _names_zone(b) or _orders_events(a) != _orders_events(b) or _one_night(a, left, b, right):
        return
    yield Clash("date", "date", Filler(a, left.span, left.says, left.value or ""), Filler(b, right.span, right.says, right.value or ""))


_SHARED_WORDS_FOR_A_DAY = 8


def _event_day(claim: Claim) -> Date | None:
    """The one resolved day of the sentence, if there is just one."""
    days = _days(claim)
    return days[0] if len({day.value for day in days}) == 1 and len(claim.facts.dates) == 1 else None


def _days_apart(a: Date, b: Date) -> int:
    from datetime import date

    return abs((date.fromisoformat((a.value or "")[:10]) - date.fromisoformat((b.value or "")[:10])).days)


def _is_no_event(claim: Claim, date: Date) -> bool:
    """Whether the day is that of a statement ("Ngày 20/5, công an cho biết …", "… cho biết ngày 19-5.") or a limit ("đến sáng 18/5")."""
    before = words(claim.quote[: date.span.start - claim.span.start])
    after = words(claim.quote[date.span.end - claim.span.start :])
    if date.says.lower().split()[-1] in _THIS_DAY:  # a reprint of the next day still says "today"
        return True
    limited = bool(before) and before[-1] in _LIMITS
    closes = not after and _has_verb_of_speech(before[-_CLOSING_WORDS:])
    return limited or closes or _has_verb_of_speech(after[:_REPORTING_WORDS])


_THIS_DAY = frozenset(["nay", "today", "tonight"])
_LIMITS = frozenset(["đến", "tới", "từ", "trước", "sau", "until", "till", "by", "since", "from", "before", "after"])
_REPORTING = frozenset(["đưa tin", "dẫn tin", "trao đổi", "thông tin", "reported", "according"])
# A day at the head of a sentence is that of the statement if a verb of speech follows within this many words.
_REPORTING_WORDS = 18
_CLOSING_WORDS = 5


def _orders_events(claim: Claim) -> bool:
    """Whether the sentence sets its event before or after another one."""
    return _has_any(words(claim.quote)[:_OPENING_WORDS], _ORDER)


_ORDER = ("trước đó", "sau đó", "tiếp đó", "earlier", "previously", "later", "afterwards")
_OPENING_WORDS = 8
_NIGHT = frozenset(["tối", "đêm", "khuya", "night", "evening"])
_DAWN = frozenset(["rạng", "sáng", "dawn", "morning", "overnight"])


def _one_night(a: Claim, left: Date, b: Claim, right: Date) -> bool:
    """Whether "the night of the 16th" and "the small hours of the 17th" may be one night."""
    (early, first), (late, second) = sorted([(a, left), (b, right)], key=lambda side: side[1].value or "")
    beside_first = {*_beside(early, first)}
    beside_second = {*_beside(late, second)}
    return bool(beside_first & _NIGHT) and bool(beside_second & _DAWN)


def _beside(claim: Claim, date: Date) -> list[str]:
    start, end = date.span.start - claim.span.start, date.span.end - claim.span.start
    return [*words(claim.quote[:start])[-2:], *words(date.says), *words(claim.quote[end:])[:2]]


def _has_any(said: Sequence[str], phrases: Iterable[str]) -> bool:
    text = f" {' '.join(said)} "
    return any(f" {phrase} " in text for phrase in phrases)


def _has_verb_of_speech(said: Sequence[str]) -> bool:
    return any(_has_any(said, pack.sentences.speech_verbs | _REPORTING) for pack in PACKS.values())


CHECKS: Sequence[Check] = (_number_clashes, _clock_clashes, _date_clashes)
