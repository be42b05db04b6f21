"""What was found of new texts -> how clusters change by them, and the arrays of the segment that they make."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

import numpy as np

from compare.duplicates.index.container import Array
from compare.duplicates.index.find_near import Found
from compare.duplicates.index.lowest_members import directory_of
from compare.duplicates.index.open_index import Index
from compare.duplicates.index.stored_paragraphs import had_company, labels_of
from compare.duplicates.kernels.batch import Indices
from compare.duplicates.kernels.numpy_kernels import components


@dataclass(frozen=True, slots=True)
class Growth:
    """For each new paragraph the first one of its cluster; and clusters that went away, rising, with the first one of where they went."""

    labels: Indices
    gone: Indices
    into: Indices


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What an add did; a cluster has two paragraphs at least."""

    paragraphs: int = 0
    copies: int = 0
    links: int = 0
    new_clusters: int = 0
    grown_clusters: int = 0
    merged_clusters: int = 0

    def plus(self, other: "Receipt") -> "Receipt":
        """What both adds did; a cluster that both let grow counts twice."""
        return Receipt(**{row.name: getattr(self, row.name) + getattr(other, row.name) for row in fields(Receipt)})


def growth_of(index: Index, found: Found) -> Growth:
    """Only clusters that a new text touches are looked at; what is joined has the lowest number of all as its first."""
    first, count = len(index), len(found.same)
    new = np.arange(first, first + count)
    copies = np.flatnonzero(found.same != new)
    one = np.concatenate([found.near.low, found.same[copies]])
    other = np.concatenate([found.near.high, new[copies]])
    old = one < first
    one[old] = labels_of(index, one[old])
    nodes = np.concatenate([np.unique(one[one < first]), new])
    first_of = nodes[components(len(nodes), np.searchsorted(nodes, one), np.searchsorted(nodes, other))]
    touched = len(nodes) - count
    went = np.flatnonzero(first_of[:touched] != nodes[:touched])
    return Growth(first_of[touched:], nodes[went], first_of[went])


def receipt_of(index: Index, found: Found, growth: Growth) -> Receipt:
    """Figures of an add before it is done."""
    first, count = len(index), len(found.same)
    firsts, sizes = np.unique(growth.labels, return_counts=True)
    before = np.unique(np.concatenate([firsts[firsts < first], growth.gone]))  # what new paragraphs came to
    were_clusters = before[had_company(index, before)]
    went = np.isin(growth.gone, were_clusters)
    grown = np.unique(np.concatenate([were_clusters[np.isin(were_clusters, firsts)], growth.into[went]]))
    together = int(np.count_nonzero((sizes > 1) | (firsts < first)))
    return Receipt(
        paragraphs=count,
        copies=int(np.count_nonzero(found.same != np.arange(first, first + count))),
        links=len(found.near.low),
        new_clusters=together - len(grown),
        grown_clusters=len(grown),
        merged_clusters=int(went.sum()),
    )


def arrays_of(index: Index, found: Found, growth: Growth, told: Mapping[str, Array]) -> dict[str, Array]:
    """All arrays of a segment; ``told`` are those that say what the paragraphs are and where they stand."""
    first, count = len(index), len(found.same)
    new = np.arange(first, first + count)
    copies, company = np.flatnonzero(found.same != new), np.flatnonzero(growth.labels != new)
    by_bag = found.own[np.argsort(found.signed.bags[found.own, 0], kind="stable")]
    by_label = company[np.argsort(growth.labels[company], kind="stable")]
    by_source = copies[np.argsort(found.same[copies], kind="stable")]
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
        "copied": found.same[by_source],
        "copied_by": by_source,
        "link_low": found.near.low,
        "link_high": found.near.high,
        "link_jaccard": found.near.jaccard,
        "link_containment": found.near.containment,
        "gone": growth.gone,
        "gone_into": growth.into,
        "gone_at": np.full(len(growth.gone), index.manifest.adds + 1),
        **told,
    }
