"""A sent form that was not taken -> why, and what it held, so that it need not be written again."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.errors import StoreError
from compare.review.app.display.messages import marked
from compare.review.app.log.decision_lines import Entry, Ledger
from compare.review.app.requests.decision_form import Sent
from compare.review.app.requests.store_error_messages import is_known, said_of
from compare.review.review_state import State
from compare.review.store.store_protocol import StaleError

_STALE = marked("Not saved: the same passages were decided on after you opened this page.")
_CONFLICT, _FAULTY_FORM, _NO_STORE = 409, 422, 503


@dataclass(frozen=True, slots=True)
class Refused:
    """``newer`` is what others decided meanwhile, ``fault`` how the store failed, the message ``why`` one of the catalogue's."""

    sent: Sent
    why: str
    newer: Sequence[Entry] = ()
    fault: StoreError | None = None

    @property
    def status(self) -> int:
        """Of the answer."""
        if self.fault:
            return _NO_STORE
        return _CONFLICT if self.newer else _FAULTY_FORM

    @property
    def detail(self) -> str:
        """The error's own words, if the message does not say it all."""
        return f"{self.fault.problem}; {self.fault.remedy}" if self.fault and not is_known(self.fault) else ""


def unkept(wish: Sent, error: StoreError, state: State, why: str = _STALE) -> Refused:
    """Others were first, and ``state`` is the one that they made; or the store failed."""
    if not isinstance(error, StaleError):
        return Refused(wish, said_of(error), fault=error)
    ledger = Ledger(state)
    return Refused(wish, why, [ledger.of(event) for _, event in error.newer])
