"""A database that is a file -> whether what stands at its path is still the one that was opened.

A file that was deleted or replaced takes writes as before, from whoever has it open: they are lost with it.
"""

from dataclasses import dataclass
from pathlib import Path

from compare.errors import StoreError

GONE = (
    "was deleted or replaced while it was open",
    "take the decisions out on the page of the log, where all of them still are, end this program, start it again and bring them in",
)
_BESIDE = "-wal"  # SQLite keeps the last decisions there until it has time; it stays as long as anybody has the database open
_Identity = tuple[int, int]


@dataclass(frozen=True, slots=True)
class OpenFile:
    """The file and the one beside it, as they were when they were opened; ``None`` for one that was not there."""

    path: str
    own: _Identity | None
    beside: _Identity | None

    def require(self) -> None:
        """``StoreError`` if another one stands there, or none."""
        if _identity(self.path) != self.own or (self.beside and _identity(self.path + _BESIDE) != self.beside):
            raise StoreError(self.path, *GONE)


def open_file(path: str) -> OpenFile:
    """The file as it is now; call it while a connection holds it."""
    return OpenFile(path, _identity(path), _identity(path + _BESIDE))


def _identity(path: str) -> _Identity | None:
    try:
        found = Path(path).stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
