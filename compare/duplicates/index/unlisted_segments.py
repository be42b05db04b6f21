"""Segments that a manifest does not name -> those that stand for nothing are removed, what a killed writer finished is taken in."""

from dataclasses import replace
from pathlib import Path

from compare.duplicates.index import container, manifest
from compare.duplicates.index.manifest import REPAIR, SEGMENTS, SegmentEntry
from compare.duplicates.index.open_index import Index, map_segment
from compare.duplicates.index.segment import DESCRIPTION
from compare.duplicates.index.segment_description import SegmentDescription, from_array
from compare.duplicates.index.write_lock import write_errors
from compare.errors import DamagedIndexError


def settle_unlisted(index: Index) -> Index:
    """What a writer begins with. Called by the one who holds the lock.

    A segment behind the last one was being written, for an add or for a join, when its writer ended. Half of it is nothing, and so is what
    the index has already. A whole one with new paragraphs is taken in: if the manifest is of an earlier time, they were acknowledged.
    ``DamagedIndexError`` if it is neither; nothing is removed then.
    """
    name = manifest.name_of(index.manifest.written + 1)
    if name not in manifest.segments_in(index.folder):
        remove_joined(index)
        return index
    path = index.folder / SEGMENTS / name
    part = _finished_segment(index, path)
    if part is None:
        remove_segment(path)
        remove_joined(index)
        return index
    now = replace(index.manifest, adds=index.manifest.adds + 1, written=index.manifest.written + 1, parts=(*index.manifest.parts, part))
    with write_errors(index.folder / manifest.NAME):
        manifest.write(index.folder, now)
    index = Index(index.folder, now, (*index.segments, map_segment(index.folder, part)))
    remove_joined(index)
    return index


def remove_joined(index: Index) -> None:
    """Segments that were joined into one that the manifest names; those that a repair left out stay."""
    stay = {part.name for part in index.manifest.parts} | {each.name for each in index.manifest.left_out}
    for name in manifest.segments_in(index.folder):
        if name not in stay and (manifest.number_of(name) or 0) <= index.manifest.written:
            remove_segment(index.folder / SEGMENTS / name)


def remove_segment(path: Path) -> None:
    """One that another system still holds open stays until the next writer."""
    with write_errors(path):
        try:
            path.unlink(missing_ok=True)
        except PermissionError:  # Windows, where it is mapped by a reader
            return


def read_description(path: Path) -> tuple[SegmentDescription, list[str], container.Stamp]:
    """What a segment says of itself, and which of its arrays are damaged. ``DamagedError`` or ``ValueError`` if it says nothing.

    Every byte is read.
    """
    stamp = container.stamp_of(path)
    arrays, faults = container.map_arrays(path, stamp), container.damaged_arrays(path, stamp)
    if DESCRIPTION not in arrays or DESCRIPTION in faults:
        raise container.DamagedError("does not say what it holds")
    about = from_array(arrays[DESCRIPTION])
    if about.name != path.name:
        raise container.DamagedError(f"was called {about.name}")
    return about, faults, stamp


def _finished_segment(index: Index, path: Path) -> SegmentEntry | None:
    """The segment as the next part of the index; ``None`` if it is half a one, or holds what the index has already."""
    try:
        container.stamp_of(path)
    except container.DamagedError:
        return None
    problem = "is of an earlier time than its segments, or of another index"
    try:
        about, faults, stamp = read_description(path)
    except ValueError as error:
        raise DamagedIndexError(str(path), str(error), REPAIR) from error
    if faults:
        raise DamagedIndexError(str(path), f"is not as it was written ({', '.join(faults)})", REPAIR)
    if about.first + about.paragraphs <= len(index) and about.adds <= index.manifest.adds:
        return None
    if (about.first, about.header, about.lost) != (len(index), dict(index.manifest.header), index.manifest.lost):
        raise DamagedIndexError(str(index.folder / manifest.NAME), problem, REPAIR)
    return about.part(stamp)
