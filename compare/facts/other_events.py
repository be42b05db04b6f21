"""Sentences of a story -> which of them tell of another event than the story's: of last year, of another place, of every year."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from compare.facts.acts import act_of
from compare.facts.mention import facts_of, phrase
from compare.model import Claim, Reading

_SAME_DAYS = 5  # days between the story's day and one that a sentence names, up to which the sentence may tell of the story


def main_day(readings: Sequence[Reading]) -> date | None:
    """The day that most articles name, of equals the first; nothing where no day is named."""
    named = Counter(
        day for reading in readings for day in {d.value for c in reading.claims for d in c.facts.dates if d.precision == "day" and d.value}
    )
    if not named:
        return None
    return date.fromisoformat(min(named, key=lambda day: (-named[day], day)))


def of_other_event(claim: Claim, day: date | None) -> str | None:
    """Why a sentence tells of another event: the words that say so, or a date far from the story's; nothing if it does not."""
    words = facts_of(claim.language)
    elsewhere = phrase((*words.other_times, *words.other_places)).search(claim.quote)
    if elsewhere:
        return elsewhere.group()
    if day is None:
        return None
    dates = [found for found in claim.facts.dates if found.value and found.precision in {"day", "month", "year"}]
    dates = [found for found in dates if act_of(claim, found.span) not in words.once]
    if not dates or any(_is_near(found.value or "", day) for found in dates):
        return None
    return dates[0].says


def _is_near(value: str, day: date) -> bool:
    """Whether an ISO date of any precision can be a day of the story."""
    if len(value) < len(day.isoformat()):
        return day.isoformat().startswith(value)
    return abs((date.fromisoformat(value) - day).days) <= _SAME_DAYS
