"""An error of the store -> a translatable message for the reviewer: what happened and what to do."""

from collections.abc import Mapping
from types import MappingProxyType

from compare.errors import StoreError
from compare.review.app.display.messages import translatable
from compare.review.store.database_file import FILE_REPLACED
from compare.review.store.driver_errors import FULL, LOCKED, UNWRITABLE

_OTHER = translatable("Not saved: the store of decisions failed.")
# The problem of a known error -> its message.
_MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        LOCKED[0]: translatable("Not saved: another program keeps the store of decisions to itself. End that program, or try again."),
        FULL[0]: translatable("Not saved: there is no room left on the disk. Make room, then try again."),
        UNWRITABLE[0]: translatable("Not saved: the store of decisions may not be written to. Give the right to, then try again."),
        FILE_REPLACED[0]: translatable(
            "Not saved: the store of decisions was deleted, replaced or written over while it was open. "
            "All decisions up to then are still here: take them out on the page of the log, end the program, "
            "start it again and bring them in."
        ),
    }
)


def store_error_message(error: StoreError) -> str:
    """The message for an error; a general one if the error is not known."""
    return _MESSAGES.get(error.problem, _OTHER)


def is_known_store_error(error: StoreError) -> bool:
    """Whether the message says everything; if not, the text of the error is shown beside it."""
    return error.problem in _MESSAGES
