"""A sent form that was not taken -> why, and what it held, so that it need not be written again."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.review.app.ledger import Entry, Ledger
from compare.review.app.sent import Sent
from compare.review.app.words import marked
from compare.review.state import State
from compare.review.store.seam import StaleError

_STALE = marked("Not saved: the same passages were decided on after you opened this page.")


@dataclass(frozen=True, slots=True)
class Refused:
    """``newer`` is what others decided meanwhile, the message ``why`` one of the catalogue's."""

    sent: Sent
    why: str
    newer: Sequence[Entry] = ()

    @property
    def status(self) -> int:
        """Of the answer."""
        return 409 if self.newer else 422


def outrun(wish: Sent, error: StaleError, state: State, why: str = _STALE) -> Refused:
    """Others were first; ``state`` is the one that they made."""
    ledger = Ledger(state)
    return Refused(wish, why, [ledger.of(event) for _, event in error.newer])
