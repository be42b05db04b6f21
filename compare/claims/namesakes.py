"""Two claims -> one person of one age to whom they give another middle name."""

from collections.abc import Iterable
from itertools import product

from compare.claims.clash import Clash, Filler, Framed
from compare.claims.persons import person_told
from compare.model import Claim, Name

_FULL_NAME = 3  # parts


def namesake_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    """People of one age, family name and given name whose middle name differs, in sentences that name only one of the two."""
    a, b = one[0], two[0]
    keys_a, keys_b = ({name.key for name in claim.facts.names} for claim in (a, b))
    for (left, years), (right, others) in product(_aged(a), _aged(b)):
        if years == others and _one_person(left.key, right.key) and left.key not in keys_b and right.key not in keys_a:
            yield Clash("name", "name", *(Filler(c, n.span, n.says, n.says) for c, n in ((a, left), (b, right))))


def _aged(claim: Claim) -> list[tuple[Name, float]]:
    """The people of a claim whose age it tells behind their name."""
    told = [(person_told(claim, number.span), number) for number in claim.facts.numbers if number.unit == "age" and number.high is None]
    return [(name, number.values[0]) for name, number in told if name]


def _one_person(one: str, other: str) -> bool:
    parts, others = one.split(), other.split()
    return len(parts) == len(others) >= _FULL_NAME and (parts[0], parts[-1]) == (others[0], others[-1]) and parts != others
