"""The folder of an index -> what its manifest names, mapped for reading; what happens to the folder afterwards changes nothing in it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from compare.duplicates.index import container, manifest
from compare.duplicates.index.header import HASHES, settings_of
from compare.duplicates.index.manifest import REPAIR, SEGMENTS, Manifest, SegmentEntry
from compare.duplicates.index.segment import Segment
from compare.duplicates.index.write_lock import read_errors
from compare.duplicates.kernels.batch import Indices
from compare.errors import DamagedIndexError, IndexFolderError
from compare.settings import DuplicateSettings


@dataclass(frozen=True, slots=True)
class Index:
    """One moment of an index. On Windows what is mapped cannot be removed; the next writer does."""

    folder: Path
    manifest: Manifest
    segments: tuple[Segment, ...]

    def __len__(self) -> int:
        return self.manifest.paragraphs

    @property
    def paragraph_count(self) -> int:
        """Paragraphs without those that were lost by a damage."""
        return len(self) - sum(lost.paragraphs for lost in self.manifest.lost)

    @property
    def settings(self) -> DuplicateSettings:
        """How its texts were signed and are compared."""
        return settings_of(self.manifest.header)

    def by_segment(self, ids: Indices) -> Iterator[tuple[Segment, Indices, Indices]]:
        """Segments that hold some of ``ids``, with the indices into ``ids`` of those, and their numbers in the segment."""
        of = np.searchsorted([segment.part.end for segment in self.segments], ids, "right")
        for at in np.unique(of).tolist():
            where = np.flatnonzero(of == at)
            yield self.segments[at], where, ids[where] - self.segments[at].part.first


def open_index(folder: Path) -> Index:
    """``IndexFolderError`` if there is none or it is of another format, ``DamagedIndexError`` if a segment is cut, absent or another one.

    Arrays are held against their checksums by ``check`` alone. A compaction may remove a segment between the reading of the manifest and
    the mapping, and an add may write further ones: then the manifest is a newer one.
    """
    found = manifest.read(folder)
    while True:
        try:
            index = from_manifest(folder, found)
            fault = _older_than_segments(folder, found)
        except FileNotFoundError as error:
            index, fault = None, DamagedIndexError(str(error.filename), "is named by the manifest and is not there", REPAIR)
        if index is not None and fault is None:
            return index
        newer = manifest.read(folder)
        if newer == found and fault is not None:
            raise fault
        found = newer


def open_and_check(folder: Path, settings: DuplicateSettings) -> Index:
    """The same, with every byte held against its checksum if ``duplicates.index_check`` is ``open``."""
    index = open_index(folder)
    if settings.index_check == "open":
        check(index)
    return index


@contextmanager
def damage_reported(index: Index) -> Iterator[None]:
    """Numbers of a damaged array may lead to where nothing is: then ``DamagedIndexError`` names it. Other errors pass."""
    try:
        yield
    except (IndexError, ValueError, OverflowError):
        check(index)
        raise


def _older_than_segments(folder: Path, found: Manifest) -> DamagedIndexError | None:
    """A writer leaves one segment at most that no manifest names yet; further ones were named by a manifest that is no more."""
    later = [name for name in manifest.segments_in(folder) if (manifest.number_of(name) or 0) > found.written + 1]
    if not later:
        return None
    problem = f"is older than its segments ({', '.join(later[:5])}), which it does not know"
    return DamagedIndexError(str(folder / manifest.NAME), problem, REPAIR)


def from_manifest(folder: Path, found: Manifest) -> Index:
    """``FileNotFoundError`` if a segment is not there."""
    require_hashes(folder, found)
    return Index(folder, found, tuple(map_segment(folder, part) for part in found.parts))


def require_hashes(folder: Path, found: Manifest) -> None:
    """``IndexFolderError`` if texts were signed by a version that hashes in another way."""
    if found.header.get("hashes") != HASHES:
        problem = f"hashes as {found.header.get('hashes')!r}, and this version as {HASHES!r}"
        raise IndexFolderError(str(folder), problem, "use the version of tellings that made it, or make the index anew")


def map_segment(folder: Path, part: SegmentEntry) -> Segment:
    """``DamagedIndexError`` if it is not the file that was written."""
    path = folder / SEGMENTS / part.name
    try:
        with read_errors(path):
            return Segment(part, container.map_arrays(path, part.stamp))
    except container.DamagedError as error:
        raise DamagedIndexError(str(path), str(error), REPAIR) from error


def check(index: Index) -> None:
    """Every byte is read; ``DamagedIndexError`` names each file and array that is not what was written.

    If segments were joined meanwhile, the index that they became is read.
    """
    try:
        require_whole(index, index.manifest.parts)
    except FileNotFoundError:
        check(open_index(index.folder))


def require_whole(index: Index, parts: Sequence[SegmentEntry]) -> None:
    """The same of some segments; ``FileNotFoundError`` if one is not there."""
    faults = []
    for part in parts:
        try:
            faults += [f"{part.name}: {name}" for name in container.damaged_arrays(index.folder / SEGMENTS / part.name, part.stamp)]
        except FileNotFoundError:
            raise
        except (container.DamagedError, OSError) as error:
            faults.append(f"{part.name}: {error}")
    if faults:
        raise DamagedIndexError(str(index.folder), f"is not as it was written ({'; '.join(faults)})", REPAIR)
