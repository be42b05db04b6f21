"""A folder -> what stands in it and below, a folder after the other; it can take long, so every file that was seen is told."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

# Told how many more names were seen; what it raises ends the walk.
Progress = Callable[[int], None]
Kind = Literal["file", "folder", "link", "link to a folder", "other"]
_REPORTED_EVERY = 1_000  # names


@dataclass(frozen=True, slots=True)
class FolderEntry:
    """What stands there, by its path below the folder ("" for the folder itself); with a fault where the system lets nobody read it."""

    relative_path: str
    kind: Kind
    fault: OSError | None = None


def walk_folder(folder: Path, deepest: int, progress: Progress) -> Iterator[FolderEntry]:
    """Links and files of a folder in order of their names, then its folders in order of theirs; without what is hidden.

    No link is followed. A folder below ``deepest`` others comes as such and is not gone into; of the others only those that cannot be read
    come.
    """
    ahead = [""]
    while ahead:
        place = ahead.pop()
        try:
            names = _listed(folder / place, progress)
        except OSError as error:
            yield FolderEntry(place, "folder", error)
            continue
        within = f"{place}/" if place else ""
        folders = [within + name for name, kind in names if kind == "folder"]
        if within.count("/") < deepest:
            ahead += reversed(folders)
        else:
            yield from (FolderEntry(inside, "folder") for inside in folders)
        yield from (FolderEntry(within + name, kind) for name, kind in names if kind != "folder")


def _listed(folder: Path, progress: Progress) -> list[tuple[str, Kind]]:
    """Sorted; of a million names, two hundred megabytes."""
    names: list[tuple[str, Kind]] = []
    untold = 0
    with os.scandir(folder) as entries:
        for entry in entries:
            if not entry.name.startswith("."):
                names.append((entry.name, _kind(entry)))
            untold += 1
            if untold == _REPORTED_EVERY:
                progress(untold)
                untold = 0
    progress(untold)
    return sorted(names)


def _kind(entry: os.DirEntry[str]) -> Kind:
    if entry.is_symlink():
        return "link to a folder" if os.path.isdir(entry.path) else "link"  # noqa: PTH112 - a path would be made of every link
    if entry.is_dir():
        return "folder"
    return "file" if entry.is_file() else "other"
