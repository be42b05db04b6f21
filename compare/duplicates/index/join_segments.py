"""Segments that follow each other -> the arrays of the one that holds all of them, written as they are made; and which to join when."""

from collections.abc import Iterator, Sequence
from typing import Protocol

import numpy as np

from compare.duplicates.index.container import Array
from compare.duplicates.index.lowest_members import directory_of
from compare.duplicates.index.manifest import SegmentEntry
from compare.duplicates.index.segment import COLUMNS, Column, Segment
from compare.duplicates.kernels.batch import Indices

FANOUT = 4  # segments of one size that become one: at most 3 a size, and a paragraph is written again once a size
_SMALLEST = 1_000  # paragraphs; segments below are of one size


class Sink(Protocol):
    """Takes arrays one after the other, each in parts."""

    def put(self, name: str, parts: Iterator[Array], shape: tuple[int, ...], dtype: str) -> None:
        """An array of ``shape``, made of ``parts`` end to end."""


def write_arrays(arrays: dict[str, Array], sink: Sink) -> None:
    """Those of a batch."""
    for name, column in COLUMNS.items():
        sink.put(name, iter([arrays[name]]), arrays[name].shape, column.dtype)


def write_joined(segments: Sequence[Segment], sink: Sink) -> None:
    """One array in memory at a time, of the bands one band, and their directories."""
    orders = {name: _order(segments, name) for name, column in COLUMNS.items() if column.joining == "sorted"}
    directories: list[Array] = []
    for name, column in COLUMNS.items():
        if column.joining == "packed":
            directories.clear()
            sink.put(name, _packed(name, segments, directories), _shape([segment[name] for segment in segments]), column.dtype)
        elif column.joining == "directory":
            shape = np.shape(directories) if segments[0][column.leader].ndim == 2 else directories[0].shape
            sink.put(name, iter(directories), shape, column.dtype)
        else:
            sink.put(name, _joined(name, column, segments, orders), _shape([segment[name] for segment in segments]), column.dtype)


def segments_due(parts: Sequence[SegmentEntry]) -> int:
    """How many of the last segments to join now; 0 for none. A size is ``FANOUT`` times the one before it.

    All segments of the smaller sizes go with those of the largest one that is full, so that sizes fall from the first segment to the last.
    """
    found = 0
    for count in range(FANOUT, len(parts) + 1):
        tail = parts[-count:]
        largest = max(map(_size, tail))
        if sum(_size(part) == largest for part in tail) >= FANOUT and (count == len(parts) or _size(parts[-count - 1]) != largest):
            found = count
    return found


def _size(part: SegmentEntry) -> int:
    size, paragraphs = 0, part.paragraphs // _SMALLEST
    while paragraphs >= FANOUT:
        size, paragraphs = size + 1, paragraphs // FANOUT
    return size


def _shape(arrays: Sequence[Array]) -> tuple[int, ...]:
    """Arrays of one dimension lie end to end along it; bands side by side; checksums one below the other."""
    if arrays[0].ndim == 1:
        return (sum(len(array) for array in arrays),)
    if arrays[0].dtype == np.uint64:
        return (len(arrays[0]), sum(array.shape[1] for array in arrays))
    return (sum(len(array) for array in arrays), arrays[0].shape[1])


def _joined(name: str, column: Column, segments: Sequence[Segment], orders: dict[str, Indices]) -> Iterator[Array]:
    leader = name if column.joining == "sorted" else column.leader
    if leader:
        yield np.concatenate(list(_moved(name, column, segments)))[orders[leader]]
    else:
        yield from _moved(name, column, segments)


def _packed(name: str, segments: Sequence[Segment], directories: list[Array]) -> Iterator[Array]:
    """Band by band; the directory of each goes to ``directories``."""
    moves = [np.uint64(segment.part.first - segments[0].part.first) for segment in segments]
    rows = [np.atleast_2d(segment[name]) for segment in segments]
    for band in range(len(rows[0])):
        packed = np.sort(np.concatenate([own[band] + move for own, move in zip(rows, moves, strict=True)]))
        directories.append(directory_of(packed))
        yield packed


def _moved(name: str, column: Column, segments: Sequence[Segment]) -> Iterator[Array]:
    """Each segment's array as it is in the segment of all."""
    articles = text = 0
    for segment in segments:
        array = segment[name]
        if column.joining == "relative":
            yield array + np.uint32(segment.part.first - segments[0].part.first)
        elif column.joining == "articles":
            yield array + np.uint32(articles)
        elif column.joining == "places":
            yield array + text
            text += len(segment[name.removesuffix("_ends")])
        else:
            yield array
        articles += segment.part.articles


def _order(segments: Sequence[Segment], name: str) -> Indices:
    """Equal values stay in the order of their segments."""
    return np.argsort(np.concatenate([segment[name] for segment in segments]), kind="stable")
