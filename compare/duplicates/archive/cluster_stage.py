"""Verified pairs and copies -> the clusters: for each paragraph in one, the first paragraph of it."""

import numpy as np

from compare.duplicates.archive.copy_stage import COPIES
from compare.duplicates.archive.parquet_tables import BATCH_ROWS, TableWriter, read_columns
from compare.duplicates.archive.stage_input import Counts, StageInput
from compare.duplicates.archive.verify_stage import NEAR
from compare.duplicates.kernels.batch import Indices
from compare.duplicates.kernels.numpy_kernels import components
from compare.duplicates.kernels.sorted_unique import sorted_unique

MEMBERS = "members.parquet"


def cluster_paragraphs(given: StageInput) -> Counts:
    """Counts ``clusters`` and their ``members``; holds some 40 bytes a paragraph, as the only stage that grows so."""
    parents = np.arange(given.counts["paragraphs"])
    for low, high, _, _ in read_columns(given.job.path_of("verify", NEAR)):
        unite(parents, low, high)
        given.progress(len(low))
    for ids, firsts in read_columns(given.job.path_of("collapse", COPIES)):
        parents[ids] = firsts
    labels = _roots(parents, parents)
    sizes = np.bincount(labels, minlength=len(labels))
    members = np.flatnonzero(sizes[labels] > 1)
    with TableWriter(given.folder / MEMBERS, {"cluster": "int64", "id": "int64"}) as table:
        for begin in range(0, len(members), BATCH_ROWS):
            ids = members[begin : begin + BATCH_ROWS]
            table.add({"cluster": labels[ids], "id": ids})
    return {"clusters": int((sizes > 1).sum()), "members": len(members)}


def unite(parents: Indices, low: Indices, high: Indices) -> None:
    """Join the trees of each pair, in place; a root is the lowest of its tree, and only trees of these pairs are touched."""
    if not len(low):
        return
    low_root, high_root = _roots(parents, low), _roots(parents, high)
    roots = sorted_unique(np.concatenate([low_root, high_root]))
    parents[roots] = roots[components(len(roots), np.searchsorted(roots, low_root), np.searchsorted(roots, high_root))]
    parents[low], parents[high] = parents[low_root], parents[high_root]


def _roots(parents: Indices, of: Indices) -> Indices:
    while not np.array_equal(above := parents[of], of):
        of = above
    return of
