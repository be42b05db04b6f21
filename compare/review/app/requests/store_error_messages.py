"""A store that failed -> what to say of it to a reviewer, in their language as far as it is a known failure."""

from collections.abc import Mapping
from types import MappingProxyType

from compare.errors import StoreError
from compare.review.app.display.messages import marked
from compare.review.store.database_file import GONE
from compare.review.store.driver_errors import FULL, LOCKED, UNWRITABLE

OTHER = marked("Not saved: the store of decisions failed.")
# Problem of the error -> what happened and what to do.
_KNOWN: Mapping[str, str] = MappingProxyType(
    {
        LOCKED[0]: marked("Not saved: another program keeps the store of decisions to itself. End that program, or try again."),
        FULL[0]: marked("Not saved: there is no room left on the disk. Make room, then try again."),
        UNWRITABLE[0]: marked("Not saved: the store of decisions may not be written to. Give the right to, then try again."),
        GONE[0]: marked(
            "Not saved: the store of decisions was deleted, replaced or written over while it was open. "
            "All decisions up to then are still here: take them out on the page of the log, end the program, "
            "start it again and bring them in."
        ),
    }
)


def said_of(error: StoreError) -> str:
    """A message of the catalogue."""
    return _KNOWN.get(error.problem, OTHER)


def is_known(error: StoreError) -> bool:
    """Whether that message says all; else the words of the error belong beside it."""
    return error.problem in _KNOWN
