"""Sentences of a story -> which of them tell of another event than the story's: of last year, of another place, of every year."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import regex

from compare.facts.acts import act_of
from compare.facts.mention import facts_of, phrase
from compare.model import Claim, Reading
from compare.story_result import EventSentence, OtherEvent
from compare.text.tokens import checksum


@dataclass(frozen=True, slots=True)
class Sign:
    """What in a sentence says that it tells of another event: words, and the ISO date that they are, if they are one."""

    words: str
    day: str | None


_SAME_DAYS = 5  # days between the story's day and one that a sentence names, up to which the sentence may tell of the story


def main_day(readings: Sequence[Reading]) -> date | None:
    """The day that most articles name, of equals the first; nothing where no day is named."""
    named = Counter(
        day for reading in readings for day in {d.value for c in reading.claims for d in c.facts.dates if d.precision == "day" and d.value}
    )
    if not named:
        return None
    return date.fromisoformat(min(named, key=lambda day: (-named[day], day)))


def of_other_event(claim: Claim, day: date | None) -> Sign | None:
    """Why a sentence tells of another event: the words that say so, or a date far from the story's; nothing if it does not."""
    words = facts_of(claim.language)
    elsewhere = phrase(words.other_times).search(claim.quote) or _place_elsewhere(claim)
    if elsewhere:
        return Sign(elsewhere.group(), None)
    if day is None:
        return None
    dates = [found for found in claim.facts.dates if found.value and found.precision in {"day", "month", "year"}]
    dates = [found for found in dates if act_of(claim, found.span) not in words.once]
    if not dates or any(_is_near(found.value or "", day) for found in dates):
        return None
    return Sign(dates[0].says, dates[0].value)


def other_events(readings: Sequence[Reading], day: date | None) -> tuple[OtherEvent, ...]:
    """The events beside the story's of which sentences give figures, in the order in which they are first told.

    Sentences are of one event where they name one date, or one in the same words: "last year" in two articles.
    """
    found: dict[str, list[EventSentence]] = {}
    days: dict[str, str | None] = {}
    for claim in (claim for reading in readings for claim in reading.claims if claim.facts.numbers):
        sign = of_other_event(claim, day)
        if sign:
            key = sign.day or sign.words.casefold()
            days[key] = sign.day
            found.setdefault(key, []).append(EventSentence(claim.article, claim.field, claim.span, sign.words))
    return tuple(OtherEvent("o-" + checksum(key)[:10], days[key], tuple(sentences)) for key, sentences in found.items())


def _place_elsewhere(claim: Claim) -> regex.Match[str] | None:
    """A word of another place; before a figure it is none: "ngoài Hòa Lộc" is outside of it, "ngoài 17 người" besides 17 people."""
    figures = {number.span.start - claim.span.start for number in claim.facts.numbers}
    found = phrase(facts_of(claim.language).other_places).finditer(claim.quote)
    return next((one for one in found if _next_word(claim.quote, one.end()) not in figures), None)


def _next_word(text: str, at: int) -> int:
    return len(text) - len(text[at:].lstrip())


def _is_near(value: str, day: date) -> bool:
    """Whether an ISO date of any precision can be a day of the story."""
    if len(value) < len(day.isoformat()):
        return day.isoformat().startswith(value)
    return abs((date.fromisoformat(value) - day).days) <= _SAME_DAYS
