"""The one who adds to an index: articles -> a new segment and a manifest that names it; all of it on the disk, or none."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import numpy as np

from compare.duplicates.index import container, grow_clusters, join_segments, manifest
from compare.duplicates.index.container import Array
from compare.duplicates.index.find_near import match_new_texts
from compare.duplicates.index.header import header_of, require_equal
from compare.duplicates.index.manifest import SEGMENTS, Manifest, SegmentEntry
from compare.duplicates.index.new_articles import NewParagraphs, paragraph_columns
from compare.duplicates.index.open_index import Index, map_segment, open_and_check, open_index, require_whole
from compare.duplicates.index.segment import DESCRIPTION
from compare.duplicates.index.segment_description import SegmentDescription, as_array
from compare.duplicates.index.stored_paragraphs import kernel_texts, exact_texts
from compare.duplicates.index.unlisted_segments import remove_segment, remove_joined, settle_unlisted
from compare.duplicates.index.write_lock import LOCK, write_lock, write_errors
from compare.duplicates.kernels.batch import Texts
from compare.duplicates.kernels.kernel_protocol import Kernels
from compare.duplicates.sketch_settings import sketch_of
from compare.errors import IndexFolderError
from compare.settings import DuplicateSettings

_OWN_NAMES = {LOCK, SEGMENTS, manifest.NEW_NAME}


class IndexWriter:
    """Holds the lock; ``index`` is what it has made so far."""

    def __init__(self, index: Index) -> None:
        self.index = index
        self._sketch = sketch_of(index.settings)

    def add(self, new: NewParagraphs, kernels: Kernels) -> grow_clusters.AddCounts:
        """When this returns, the paragraphs are in the index and on the disk. ``IndexFolderError`` if not, and then nothing has changed."""
        if not new.texts:
            return grow_clusters.AddCounts()
        return self.add_arrays(paragraph_columns(new, exact_texts(new.texts)), kernels)

    def add_arrays(self, paragraph_arrays: Mapping[str, Array], kernels: Kernels) -> grow_clusters.AddCounts:
        """The same of paragraphs that stand in arrays already (``segment.TOLD``)."""
        texts = Texts(paragraph_arrays["text"], np.concatenate([[0], paragraph_arrays["text_ends"]]).astype(np.int64))
        found = match_new_texts(self.index, kernel_texts(texts), self._sketch, kernels)
        growth = grow_clusters.growth_of(self.index, found)
        arrays = grow_clusters.segment_arrays(self.index, found, growth, paragraph_arrays)
        part = SegmentEntry(self._next_name(), len(self.index), len(texts), len(paragraph_arrays["article_sha256"]), container.Stamp(0, 0))
        part = self._written(part, lambda sink: join_segments.write_arrays(arrays, sink), adds=1)
        receipt = grow_clusters.add_counts(self.index, found, growth)
        self._commit((*self.index.manifest.parts, part), adds=1)
        return receipt

    def join_due(self) -> int:
        """Join segments of one size where there are too many; how many went. If it fails, all that was added is kept as it was."""
        count = join_segments.segments_due(self.index.manifest.parts)
        return self.join(count) if count else 0

    def compact(self) -> int:
        """Join all segments; how many went."""
        count = len(self.index.manifest.parts)
        return self.join(count) if count > 1 else 0

    def join(self, count: int) -> int:
        """Join the last segments. ``DamagedIndexError`` if one is not as it was written: no damage gets a checksum that holds."""
        kept, parts = self.index.manifest.parts[:-count], self.index.manifest.parts[-count:]
        segments = self.index.segments[-count:]
        with write_errors(self.index.folder / SEGMENTS):
            require_whole(self.index, parts)
        paragraphs, articles = (sum(getattr(part, name) for part in parts) for name in ("paragraphs", "articles"))
        part = SegmentEntry(self._next_name(), parts[0].first, paragraphs, articles, container.Stamp(0, 0))
        self._commit((*kept, self._written(part, lambda sink: join_segments.write_joined(segments, sink), adds=0)), adds=0)
        remove_joined(self.index)
        return count

    def _next_name(self) -> str:
        return manifest.name_of(self.index.manifest.written + 1)

    def _written(self, part: SegmentEntry, put: Callable[[container.ContainerWriter], None], adds: int) -> SegmentEntry:
        before, path = self.index.manifest, self.index.folder / SEGMENTS / part.name
        about = as_array(SegmentDescription(part.name, part.first, part.paragraphs, part.articles, before.adds + adds, before.header, before.lost))
        with write_errors(path):
            with container.new_container(path) as sink:
                put(sink)
                sink.put(DESCRIPTION, [about], about.shape, "|u1")
            manifest.sync_folder(path.parent)
        return replace(part, stamp=sink.stamp)

    def _commit(self, parts: Sequence[SegmentEntry], adds: int) -> None:
        before = self.index.manifest
        now = replace(before, adds=before.adds + adds, written=before.written + 1, parts=tuple(parts))
        try:
            with write_errors(self.index.folder / manifest.NAME):
                manifest.write(self.index.folder, now)
        except IndexFolderError:  # what the disk says holds, and a segment that it does not name goes
            self.index = open_index(self.index.folder)
            if parts[-1] not in self.index.manifest.parts:
                remove_segment(self.index.folder / SEGMENTS / parts[-1].name)
            raise
        mapped = {segment.part.name: segment for segment in self.index.segments}
        segments = [mapped.get(part.name) or map_segment(self.index.folder, part) for part in parts]
        self.index = Index(self.index.folder, now, tuple(segments))


@contextmanager
def open_writer(folder: Path, settings: DuplicateSettings | None) -> Iterator[IndexWriter]:
    """The writer of an index, which is made if the folder is not there or empty; what a killed one left behind is settled.

    ``IndexFolderError`` if another one is writing, ``settings`` are not those of the index, or the folder holds something else;
    ``DamagedIndexError`` if there are segments and no manifest, or if something is not as it was written.
    """
    with write_errors(folder):
        _require_own_folder(folder)
        (folder / SEGMENTS).mkdir(parents=True, exist_ok=True)
    with write_lock(folder):
        yield IndexWriter(_index(folder, settings))


def _index(folder: Path, settings: DuplicateSettings | None) -> Index:
    if not (folder / manifest.NAME).exists():
        _require_own_folder(folder)  # once more, with the lock
        with write_errors(folder):
            manifest.write(folder, Manifest(header_of(settings or DuplicateSettings())))
    index = open_and_check(folder, settings or DuplicateSettings())
    if settings is not None:
        require_equal(index.manifest.header, settings, str(folder))
    return settle_unlisted(index)


def _require_own_folder(folder: Path) -> None:
    """An error if files are in the folder and no manifest; one whose making was cut short has nothing but our names, and no segment."""
    if not folder.is_dir() or (folder / manifest.NAME).exists():
        return
    if manifest.segments_in(folder):
        raise manifest.missing_manifest(folder)
    strangers = sorted({file.name for file in folder.iterdir()} - _OWN_NAMES)
    if strangers:
        raise IndexFolderError(str(folder), f"holds no index, but {strangers[0]}", "name an empty folder, or a new one")
