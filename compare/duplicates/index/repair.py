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
from compare.duplicates.index.manifest import BACKUP, SEGMENTS, LeftOutSegment, LostRange, Manifest, SegmentEntry
from compare.duplicates.index.open_index import Index, map_segment, open_index, require_hashes
from compare.duplicates.index.read_segment_in_parts import read_in_parts, empty_paragraphs
from compare.duplicates.index.segment import PARAGRAPH_COLUMNS
from compare.duplicates.index.survey_segments import UsableSegment, Survey, choose_segments, survey_segments
from compare.duplicates.index.write_lock import write_lock, read_errors, write_errors
from compare.duplicates.index.writer import IndexWriter
from compare.duplicates.kernels.kernel_protocol import Kernels
from compare.errors import DamagedIndexError

SCRATCH = "repair.new"  # folder beside the segments, in which nothing but this stands
UNREADABLE_NAME = "manifest.json.unread"

KernelsFor = Callable[[int], Kernels]  # who computes so many paragraphs


@dataclass(frozen=True, slots=True)
class RepairResult:
    """The index; ``signed`` are paragraphs that were signed anew, ``left_out`` and ``lost`` what this repair left out and did not get back.

    ``unread`` is where the manifest went that could not be read.
    """

    index: Index
    signed: int = 0
    left_out: tuple[LeftOutSegment, ...] = ()
    lost: tuple[LostRange, ...] = ()
    unread: Path | None = None
    changed: bool = True


@dataclass(frozen=True, slots=True)
class _Plan:
    """What there was, and what becomes of it: segments that can stay as they are, and those whose texts are signed anew."""

    folder: Path
    before: Manifest | None  # if it can be read
    survey: Survey
    kept: tuple[UsableSegment, ...]
    to_sign: tuple[UsableSegment, ...]

    @property
    def is_done(self) -> bool:
        """Whether the manifest names just what is there."""
        parts = tuple(one.description.part(one.stamp) for one in self.kept)
        return self.before is not None and not self.to_sign and (self.before.parts, self.before.paragraphs) == (parts, self.survey.paragraphs)


def repair(folder: Path, kernels_for: KernelsFor) -> RepairResult:
    """``IndexFolderError`` if another one is writing, no segment has a whole text, or the folder cannot be read or written."""
    if not manifest.segments_in(folder):
        if manifest.read(folder).parts:
            raise DamagedIndexError(str(folder), "has none of the segments that its manifest names", BACKUP)
        return RepairResult(open_index(folder), changed=False)
    with write_lock(folder), write_errors(folder):
        shutil.rmtree(folder / SCRATCH, ignore_errors=True)  # of a repair that was ended
        before = _manifest_before(folder)
        survey = survey_segments(folder, before)
        if not survey.usable:
            faults = "; ".join(f"{name} {why}" for name, why in survey.unusable.items())
            raise DamagedIndexError(str(folder), f"has no segment whose texts are whole ({faults})", BACKUP)
        plan = _Plan(folder, before, survey, *_split_at_damage(choose_segments(survey.usable)))
        return RepairResult(open_index(folder), changed=False) if plan.is_done else _carry_out(plan, kernels_for)


def _manifest_before(folder: Path) -> Manifest | None:
    """``None`` if it is lost, damaged or another index's. ``IndexFolderError`` if it is of another version, or cannot be read here."""
    try:
        found = manifest.read(folder)
    except DamagedIndexError:
        return None
    require_hashes(folder, found)
    return found if any(_is_unchanged(folder, part) for part in found.parts) else None


def _is_unchanged(folder: Path, part: SegmentEntry) -> bool:
    path = folder / SEGMENTS / part.name
    try:
        with read_errors(path):
            return container.stamp_of(path) == part.stamp
    except (container.DamagedError, FileNotFoundError):
        return False


def _split_at_damage(segments: Sequence[UsableSegment]) -> tuple[tuple[UsableSegment, ...], tuple[UsableSegment, ...]]:
    """Segments that can stay as they are, and those behind the first gap, damage, or loss that they were not written after."""
    end = 0
    lost: tuple[LostRange, ...] = ()
    for at, one in enumerate(segments):
        if one.faults or one.first != end or tuple(each for each in one.description.lost if each.first < one.first) != lost:
            return tuple(segments[:at]), tuple(segments[at:])
        end, lost = one.end, (*lost, *one.lost)
    return tuple(segments), ()


