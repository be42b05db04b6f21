"""A folder of segments whose manifest is lost, or of which some are damaged -> an index again; no segment is removed.

Segments that are whole and follow each other are named by a new manifest, as they are. From the first gap or damage on, the texts of the
others are signed anew into one segment: their labels, links and copies may speak of paragraphs that are no more. Numbers of paragraphs,
by which clusters are called, stay; those that were lost are given to nobody.

The order on the disk: the new segment, whole, under a name that none had; then the manifest. Whatever ends it before that, the folder is as it
was, but for a whole segment more, and a second repair ends as the first would have.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from compare.duplicates.index import container, manifest
from compare.duplicates.index.container import Array
from compare.duplicates.index.lock import locked, told
from compare.duplicates.index.manifest import SEGMENTS, LeftOut, Lost, Manifest, Part
from compare.duplicates.index.opening import Index, check, map_segment, open_index
from compare.duplicates.index.retold import in_parts, nothing_told
from compare.duplicates.index.segment import TOLD
from compare.duplicates.index.survey import Stood, Survey, chosen, surveyed
from compare.duplicates.index.writer import Writer
from compare.duplicates.kernels.seam import Kernels
from compare.errors import DamagedIndexError, IndexFolderError

SCRATCH = "repair.new"  # folder beside the segments, in which nothing but this stands
UNREAD = "manifest.json.unread"

KernelsFor = Callable[[int], Kernels]  # who computes so many paragraphs


@dataclass(frozen=True, slots=True)
class Repaired:
    """The index; ``signed`` are paragraphs that were signed anew, ``left_out`` and ``lost`` what this repair left out and could not get back.

    ``unread`` is where the manifest went that could not be read.
    """

    index: Index
    signed: int = 0
    left_out: tuple[LeftOut, ...] = ()
    lost: tuple[Lost, ...] = ()
    unread: Path | None = None
    changed: bool = True


def repair(folder: Path, kernels_for: KernelsFor) -> Repaired:
    """``IndexFolderError`` if another one is writing, there is no segment at all, or the folder cannot be read or written."""
    if not manifest.segments_in(folder):
        manifest.read(folder)  # tells that there is no index, or that its manifest alone is damaged
    with locked(folder), told(folder / SEGMENTS):
        before = _manifest_before(folder)
        survey = surveyed(folder, before)
        kept, anew = _divided(chosen(survey.stood))
        if before and not anew and _is_so(before, kept, survey):
            return Repaired(open_index(folder), changed=False)
        return _made(folder, before, survey, (kept, anew), kernels_for)


def _manifest_before(folder: Path) -> Manifest | None:
    """``None`` if it is lost, damaged or another index's. ``IndexFolderError`` if it may be whole, and cannot be read here."""
    try:
        found = manifest.read(folder)
    except DamagedIndexError:
        return None
    return found if any(_is_there(folder, part) for part in found.parts) else None


def _is_there(folder: Path, part: Part) -> bool:
    try:
        return container.stamp_of(folder / SEGMENTS / part.name) == part.stamp
    except (container.DamagedError, FileNotFoundError):
        return False


def _divided(stood: Sequence[Stood]) -> tuple[tuple[Stood, ...], tuple[Stood, ...]]:
    """Segments that can stay as they are, and those behind the first gap, damage, or loss that they were not written after."""
    end, lost = 0, ()
    for at, one in enumerate(stood):
        if one.faults or one.first != end or tuple(each for each in one.about.lost if each.first < one.first) != lost:
            return tuple(stood[:at]), tuple(stood[at:])
        end, lost = one.end, (*lost, *one.lost)
    return tuple(stood), ()


def _is_so(before: Manifest, kept: Sequence[Stood], survey: Survey) -> bool:
    return before.parts == tuple(one.about.part(one.stamp) for one in kept) and survey.paragraphs == before.paragraphs


