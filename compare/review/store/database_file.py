"""A database that is a file -> whether what stands at its path is still the one that was opened.

A file that was deleted or replaced takes writes as before, from whoever has it open: they are lost with it. So are those to one that was
written over in place. By its number it is the same file then; what it holds is not: every database has a random mark of its own in its
header, and the events of an older copy of it end before those that were on the disk already.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from secrets import randbelow
from time import sleep

from sqlalchemy import Connection

from compare.errors import StoreError

GONE = (
    "was deleted, replaced or written over while it was open",
    "take the decisions out on the page of the log, where all still are, end this program, put aside what stands there, bring them in anew",
)
_BESIDE = "-wal"  # SQLite keeps the last decisions there until it has time; it stays as long as anybody has the database open
_MARKS = 2**31 - 1  # SQLite's user_version is a signed number of 32 bits
_LOOKS, _PAUSE_S = 5, 0.01  # while another program moves pages into the file, a look may meet half of them
_Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Held:
    """What the bytes of the file say, without what is kept beside it: the mark of its header and the number of its last event."""

    mark: int
    last: int


class OpenFile:
    """The file and the one beside it as they were when they were opened; call it while a connection holds them."""

    def __init__(self, path: str, mark: int) -> None:
        self.path = path
        self._own, self._beside = _identity(path), _identity(path + _BESIDE)
        held = _held(path)
        # A program that reads for long can keep a new mark from the file: then the one that stands there is right too.
        self._marks = {mark, held.mark} if held else set()
        self._last = held.last if held else 0

    def require(self) -> None:
        """``StoreError`` if another file stands there, or none."""
        if _identity(self.path) != self._own or (self._beside and _identity(self.path + _BESIDE) != self._beside):
            raise StoreError(self.path, *GONE)

    def require_whole(self) -> None:
        """``StoreError`` if another file stands there, none, or the same one with something else in it."""
        self.require()
        seen = self._last  # before the look: another thread may look later and be here sooner
        held = _held(self.path)
        if held is None or held.mark not in self._marks or held.last < seen:
            raise StoreError(self.path, *GONE)
        self._last = max(self._last, held.last)


def marked(connection: Connection) -> int:
    """The mark of a database, given to one that has none; inside a transaction that writes."""
    mark = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if not mark:
        mark = 1 + randbelow(_MARKS)
        connection.exec_driver_sql(f"PRAGMA user_version = {mark}")
    return mark


def _identity(path: str) -> _Identity | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _held(path: str) -> _Held | None:
    """Nothing if it is no store.

    Read by SQLite itself: a file that a program opens and closes on its own takes the locks of the program's connections with it.
    ``immutable`` reads the file alone, without what is beside it.
    """
    address = Path(path).absolute().as_uri() + "?mode=ro&immutable=1"
    for _ in range(_LOOKS):
        try:
            with closing(sqlite3.connect(address, uri=True)) as connection:
                (mark,) = connection.execute("PRAGMA user_version").fetchone()
                (last,) = connection.execute("SELECT max(seq) FROM events").fetchone()
                return _Held(mark, last or 0)
        except sqlite3.Error:
            sleep(_PAUSE_S)
    return None
