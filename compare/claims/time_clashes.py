"""Two framed claims -> the times of day and the days that they give for one event and that differ."""

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import product

from compare.claims.clash import Clash, Filler, Framed, filler_of
from compare.languages.registry import PACKS, all_slot_words
from compare.model import Claim, Date, Number, Span
from compare.text.tokens import words

# Minutes by which a time of day may be off: whole and half hours are rounded, then multiples of five, else the minute or second is meant.
_CLOCK_ROOM = ((30, 15), (5, 4))
_SECONDS_LEFT_OUT = 1  # minutes: 08:15 may be 08:15:32, cut or rounded
_SECONDS = 60  # of a minute
_CLOCK_ABOUT = 5  # minutes more for a hedged time: "about 2:15"
# Words that two sentences must share within the window around their times (words on either side), and the share of the poorer window.
# A story has few times of day and many days, so a day says less of which event it is and more words are asked for.
# Conflicts right on the 18 labelled stories: 37 of 38. With 5 words for a time 35 of 36, with 3 no more; with 10 for a day 36 of 36,
# with 6 no more. A share of .2 or .4 changes nothing.
SHARED_FOR_A_TIME = 4
_SHARED_FOR_A_DAY = 8
_SHARED_PART = 0.3
_WINDOW = 18  # a clause and its neighbours; a longer window takes in the next event
# Days apart beyond which two dates are two events, not two datings of one: a slip or another reckoning is off by one or two.
_MOST_DAYS = 3
# A day at the head of a sentence is that of the statement if a verb of speech follows within this many words: "Ngày 20/5, trung tá Lê Văn,
# trưởng công an huyện, cho biết". At its foot ("… cho biết ngày 19-5.") and around the word that orders two events less may stand.
_REPORTING_WORDS = 18
_CLOSING_WORDS = 5
_OPENING_WORDS = 8
# A day of an event has this many words before it; who said so, behind it, is told in so few, with the verb in the last of them.
_EVENT_WORDS = 5
_SPEAKER_WORDS = 8
_VERB_WORDS = 3
_VERB_BEFORE = 2  # words: "said on"
_QUOTES = ('"', "“", "”", "‘", "«")


def clock_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    """The one time of day of each claim, if they are too far apart to be one, no zone explains it and the same event stands beside both."""
    a, b = one[0], two[0]
    left, right = _only_clock(a), _only_clock(b)
    if left is None or right is None or left.high is not None or right.high is not None or _still_open(a) or _still_open(b):
        return
    if limit_of(a, left.span) != limit_of(b, right.span):
        return
    if contrasted(a, b) or not clocks_differ((a, left), (b, right)) or not _times_same_event(a, left, b, right):
        return
    yield Clash("clock", "time of day", of_clock(a, left), of_clock(b, right))


def clocks_differ(one: tuple[Claim, Number], two: tuple[Claim, Number]) -> bool:
    """Whether two times of day are further apart than rounding, a hedge or two time zones allow."""
    (a, left), (b, right) = one, two
    gap = min(abs(_seconds(x) - _seconds(y)) for x, y in product(left.values, right.values)) / _SECONDS
    # A whole number of hours apart beside the name of a time zone is one moment on two clocks.
    zoned = gap % 60 == 0 and (_names_zone(a) or _names_zone(b))
    cut = _SECONDS_LEFT_OUT if _to_the_second(left) != _to_the_second(right) else 0
    return not zoned and gap > _room(left) + _room(right) + cut


def date_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    """The one day of each claim, if they are near but differ, and both are the day of one event."""
    a, b = one[0], two[0]
    left, right = _event_day(a), _event_day(b)
    if left is None or right is None or not alike_near((a, left.span), (b, right.span), _SHARED_FOR_A_DAY):
        return
    if days_differ((a, left), (b, right)):
        yield of_days((a, left), (b, right))


def of_days(one: tuple[Claim, Date], two: tuple[Claim, Date]) -> Clash:
    """The clash of two resolved days."""
    (a, left), (b, right) = one, two
    return Clash("date", "day", filler_of(a, left, left.value or ""), filler_of(b, right, right.value or ""))


def days_differ(one: tuple[Claim, Date], two: tuple[Claim, Date]) -> bool:
    """Whether two resolved days are near, differ, and both are days of an event at one point of its course."""
    (_, left), (_, right) = one, two
    if left.value == right.value or _days_apart(left, right) > _MOST_DAYS or _passes(*one) or _passes(*two):
        return False
    return of_one_event(one, two)


