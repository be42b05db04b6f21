"""An index -> its figures, and what is known of one cluster of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import regex

from compare.duplicates.index.manifest import FORMAT
from compare.duplicates.index.open_index import Index
from compare.duplicates.index.query import cluster_id
from compare.duplicates.index.segment import Segment
from compare.duplicates.index.stored_paragraphs import StoredPlace, current_clusters, had_members, labels_of, places_of
from compare.duplicates.kernels.batch import Indices
from compare.errors import IndexFolderError

_CLUSTER = regex.compile(r"c-(\d{1,18})")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexInfo:
    """Counts over a whole index; ``articles`` counts versions of them, ``merges`` clusters whose id leads to another one now.

    ``paragraphs`` are those that it has, ``lost`` those of which a damage left nothing, ``left_out`` files that a repair left out, and why.
    """

    format: str
    header: Mapping[str, Any]
    adds: int
    paragraphs: int
    articles: int
    copies: int
    links: int
    clusters: int
    merges: int
    bytes: int
    segments: tuple[tuple[str, int, int], ...]  # file, paragraphs, bytes
    lost: int
    left_out: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Merge:
    """The cluster ``gone`` went into ``kept`` by the ``add``-th add."""

    add: int
    kept: str
    gone: str


@dataclass(frozen=True, slots=True)
class ClusterInfo:
    """A cluster as it is now: its id, where its paragraphs stand in the order in which they came, and what was merged into it, by add."""

    id: str
    members: tuple[StoredPlace, ...]
    merges: tuple[Merge, ...]


def index_info(index: Index) -> IndexInfo:
    """Every label is looked at once."""
    segments, parts = index.segments, index.manifest.parts
    nobody = np.empty(0, dtype=np.int64)
    clusters = np.unique(current_clusters(index, np.unique(np.concatenate([nobody, *(np.unique(segment["joined"]) for segment in segments)]))))
    gone = np.concatenate([nobody, *(segment["gone"] for segment in segments)])
    return IndexInfo(
        format=FORMAT,
        header={"hashes": index.manifest.header["hashes"], **index.manifest.header["settings"]},
        adds=index.manifest.adds,
        paragraphs=index.paragraph_count,
        articles=sum(part.articles for part in parts) - len(index.manifest.lost),
        copies=sum(len(segment["copied"]) for segment in segments),
        links=sum(len(segment["link_low"]) for segment in segments),
        clusters=len(clusters),
        merges=int(had_members(index, gone).sum()),
        bytes=sum(part.stamp.bytes for part in parts),
        segments=tuple((part.name, part.paragraphs, part.stamp.bytes) for part in parts),
        lost=len(index) - index.paragraph_count,
        left_out=tuple((each.name, each.why) for each in index.manifest.left_out),
    )


def cluster_info(index: Index, name: str) -> ClusterInfo:
    """The cluster of that id, or the one that it went into. ``IndexFolderError`` if no paragraph has that number."""
    given = _CLUSTER.fullmatch(name)
    if given is None or int(given[1]) >= len(index):
        raise IndexFolderError(str(index.folder), f"has no cluster {name}", "give an id as `tellings index query` prints it, such as c-12")
    if any(lost.first <= int(given[1]) < lost.end for lost in index.manifest.lost):
        raise IndexFolderError(str(index.folder), f"has lost paragraph {given[1]}", "`tellings index info` names what was left out")
    first = labels_of(index, np.array([int(given[1])]))
    merged = _merged_into(index, first)
    firsts = np.concatenate([first, merged[2]])
    found = [firsts]
    for segment in index.segments:
        at = np.flatnonzero(np.isin(segment["joined"], firsts))
        found.append(segment["joined_by"][at].astype(np.int64) + segment.part.first)
    members = np.unique(np.concatenate(found))
    clusters = merged[:, had_members(index, merged[2])]  # the others were paragraphs alone
    told = tuple(Merge(add, cluster_id(kept), cluster_id(gone)) for add, kept, gone in clusters.T.tolist())
    return ClusterInfo(cluster_id(int(first[0])), tuple(places_of(index, members)), told)


def _merged_into(index: Index, firsts: Indices) -> Indices:
    """(3, k): by which add, into what, which paragraph's cluster; all that went into ``firsts``, directly or not, in the order of adds."""
    found, ahead = [np.empty((3, 0), dtype=np.int64)], firsts
    while len(ahead):
        rows = [_rows_into(segment, ahead) for segment in index.segments]
        found += rows
        ahead = np.concatenate([row[2] for row in rows]) if rows else ahead[:0]
    every = np.concatenate(found, axis=1)
    return every[:, np.lexsort(every[::-1])]


def _rows_into(segment: Segment, firsts: Indices) -> Indices:
    at = np.flatnonzero(np.isin(segment["gone_into"], firsts))
    return np.stack([segment[name][at] for name in ("gone_at", "gone_into", "gone")])
