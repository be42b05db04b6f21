"""The one who adds to an index: articles -> a new segment and a manifest that names it; all of it on the disk, or none."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from filelock import FileLock, Timeout

from compare.duplicates.index import container, grow, joining, manifest
from compare.duplicates.index.arrival import Arrival
from compare.duplicates.index.find import found_in
from compare.duplicates.index.header import header_of, require_equal
from compare.duplicates.index.manifest import SEGMENTS, Manifest, Part
from compare.duplicates.index.opening import Index, map_segment, open_index
from compare.duplicates.index.stored import evened, unevened
from compare.duplicates.kernels.seam import Kernels
from compare.duplicates.sketch import sketch_of
from compare.errors import IndexFolderError
from compare.settings import DuplicateSettings

LOCK = "writer.lock"
_OURS = {LOCK, SEGMENTS, manifest.NEW}


class Writer:
    """Holds the lock; ``index`` is what it has made so far."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._sketch = sketch_of(index.settings)

    def add(self, arrival: Arrival, kernels: Kernels) -> grow.Receipt:
        """When this returns, the paragraphs are in the index and on the disk. ``IndexFolderError`` if not, and then nothing has changed."""
        if not arrival.texts:
            return grow.Receipt()
        texts = unevened(arrival.texts)
        found = found_in(self.index, evened(texts), self._sketch, kernels)
        growth = grow.growth_of(self.index, found)
        arrays = grow.arrays_of(self.index, found, growth, (arrival, texts))
        part = Part(self._next_name(), len(self.index), len(arrival.texts), len(arrival.articles), container.Stamp(0, 0))
        part = self._written(part, lambda sink: joining.put_arrays(arrays, sink))
        receipt = grow.receipt_of(self.index, found, growth)
        self._commit((*self.index.manifest.parts, part), adds=1)
        return receipt

    def tidy(self) -> int:
        """Join segments of one size where there are too many; how many went."""
        count = joining.due(self.index.manifest.parts)
        return self._join(count) if count else 0

    def compact(self) -> int:
        """Join all segments; how many went."""
        count = len(self.index.manifest.parts)
        return self._join(count) if count > 1 else 0

    def _join(self, count: int) -> int:
        segments = self.index.segments[-count:]
        kept, parts = self.index.manifest.parts[:-count], self.index.manifest.parts[-count:]
        paragraphs, articles = (sum(getattr(part, name) for part in parts) for name in ("paragraphs", "articles"))
        part = Part(self._next_name(), parts[0].first, paragraphs, articles, container.Stamp(0, 0))
        self._commit((*kept, self._written(part, lambda sink: joining.put_joined(segments, sink))), adds=0)
        remove_strangers(self.index)
        return count

    def _next_name(self) -> str:
        return f"{self.index.manifest.written + 1:08}.seg"

    def _written(self, part: Part, put: Callable[[container.Writer], None]) -> Part:
        path = self.index.folder / SEGMENTS / part.name
        with _told(path):
            with container.writing(path) as sink:
                put(sink)
            manifest.settle(path.parent)
        return replace(part, stamp=sink.stamp)

    def _commit(self, parts: Sequence[Part], adds: int) -> None:
        before = self.index.manifest
        now = Manifest(before.header, before.adds + adds, before.written + 1, tuple(parts))
        try:
            with _told(self.index.folder / manifest.NAME):
                manifest.write(self.index.folder, now)
        except IndexFolderError:  # what the disk says holds, and a segment that it does not name goes
            self.index = open_index(self.index.folder)
            remove_strangers(self.index)
            raise
        mapped = {segment.part.name: segment for segment in self.index.segments}
        segments = [mapped.get(part.name) or map_segment(self.index.folder, part) for part in parts]
        self.index = Index(self.index.folder, now, tuple(segments))


@contextmanager
def writing(folder: Path, settings: DuplicateSettings | None) -> Iterator[Writer]:
    """The writer of an index, which is made if the folder is not there or empty; what a killed one left behind is removed.

    ``IndexFolderError`` if another one is writing, ``settings`` are not those of the index, or the folder holds something else. The lock is
    the system's and goes with the process, however that ends.
    """
    with _told(folder):
        _require_ours(folder)
        (folder / SEGMENTS).mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / LOCK)
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise IndexFolderError(str(folder), "is being written by another program", "wait until that is done") from error
    try:
        yield Writer(_index(folder, settings))
    finally:
        lock.release()


def _index(folder: Path, settings: DuplicateSettings | None) -> Index:
    if not (folder / manifest.NAME).exists():
        with _told(folder):
            manifest.write(folder, Manifest(header_of(settings or DuplicateSettings())))
    index = open_index(folder)
    if settings is not None:
        require_equal(index.manifest.header, settings, str(folder))
    remove_strangers(index)
    return index


def _require_ours(folder: Path) -> None:
    """``IndexFolderError`` if there are files in the folder and no index; one whose making was cut short has nothing but our names."""
    if folder.is_dir() and not (folder / manifest.NAME).exists():
        strangers = sorted({file.name for file in folder.iterdir()} - _OURS)
        if strangers:
            raise IndexFolderError(str(folder), f"holds no index, but {strangers[0]}", "name an empty folder, or a new one")


def remove_strangers(index: Index) -> None:
    """Segments that the manifest does not name; one that another system still holds open stays until the next writer."""
    named = {part.name for part in index.manifest.parts}
    for file in (index.folder / SEGMENTS).iterdir():
        if file.suffix == ".seg" and file.name not in named:
            try:
                file.unlink()
            except PermissionError:  # Windows, where it is mapped by a reader
                continue


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """A fault of the system, as one of ours."""
    try:
        yield
    except OSError as error:
        raise IndexFolderError(
            str(path), f"cannot be written ({error.strerror or error})", "make room, or make it writable; the index is as it was"
        ) from error
