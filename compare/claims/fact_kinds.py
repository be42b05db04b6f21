"""Numbers, dates and names of sentences -> one table: when two are one fact, when one is new, and the value that evidence carries."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from compare.claims.clash import Filler
from compare.claims.figure_clashes import reconciled
from compare.claims.frame import is_crowded
from compare.model import Claim, Date, Name, Number
from compare.text.tokens import key

Fact = TypeVar("Fact", Number, Date, Name)


@dataclass(frozen=True, slots=True, kw_only=True)
class FactKind(Generic[Fact]):
    """One kind of fact; ``check`` is what evidence of it is called."""

    check: str
    stated: Callable[[Claim], Sequence[Fact]]  # all of a sentence
    compared: Callable[[Claim], Sequence[Fact]]  # those of them that are held against the facts of other sentences
    same: Callable[[Fact, Fact], bool]  # whether two are one fact, on which an agreement can rest
    new: Callable[[Claim, Sequence[Claim]], Sequence[Fact]]  # those of a sentence that no other sentence has
    readings: Callable[[Fact], Sequence[object]]  # what is looked up to find the sentences that may state it
    settles: Callable[[Fact, Filler], bool]  # whether it also gives the value of one side of a clash
    value: Callable[[Fact], str | None]  # as evidence carries it
    one_value: bool  # whether two that are one fact have one value; figures have two where one is rounded or hedged


def _numbers(claim: Claim) -> Sequence[Number]:
    return claim.facts.numbers


def _compared_numbers(claim: Claim) -> Sequence[Number]:
    return () if is_crowded(claim) else claim.facts.numbers


def _same_number(one: Number, other: Number) -> bool:
    return one.unit == other.unit and reconciled(one, other)


def _new_numbers(claim: Claim, others: Sequence[Claim]) -> Sequence[Number]:
    known = [number for other in others for number in other.facts.numbers]
    return [number for number in claim.facts.numbers if not any(_same_number(number, other) for other in known)]


def _settles_number(number: Number, side: Filler) -> bool:
    """Of an age nothing is settled: the same age may be another person's."""
    disputed = side.number
    if disputed is None or disputed.unit == "age":
        return False
    return bool(set(number.values) & set(disputed.values)) and _one_unit(number, disputed)


def _one_unit(one: Number, other: Number) -> bool:
    """Whether the units are equal, or one is left out: "4,1 tỷ" without its currency beside "4,1 tỷ đồng" is one value."""
    return one.unit == other.unit or any(number.unit == "" and not number.counted for number in (one, other))


def _dates(claim: Claim) -> Sequence[Date]:
    return claim.facts.dates


def _same_date(one: Date, other: Date) -> bool:
    return other.value is not None and one.value == other.value


def _new_dates(claim: Claim, others: Sequence[Claim]) -> Sequence[Date]:
    """Days in a month or year that another sentence gives are not new, nor is the month of a day that it gives."""
    known = [date.value for other in others for date in other.facts.dates if date.value]
    return [
        date
        for date in claim.facts.dates
        if date.value and not any(value.startswith(date.value) or date.value.startswith(value) for value in known)
    ]


def _names(claim: Claim) -> Sequence[Name]:
    return claim.facts.names


def _new_names(claim: Claim, others: Sequence[Claim]) -> Sequence[Name]:
    """Names none of whose words any other sentence has; a speaker's name is a detail of who says it, not of the claim."""
    known = {word for other in others for word in key(other.quote).split()}
    known |= {word for other in others for name in other.facts.names for word in name.key.split()}
    return [
        name
        for name in claim.facts.names
        if name.key != claim.speaker and not (set(name.key.split()) | set(key(name.says).split())) & known
    ]


NUMBER: FactKind[Number] = FactKind(
    check="number",
    stated=_numbers,
    compared=_compared_numbers,
    same=_same_number,
    new=_new_numbers,
    readings=lambda number: number.values,
    settles=_settles_number,
    value=lambda number: f"{number.values[0]:.12g} {number.unit}".strip(),
    one_value=False,
)
DATE: FactKind[Date] = FactKind(
    check="date",
    stated=_dates,
    compared=_dates,
    same=_same_date,
    new=_new_dates,
    readings=lambda date: (date.value,),
    settles=lambda date, side: side.number is None and date.value == side.value,
    value=lambda date: date.value,
    one_value=True,
)
NAME: FactKind[Name] = FactKind(
    check="name",
    stated=_names,
    compared=_names,
    same=lambda one, other: one.key == other.key,
    new=_new_names,
    readings=lambda name: (name.says,),
    settles=lambda name, side: side.number is None and name.says == side.says,
    value=lambda name: name.key,
    one_value=True,
)
# In the order in which evidence tells them.
FACT_KINDS: Sequence[FactKind[Any]] = (NUMBER, DATE, NAME)