def _carry_out(plan: _Plan, kernels_for: KernelsFor) -> RepairResult:
    index = _index_of_kept(plan)
    gone = _gaps(len(index), [*((one.first, one.end) for one in plan.to_sign), (plan.survey.paragraphs, plan.survey.paragraphs)])
    earlier = index.manifest.left_out
    if plan.to_sign or gone:
        index = _sign_again(index, plan.to_sign, gone, kernels_for)
    left_out = tuple(_left_out(plan, index.manifest))
    named = {each.name for each in left_out} | {part.name for part in index.manifest.parts}
    unread = _set_manifest_aside(plan)
    manifest.write(plan.folder, replace(index.manifest, left_out=(*(each for each in earlier if each.name not in named), *left_out)))
    lost = tuple(each for each in gone if plan.before is None or each not in plan.before.lost)
    return RepairResult(open_index(plan.folder), sum(one.paragraphs for one in plan.to_sign), left_out, lost, unread)


def _index_of_kept(plan: _Plan) -> Index:
    """The index of segments that stay, with the numbers that were given ever."""
    before = plan.before or Manifest(plan.survey.usable[0].description.header)
    numbers = [manifest.number_of(name) or 0 for name in manifest.segments_in(plan.folder)]
    parts = tuple(one.description.part(one.stamp) for one in plan.kept)
    now = Manifest(
        before.header,
        adds=max([before.adds, *(one.description.adds for one in plan.survey.usable)]),
        written=max([before.written, *numbers]),
        parts=parts,
        left_out=before.left_out,
        lost=tuple(each for one in plan.kept for each in one.lost),
    )
    return Index(plan.folder, now, tuple(map_segment(plan.folder, part) for part in parts))


def _gaps(start: int, ranges: Sequence[tuple[int, int]]) -> tuple[LostRange, ...]:
    """What lies between ranges that rise."""
    found = []
    for first, end in ranges:
        if first > start:
            found.append(LostRange(start, first - start))
        start = max(start, end)
    return tuple(found)


def _sign_again(index: Index, segments: Sequence[UsableSegment], gone: Sequence[LostRange], kernels_for: KernelsFor) -> Index:
    """The index with one segment more, that holds what ``anew`` told, and nothing for lost numbers. The manifest is not written."""
    folder, scratch = index.folder, index.folder / SCRATCH
    (scratch / SEGMENTS).mkdir(parents=True)
    lost = sorted({*index.manifest.lost, *gone, *(each for one in segments for each in one.lost)})
    writer = IndexWriter(Index(scratch, replace(index.manifest, lost=tuple(lost)), index.segments))
    for arrays in _in_order(folder, segments, gone):
        writer.add_arrays(arrays, kernels_for(len(arrays["article"])))
    new = len(writer.index.segments) - len(index.segments)
    if new > 1:
        writer.join(new)
    part = writer.index.manifest.parts[-1]
    (scratch / SEGMENTS / part.name).replace(folder / SEGMENTS / part.name)
    manifest.sync_folder(folder / SEGMENTS)
    shutil.rmtree(scratch)
    return Index(folder, writer.index.manifest, (*index.segments, map_segment(folder, part)))


def _in_order(folder: Path, segments: Sequence[UsableSegment], gone: Sequence[LostRange]) -> Iterator[Mapping[str, Array]]:
    """What was told, by parts of a size that fits into memory, and nothing where a gap is."""
    pieces: list[tuple[int, UsableSegment | LostRange]] = [*((one.first, one) for one in segments), *((each.first, each) for each in gone)]
    for _, piece in sorted(pieces, key=lambda piece: piece[0]):
        if isinstance(piece, LostRange):
            yield empty_paragraphs(piece.paragraphs)
        else:
            arrays = container.map_arrays(folder / SEGMENTS / piece.description.name, piece.stamp)
            yield from read_in_parts({name: arrays[name] for name in PARAGRAPH_COLUMNS})


def _left_out(plan: _Plan, now: Manifest) -> Iterator[LeftOutSegment]:
    """Every segment that the manifest does not name, with the reason; those that an earlier repair left out have theirs."""
    named, anew = {part.name for part in now.parts}, {one.description.name: one for one in plan.to_sign}
    earlier = {each.name for each in now.left_out}
    for name in sorted({*manifest.segments_in(plan.folder), *plan.survey.unusable} - named):
        if name in plan.survey.unusable:
            yield LeftOutSegment(name, plan.survey.unusable[name])
        elif name in anew:
            why = f"is damaged ({', '.join(anew[name].faults)}) but for its texts" if anew[name].faults else "came behind a damaged one"
            yield LeftOutSegment(name, f"{why}; its texts stand in {now.parts[-1].name}")
        elif name not in earlier:
            yield LeftOutSegment(name, "has no paragraph that others have not")


def _set_manifest_aside(plan: _Plan) -> Path | None:
    """A manifest that cannot be read is kept under another name: it may be another program's."""
    path = plan.folder / manifest.NAME
    if plan.before is not None or not path.exists():
        return None
    free = next(free for at in count(1) if not (free := path.with_name(UNREADABLE_NAME if at == 1 else f"{UNREADABLE_NAME}{at}")).exists())
    path.replace(free)
    return free
