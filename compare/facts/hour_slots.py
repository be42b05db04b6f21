"""Times of day -> slots: the hour of one happening, by the words that sentences share beside it."""

from collections.abc import Sequence

from compare.claims.frame import content_words
from compare.facts.acts import act_of
from compare.facts.mention import Mention, phrase
from compare.facts.slot import Slot
from compare.facts.values import articles_with_several, by_value
from compare.languages.registry import PACKS, all_slot_words
from compare.text.tokens import words

# Two sentences tell of one happening by so many shared content words and this part of the poorer one, or by nearly all of a short one.
_SHARED, _SHARED_PART = 6, 0.5
_SHARED_NEAR, _NEAR_PART = 4, 0.25  # where the times are of one hour of one day
_SHARED_WITH_ACT = 2  # the act itself and a word of its thing
_HOUR = 60  # minutes
_FAR, _HALF_A_DAY = 4 * _HOUR, 12 * _HOUR
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
        values, act = by_value(happening), _act(happening[0])
        if not articles_with_several(values):
            found.append(Slot("hour of", act, values) if act else Slot("hour", "", values))
    return found


def _happenings(clocks: Sequence[Mention]) -> list[list[Mention]]:
    said = [frozenset(content_words(m.claim.quote, m.claim.language)) for m in clocks]
    happenings: list[list[int]] = []
    for at, clock in enumerate(clocks):
        alike = [
            (sum(_of_one(clock, clocks[other], said[at], said[other]) for other in known) / len(known), -place)
            for place, known in enumerate(happenings)
        ]
        share, place = max(alike, default=(0.0, 0))
        if share >= _MOST:
            happenings[-place].append(at)
        else:
            happenings.append([at])
    return [[clocks[at] for at in happening] for happening in happenings]


def _of_one(a: Mention, b: Mention, said: frozenset[str], heard: frozenset[str]) -> bool:
    """Whether two hours are those of one happening: of one act and something that both name, or of sentences that are alike."""
    acts = _act(a), _act(b)
    if acts[0] == acts[1] != "":
        return len(said & heard) >= _SHARED_WITH_ACT and a.article != b.article
    return acts[0] == acts[1] and _bound(a) == _bound(b) and _alike(said, heard, near=_near(a, b)) and not are_far_apart(a, b)


def _act(clock: Mention) -> str:
    """The act that it is the hour of; nothing where that may have happened more than once."""
    act = act_of(clock.claim, clock.span)
    return "" if act is None or act in clock.words.common_acts else act


def _near(a: Mention, b: Mention) -> bool:
    """Whether two times are within an hour of each other, on a day that both sentences give."""
    minutes = [m.number.values[0] for m in (a, b) if m.number]
    days = [{date.value for date in m.claim.facts.dates if date.precision == "day"} for m in (a, b)]
    return abs(minutes[0] - minutes[1]) <= _HOUR and bool(days[0] & days[1])


def are_far_apart(a: Mention, b: Mention) -> bool:
    """Whether two hours are half a working day apart or more, and not the twelve by which a clock without "p.m." is wrong."""
    if a.number is None or b.number is None:
        return False
    apart = abs(a.number.values[0] - b.number.values[0])
    return apart > _FAR and (apart != _HALF_A_DAY or _names_its_half(min(a, b, key=lambda m: m.number.values[0] if m.number else 0.0)))


def _names_its_half(clock: Mention) -> bool:
    """Whether it says which half of the day it is in: "1 a.m.", "1h sáng"."""
    return phrase(PACKS.get(clock.claim.language, PACKS["en"]).dates.half_days).search(clock.says) is not None


def _alike(a: frozenset[str], b: frozenset[str], *, near: bool) -> bool:
    shared, fewest = len(a & b), min(len(a), len(b))
    if near and shared >= _SHARED_NEAR and shared >= _NEAR_PART * fewest:
        return True
    return (shared >= _SHARED and shared >= _SHARED_PART * fewest) or (shared >= _SHARED_SHORT and shared >= _SHORT_PART * fewest)


def _bound(clock: Mention) -> tuple[bool, bool]:
    """Whether it is the hour until which something lasts, or from which."""
    before = " ".join(words(clock.claim.quote[: clock.span.start - clock.claim.span.start])[-_UNTIL_WITHIN:])
    return phrase(clock.words.until).search(before) is not None, phrase(clock.words.since).search(before) is not None
