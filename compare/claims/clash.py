"""What a clash is: one slot that two claims fill differently, with both spans and both normalised values."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.claims.frame import Frame
from compare.model import Claim, Number, Span

Framed = tuple[Claim, Sequence[Frame]]  # a claim with the frames of its numbers


@dataclass(frozen=True, slots=True)
class Filler:
    """One side of a clash: the claim, where it says the value, the words and the normalised value; of a figure, the number."""

    claim: Claim
    span: Span
    says: str
    value: str
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """A slot that two claims fill differently."""

    check: str  # number | clock | date | name | negation | speaker | identifier | alternative | ordinal | doer
    slot: str  # what is counted or timed, in the words of the first claim
    left: Filler
    right: Filler
