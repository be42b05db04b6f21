"""What a clash is: one slot that two claims fill differently, with both spans and both normalised values."""

from collections.abc import Sequence
from dataclasses import KW_ONLY, dataclass

from compare.claims.frame import Frame
from compare.model import Claim, Number, Span, Stated

Framed = tuple[Claim, Sequence[Frame]]  # a claim with the frames of its numbers


@dataclass(frozen=True, slots=True)
class Filler:
    """One side of a clash: the claim, where it says the value, the words and the normalised value; of a figure, the number."""

    claim: Claim
    span: Span
    says: str
    value: str
    _: KW_ONLY
    number: Number | None = None


@dataclass(frozen=True, slots=True)
class Clash:
    """A slot that two claims fill differently."""

    check: str  # the name of what was compared, by which evidence and reports call it
    slot: str  # what is counted or timed, in the words of the first claim
    left: Filler
    right: Filler


def filler_of(claim: Claim, stated: Stated, value: str | None = None) -> Filler:
    """What a claim states as one side of a clash; its words are the value unless there is a normalised one."""
    return Filler(claim, stated.span, stated.says, stated.says if value is None else value)
