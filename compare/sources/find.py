"""Files and folders as given -> the regular files to read, each once, and what was left out."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.model import Skipped
from compare.settings import InputSettings
from compare.sources.source import Source
from compare.text import shown_name

_LIMITS = InputSettings()
_TOO_DEEP = "lies in {0.deepest_folder} folders already, and was not looked into; move it up or raise input.deepest_folder"


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file; ``origin`` is its path relative to the folder given, or its name."""

    path: Path
    origin: str

    def source(self) -> Source:
        """Its bytes, for a reader."""
        return Source(self.origin, self.path.name, lambda: self.path.open("rb"))


def find_files(inputs: Sequence[str], limits: InputSettings = _LIMITS) -> tuple[list[Found], list[Skipped]]:
    """Every file below ``inputs`` in order of origin; one reached twice keeps its longest origin and is skipped under the other.

    What lies deeper than ``limits.deepest_folder``, and what comes behind ``limits.most_files``, is left out and counted.
    """
    entries = [entry for given in inputs for entry in _given(Path(given), limits)]
    found = [entry for entry in entries if isinstance(entry, Found)]
    skipped = [entry for entry in entries if isinstance(entry, Skipped)]
    taken: set[str] = set()
    kept = []
    for file in sorted(found, key=lambda file: (-file.origin.count("/"), file.origin, str(file.path))):
        real = os.path.realpath(file.path)
        if real in taken:
            skipped.append(Skipped(file.origin, "is given twice; it was read once"))
        else:
            kept.append(file)
        taken.add(real)
    return sorted(kept, key=lambda file: (file.origin, str(file.path))), skipped


def _given(path: Path, limits: InputSettings) -> Iterator[Found | Skipped]:
    name = shown_name(path.name or str(path))
    if str(path).startswith(("http:/", "https:/")):  # two slashes are one in a path
        yield Skipped(name, "is an address, which only `tellings compare` asks for; fetch it first: `tellings fetch`")
        return
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield Skipped(name, _system_reason(error))
        return
    entries = list(_bounded(_below(path, limits), name, limits)) if is_folder else [_checked(path, name)]
    yield from entries or [Skipped(name, "is an empty folder; put articles into it or give another")]


def _bounded(entries: Iterator[Found | Skipped], folder: str, limits: InputSettings) -> Iterator[Found | Skipped]:
    """The first ``limits.most_files`` files, and how many there are behind them."""
    seen = 0
    for entry in entries:
        seen += isinstance(entry, Found)
        if isinstance(entry, Skipped) or seen <= limits.most_files:
            yield entry
    if seen > limits.most_files:
        yield Skipped(folder, f"has {seen} files, and {seen - limits.most_files} were left out; split it or raise input.most_files")


def _below(folder: Path, limits: InputSettings) -> Iterator[Found | Skipped]:
    """Files of ``folder`` and the folders in it; hidden ones are not ours to read, a linked folder is named."""
    failures: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        deep = len(Path(place).relative_to(folder).parts) >= limits.deepest_folder
        if deep:
            yield from (Skipped(shown_name(Path(place, name).relative_to(folder).as_posix()), _TOO_DEEP.format(limits)) for name in folders)
            folders[:] = []
        for name in (*folders, *sorted(files)):
            path = Path(place, name)
            origin = shown_name(path.relative_to(folder).as_posix())
            if name in folders and path.is_symlink():
                yield Skipped(origin, "is a link to a folder; give the folder itself")
            elif name not in folders and not name.startswith("."):
                yield _checked(path, origin)
    for failure in failures:
        place = Path(failure.filename).relative_to(folder).as_posix()
        yield Skipped(shown_name(folder.name if place == "." else place), _system_reason(failure))


def _checked(path: Path, origin: str) -> Found | Skipped:
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        return Skipped(origin, _system_reason(error))
    if not regular:
        return Skipped(origin, "is not a regular file; give a file, or - for standard input")
    return Found(path, origin)


def _system_reason(error: OSError | ValueError) -> str:
    """One line for what the operating system says, with what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file; check its name"
    if isinstance(error, PermissionError):
        return "permission denied; make it readable"
    return f"cannot be opened ({getattr(error, 'strerror', None) or error}); check its name"
