"""Claims of one group and when their articles appeared -> people whose age in one article does not fit their year of birth in another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from compare.claims.clash import Clash, Filler, filler_of
from compare.claims.person_of_figure import person_key_before
from compare.languages.registry import all_slot_words
from compare.model import ArticleId, Claim, Published, Span
from compare.text.tokens import words

# A birthday later in the year, and counting the year of birth as the first, each put an age off by one.
_OFF_BY = 1
_BIRTH_WITHIN = 2  # words before the date: "sinh năm", "born on"
_YEAR_DIGITS = 4  # of an ISO 8601 date


@dataclass(frozen=True, slots=True)
class _YearsOfPerson:
    person: str  # the key of the name
    filler: Filler
    years: int  # an age, or a year of birth


def birth_year_clashes(claims: Sequence[Claim], published: Mapping[ArticleId, Published | None]) -> list[Clash]:
    """One clash for each age and year of birth of one person that cannot both be true, in the order of the claims.

    An article without a date gives no age: nobody knows of which year it is.
    """
    clashes = []
    ages, births = ([item for claim in claims for item in read(claim)] for read in (_ages, _births))
    for age, birth in product(ages, births):
        article = age.filler.claim.article
        appeared = published.get(article)
        if article == birth.filler.claim.article or age.person != birth.person or appeared is None:
            continue
        if abs(int(appeared.value[:_YEAR_DIGITS]) - birth.years - age.years) > _OFF_BY:
            clashes.append(Clash("number", "age", age.filler, birth.filler))
    return clashes


def _ages(claim: Claim) -> Iterable[_YearsOfPerson]:
    for number in claim.facts.numbers:
        person = person_key_before(claim, number.span)
        if number.unit == "age" and person:
            age = Filler(claim, number.span, number.says, f"{number.values[0]:.12g}", number=number)
            yield _YearsOfPerson(person, age, int(number.values[0]))


def _births(claim: Claim) -> Iterable[_YearsOfPerson]:
    for day in claim.facts.dates:
        person = person_key_before(claim, day.span)
        if person and day.value and _is_birth(claim, day.span):
            year = day.value[:_YEAR_DIGITS]
            yield _YearsOfPerson(person, filler_of(claim, day, f"* {year}"), int(year))


def _is_birth(claim: Claim, span: Span) -> bool:
    """Whether a word of birth stands right before the date: "sinh năm 1990", "SN 1990", "born on 3 May 1990"."""
    before = words(claim.quote[: span.start - claim.span.start])[-_BIRTH_WITHIN:]
    return bool(set(before) & all_slot_words("births"))
