"""Files and folders as given -> the regular files to read, each once, and what was left out."""

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from compare.model import Skipped
from compare.settings import InputSettings
from compare.sources.source import Source
from compare.sources.walk_folder import Progress, walk_folder
from compare.text.tokens import shown_name

_LIMITS = InputSettings()
NO_SUCH_FILE = "no such file; check its name"
_NO_FILE = "is not a regular file; give a file, or - for standard input"
# What stands in a folder and is not read: where a link leads, nobody sees who looks at the folder.
_NOT_READ = {
    "folder": "lies in {0.deepest_folder} folders already, and was not looked into; move it up or raise input.deepest_folder",
    "link to a folder": "is a link to a folder; give the folder itself",
    "link": "is a link to a file; give the file itself",
    "other": _NO_FILE,
}


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A regular file; ``origin`` is its path relative to the folder given, or its name."""

    path: Path
    origin: str

    def source(self) -> Source:
        """Its bytes, for a reader."""
        return Source(self.origin, self.path.name, lambda: self.path.open("rb"))


def find_files(
    inputs: Sequence[str], limits: InputSettings = _LIMITS, progress: Progress = lambda _: None
) -> tuple[list[FoundFile], list[Skipped]]:
    """Every file below ``inputs`` in order of origin; one reached twice keeps its longest origin and is skipped under the other.

    What lies deeper than ``limits.deepest_folder``, and what comes behind ``limits.most_files``, is left out and counted. A link in
    a folder is not followed; one that is itself given is.
    """
    entries = [entry for given in inputs for entry in _files_of_input(Path(given), limits, progress)]
    found = [entry for entry in entries if isinstance(entry, FoundFile)]
    skipped = list(dict.fromkeys(entry for entry in entries if isinstance(entry, Skipped)))  # given twice, missing once
    real = cache(os.path.realpath)
    taken: set[str] = set()
    kept = []
    for file in sorted(found, key=lambda file: (-file.origin.count("/"), file.origin, str(file.path))):
        place = os.path.realpath(file.path) if file.path.is_symlink() else f"{real(file.path.parent)}/{file.path.name}"
        if place in taken:
            skipped.append(Skipped(file.origin, "is given twice; it was read once"))
        else:
            kept.append(file)
        taken.add(place)
    return sorted(kept, key=lambda file: (file.origin, str(file.path))), skipped


def _files_of_input(path: Path, limits: InputSettings, progress: Progress) -> Iterator[FoundFile | Skipped]:
    name = shown_name(path.name or str(path))
    if str(path).startswith(("http:/", "https:/")):  # two slashes are one in a path
        yield Skipped(name, "is an address, which only `tellings compare` asks for; fetch it first: `tellings fetch`")
        return
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield Skipped(name, _system_reason(error))
        return
    entries = list(_files_in_folder(path, name, limits, progress)) if is_folder else [_regular_file(path, name)]
    yield from entries or [Skipped(name, "is an empty folder; put articles into it or give another")]


def _files_in_folder(folder: Path, name: str, limits: InputSettings, progress: Progress) -> Iterator[FoundFile | Skipped]:
    """The first ``limits.most_files`` files of ``folder`` and those in it, how many there are behind them, and what may not be read."""
    files = 0
    for seen in walk_folder(folder, limits.deepest_folder, progress):
        origin = shown_name(seen.relative_path) or name
        if seen.fault:
            yield Skipped(origin, _system_reason(seen.fault))
        elif seen.kind in _NOT_READ:
            yield Skipped(origin, _NOT_READ[seen.kind].format(limits))
        else:
            files += 1
            if files <= limits.most_files:
                yield FoundFile(folder / seen.relative_path, origin)
    if files > limits.most_files:
        left_out = files - limits.most_files
        yield Skipped(name, f"has {files} files, and {left_out} were left out; split it or raise input.most_files")


def _regular_file(path: Path, origin: str) -> FoundFile | Skipped:
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        return Skipped(origin, _system_reason(error))
    if not regular:
        return Skipped(origin, _NO_FILE)
    return FoundFile(path, origin)


def _system_reason(error: OSError | ValueError) -> str:
    """One line for what the operating system says, with what to do."""
    if isinstance(error, FileNotFoundError):
        return NO_SUCH_FILE
    if isinstance(error, PermissionError):
        return "permission denied; make it readable"
    return f"cannot be opened ({getattr(error, 'strerror', None) or error}); check its name"
