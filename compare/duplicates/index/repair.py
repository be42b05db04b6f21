"""A folder of segments whose manifest is lost, or of which some are damaged -> an index again; no segment is removed.

Segments that are whole and follow each other are named by a new manifest, as they are. From the first gap or damage on, the texts of the
others are signed anew into one segment: their labels, links and copies may speak of paragraphs that are no more. Numbers of paragraphs,
by which clusters are called, stay; those that were lost are given to nobody.

The order on the disk: the new segment, whole, under a name that none had; then the manifest. Whatever ends it before that, the folder is
as it was, but for a whole segment more, and a second repair ends as the first would have.
"""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from compare.duplicates.index import container, manifest
from compare.duplicates.index.container import Array
from compare.duplicates.index.manifest import BACKUP, SEGMENTS, LeftOut, Lost, Manifest, Part
from compare.duplicates.index.open_index import Index, map_segment, open_index, require_hashes
from compare.duplicates.index.read_segment_in_parts import in_parts, nothing_told
from compare.duplicates.index.segment import TOLD
from compare.duplicates.index.survey_segments import Stood, Survey, chosen, surveyed
from compare.duplicates.index.write_lock import locked, readable, told
from compare.duplicates.index.writer import Writer
from compare.duplicates.kernels.kernel_protocol import Kernels
from compare.errors import DamagedIndexError

SCRATCH = "repair.new"  # folder beside the segments, in which nothing but this stands
UNREAD = "manifest.json.unread"

KernelsFor = Callable[[int], Kernels]  # who computes so many paragraphs


@dataclass(frozen=True, slots=True)
class Repaired:
    """The index; ``signed`` are paragraphs that were signed anew, ``left_out`` and ``lost`` what this repair left out and did not get back.

    ``unread`` is where the manifest went that could not be read.
    """

    index: Index
    signed: int = 0
    left_out: tuple[LeftOut, ...] = ()
    lost: tuple[Lost, ...] = ()
    unread: Path | None = None
    changed: bool = True


@dataclass(frozen=True, slots=True)
class _Plan:
    """What there was, and what becomes of it: segments that can stay as they are, and those whose texts are signed anew."""

    folder: Path
    before: Manifest | None  # if it can be read
    survey: Survey
    kept: tuple[Stood, ...]
    anew: tuple[Stood, ...]

    @property
    def is_done(self) -> bool:
        """Whether the manifest names just what is there."""
        parts = tuple(one.about.part(one.stamp) for one in self.kept)
        return self.before is not None and not self.anew and (self.before.parts, self.before.paragraphs) == (parts, self.survey.paragraphs)


def repair(folder: Path, kernels_for: KernelsFor) -> Repaired:
    """``IndexFolderError`` if another one is writing, no segment has a whole text, or the folder cannot be read or written."""
    if not manifest.segments_in(folder):
        if manifest.read(folder).parts:
            raise DamagedIndexError(str(folder), "has none of the segments that its manifest names", BACKUP)
        return Repaired(open_index(folder), changed=False)
    with locked(folder), told(folder):
        shutil.rmtree(folder / SCRATCH, ignore_errors=True)  # of a repair that was ended
        before = _manifest_before(folder)
        survey = surveyed(folder, before)
        if not survey.stood:
            faults = "; ".join(f"{name} {why}" for name, why in survey.unusable.items())
            raise DamagedIndexError(str(folder), f"has no segment whose texts are whole ({faults})", BACKUP)
        plan = _Plan(folder, before, survey, *_divided(chosen(survey.stood)))
        return Repaired(open_index(folder), changed=False) if plan.is_done else _made(plan, kernels_for)


def _manifest_before(folder: Path) -> Manifest | None:
    """``None`` if it is lost, damaged or another index's. ``IndexFolderError`` if it is of another version, or cannot be read here."""
    try:
        found = manifest.read(folder)
    except DamagedIndexError:
        return None
    require_hashes(folder, found)
    return found if any(_is_there(folder, part) for part in found.parts) else None


def _is_there(folder: Path, part: Part) -> bool:
    path = folder / SEGMENTS / part.name
    try:
        with readable(path):
            return container.stamp_of(path) == part.stamp
    except (container.DamagedError, FileNotFoundError):
        return False


def _divided(stood: Sequence[Stood]) -> tuple[tuple[Stood, ...], tuple[Stood, ...]]:
    """Segments that can stay as they are, and those behind the first gap, damage, or loss that they were not written after."""
    end = 0
    lost: tuple[Lost, ...] = ()
    for at, one in enumerate(stood):
        if one.faults or one.first != end or tuple(each for each in one.about.lost if each.first < one.first) != lost:
            return tuple(stood[:at]), tuple(stood[at:])
        end, lost = one.end, (*lost, *one.lost)
    return tuple(stood), ()


