"""Two claims -> one person of one age to whom they give another middle name."""

from collections.abc import Iterable
from itertools import product

from compare.claims.clash import Clash, Framed, filler_of
from compare.claims.name_spelling import FULL_NAME, may_be_spellings
from compare.claims.person_of_figure import person_before
from compare.model import Claim, Name


def middle_name_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    """People of one age, family name and given name with another middle name, no spelling of it, in sentences that name only one."""
    a, b = one[0], two[0]
    keys_a, keys_b = ({name.key for name in claim.facts.names} for claim in (a, b))
    for (left, years), (right, others) in product(_aged(a), _aged(b)):
        named = left.key not in keys_b and right.key not in keys_a
        if years == others and named and _one_person(left.key, right.key):
            yield Clash("name", "name", filler_of(a, left), filler_of(b, right))


def _aged(claim: Claim) -> list[tuple[Name, float]]:
    """The people of a claim whose age it tells behind their name."""
    ages = [number for number in claim.facts.numbers if number.unit == "age" and number.high is None]
    people = [(person_before(claim, age.span), age) for age in ages]
    return [(name, age.values[0]) for name, age in people if name]


def _one_person(left: str, right: str) -> bool:
    parts, others = left.split(), right.split()
    if len(parts) != len(others) or len(parts) < FULL_NAME or (parts[0], parts[-1]) != (others[0], others[-1]) or parts == others:
        return False
    return not may_be_spellings(" ".join(parts[1:-1]), " ".join(others[1:-1]))
