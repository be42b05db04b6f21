"""A form that could not be saved -> the reason, and the form itself, so that nothing has to be typed again."""

from collections.abc import Sequence
from dataclasses import dataclass

from compare.errors import StoreError
from compare.review.app.display.messages import translatable
from compare.review.app.log.decision_lines import DecisionLine, DecisionLines
from compare.review.app.requests.decision_form import DecisionForm
from compare.review.app.requests.store_error_messages import is_known_store_error, store_error_message
from compare.review.review_state import ReviewState
from compare.review.store.store_protocol import StaleError

_DECIDED_MEANWHILE = translatable("Not saved: the same passages were decided on after you opened this page.")
_CONFLICT, _INVALID_FORM, _NO_STORE = 409, 422, 503


@dataclass(frozen=True, slots=True)
class RefusedForm:
    """``message`` is translatable, ``newer`` are the decisions of others in the meantime, ``store_error`` is how the store failed."""

    form: DecisionForm
    message: str
    newer: Sequence[DecisionLine] = ()
    store_error: StoreError | None = None

    @property
    def http_status(self) -> int:
        """The status of the response."""
        if self.store_error:
            return _NO_STORE
        return _CONFLICT if self.newer else _INVALID_FORM

    @property
    def detail(self) -> str:
        """The text of the store's error, if the message does not say everything."""
        return (
            f"{self.store_error.problem}; {self.store_error.remedy}"
            if self.store_error and not is_known_store_error(self.store_error)
            else ""
        )


def refused_by_store(form: DecisionForm, error: StoreError, state: ReviewState, message: str = _DECIDED_MEANWHILE) -> RefusedForm:
    """The form that was refused because others decided first, with ``state`` after their decisions, or because the store failed."""
    if not isinstance(error, StaleError):
        return RefusedForm(form, store_error_message(error), store_error=error)
    lines = DecisionLines(state)
    return RefusedForm(form, message, [lines.line_of(event) for _, event in error.newer])