def of_one_event(one: tuple[Claim, Date], two: tuple[Claim, Date]) -> bool:
    """Whether two days are those of an event, none of a statement or a limit, and the sentences set nothing else apart."""
    (a, left), (b, right) = one, two
    if _is_no_event(a, left) or _is_no_event(b, right):
        return False
    if contrasted(a, b) or tells_of_a_moment(a) != tells_of_a_moment(b) or _names_zone(a) or _names_zone(b):
        return False
    return _orders_events(a) == _orders_events(b) and not _one_night(a, left, b, right)


def _only_clock(claim: Claim) -> Number | None:
    clocks = [number for number in claim.facts.numbers if number.unit == "clock"]
    return clocks[0] if len(clocks) == 1 else None


def _room(number: Number) -> float:
    room = next((room for step, room in _CLOCK_ROOM if number.values[0] % step == 0), 0)
    return room + (_CLOCK_ABOUT if number.hedge == "about" else 0)


def _seconds(minutes: float) -> int:
    """Whole, so that two times an hour apart are just that."""
    return round(minutes * _SECONDS)


def _to_the_second(number: Number) -> bool:
    return _seconds(number.values[0]) % _SECONDS != 0


def of_clock(claim: Claim, number: Number) -> Filler:
    """The time of day as one side of a clash, ``hh:mm``, or ``hh:mm:ss`` where it is told to the second."""
    minutes, second = divmod(_seconds(number.values[0]), _SECONDS)
    seconds = f":{second:02d}" if second else ""
    return Filler(claim, number.span, number.says, f"{minutes // 60:02d}:{minutes % 60:02d}{seconds}", number=number)


def _times_same_event(a: Claim, left: Number, b: Claim, right: Number) -> bool:
    """Whether the sentences share enough words near their times, and no day keeps them apart."""
    days_a, days_b = _days(a), _days(b)
    if days_a and days_b and not {day.value for day in days_a} & {day.value for day in days_b}:
        return False
    return alike_near((a, left.span), (b, right.span), SHARED_FOR_A_TIME)


def _still_open(claim: Claim) -> bool:
    """Whether the sentence tells how things stand at a time, which another time does not contradict."""
    return _has_any(words(claim.quote), all_slot_words("still_open"))


def tells_of_a_moment(claim: Claim) -> bool:
    """Whether the sentence counts up to a time or at one: "By 9 a.m., six people …", "Đến 16h …", "Lúc 16h, …"."""
    clocks = [number.span for number in claim.facts.numbers if number.unit == "clock"]
    return any(limit_of(claim, span) is not None for span in (*clocks, *(day.span for day in claim.facts.dates))) or any(
        _opens_alone(claim, span) for span in clocks
    )


def tells_of_a_plan(claim: Claim) -> bool:
    """Whether the sentence tells of what is yet to be."""
    return _has_any(words(claim.quote), all_slot_words("plans"))


def contrasted(a: Claim, b: Claim) -> bool:
    """Whether the sentences stand on two sides of a distinction: a fire that broke out, a fire put out."""
    said_a, said_b = set(words(a.quote)), set(words(b.quote))
    pairs = [pair for pack in PACKS.values() for pair in pack.slots.contrasts]
    return any(
        bool(said_a & one) and bool(said_b & two) and not (said_a & two or said_b & one)
        for first, second in pairs
        for one, two in ((first, second), (second, first))
    )


def _opens_alone(claim: Claim, span: Span) -> bool:
    """Whether a time stands alone before the first comma: it is that of the state told, not of an event."""
    before, after = claim.quote[: span.start - claim.span.start], claim.quote[span.end - claim.span.start :]
    return len(words(before)) <= _OPENERS and after.startswith(",")


# "Lúc", "At", "Vào khoảng": words that may stand before a time that opens a sentence.
_OPENERS = 2


def limit_of(claim: Claim, span: Span) -> str | None:
    """The word that makes a time a limit: "by", "from"; ``None`` for a time that is none."""
    before = words(claim.quote[: span.start - claim.span.start])[-1:]
    return before[0] if before and before[0] in all_slot_words("limits") else None


def _names_zone(claim: Claim) -> bool:
    return _has_any(words(claim.quote), all_slot_words("zones"))


