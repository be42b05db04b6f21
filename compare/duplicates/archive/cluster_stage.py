"""Verified pairs and copies -> the clusters: for each paragraph in one, the first paragraph of it."""

import numpy as np

from compare.duplicates.archive.copy_stage import COPIES
from compare.duplicates.archive.parquet_tables import ROWS, Table, blocks
from compare.duplicates.archive.stage_input import Counts, Step
from compare.duplicates.archive.verify_stage import NEAR
from compare.duplicates.kernels.batch import Indices
from compare.duplicates.kernels.numpy_kernels import components
from compare.duplicates.kernels.sorted_unique import rising

MEMBERS = "members.parquet"


def join(step: Step) -> Counts:
    """Counts ``clusters`` and their ``members``; holds some 40 bytes a paragraph, as the only stage that grows so."""
    parents = np.arange(step.counts["paragraphs"])
    for low, high, _, _ in blocks(step.job.of("verify", NEAR)):
        unite(parents, low, high)
        step.seen(len(low))
    for ids, firsts in blocks(step.job.of("collapse", COPIES)):
        parents[ids] = firsts
    labels = _roots(parents, parents)
    sizes = np.bincount(labels, minlength=len(labels))
    members = np.flatnonzero(sizes[labels] > 1)
    with Table(step.folder / MEMBERS, {"cluster": "int64", "id": "int64"}) as table:
        for begin in range(0, len(members), ROWS):
            ids = members[begin : begin + ROWS]
            table.add({"cluster": labels[ids], "id": ids})
    return {"clusters": int((sizes > 1).sum()), "members": len(members)}


def unite(parents: Indices, low: Indices, high: Indices) -> None:
    """Join the trees of each pair, in place; a root is the lowest of its tree, and only trees of these pairs are touched."""
    if not len(low):
        return
    low_root, high_root = _roots(parents, low), _roots(parents, high)
    roots = rising(np.concatenate([low_root, high_root]))
    parents[roots] = roots[components(len(roots), np.searchsorted(roots, low_root), np.searchsorted(roots, high_root))]
    parents[low], parents[high] = parents[low_root], parents[high_root]


def _roots(parents: Indices, of: Indices) -> Indices:
    while not np.array_equal(above := parents[of], of):
        of = above
    return of
