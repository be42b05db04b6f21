"""The folder of an index -> the right to write there, for one program at a time; and faults of the system as ours."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from compare.errors import IndexFolderError

LOCK = "writer.lock"


@contextmanager
def write_lock(folder: Path) -> Iterator[None]:
    """``IndexFolderError`` if another one is writing. The lock is the system's and goes with the process, however that ends."""
    with write_errors(folder):
        lock = FileLock(folder / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise IndexFolderError(str(folder), "is being written by another program", "wait until that is done") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def write_errors(path: Path) -> Iterator[None]:
    """A fault of the system, as one of ours."""
    try:
        yield
    except OSError as error:
        raise IndexFolderError(
            str(path), f"cannot be written ({error.strerror or error})", "make room, or make it writable; the index is as it was"
        ) from error


@contextmanager
def read_errors(path: Path) -> Iterator[None]:
    """The same of a file that is to be read, but for one that is not there: that may be no fault."""
    try:
        yield
    except FileNotFoundError:
        raise
    except OSError as error:
        raise IndexFolderError(str(path), f"cannot be read ({error.strerror or error})", "make it readable") from error
