"""Signatures -> which paragraphs are copies of an earlier one with its very shingles; from here on the earliest stands for them."""

from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.archive.parquet_tables import Table, engine, ordered
from compare.duplicates.archive.read_stage import BAGS
from compare.duplicates.archive.stage_input import Counts, Step
from compare.duplicates.kernels.batch import Hashes, Indices

COPIES = "copies.parquet"
_OWN = "own.bin"


def collapse(step: Step) -> Counts:
    """Counts paragraphs that are ``too_short`` for a shingle, and exact ``copies``; holds one byte a paragraph."""
    own = np.zeros(step.counts["paragraphs"], dtype=np.bool_)
    with_shingles = 0
    first = _Firsts()
    kinds = {"id": "int64", "first": "int64"}
    with engine(step.job.settings.archive, step.folder) as connection, Table(step.folder / COPIES, kinds) as copies:
        query = "SELECT bag, other, id FROM read_parquet(?) ORDER BY bag, other, id"
        for bags, others, ids in ordered(connection, query, step.job.of("read", BAGS)):
            firsts = first.of(np.stack([bags, others], axis=1), ids)
            own[ids[firsts == ids]] = True
            later = firsts != ids
            copies.add({"id": ids[later], "first": firsts[later]})
            with_shingles += len(ids)
            step.seen(len(ids))
    own.tofile(step.folder / _OWN)
    return {"too_short": len(own) - with_shingles, "copies": with_shingles - int(own.sum())}


def own_texts(folder: Path) -> NDArray[np.bool_]:
    """For each paragraph, whether it stands for itself."""
    return np.fromfile(folder / _OWN, dtype=np.bool_)


class _Firsts:
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
