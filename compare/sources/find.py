"""Files and folders as given -> the regular files to read, each once, and what was left out."""

import os
import stat
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from compare.model import Skipped

_NOT_YET = "cannot be read yet; save its text as .txt or .jsonl"
# Suffix -> what the format is called. Most are text inside, but reading them as text would take markup for sentences.
OTHER_FORMATS = {
    **dict.fromkeys((".pdf", ".docx", ".doc", ".odt", ".rtf", ".epub"), "a document with its own format, which " + _NOT_YET),
    **dict.fromkeys((".html", ".htm", ".xhtml", ".mhtml", ".xml", ".rss", ".atom"), "a page or feed, which " + _NOT_YET),
    **dict.fromkeys((".csv", ".tsv", ".xlsx", ".xls", ".ods"), "a table, which " + _NOT_YET),
    **dict.fromkeys((".zip", ".gz", ".bz2", ".xz", ".zst", ".7z", ".tar", ".warc"), "an archive, which cannot be read yet; unpack it"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".mp3", ".mp4"), "a picture, sound or film; give its text as .txt"),
    ".json": "one JSON value, which cannot be read yet; write one article a line in a .jsonl file",
}


@dataclass(frozen=True, slots=True)
class Found:
    """A regular file; ``origin`` is its path relative to the folder given, or its name."""

    path: Path
    origin: str


def find_files(inputs: Sequence[str]) -> tuple[list[Found], list[Skipped]]:
    """Every file below ``inputs`` in order of origin; one reached twice keeps its longest origin and is skipped under the other."""
    entries = [entry for given in inputs for entry in _given(Path(given))]
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


def _given(path: Path) -> Iterator[Found | Skipped]:
    name = _shown(path.name or str(path))
    try:
        is_folder = stat.S_ISDIR(path.stat().st_mode)
    except (OSError, ValueError) as error:  # ValueError: a NUL in the name
        yield Skipped(name, _system_reason(error))
        return
    entries = list(_below(path)) if is_folder else [_checked(path, name)]
    yield from entries or [Skipped(name, "is an empty folder; put articles into it or give another")]


def _below(folder: Path) -> Iterator[Found | Skipped]:
    """Files of ``folder`` and the folders in it; hidden ones are not ours to read, a linked folder is named."""
    failures: list[OSError] = []
    for place, folders, files in os.walk(folder, onerror=failures.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in (*folders, *sorted(files)):
            path = Path(place, name)
            origin = _shown(path.relative_to(folder).as_posix())
            if name in folders and path.is_symlink():
                yield Skipped(origin, "is a link to a folder; give the folder itself")
            elif name not in folders and not name.startswith("."):
                yield _checked(path, origin)
    for failure in failures:
        place = Path(failure.filename).relative_to(folder).as_posix()
        yield Skipped(_shown(folder.name if place == "." else place), _system_reason(failure))


def _checked(path: Path, origin: str) -> Found | Skipped:
    other = OTHER_FORMATS.get(path.suffix.lower())
    try:
        regular = stat.S_ISREG(path.stat().st_mode)
    except OSError as error:
        return Skipped(origin, _system_reason(error))
    if not regular:
        return Skipped(origin, "is not a regular file; give a file, or - for standard input")
    return Skipped(origin, f"is {other}") if other else Found(path, origin)


def _system_reason(error: OSError | ValueError) -> str:
    """One line for what the operating system says, with what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file; check its name"
    if isinstance(error, PermissionError):
        return "permission denied; make it readable"
    return f"cannot be opened ({getattr(error, 'strerror', None) or error}); check its name"


def _shown(name: str) -> str:
    """A name as it can be written: NFC whatever the file system, and no half-decoded bytes."""
    return unicodedata.normalize("NFC", os.fsencode(name).decode("utf-8", "replace"))
