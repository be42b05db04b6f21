"""Signatures -> distinct pairs of paragraphs that share a bucket, in order; nothing is verified yet."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.archive.copy_stage import stands_for_itself
from compare.duplicates.archive.parquet_tables import TableWriter, open_duckdb, query_columns
from compare.duplicates.archive.read_stage import ANCHORS, KEYS
from compare.duplicates.archive.stage_input import Counts, StageInput
from compare.duplicates.kernels.batch import Indices
from compare.duplicates.kernels.kernel_protocol import Kernels
from compare.duplicates.sketch_settings import PIVOTS

PAIRS = "pairs.parquet"
_FOUND = "found.parquet"
_MOST_HELD = 1 << 21  # pairs, 16 bytes each, of which those that several bands have are written once
_KINDS = {"low": "int64", "high": "int64"}

SortedBand = Iterator[tuple[NDArray[np.uint32], Indices]]  # half keys and paragraphs, sorted by both, block by block


def find_candidates(given: StageInput) -> Counts:
    """Counts ``candidates``; each band is sorted by itself, and of a bucket only its first ``PIVOTS`` are held from block to block."""
    archive, own = given.job.settings.archive, stands_for_itself(given.job.folder / "collapse")
    with open_duckdb(archive, given.folder) as connection:
        with _PairFile(given.folder / _FOUND) as found:
            for query, name in _queries(given.job.sketch.bands):
                band = ((keys[own[ids]], ids[own[ids]]) for keys, ids in query_columns(connection, query, given.job.path_of("read", name)))
                for low, high in bucket_pairs(band, given.job.kernels):
                    found.add(low, high)
                given.progress(1)
        count = 0
        with TableWriter(given.folder / PAIRS, _KINDS) as pairs:
            query = "SELECT low, high FROM read_parquet(?) ORDER BY low, high"
            for low, high in _distinct(query_columns(connection, query, given.folder / _FOUND)):
                pairs.add({"low": low, "high": high})
                count += len(low)
    (given.folder / _FOUND).unlink()
    return {"candidates": count}


def _queries(bands: int) -> Iterator[tuple[str, str]]:
    """Each band and the file in which it is; the anchors are one more."""
    for band in range(bands):
        yield f"SELECT k{band}, id FROM read_parquet(?) ORDER BY k{band}, id", KEYS  # noqa: S608 - of our own numbers
    yield "SELECT key, id FROM read_parquet(?) ORDER BY key, id", ANCHORS


def bucket_pairs(band: Iterable[tuple[NDArray[np.uint32], Indices]], kernels: Kernels) -> Iterator[tuple[Indices, Indices]]:
    """What the kernel finds in the whole band, wherever its blocks end; pairs within a bucket that goes on may come again."""
    held, held_ids = np.empty(0, dtype=np.uint64), np.empty(0, dtype=np.int64)
    for keys, ids in band:
        if len(keys):
            every, every_id = np.concatenate([held, keys.astype(np.uint64)]), np.concatenate([held_ids, ids])
            yield kernels.bucket_pairs(every, every_id, PIVOTS)
            begin = np.searchsorted(every, every[-1])
            held, held_ids = every[begin : begin + PIVOTS], every_id[begin : begin + PIVOTS]


class _PairFile:
    """A file of pairs; those that come again soon are written once."""

    def __init__(self, path: Path) -> None:
        self._table = TableWriter(path, _KINDS)
        self._held: list[tuple[Indices, Indices]] = []
        self._count = 0

    def add(self, low: Indices, high: Indices) -> None:
        self._held.append((low, high))
        self._count += len(low)
        if self._count >= _MOST_HELD:
            self._shrink()
            if self._count >= _MOST_HELD // 2:
                self._write()

    def _shrink(self) -> None:
        low, high = (np.concatenate(side) for side in zip(*self._held, strict=True))
        order = np.lexsort((high, low))
        self._held = [next(_distinct(iter([(low[order], high[order])])))]
        self._count = len(self._held[0][0])

    def _write(self) -> None:
        for low, high in self._held:
            self._table.add({"low": low, "high": high})
        self._held, self._count = [], 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._held:
            self._shrink()
            self._write()
        self._table.__exit__()


def _distinct(blocks: Iterable[Sequence[Indices]]) -> Iterator[tuple[Indices, Indices]]:
    """Sorted pairs, each once."""
    last = (-1, -1)
    for low, high in blocks:
        new = np.ones(len(low), dtype=np.bool_)
        new[1:] = (low[1:] != low[:-1]) | (high[1:] != high[:-1])
        new[:1] = [(int(low[0]), int(high[0])) != last] if len(low) else []
        if len(low):
            last = (int(low[-1]), int(high[-1]))
        yield low[new], high[new]
