"""A folder for work that may be killed at any moment -> stages that are there whole or not at all."""

import json
import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from compare.duplicates.archive.stage_input import Counts
from compare.errors import OutputError

_RUN, _COUNTS, _LOCK = "run.json", "counts.json", "lock"
_UNFINISHED = ".part"
_MARKER = "made-by-tellings"


@dataclass(frozen=True, slots=True)
class WorkFolder:
    """A folder that no other run has open."""

    path: Path

    def counts(self, stage: str) -> Counts | None:
        """What a finished stage counted; nothing of one that is still to be done."""
        try:
            return dict(json.loads((self.path / stage / _COUNTS).read_text(encoding="utf-8")))
        except FileNotFoundError:
            return None

    def run_stage(self, stage: str, make: Callable[[Path], Counts]) -> Counts:
        """Let a stage write into a folder, and give that its name once all of it is on the disk."""
        unfinished = self.path / (stage + _UNFINISHED)
        unfinished.mkdir()
        counts = make(unfinished)
        (unfinished / _COUNTS).write_text(json.dumps(dict(counts), allow_nan=False), encoding="utf-8")
        for file in unfinished.iterdir():
            _sync(file)
        _sync(unfinished)
        unfinished.rename(self.path / stage)
        _sync(self.path)
        return counts

    def remove(self) -> None:
        """The run is done."""
        _empty(self.path)
        for name in (_MARKER, _LOCK):
            (self.path / name).unlink(missing_ok=True)
        self.path.rmdir()


@contextmanager
def open_work_folder(path: Path, run: Mapping[str, Any]) -> Iterator[WorkFolder]:
    """The folder with the finished stages of the same run; emptied if they are of another one.

    ``OutputError`` if the folder holds what is none of ours, or if another run has it open.
    """
    path.mkdir(parents=True, exist_ok=True)
    with _locked(path):
        if _read_run(path) != run:
            _empty(path)
            _write_run(path, run)
        for unfinished in path.glob("*" + _UNFINISHED):
            shutil.rmtree(unfinished)
        yield WorkFolder(path)


def _read_run(path: Path) -> Any:  # noqa: ANN401 - any JSON value
    try:
        return json.loads((path / _RUN).read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return None


def _write_run(path: Path, run: Mapping[str, Any]) -> None:
    """Half a name is none, so it need not be renamed into its place."""
    (path / _RUN).write_text(json.dumps(run, ensure_ascii=False, allow_nan=False), encoding="utf-8")
    _sync(path / _RUN)
    _sync(path)


def _empty(path: Path) -> None:
    """Take away all but lock and sign, the name of the run first: whatever is left of a removal that was killed belongs to no run."""
    for file in sorted(path.iterdir(), key=lambda file: file.name != _RUN):
        if file.is_dir():
            shutil.rmtree(file)
        elif file.name not in (_LOCK, _MARKER):
            file.unlink()


def _sync(path: Path) -> None:
    """Have the system write it to the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """While one run holds the lock, another one is refused; a killed run holds none. The sign says that the folder is ours."""
    if not (path / _MARKER).exists() and any(file.name != _LOCK for file in path.iterdir()):
        raise OutputError(str(path), "holds what is no work of tellings", "move it away, or choose another folder")
    try:
        with FileLock(path / _LOCK, timeout=0):
            (path / _MARKER).touch()
            yield
    except Timeout as error:
        raise OutputError(str(path), "is in use by another run", "wait until that ends, or choose another folder") from error
