"""Signatures -> which paragraphs are copies of an earlier one with its very shingles; from here on the earliest stands for them."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.archive.parquet_tables import TableWriter, open_duckdb, query_columns
from compare.duplicates.archive.read_stage import BAGS
from compare.duplicates.archive.stage_input import Counts, StageInput
from compare.duplicates.kernels.batch import Hashes, Indices

COPIES = "copies.parquet"
_OWN = "own.bin"


def find_copies(given: StageInput) -> Counts:
    """Counts paragraphs that are ``too_short`` for a shingle, and exact ``copies``; holds one byte a paragraph."""
    own = np.zeros(given.counts["paragraphs"], dtype=np.bool_)
    with_shingles = 0
    first = _FirstOfBag()
    kinds = {"id": "int64", "first": "int64"}
    with open_duckdb(given.job.settings.archive, given.folder) as connection, TableWriter(given.folder / COPIES, kinds) as copies:
        query = "SELECT bag, other, id FROM read_parquet(?) ORDER BY bag, other, id"
        for bags, others, ids in query_columns(connection, query, given.job.path_of("read", BAGS)):
            firsts = first.of(np.stack([bags, others], axis=1), ids)
            own[ids[firsts == ids]] = True
            later = firsts != ids
            copies.add({"id": ids[later], "first": firsts[later]})
            with_shingles += len(ids)
            given.progress(len(ids))
    own.tofile(given.folder / _OWN)
    return {"too_short": len(own) - with_shingles, "copies": with_shingles - int(own.sum())}


def stands_for_itself(folder: Path) -> NDArray[np.bool_]:
    """For each paragraph, whether it stands for itself."""
    return np.fromfile(folder / _OWN, dtype=np.bool_)


class _FirstOfBag:
    """The first text of each bag in a sorted stream of them, also of one that began in an earlier block."""

    def __init__(self) -> None:
        self._bag: Hashes = np.empty(0, dtype=np.uint64)
        self._first = -1

    def of(self, bags: Hashes, ids: Indices) -> Indices:
        """For each row of the next block, which has some, the lowest id with its bag."""
        starts = np.ones(len(bags), dtype=np.bool_)
        starts[1:] = np.any(bags[1:] != bags[:-1], axis=1)
        firsts = ids[np.maximum.accumulate(np.where(starts, np.arange(len(ids)), 0))]
        if np.array_equal(bags[0], self._bag):
            firsts[: np.argmax(starts[1:]) + 1 if starts[1:].any() else len(starts)] = self._first
        self._bag, self._first = bags[-1], int(firsts[-1])
        return firsts
