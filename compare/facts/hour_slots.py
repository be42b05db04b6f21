"""Times of day -> slots: the hour of one happening, by the words that sentences share beside it."""

from collections.abc import Sequence

from compare.claims.frame import content_words
from compare.facts.mention import Mention, phrase
from compare.facts.slot import Slot
from compare.facts.values import Value, articles_with_several
from compare.languages.registry import all_slot_words
from compare.text.tokens import words

# Two sentences tell of one happening by so many shared content words and this part of the poorer one, or by nearly all of a short one.
_SHARED, _SHARED_PART = 6, 0.5
_SHARED_SHORT, _SHORT_PART = 3, 0.75
_MINUTES_APART = 14  # up to which two times are one, told more or less exactly
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
        values = _by_hour(happening)
        if not articles_with_several(values):
            found.append(Slot("hour", "", values))
    return found


def _happenings(clocks: Sequence[Mention]) -> list[list[Mention]]:
    said = [frozenset(content_words(m.claim.quote, m.claim.language)) for m in clocks]
    happenings: list[list[int]] = []
    for at, clock in enumerate(clocks):
        alike = [
            (sum(_alike(said[at], said[other]) for other in known) / len(known), -place)
            for place, known in enumerate(happenings)
            if all(_bound(clocks[other]) == _bound(clock) for other in known)
        ]
        share, place = max(alike, default=(0.0, 0))
        if share >= _MOST:
            happenings[-place].append(at)
        else:
            happenings.append([at])
    return [[clocks[at] for at in happening] for happening in happenings]


def _alike(a: frozenset[str], b: frozenset[str]) -> bool:
    shared, fewest = len(a & b), min(len(a), len(b))
    return (shared >= _SHARED and shared >= _SHARED_PART * fewest) or (shared >= _SHARED_SHORT and shared >= _SHORT_PART * fewest)


def _bound(clock: Mention) -> tuple[bool, bool]:
    """Whether it is the hour until which something lasts, or from which."""
    before = " ".join(words(clock.claim.quote[: clock.span.start - clock.claim.span.start])[-_UNTIL_WITHIN:])
    return phrase(clock.words.until).search(before) is not None, phrase(clock.words.since).search(before) is not None


def _by_hour(clocks: Sequence[Mention]) -> list[Value]:
    values: list[Value] = []
    for clock in clocks:
        minutes = clock.number.values[0] if clock.number else 0.0
        together = next((v for v in values if v[0].number and abs(v[0].number.values[0] - minutes) <= _MINUTES_APART), None)
        if together is None:
            values.append([clock])
        else:
            together.append(clock)
    return values
