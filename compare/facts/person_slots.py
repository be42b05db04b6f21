"""Persons of a story -> slots: how old each of them is, and which middle name each article gives."""

from collections import defaultdict
from collections.abc import Sequence

from compare.facts.entities import Entities
from compare.facts.mention import Mention
from compare.facts.person_ages import Age, ages_of
from compare.facts.slot import Slot
from compare.model import Claim, Name, Reading

_OFF_BY = 1  # years between an age and a year of birth: a birthday later in the year, or the year of birth counted as the first
_YEAR_DIGITS = 4  # of an ISO 8601 date
_FEWEST_PARTS = 3  # family name, middle name, given name
_GivenAge = tuple[Age, Mention]


def person_slots(readings: Sequence[Reading], entities: Entities, year: int | None) -> list[Slot]:
    """``year`` is that of the story, else the first in which an article appeared; without one an age and a birth year can be one."""
    appeared = [int(r.article.published.value[:_YEAR_DIGITS]) for r in readings if r.article.published]
    year = year or min(appeared, default=None)
    ages: dict[str, list[_GivenAge]] = defaultdict(list)
    names: dict[str, dict[str, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    known = {entity.id: entity for entity in entities.all if entity.kind == "person"}
    for reading in readings:
        for claim in reading.claims:
            for name in claim.facts.names:
                person = entities.at(claim, name.span)
                if person in known:
                    ages[person] += [(age, _mention(claim, age)) for age in ages_of(claim, name)]
                    _add_name(names[person], claim, name)
    aged = [Slot("age", known[person].name, values, entity=person) for person in sorted(ages) if (values := _ages(ages[person], year))]
    middle = [
        Slot("middle name", known[person].name, list(values.values()), entity=person)
        for person, values in sorted(names.items())
        if len({name for mentions in values.values() for name in [mentions[0].value]}) > 1
    ]
    return [*aged, *middle]


def _mention(claim: Claim, age: Age) -> Mention:
    value = f"* {age.years}" if age.is_birth else str(age.years)
    return Mention(claim=claim, span=age.span, says=age.says, value=value)


def _add_name(values: dict[str, list[Mention]], claim: Claim, name: Name) -> None:
    parts, written = name.key.split(), name.says.split()
    if len(written) == len(parts) and len(parts) >= _FEWEST_PARTS:
        values[" ".join(parts[1:-1])].append(Mention(claim=claim, span=name.span, says=name.says, value=" ".join(written[1:-1])))


def _ages(given: Sequence[_GivenAge], year: int | None) -> list[list[Mention]]:
    """Ages that can be one together; none where an article gives two, which are two people's or no one's."""
    values: list[list[_GivenAge]] = []
    for one in sorted(given, key=lambda one: (one[0].is_birth, one[0].years)):
        together = next((value for value in values if all(_can_be_one(one[0], other, year) for other, _ in value)), None)
        if together is None:
            values.append([one])
        else:
            together.append(one)
    giving = [{mention.article for _, mention in value} for value in values]
    if sum(map(len, giving)) > len(set().union(*giving)):
        return []
    return [[mention for _, mention in value] for value in values]


def _can_be_one(one: Age, other: Age, year: int | None) -> bool:
    if one.is_birth is other.is_birth:
        return one.years == other.years
    return year is None or abs(year - one.years - other.years) <= _OFF_BY