def _made(
    folder: Path, before: Manifest | None, survey: Survey, stood: tuple[Sequence[Stood], Sequence[Stood]], kernels_for: KernelsFor
) -> Repaired:
    kept, anew = stood
    header = before.header if before else _header_of(folder, survey)
    numbers = [manifest.number_of(name) or 0 for name in manifest.segments_in(folder)]
    adds = max([before.adds if before else 0, *(one.about.adds for one in survey.stood)])
    parts = tuple(one.about.part(one.stamp) for one in kept)
    lost = tuple(each for one in kept for each in one.lost)
    now = Manifest(header, adds, max([before.written if before else 0, *numbers]), parts, before.left_out if before else (), lost)
    index = Index(folder, now, tuple(map_segment(folder, part) for part in parts))
    gone = _gaps(len(index), [*((one.first, one.end) for one in anew), (survey.paragraphs, survey.paragraphs)])
    if anew or gone:
        index = _signed_anew(index, anew, (gone, survey.paragraphs), kernels_for)
    left_out = tuple(_left_out(folder, survey, (kept, anew), index.manifest))
    earlier = tuple(each for each in now.left_out if each.name not in {one.name for one in (*left_out, *index.manifest.parts)})
    unread = _out_of_the_way(folder, before)
    now = replace(index.manifest, left_out=(*earlier, *left_out))
    manifest.write(folder, now)
    repaired = open_index(folder)
    check(repaired)
    new = tuple(each for each in gone if before is None or each not in before.lost)
    return Repaired(repaired, sum(one.told for one in anew), left_out, new, unread)


def _header_of(folder: Path, survey: Survey) -> Mapping[str, object]:
    if not survey.stood:
        faults = "; ".join(f"{name} {why}" for name, why in survey.unusable.items())
        raise DamagedIndexError(str(folder), f"has no segment whose texts are whole ({faults})", "take the folder back from a backup")
    return survey.stood[0].about.header


def _gaps(start: int, ranges: Sequence[tuple[int, int]]) -> tuple[Lost, ...]:
    """What lies between ranges that rise."""
    found = []
    for first, end in ranges:
        if first > start:
            found.append(Lost(start, first - start))
        start = max(start, end)
    return tuple(found)


def _signed_anew(index: Index, anew: Sequence[Stood], missing: tuple[Sequence[Lost], int], kernels_for: KernelsFor) -> Index:
    """The index with one segment more, that holds what ``anew`` told, and nothing for numbers that are lost. The manifest is not written."""
    folder, scratch = index.folder, index.folder / SCRATCH
    shutil.rmtree(scratch, ignore_errors=True)  # of a repair that was ended
    (scratch / SEGMENTS).mkdir(parents=True)
    lost = sorted({*index.manifest.lost, *missing[0], *(each for one in anew for each in one.lost)})
    writer = Writer(Index(scratch, replace(index.manifest, lost=tuple(lost)), index.segments))
    first = len(index.segments)
    for arrays in _in_order(folder, anew, missing[0]):
        writer.take(arrays, kernels_for(len(arrays["article"])))
    if len(writer.index.segments) > first + 1:
        writer.join(len(writer.index.segments) - first)
    part = writer.index.manifest.parts[-1]
    (scratch / SEGMENTS / part.name).replace(folder / SEGMENTS / part.name)
    manifest.settle(folder / SEGMENTS)
    shutil.rmtree(scratch)
    return Index(folder, writer.index.manifest, (*index.segments, map_segment(folder, part)))


def _in_order(folder: Path, anew: Sequence[Stood], gone: Sequence[Lost]) -> Iterator[Mapping[str, Array]]:
    """What was told, by parts of a size that fits into memory, and nothing where a gap is."""
    pieces = sorted([*((one.first, one) for one in anew), *((each.first, each) for each in gone)], key=lambda piece: piece[0])
    for _, piece in pieces:
        if isinstance(piece, Lost):
            yield nothing_told(piece.paragraphs)
        else:
            arrays = container.mapped(folder / SEGMENTS / piece.about.name, piece.stamp)
            yield from in_parts({name: arrays[name] for name in TOLD})


def _left_out(folder: Path, survey: Survey, stood: tuple[Sequence[Stood], Sequence[Stood]], now: Manifest) -> Iterator[LeftOut]:
    """Every segment that the manifest does not name, with the reason."""
    named, anew = {part.name for part in now.parts}, {one.about.name: one for one in stood[1]}
    for name in sorted({*manifest.segments_in(folder), *survey.unusable} - named):
        if name in survey.unusable:
            yield LeftOut(name, survey.unusable[name])
        elif name in anew:
            why = f"is damaged ({', '.join(anew[name].faults)}) but for its texts" if anew[name].faults else "came behind a damaged one"
            yield LeftOut(name, f"{why}; its texts stand in {now.parts[-1].name}")
        elif name not in {each.name for each in now.left_out}:
            yield LeftOut(name, "has no paragraph that others have not")


def _out_of_the_way(folder: Path, before: Manifest | None) -> Path | None:
    """A manifest that cannot be read is kept under another name: it may be another program's."""
    if before is not None or not (folder / manifest.NAME).exists():
        return None
    free = next(path for at in range(1, 1000) if not (path := folder / (UNREAD if at == 1 else f"{UNREAD}{at}")).exists())
    (folder / manifest.NAME).replace(free)
    return free