def _days(claim: Claim) -> list[Date]:
    return [day for day in claim.facts.dates if day.precision == "day" and day.value]


def _event_day(claim: Claim) -> Date | None:
    """The one resolved day of the sentence, if there is just one."""
    days = _days(claim)
    return days[0] if len({day.value for day in days}) == 1 and len(claim.facts.dates) == 1 else None


def _days_apart(a: Date, b: Date) -> int:
    return abs((date.fromisoformat(a.value or "") - date.fromisoformat(b.value or "")).days)


def _passes(claim: Claim, day: Date) -> bool:
    """Whether the word for the day outlives it: a reprint still says "today"; "yesterday" in a quotation is the day before the speech."""
    quoted = claim.quote.startswith(_QUOTES) and not any(char.isdigit() for char in day.says)
    return quoted or words(day.says)[-1] in all_slot_words("this_day")


def _is_no_event(claim: Claim, day: Date) -> bool:
    """Whether the day is that of a statement ("Ngày 20/5, công an cho biết …", "… cho biết ngày 19-5.") or a limit ("đến sáng 18/5")."""
    before = words(claim.quote[: day.span.start - claim.span.start])
    behind = claim.quote[day.span.end - claim.span.start :]
    after = words(behind)
    pack = PACKS.get(claim.language)
    if pack and pack.slots.day_of_verb and _has_verb_of_speech(before[-_VERB_BEFORE:]):
        return True
    closes = not after and _has_verb_of_speech(before[-_CLOSING_WORDS:])
    stated = _has_verb_of_speech(after[:_REPORTING_WORDS]) and not (_tells_an_event(before) and _closes_with_speech(behind))
    return limit_of(claim, day.span) is not None or closes or stated


def _tells_an_event(before: Sequence[str]) -> bool:
    """Whether what stands before a day is told of the event itself, not of who speaks and where."""
    return len(before) >= _EVENT_WORDS and not _has_verb_of_speech(before)


def _closes_with_speech(behind: str) -> bool:
    """Whether what stands behind a day is only who said so: "…, the operator said.", "…, công an cho biết"."""
    mark, _, speaker = behind.strip().partition(" ")
    said = words(speaker)
    return mark == "," and "," not in speaker and len(said) <= _SPEAKER_WORDS and _has_verb_of_speech(said[-_VERB_WORDS:])


def _orders_events(claim: Claim) -> bool:
    """Whether the sentence sets its event before or after another one."""
    return _has_any(words(claim.quote)[:_OPENING_WORDS], all_slot_words("order"))


def _one_night(a: Claim, left: Date, b: Claim, right: Date) -> bool:
    """Whether "the night of the 16th" and "the small hours of the 17th" may be one night."""
    (early, first), (late, second) = sorted([(a, left), (b, right)], key=lambda side: side[1].value or "")
    return bool(_beside(early, first) & all_slot_words("night")) and bool(_beside(late, second) & all_slot_words("dawn"))


def _beside(claim: Claim, day: Date) -> set[str]:
    start, end = day.span.start - claim.span.start, day.span.end - claim.span.start
    return {*words(claim.quote[:start])[-2:], *words(day.says), *words(claim.quote[end:])[:2]}


def alike_near(one: tuple[Claim, Span], two: tuple[Claim, Span], least: int, part: float = _SHARED_PART) -> bool:
    """Whether two sentences share at least ``least`` words, and this part of the poorer side, within 18 words of two places."""
    near_a, near_b = _near(*one), _near(*two)
    shared = len(near_a & near_b)
    return shared >= least and shared >= part * min(len(near_a), len(near_b))


def _near(claim: Claim, span: Span) -> frozenset[str]:
    before = words(claim.quote[: span.start - claim.span.start])[-_WINDOW:]
    after = words(claim.quote[span.end - claim.span.start :])[:_WINDOW]
    return frozenset(word for word in (*before, *after) if len(word) > 1 and not word.isdigit())


def _has_any(said: Sequence[str], phrases: Iterable[str]) -> bool:
    text = f" {' '.join(said)} "
    return any(f" {phrase} " in text for phrase in phrases)


def _has_verb_of_speech(said: Sequence[str]) -> bool:
    return any(_has_any(said, pack.sentences.speech_verbs | pack.slots.reporting) for pack in PACKS.values())
