"""Times of day -> slots: the hour of one happening, by the words that sentences share beside it."""

from collections.abc import Sequence

from compare.claims.frame import content_words
from compare.facts.mention import Mention, phrase
from compare.facts.slot import Slot
from compare.facts.values import articles_with_several, by_value
from compare.languages.registry import all_slot_words
from compare.text.tokens import words

# Two sentences tell of one happening by so many shared content words and this part of the poorer one, or by nearly all of a short one.
_SHARED, _SHARED_PART = 6, 0.5
_SHARED_NEAR, _NEAR_PART = 4, 0.25  # where the times are of one hour of one day
_HOUR = 60  # minutes
_SHARED_SHORT, _SHORT_PART = 3, 0.75
_MOST = 0.5  # of the sentences on a happening, to which one more has to be alike
_UNTIL_WITHIN = 3  # words before a time


def hour_slots(mentions: Sequence[Mention]) -> list[Slot]:
    """One slot a happening whose hour at least two articles give; none where an article gives two hours for what looks like one."""
    clocks = [
        m
        for m in mentions
        if m.number
        and m.number.unit == "clock"
        and m.number.high is None
        and not phrase(all_slot_words("still_open")).search(m.claim.quote)
    ]
    found = []
    for happening in _happenings(clocks):
        values = by_value(happening)
        if not articles_with_several(values):
            found.append(Slot("hour", "", values))
    return found


def _happenings(clocks: Sequence[Mention]) -> list[list[Mention]]:
    said = [frozenset(content_words(m.claim.quote, m.claim.language)) for m in clocks]
    happenings: list[list[int]] = []
    for at, clock in enumerate(clocks):
        alike = [
            (sum(_alike(said[at], said[other], near=_near(clock, clocks[other])) for other in known) / len(known), -place)
            for place, known in enumerate(happenings)
            if all(_bound(clocks[other]) == _bound(clock) for other in known)
        ]
        share, place = max(alike, default=(0.0, 0))
        if share >= _MOST:
            happenings[-place].append(at)
        else:
            happenings.append([at])
    return [[clocks[at] for at in happening] for happening in happenings]


def _near(a: Mention, b: Mention) -> bool:
    """Whether two times are within an hour of each other, on a day that both sentences give."""
    minutes = [m.number.values[0] for m in (a, b) if m.number]
    days = [{date.value for date in m.claim.facts.dates if date.precision == "day"} for m in (a, b)]
    return abs(minutes[0] - minutes[1]) <= _HOUR and bool(days[0] & days[1])


def _alike(a: frozenset[str], b: frozenset[str], *, near: bool) -> bool:
    shared, fewest = len(a & b), min(len(a), len(b))
    if near and shared >= _SHARED_NEAR and shared >= _NEAR_PART * fewest:
        return True
    return (shared >= _SHARED and shared >= _SHARED_PART * fewest) or (shared >= _SHARED_SHORT and shared >= _SHORT_PART * fewest)


def _bound(clock: Mention) -> tuple[bool, bool]:
    """Whether it is the hour until which something lasts, or from which."""
    before = " ".join(words(clock.claim.quote[: clock.span.start - clock.claim.span.start])[-_UNTIL_WITHIN:])
    return phrase(clock.words.until).search(before) is not None, phrase(clock.words.since).search(before) is not None
