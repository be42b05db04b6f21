"""The path of an open SQLite file -> whether it is still the file that was opened, with the same content.

Who has a file open can still write to it after it was deleted or replaced, but those writes are lost. So are writes to a file that was
overwritten in place: it has the same inode, but other content. To notice that, every database has a random mark of its own in its header;
and an older copy of the same database has fewer events than were on the disk already.
"""

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from secrets import randbelow
from time import sleep

from sqlalchemy import Connection

from compare.errors import StoreError

FILE_REPLACED = (
    "was deleted, replaced or written over while it was open",
    "take the decisions out on the page of the log, where all still are, end this program, put aside what stands there, bring them in anew",
)
_WAL_SUFFIX = "-wal"  # SQLite keeps the last decisions there until it has time; it stays as long as anybody has the database open
_MAX_MARK = 2**31 - 1  # SQLite's user_version is a signed number of 32 bits
_ATTEMPTS, _RETRY_PAUSE_S = 5, 0.01  # while another program moves pages into the file, a read may see half of them
_FileId = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Content:
    """What the file itself contains, without the journal beside it: the mark of its header and the seq of its last event."""

    mark: int
    last_seq: int


class OpenFile:
    """A database file and its journal, identified when they were opened; make it while a connection has them open."""

    def __init__(self, path: str, mark: int) -> None:
        self.path = path
        self._file_id, self._wal_id = _id_of(path), _id_of(path + _WAL_SUFFIX)
        content = _read_content(path)
        # A program that reads for long can delay that a new mark reaches the file: then the one in the file is valid too.
        self._valid_marks = {mark, content.mark} if content else set()
        self._last_seq = content.last_seq if content else 0

    def require_same_file(self) -> None:
        """``StoreError`` if the path has another file, or none."""
        if _id_of(self.path) != self._file_id or (self._wal_id and _id_of(self.path + _WAL_SUFFIX) != self._wal_id):
            raise StoreError(self.path, *FILE_REPLACED)

    def require_same_content(self) -> None:
        """``StoreError`` if the path has another file, none, or the same one with other content."""
        self.require_same_file()
        seen_seq = self._last_seq  # before the read: another thread may read later and be faster
        content = _read_content(self.path)
        if content is None or content.mark not in self._valid_marks or content.last_seq < seen_seq:
            raise StoreError(self.path, *FILE_REPLACED)
        self._last_seq = max(self._last_seq, content.last_seq)


def ensure_mark(connection: Connection) -> int:
    """The mark of a database, which is set if it has none; call it inside a write transaction."""
    mark = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if not mark:
        mark = 1 + randbelow(_MAX_MARK)
        connection.exec_driver_sql(f"PRAGMA user_version = {mark}")
    return mark


def _id_of(path: str) -> _FileId | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _read_content(path: str) -> _Content | None:
    """The content of the file; ``None`` if it is not a store.

    SQLite itself reads it: if the program opened and closed the file by itself, it would release the locks of its connections.
    ``immutable`` reads only the file, without the journal.
    """
    url = Path(path).absolute().as_uri() + "?mode=ro&immutable=1"
    for _ in range(_ATTEMPTS):
        try:
            with closing(sqlite3.connect(url, uri=True)) as connection:
                (mark,) = connection.execute("PRAGMA user_version").fetchone()
                (last_seq,) = connection.execute("SELECT max(seq) FROM events").fetchone()
                return _Content(mark, last_seq or 0)
        except sqlite3.Error:
            sleep(_RETRY_PAUSE_S)
    return None
