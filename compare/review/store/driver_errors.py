"""An exception of a database driver -> a ``StoreError`` that says where, what is wrong and what to do."""

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from compare.errors import StoreError

_NO_DATABASE = ("is no database", "name a store of tellings, or a path where nothing stands yet")
UNWRITABLE = ("cannot be written", "see that you may write to it and its folder, or name another place")
LOCKED = ("another program has been writing to it for too long", "end that program, or try again")
FULL = ("has no room left on its disk", "make room, then decide again: the last decision was not kept")

# SQLite's primary result codes, and the SQLSTATE codes of PostgreSQL (it gives none when it refuses a connection).
_KNOWN: Mapping[int | str, tuple[str, str]] = {
    sqlite3.SQLITE_NOTADB: _NO_DATABASE,
    sqlite3.SQLITE_CANTOPEN: ("cannot be opened", "see that it is no folder, and that its folder is there and may be written to"),
    sqlite3.SQLITE_CORRUPT: ("is damaged", "import the last decisions.jsonl that was exported into a new store"),
    sqlite3.SQLITE_READONLY: UNWRITABLE,
    sqlite3.SQLITE_PERM: UNWRITABLE,
    sqlite3.SQLITE_BUSY: LOCKED,
    sqlite3.SQLITE_LOCKED: LOCKED,
    sqlite3.SQLITE_FULL: FULL,
    "25006": UNWRITABLE,
    "42501": UNWRITABLE,
    "53100": FULL,
    "55P03": LOCKED,
}
_PRIMARY_CODE = 0xFF  # the low byte of an extended result code


@contextmanager
def as_store_errors(display_name: str) -> Iterator[None]:
    """Inside, exceptions of the driver are raised as ``StoreError`` of the database with this name."""
    try:
        yield
    except DBAPIError as error:
        raise StoreError(display_name, *_problem_and_remedy(error.orig)) from error


def _problem_and_remedy(error: BaseException | None) -> tuple[str, str]:
    code = getattr(error, "sqlite_errorcode", None)
    state = getattr(error, "sqlstate", None) or ""
    known = _KNOWN.get(state if code is None else code & _PRIMARY_CODE)
    if known:
        return known
    first_line = str(error).partition("\n")[0]
    return f"the database does not answer as it should ({first_line})", "see that it is there and running, then try again"
