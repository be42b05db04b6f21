"""A text and the layers laid over it -> segments that cover it exactly, each knowing the layers it lies in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

_LINE = re.compile(r"[^\n]*\S[^\n]*")


@dataclass(frozen=True, slots=True, order=True)
class Layer:
    """A half-open range of code points that means something: ``kind`` is styled, ``note`` is shown or linked."""

    start: int
    end: int
    kind: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch in which no layer begins or ends; ``kinds`` are those it lies in, ``closing`` the layers that end with it."""

    start: int
    text: str
    kinds: tuple[str, ...] = ()
    closing: tuple[Layer, ...] = ()


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a window: a passage (the layer it belongs to), or what lies between two (``None``)."""

    start: int
    end: int
    layer: Layer | None = None


@dataclass(frozen=True, slots=True)
class LayerIndex:
    """Layers by start, with the furthest end up to each, so that those of a line are found without looking at all."""

    layers: tuple[Layer, ...]
    starts: tuple[int, ...]
    reach: tuple[int, ...]

    def between(self, start: int, end: int) -> list[Layer]:
        """The layers that share a code point with the range."""
        first, last = bisect_right(self.reach, start), bisect_left(self.starts, end)
        return [layer for layer in self.layers[first:last] if layer.end > start]


def index_layers(layers: Iterable[Layer]) -> LayerIndex:
    """Layers put in order."""
    ordered = tuple(sorted(layers))
    return LayerIndex(ordered, tuple(layer.start for layer in ordered), tuple(accumulate((layer.end for layer in ordered), max)))


def segments(text: str, layers: Iterable[Layer], start: int = 0, end: int | None = None) -> tuple[Segment, ...]:
    """``text[start:end]`` cut wherever a layer begins or ends; layers may overlap, reach out of the window or be empty."""
    stop = len(text) if end is None else min(end, len(text))
    inside = sorted(layer for layer in layers if layer.start < layer.end and layer.start < stop and start < layer.end)
    if not inside:  # most passages of a report; the rest of this is a third of the time of a large one
        return (Segment(start, text[start:stop]),) if start < stop else ()
    cuts = sorted({start, stop, *(cut for layer in inside for cut in (layer.start, layer.end) if start < cut < stop)})
    return tuple(_segment(text, a, b, inside) for a, b in pairwise(cuts))


def paragraphs(text: str) -> tuple[tuple[int, int], ...]:
    """Where the lines stand that hold more than white space."""
    return tuple(match.span() for match in _LINE.finditer(text))


def stretches(start: int, end: int, passages: Sequence[Layer]) -> tuple[Stretch, ...]:
    """The window cut into passages and what lies between; of two that overlap the earlier stands whole, the later loses its head."""
    found: list[Stretch] = []
    at = start
    for layer in sorted(passages):
        first, last = max(layer.start, at), min(layer.end, end)
        if first >= last:
            continue
        if at < first:
            found.append(Stretch(at, first))
        found.append(Stretch(first, last, layer))
        at = last
    if at < end:
        found.append(Stretch(at, end))
    return tuple(found)


def _segment(text: str, start: int, end: int, layers: Sequence[Layer]) -> Segment:
    here = [layer for layer in layers if layer.start <= start and end <= layer.end]
    kinds = tuple(dict.fromkeys(layer.kind for layer in here))
    return Segment(start, text[start:end], kinds, tuple(layer for layer in here if layer.end == end))
