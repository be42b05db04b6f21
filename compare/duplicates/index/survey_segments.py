"""The segments in a folder, whatever a manifest says -> which are whole, which have texts that are, and which to make an index of."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.duplicates.index import container, manifest
from compare.duplicates.index.header import HASHES
from compare.duplicates.index.manifest import SEGMENTS, Lost, Manifest
from compare.duplicates.index.segment import TOLD
from compare.duplicates.index.segment_description import About
from compare.duplicates.index.unlisted_segments import about_of
from compare.duplicates.index.write_lock import readable


@dataclass(frozen=True, slots=True)
class Stood:
    """A segment that tells its paragraphs and where they stand; ``faults`` are arrays that can be made again from these."""

    about: About
    stamp: container.Stamp
    faults: tuple[str, ...]

    @property
    def first(self) -> int:
        """The number of its first paragraph."""
        return self.about.first

    @property
    def end(self) -> int:
        """The number behind its last one."""
        return self.about.first + self.about.paragraphs

    @property
    def lost(self) -> tuple[Lost, ...]:
        """Numbers of its own that stand for nothing."""
        return tuple(lost for lost in self.about.lost if self.first <= lost.first < self.end)

    @property
    def told(self) -> int:
        """Paragraphs that it really has."""
        return self.about.paragraphs - sum(lost.paragraphs for lost in self.lost)


@dataclass(frozen=True, slots=True)
class Survey:
    """What stands there; of the rest, why it cannot be used; and how many paragraphs there ever were, as far as is known."""

    stood: tuple[Stood, ...]
    unusable: Mapping[str, str]
    paragraphs: int


def surveyed(folder: Path, before: Manifest | None) -> Survey:
    """Every byte is read. ``before`` is the manifest if it can be read: what it says of a segment must hold.

    ``IndexFolderError`` if the system lets a segment not be read: it is not lost by that.
    """
    named = {part.name: part.stamp for part in before.parts} if before else {}
    stood: list[Stood] = []
    unusable = dict.fromkeys(named, "is named by the manifest and is not there")
    paragraphs = before.paragraphs if before else 0
    for name in manifest.segments_in(folder):
        try:
            with readable(folder / SEGMENTS / name):
                about, faults, stamp = about_of(folder / SEGMENTS / name)
        except ValueError as error:
            unusable[name] = str(error)
            continue
        if fault := _unusable(about, faults, same=named.get(name, stamp) == stamp):
            unusable[name] = fault
        else:
            unusable.pop(name, None)
            stood.append(Stood(about, stamp, tuple(faults)))
        paragraphs = max(paragraphs, about.first + about.paragraphs) if named.get(name, stamp) == stamp else paragraphs
    header = before.header if before else _most_told(stood)
    others = {one.about.name: "was signed by other settings: it is of another index" for one in stood if one.about.header != header}
    return Survey(tuple(one for one in stood if one.about.name not in others), {**unusable, **others}, paragraphs)


def _unusable(about: About, faults: Sequence[str], *, same: bool) -> str:
    if not same:
        return "is another file than the manifest names"
    if about.header.get("hashes") != HASHES:
        return f"hashes as {about.header.get('hashes')!r}, and this version as {HASHES!r}"
    told = [name for name in faults if name in TOLD]
    return f"has damaged texts or places ({', '.join(told)})" if told else ""


def _most_told(stood: Iterable[Stood]) -> Mapping[str, Any] | None:
    """The header under which most paragraphs were signed."""
    counts: list[tuple[Mapping[str, Any], int]] = []
    for one in stood:
        before = next((at for at, (header, _) in enumerate(counts) if header == one.about.header), None)
        if before is None:
            counts.append((one.about.header, one.told))
        else:
            counts[before] = (counts[before][0], counts[before][1] + one.told)
    return max(counts, key=lambda each: each[1])[0] if counts else None


def chosen(stood: Sequence[Stood]) -> tuple[Stood, ...]:
    """Segments that share no number and have the most paragraphs together, rising.

    Of such choices the one with the fewest damaged segments, then the one with the later ones. Weighted interval scheduling (Kleinberg and
    Tardos, Algorithm Design, 6.1).
    """
    best: list[tuple[int, int, tuple[str, ...], tuple[Stood, ...]]] = [(0, 0, (), ())]
    ends = [0]
    for one in sorted(stood, key=lambda each: (each.end, each.first, each.about.name)):
        told, whole, names, before = max(choice for choice, end in zip(best, ends, strict=True) if end <= one.first)
        with_it = (told + one.told, whole - bool(one.faults), (one.about.name, *names), (*before, one))
        best.append(max(best[-1], with_it, key=lambda each: each[:3]))
        ends.append(one.end)
    return best[-1][3]
