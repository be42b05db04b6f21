"""The manifest of an index <-> its file: which segments there are, how they were signed, and nothing that is not whole on the disk."""

import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import regex

from compare.duplicates.index.container import Stamp
from compare.duplicates.index.header import settings_of
from compare.errors import DamagedIndexError, IndexFolderError

NAME = "manifest.json"
NEW_NAME = "manifest.json.new"
SEGMENTS = "segments"
FAMILY, FORMAT = "tellings-index/", "tellings-index/1"
BACKUP = "take the folder back from a backup, or make the index anew"
REPAIR = "make it again from its segments with `tellings index repair`, or take the folder back from a backup"
_SEGMENT = regex.compile(r"(\d{8,18})\.seg")


@dataclass(frozen=True, slots=True)
class SegmentEntry:
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
class LeftOutSegment:
    """A segment that a repair left out, and why; its file stays until a person removes it."""

    name: str
    why: str


@dataclass(frozen=True, slots=True, order=True)
class LostRange:
    """Numbers of paragraphs of which a damage left nothing; they are given to no others."""

    first: int
    paragraphs: int

    @property
    def end(self) -> int:
        """The number behind the last one."""
        return self.first + self.paragraphs


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index is at one moment: how its texts were signed, how often was added, segments ever written, and those that are."""

    header: Mapping[str, Any]
    adds: int = 0
    written: int = 0
    parts: tuple[SegmentEntry, ...] = ()
    left_out: tuple[LeftOutSegment, ...] = ()
    lost: tuple[LostRange, ...] = ()  # rising

    @property
    def paragraphs(self) -> int:
        """All of them; also the number that the next one gets."""
        return self.parts[-1].end if self.parts else 0


def name_of(number: int) -> str:
    """The file of the segment that was written as the ``number``-th."""
    return f"{number:08}.seg"


def number_of(name: str) -> int | None:
    """The same back; ``None`` for a file that is no segment of ours by its name."""
    found = _SEGMENT.fullmatch(name)
    return int(found[1]) if found and name_of(int(found[1])) == name else None


def read(folder: Path) -> Manifest:
    """``IndexFolderError`` if there is none, or one of another version; ``DamagedIndexError`` if it is lost or not as it was written."""
    path = folder / NAME
    try:
        text = path.read_bytes()
    except FileNotFoundError as error:
        raise missing_manifest(folder) from error
    except IsADirectoryError as error:
        raise DamagedIndexError(str(path), "is no manifest of an index, but a folder", REPAIR) from error
    except OSError as error:
        raise IndexFolderError(str(path), f"cannot be read ({error.strerror or error})", "make it readable") from error
    try:
        document = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DamagedIndexError(str(path), "is no manifest of an index", REPAIR) from error
    return _manifest(document, text, path)


def missing_manifest(folder: Path) -> IndexFolderError:
    """What is to be said of a folder without a manifest: that segments stand there, or that it is no index."""
    found = segments_in(folder)
    if found:
        named = ", ".join(found[:_NAMED]) + (f" and {len(found) - _NAMED} more" if len(found) > _NAMED else "")
        return DamagedIndexError(str(folder), f"has segments ({named}) and no {NAME} that names them", REPAIR)
    return IndexFolderError(str(folder), "holds no index", "name the folder of one, or make one with `tellings index add`")


_NAMED = 5  # segments


def segments_in(folder: Path) -> list[str]:
    """The names of files there that are segments by their names, in the order in which they were written."""
    try:
        return sorted(file.name for file in (folder / SEGMENTS).iterdir() if number_of(file.name) is not None)
    except (FileNotFoundError, NotADirectoryError):
        return []


def _manifest(document: Any, text: bytes, path: Path) -> Manifest:  # noqa: ANN401 - any JSON
    given = document.get("format") if isinstance(document, dict) else None
    if not isinstance(given, str) or not given.startswith(FAMILY):
        raise DamagedIndexError(str(path), "is no manifest of an index", REPAIR)
    if given != FORMAT and document.get("sha256") != _checksum({**document, "format": FORMAT}):  # else one letter of ours is altered
        raise IndexFolderError(str(path), f"is of format {given}, which is not {FORMAT}", "use the version of tellings that wrote it")
    if document.get("sha256") != _checksum(document) or text != _as_text(document):
        raise DamagedIndexError(str(path), "is not as it was written", REPAIR)
    try:
        return _checked(document)
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedIndexError(str(path), f"is no manifest that this program writes ({error})", REPAIR) from error


def _checked(document: Mapping[str, Any]) -> Manifest:
    """``ValueError`` for segments that do not follow each other or have no name of ours, ``KeyError``, ``TypeError`` for another form."""
    parts = tuple(SegmentEntry(**{**part, "stamp": Stamp(**part["stamp"])}) for part in document["segments"])
    end = 0
    for part in parts:
        if number_of(part.name) is None or part.first != end or part.paragraphs < 0:
            raise ValueError(f"segment {part.name!r}")
        end = part.end
    left_out = tuple(LeftOutSegment(**each) for each in document.get("left_out", ()))
    lost = tuple(LostRange(**each) for each in document.get("lost", ()))
    settings_of(document["header"])
    return Manifest(document["header"], document["adds"], document["written"], parts, left_out, lost)


def write(folder: Path, manifest: Manifest) -> None:
    """When this returns the index is what ``manifest`` says, whatever happens then; until its new name is on the disk, it is as it was."""
    document: dict[str, Any] = {
        "format": FORMAT,
        "header": dict(manifest.header),
        "adds": manifest.adds,
        "written": manifest.written,
        "segments": [asdict(part) for part in manifest.parts],
    }
    if manifest.left_out or manifest.lost:
        document["left_out"] = [asdict(each) for each in manifest.left_out]
        document["lost"] = [asdict(each) for each in manifest.lost]
    document["sha256"] = _checksum(document)
    with (folder / NEW_NAME).open("wb") as file:
        file.write(_as_text(document))
        file.flush()
        os.fsync(file.fileno())
    (folder / NEW_NAME).replace(folder / NAME)
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """The names in a folder are on the disk too; Windows opens no folders and needs none of this."""
    if os.name != "nt":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _as_text(document: Mapping[str, Any]) -> bytes:
    return (json.dumps(document, allow_nan=False) + "\n").encode()  # indented, json would take 2 ms of an add


def _checksum(document: Mapping[str, Any]) -> str:
    rest = {name: value for name, value in document.items() if name != "sha256"}
    return hashlib.sha256(json.dumps(rest, sort_keys=True, allow_nan=False).encode()).hexdigest()
