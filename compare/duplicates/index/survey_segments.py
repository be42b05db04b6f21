"""The segments in a folder, whatever a manifest says -> which are whole, which have texts that are, and which to make an index of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.duplicates.index import container, manifest
from compare.duplicates.index.header import HASHES
from compare.duplicates.index.manifest import SEGMENTS, LostRange, Manifest
from compare.duplicates.index.segment import PARAGRAPH_COLUMNS
from compare.duplicates.index.segment_description import SegmentDescription
from compare.duplicates.index.unlisted_segments import read_description
from compare.duplicates.index.write_lock import read_errors


@dataclass(frozen=True, slots=True)
class UsableSegment:
    """A segment that tells its paragraphs and where they stand; ``faults`` are arrays that can be made again from these."""

    description: SegmentDescription
    stamp: container.Stamp
    faults: tuple[str, ...]

    @property
    def first(self) -> int:
        """The number of its first paragraph."""
        return self.description.first

    @property
    def end(self) -> int:
        """The number behind its last one."""
        return self.description.first + self.description.paragraphs

    @property
    def lost(self) -> tuple[LostRange, ...]:
        """Numbers of its own that stand for nothing."""
        return tuple(lost for lost in self.description.lost if self.first <= lost.first < self.end)

    @property
    def paragraphs(self) -> int:
        """Paragraphs that it really has."""
        return self.description.paragraphs - sum(lost.paragraphs for lost in self.lost)


@dataclass(frozen=True, slots=True)
class Survey:
    """What stands there; of the rest, why it cannot be used; and how many paragraphs there ever were, as far as is known."""

    usable: tuple[UsableSegment, ...]
    unusable: Mapping[str, str]
    paragraphs: int


def survey_segments(folder: Path, before: Manifest | None) -> Survey:
    """Every byte is read. ``before`` is the manifest if it can be read: what it says of a segment must hold.

    ``IndexFolderError`` if the system lets a segment not be read: it is not lost by that.
    """
    named = {part.name: part.stamp for part in before.parts} if before else {}
    stood: list[UsableSegment] = []
    unusable = dict.fromkeys(named, "is named by the manifest and is not there")
    paragraphs = before.paragraphs if before else 0
    for name in manifest.segments_in(folder):
        try:
            with read_errors(folder / SEGMENTS / name):
                about, faults, stamp = read_description(folder / SEGMENTS / name)
        except ValueError as error:
            unusable[name] = str(error)
            continue
        if fault := _why_unusable(about, faults, same=named.get(name, stamp) == stamp):
            unusable[name] = fault
        else:
            unusable.pop(name, None)
            stood.append(UsableSegment(about, stamp, tuple(faults)))
        paragraphs = max(paragraphs, about.first + about.paragraphs) if named.get(name, stamp) == stamp else paragraphs
    header = before.header if before else _most_common_header(stood)
    others = {one.description.name: "was signed by other settings: it is of another index" for one in stood if one.description.header != header}
    return Survey(tuple(one for one in stood if one.description.name not in others), {**unusable, **others}, paragraphs)


def _why_unusable(description: SegmentDescription, faults: Sequence[str], *, same: bool) -> str:
    if not same:
        return "is another file than the manifest names"
    if description.header.get("hashes") != HASHES:
        return f"hashes as {description.header.get('hashes')!r}, and this version as {HASHES!r}"
    told = [name for name in faults if name in PARAGRAPH_COLUMNS]
    return f"has damaged texts or places ({', '.join(told)})" if told else ""


def _most_common_header(usable: Iterable[UsableSegment]) -> Mapping[str, Any] | None:
    """The header under which most paragraphs were signed."""
    counts: list[tuple[Mapping[str, Any], int]] = []
    for one in usable:
        before = next((at for at, (header, _) in enumerate(counts) if header == one.description.header), None)
        if before is None:
            counts.append((one.description.header, one.paragraphs))
        else:
            counts[before] = (counts[before][0], counts[before][1] + one.paragraphs)
    return max(counts, key=lambda each: each[1])[0] if counts else None


def choose_segments(usable: Sequence[UsableSegment]) -> tuple[UsableSegment, ...]:
    """Segments that share no number and have the most paragraphs together, rising.

    Of such choices the one with the fewest damaged segments, then the one with the later ones. Weighted interval scheduling (Kleinberg and
    Tardos, Algorithm Design, 6.1).
    """
    best: list[tuple[int, int, tuple[str, ...], tuple[UsableSegment, ...]]] = [(0, 0, (), ())]
    ends = [0]
    for one in sorted(usable, key=lambda each: (each.end, each.first, each.description.name)):
        told, whole, names, before = max(choice for choice, end in zip(best, ends, strict=True) if end <= one.first)
        with_it = (told + one.paragraphs, whole - bool(one.faults), (one.description.name, *names), (*before, one))
        best.append(max(best[-1], with_it, key=lambda each: each[:3]))
        ends.append(one.end)
    return best[-1][3]
