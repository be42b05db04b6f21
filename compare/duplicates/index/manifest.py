"""The manifest of an index <-> its file: which segments there are, how they were signed, and nothing that is not whole on the disk."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from compare.duplicates.index.container import Stamp
from compare.errors import IndexFolderError

NAME = "manifest.json"
NEW = "manifest.json.new"
SEGMENTS = "segments"
FAMILY, FORMAT = "tellings-index/", "tellings-index/1"


@dataclass(frozen=True, slots=True)
class Part:
    """A segment as the manifest names it: its file, and which paragraphs, by their number in the whole index, are in it."""

    name: str
    first: int
    paragraphs: int
    articles: int
    stamp: Stamp

    @property
    def end(self) -> int:
        """The number that the next segment begins with."""
        return self.first + self.paragraphs


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index is at one moment: how its texts were signed, how often was added, segments ever written, and those that are."""

    header: Mapping[str, Any]
    adds: int = 0
    written: int = 0
    parts: tuple[Part, ...] = ()

    @property
    def paragraphs(self) -> int:
        """All of them; also the number that the next one gets."""
        return self.parts[-1].end if self.parts else 0


def read(folder: Path) -> Manifest:
    """``IndexFolderError`` if there is none, or one that this version did not write and cannot read."""
    path = folder / NAME
    try:
        document = json.loads(path.read_bytes())
    except FileNotFoundError as error:
        raise IndexFolderError(str(folder), "holds no index", "name the folder of one, or make one with `tellings index add`") from error
    except OSError as error:
        raise IndexFolderError(str(path), f"cannot be read ({error.strerror or error})", "make it readable") from error
    except ValueError as error:
        raise IndexFolderError(str(path), "is no manifest of an index", "take the folder back from a backup") from error
    return _manifest(document, path)


def _manifest(document: Any, path: Path) -> Manifest:  # noqa: ANN401 - any JSON
    given = document.get("format") if isinstance(document, dict) else None
    if not isinstance(given, str) or not given.startswith(FAMILY):
        raise IndexFolderError(str(path), "is no manifest of an index", "name the folder of an index")
    if given != FORMAT:
        raise IndexFolderError(str(path), f"is of format {given}, which is not {FORMAT}", "use the version of tellings that wrote it")
    if document.get("sha256") != _checksum(document):
        raise IndexFolderError(str(path), "is not as it was written", "take the folder back from a backup")
    parts = tuple(Part(**{**part, "stamp": Stamp(**part["stamp"])}) for part in document["segments"])
    return Manifest(document["header"], document["adds"], document["written"], parts)


def write(folder: Path, manifest: Manifest) -> None:
    """When this returns the index is what ``manifest`` says, whatever happens then; until its new name is on the disk, it is as it was."""
    document: dict[str, Any] = {
        "format": FORMAT,
        "header": dict(manifest.header),
        "adds": manifest.adds,
        "written": manifest.written,
        "segments": [asdict(part) for part in manifest.parts],
    }
    document["sha256"] = _checksum(document)
    with (folder / NEW).open("w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(document, allow_nan=False) + "\n")  # indented, json would take 2 ms of an add
        file.flush()
        os.fsync(file.fileno())
    (folder / NEW).replace(folder / NAME)
    settle(folder)


def settle(folder: Path) -> None:
    """The names in a folder are on the disk too; Windows opens no folders and needs none of this."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _checksum(document: Mapping[str, Any]) -> str:
    rest = {name: value for name, value in document.items() if name != "sha256"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, allow_nan=False).encode()).hexdigest()
