"""What was found of new texts -> how clusters change by them, and the arrays of the segment that they make."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from compare.duplicates.index.container import Array
from compare.duplicates.index.find_near import NewTexts
from compare.duplicates.index.lowest_members import directory_of
from compare.duplicates.index.open_index import Index
from compare.duplicates.index.stored_paragraphs import had_members, labels_of
from compare.duplicates.kernels.batch import Indices
from compare.duplicates.kernels.numpy_kernels import components


@dataclass(frozen=True, slots=True)
class ClusterGrowth:
    """For each new paragraph the first one of its cluster; and clusters that went away, rising, with the first one of where they went."""

    labels: Indices
    gone: Indices
    into: Indices


@dataclass(frozen=True, slots=True, kw_only=True)
class AddCounts:
    """What an add did; a cluster has two paragraphs at least."""

    paragraphs: int = 0
    copies: int = 0
    links: int = 0
    new_clusters: int = 0
    grown_clusters: int = 0
    merged_clusters: int = 0

    def plus(self, other: "AddCounts") -> "AddCounts":
        """What both adds did; a cluster that both let grow counts twice."""
        return AddCounts(**{row.name: getattr(self, row.name) + getattr(other, row.name) for row in fields(AddCounts)})


def growth_of(index: Index, found: NewTexts) -> ClusterGrowth:
    """Only clusters that a new text touches are looked at; what is joined has the lowest number of all as its first."""
    first, count = len(index), len(found.first_copy)
    new = np.arange(first, first + count)
    copies = np.flatnonzero(found.first_copy != new)
    one = np.concatenate([found.near.low, found.first_copy[copies]])
    other = np.concatenate([found.near.high, new[copies]])
    old = one < first
    one[old] = labels_of(index, one[old])
    nodes = np.concatenate([np.unique(one[one < first]), new])
    first_of = nodes[components(len(nodes), np.searchsorted(nodes, one), np.searchsorted(nodes, other))]
    touched = len(nodes) - count
    went = np.flatnonzero(first_of[:touched] != nodes[:touched])
    return ClusterGrowth(first_of[touched:], nodes[went], first_of[went])


def add_counts(index: Index, found: NewTexts, growth: ClusterGrowth) -> AddCounts:
    """Figures of an add before it is done."""
    first, count = len(index), len(found.first_copy)
    firsts, sizes = np.unique(growth.labels, return_counts=True)
    before = np.unique(np.concatenate([firsts[firsts < first], growth.gone]))  # what new paragraphs came to
    were_clusters = before[had_members(index, before)]
    went = np.isin(growth.gone, were_clusters)
    grown = np.unique(np.concatenate([were_clusters[np.isin(were_clusters, firsts)], growth.into[went]]))
    together = int(np.count_nonzero((sizes > 1) | (firsts < first)))
    return AddCounts(
        paragraphs=count,
        copies=int(np.count_nonzero(found.first_copy != np.arange(first, first + count))),
        links=len(found.near.low),
        new_clusters=together - len(grown),
        grown_clusters=len(grown),
        merged_clusters=int(went.sum()),
    )


def segment_arrays(index: Index, found: NewTexts, growth: ClusterGrowth, paragraph_arrays: Mapping[str, Array]) -> dict[str, Array]:
    """All arrays of a segment; ``told`` are those that say what the paragraphs are and where they stand."""
    first, count = len(index), len(found.first_copy)
    new = np.arange(first, first + count)
    copies, company = np.flatnonzero(found.first_copy != new), np.flatnonzero(growth.labels != new)
    by_bag = found.own[np.argsort(found.signed.bags[found.own, 0], kind="stable")]
    by_label = company[np.argsort(growth.labels[company], kind="stable")]
    by_source = copies[np.argsort(found.first_copy[copies], kind="stable")]
    return {
        "bands": np.stack(found.columns[:-1]),
        "bands_at": np.stack([directory_of(column) for column in found.columns[:-1]]),
        "anchors": found.columns[-1],
        "anchors_at": directory_of(found.columns[-1]),
        "bags": found.signed.bags[by_bag, 0],
        "bags_rest": found.signed.bags[by_bag, 1],
        "bags_of": by_bag,
        "labels": growth.labels,
        "joined": growth.labels[by_label],
        "joined_by": by_label,
        "copied": found.first_copy[by_source],
        "copied_by": by_source,
        "link_low": found.near.low,
        "link_high": found.near.high,
        "link_jaccard": found.near.jaccard,
        "link_containment": found.near.containment,
        "gone": growth.gone,
        "gone_into": growth.into,
        "gone_at": np.full(len(growth.gone), index.manifest.adds + 1),
        **paragraph_arrays,
    }