def _made(plan: _Plan, kernels_for: KernelsFor) -> Repaired:
    index = _kept(plan)
    gone = _gaps(len(index), [*((one.first, one.end) for one in plan.anew), (plan.survey.paragraphs, plan.survey.paragraphs)])
    earlier = index.manifest.left_out
    if plan.anew or gone:
        index = _signed_anew(index, plan.anew, gone, kernels_for)
    left_out = tuple(_left_out(plan, index.manifest))
    named = {each.name for each in left_out} | {part.name for part in index.manifest.parts}
    unread = _out_of_the_way(plan)
    manifest.write(plan.folder, replace(index.manifest, left_out=(*(each for each in earlier if each.name not in named), *left_out)))
    lost = tuple(each for each in gone if plan.before is None or each not in plan.before.lost)
    return Repaired(open_index(plan.folder), sum(one.told for one in plan.anew), left_out, lost, unread=unread)


def _kept(plan: _Plan) -> Index:
    """The index of segments that stay, with the numbers that were given ever."""
    before = plan.before or Manifest(plan.survey.stood[0].about.header)
    numbers = [manifest.number_of(name) or 0 for name in manifest.segments_in(plan.folder)]
    parts = tuple(one.about.part(one.stamp) for one in plan.kept)
    now = Manifest(
        before.header,
        adds=max([before.adds, *(one.about.adds for one in plan.survey.stood)]),
        written=max([before.written, *numbers]),
        parts=parts,
        left_out=before.left_out,
        lost=tuple(each for one in plan.kept for each in one.lost),
    )
    return Index(plan.folder, now, tuple(map_segment(plan.folder, part) for part in parts))


def _gaps(start: int, ranges: Sequence[tuple[int, int]]) -> tuple[Lost, ...]:
    """What lies between ranges that rise."""
    found = []
    for first, end in ranges:
        if first > start:
            found.append(Lost(start, first - start))
        start = max(start, end)
    return tuple(found)


def _signed_anew(index: Index, anew: Sequence[Stood], gone: Sequence[Lost], kernels_for: KernelsFor) -> Index:
    """The index with one segment more, that holds what ``anew`` told, and nothing for lost numbers. The manifest is not written."""
    folder, scratch = index.folder, index.folder / SCRATCH
    (scratch / SEGMENTS).mkdir(parents=True)
    lost = sorted({*index.manifest.lost, *gone, *(each for one in anew for each in one.lost)})
    writer = Writer(Index(scratch, replace(index.manifest, lost=tuple(lost)), index.segments))
    for arrays in _in_order(folder, anew, gone):
        writer.take(arrays, kernels_for(len(arrays["article"])))
    new = len(writer.index.segments) - len(index.segments)
    if new > 1:
        writer.join(new)
    part = writer.index.manifest.parts[-1]
    (scratch / SEGMENTS / part.name).replace(folder / SEGMENTS / part.name)
    manifest.settle(folder / SEGMENTS)
    shutil.rmtree(scratch)
    return Index(folder, writer.index.manifest, (*index.segments, map_segment(folder, part)))


def _in_order(folder: Path, anew: Sequence[Stood], gone: Sequence[Lost]) -> Iterator[Mapping[str, Array]]:
    """What was told, by parts of a size that fits into memory, and nothing where a gap is."""
    pieces: list[tuple[int, Stood | Lost]] = [*((one.first, one) for one in anew), *((each.first, each) for each in gone)]
    for _, piece in sorted(pieces, key=lambda piece: piece[0]):
        if isinstance(piece, Lost):
            yield nothing_told(piece.paragraphs)
        else:
            arrays = container.mapped(folder / SEGMENTS / piece.about.name, piece.stamp)
            yield from in_parts({name: arrays[name] for name in TOLD})


def _left_out(plan: _Plan, now: Manifest) -> Iterator[LeftOut]:
    """Every segment that the manifest does not name, with the reason; those that an earlier repair left out have theirs."""
    named, anew = {part.name for part in now.parts}, {one.about.name: one for one in plan.anew}
    earlier = {each.name for each in now.left_out}
    for name in sorted({*manifest.segments_in(plan.folder), *plan.survey.unusable} - named):
        if name in plan.survey.unusable:
            yield LeftOut(name, plan.survey.unusable[name])
        elif name in anew:
            why = f"is damaged ({', '.join(anew[name].faults)}) but for its texts" if anew[name].faults else "came behind a damaged one"
            yield LeftOut(name, f"{why}; its texts stand in {now.parts[-1].name}")
        elif name not in earlier:
            yield LeftOut(name, "has no paragraph that others have not")


def _out_of_the_way(plan: _Plan) -> Path | None:
    """A manifest that cannot be read is kept under another name: it may be another program's."""
    path = plan.folder / manifest.NAME
    if plan.before is not None or not path.exists():
        return None
    free = next(free for at in count(1) if not (free := path.with_name(UNREAD if at == 1 else f"{UNREAD}{at}")).exists())
    path.replace(free)
    return free
