"""A sentence and a name in it -> the ages and years of birth that it tells of that person."""

from dataclasses import dataclass
from functools import cache

from compare.claims.person_of_figure import person_before
from compare.languages.registry import PACKS, all_slot_words
from compare.model import Claim, Name, Span
from compare.text.tokens import words

_BIRTH_WITHIN = 2  # words before the date: "sinh năm", "born on"
_YEAR_DIGITS = 4  # of an ISO 8601 date
_OLDEST = 120


@dataclass(frozen=True, slots=True)
class Age:
    """An age, or a year of birth, as one sentence tells it."""

    span: Span
    says: str
    years: int
    is_birth: bool


def ages_of(claim: Claim, name: Name) -> list[Age]:
    """In the order of kinds, ages before years; none where a comma leaves open whose age it is."""
    return [age for age in _ages(claim) if person_before(claim, age.span) == name and _is_apposed(claim, age)]


def _is_apposed(claim: Claim, age: Age) -> bool:
    """Whether nothing but signs and words of age stands between the name right before and the figure: ", năm nay", ", aged"."""
    end = max((name.span.end for name in claim.facts.names if name.span.end <= age.span.start), default=claim.span.start)
    between = words(claim.quote[end - claim.span.start : age.span.start - claim.span.start])
    return set(between) <= _age_words()


@cache
def _age_words() -> frozenset[str]:
    return frozenset(word for pack in PACKS.values() for word in pack.facts.before_age) | all_slot_words("births")


def _ages(claim: Claim) -> list[Age]:
    ages = [
        Age(number.span, number.says, int(number.values[0]), is_birth=False)
        for number in claim.facts.numbers
        if number.unit == "age" and number.high is None and number.hedge is None and number.values[0] <= _OLDEST
    ]
    births = [
        Age(day.span, day.says, int(day.value[:_YEAR_DIGITS]), is_birth=True)
        for day in claim.facts.dates
        if day.value and set(words(claim.quote[: day.span.start - claim.span.start])[-_BIRTH_WITHIN:]) & all_slot_words("births")
    ]
    return [*ages, *births]
