"""The folder of an index -> what its manifest names, mapped for reading; what happens to the folder afterwards changes nothing in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from compare.duplicates.index import container, manifest
from compare.duplicates.index.header import HASHES, settings_of
from compare.duplicates.index.manifest import SEGMENTS, Manifest, Part
from compare.duplicates.index.segment import Segment
from compare.duplicates.kernels.batch import Indices
from compare.errors import IndexFolderError
from compare.settings import DuplicateSettings

_BACKUP = "take the folder back from a backup, or make the index anew"


@dataclass(frozen=True, slots=True)
class Index:
    """One moment of an index. On Windows what is mapped cannot be removed; the next writer does."""

    folder: Path
    manifest: Manifest
    segments: tuple[Segment, ...]

    def __len__(self) -> int:
        return self.manifest.paragraphs

    @property
    def settings(self) -> DuplicateSettings:
        """How its texts were signed and are compared."""
        return settings_of(self.manifest.header)

    def parted(self, ids: Indices) -> Iterator[tuple[Segment, Indices, Indices]]:
        """Segments that hold some of ``ids``, with the indices into ``ids`` of those, and their numbers in the segment."""
        of = np.searchsorted([segment.part.end for segment in self.segments], ids, "right")
        for at in np.unique(of).tolist():
            where = np.flatnonzero(of == at)
            yield self.segments[at], where, ids[where] - self.segments[at].part.first


def open_index(folder: Path) -> Index:
    """``IndexFolderError`` if there is none, it is of another format, or a segment is cut or another one; checksums wait for ``check``.

    A compaction may remove a segment between the reading of the manifest and the mapping: then the manifest is a newer one.
    """
    found = manifest.read(folder)
    while True:
        try:
            return from_manifest(folder, found)
        except FileNotFoundError as error:
            newer = manifest.read(folder)
            if newer == found:
                raise IndexFolderError(str(error.filename), "is named by the manifest and is not there", _BACKUP) from error
            found = newer


def from_manifest(folder: Path, found: Manifest) -> Index:
    """``FileNotFoundError`` if a segment is not there."""
    if found.header.get("hashes") != HASHES:
        problem = f"hashes as {found.header.get('hashes')!r}, and this version as {HASHES!r}"
        raise IndexFolderError(str(folder), problem, "use the version of tellings that made it, or make the index anew")
    return Index(folder, found, tuple(map_segment(folder, part) for part in found.parts))


def map_segment(folder: Path, part: Part) -> Segment:
    """``IndexFolderError`` if it is not the file that was written."""
    path = folder / SEGMENTS / part.name
    try:
        return Segment(part, container.mapped(path, part.stamp))
    except FileNotFoundError:
        raise
    except OSError as error:
        raise IndexFolderError(str(path), f"cannot be read ({error.strerror or error})", "make it readable") from error
    except container.DamagedError as error:
        raise IndexFolderError(str(path), str(error), _BACKUP) from error


def check(index: Index) -> None:
    """Every byte is read; ``IndexFolderError`` names each file and array that is not what was written.

    If segments were joined meanwhile, the index that they became is read.
    """
    faults = []
    for part in index.manifest.parts:
        path = index.folder / SEGMENTS / part.name
        try:
            faults += [f"{part.name}: {name}" for name in container.broken(path, part.stamp)]
        except FileNotFoundError:
            return check(open_index(index.folder))
        except (container.DamagedError, OSError) as error:
            faults.append(f"{part.name}: {error}")
    if faults:
        raise IndexFolderError(str(index.folder), f"is not as it was written ({'; '.join(faults)})", _BACKUP)
    return None
