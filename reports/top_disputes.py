"""Disputed facts, and conflicts of claims that are of no fact -> the disputes at the head of a report, each once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reports.disputed_facts import ShownFact
from reports.matrix import Row, Side

_TOP = 5  # disputes shown at the head; a report says how many more there are


@dataclass(frozen=True, slots=True, kw_only=True)
class TopDispute:
    """What is disputed: the name of a fact, or the wording of a claim whose conflict is of no fact; ``anchor`` leads to it."""

    anchor: str
    text: str
    language: str | None  # of the text, where it is of an article
    slot: str | None  # what the claim disputes, untranslated
    sides: tuple[Side, ...]
    more: int = 0  # further disputes of the claim


@dataclass(frozen=True, slots=True)
class TopDisputes:
    """The first disputes of a story, and how many are not among them."""

    shown: tuple[TopDispute, ...]
    left_out: int


def top_disputes(facts: Sequence[ShownFact], rows: Sequence[Row]) -> TopDisputes:
    """Facts in the order of the document, then claims; of claims with the same values on the same sides the first."""
    disputes = [*(_of_fact(fact) for fact in facts if fact.state == "disputed"), *_of_claims(rows).values()]
    return TopDisputes(tuple(disputes[:_TOP]), len(disputes[_TOP:]))


def _of_fact(fact: ShownFact) -> TopDispute:
    sides = tuple(Side(value.display, value.columns) for value in fact.values)
    return TopDispute(anchor=fact.anchor, text=fact.label, language=None, slot=None, sides=sides)


def _of_claims(rows: Sequence[Row]) -> Mapping[object, TopDispute]:
    by_sides: dict[object, TopDispute] = {}
    for row in rows:
        disputes = [dispute for dispute in row.disputes if dispute.fact is None]
        if disputes:
            first = disputes[0]
            dispute = TopDispute(
                anchor=row.anchor,
                text=row.wording,
                language=row.language,
                slot=first.slot,
                sides=first.sides,
                more=len(disputes) - 1,
            )
            by_sides.setdefault(tuple(disputes), dispute)
    return by_sides
