"""A text and what leads into it -> its lines, cut into passages; what nothing leads to is left out and counted."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reports.labels import Column, anchor
from reports.passages import Layer, Segment, LayerIndex, Stretch, paragraphs, segments, stretches

_AROUND = 300  # characters shown on either side of what is led to
_LEAST_GAP = 80  # a shorter stretch is shown: to say that it is missing takes as much room
_LONGEST_WORD = 40  # characters looked through for the end of a word that a cut would split


@dataclass(frozen=True, slots=True)
class PassageUse:
    """A claim that rests on a passage."""

    id: str
    anchor: str
    disputed: bool


@dataclass(frozen=True, slots=True)
class LinePart:
    """A passage (``kind`` cited, alone or near) or what lies between two; ``anchors`` are the ids that lead to it."""

    kind: str
    anchors: tuple[str, ...]
    segments: tuple[Segment, ...]
    uses: tuple[PassageUse, ...]


@dataclass(frozen=True, slots=True)
class ArticleLine:
    """A paragraph, or a stretch of it; with ``left_out`` characters it is a gap and has no parts."""

    parts: tuple[LinePart, ...]
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class References:
    """What leads into one article: passages with their kind, further places that are linked, and the claims of each passage."""

    passages: LayerIndex
    places: tuple[int, ...]  # rising
    uses: Mapping[tuple[str, int], tuple[PassageUse, ...]]


def lines_of(column: Column, references: References, marks: LayerIndex, *, full: bool) -> tuple[ArticleLine, ...]:
    """Without ``full``, the head of the text and whatever is led to or marked, with the characters around it.

    A place in the white space before a line leads to that line, so that no link leads nowhere. Cost grows with the text.
    """
    lines: list[ArticleLine] = []
    missing = reached = 0
    shown = [(0, len(column.text))] if full else _windows(column.text, references, marks)
    for start, end in _pieces(column.text, shown):
        if not any(first < end and start < last for first, last in _near(shown, start, end)):
            missing += end - start
            continue
        if missing:
            lines.append(ArticleLine((), missing))
            missing = 0
        lines.append(ArticleLine(_parts(column, (start, end, reached), references, marks)))
        reached = end
    return (*lines, ArticleLine((), missing)) if missing else tuple(lines)


def _windows(text: str, references: References, marks: LayerIndex) -> list[tuple[int, int]]:
    """Stretches to show, rising and apart, cut between words."""
    wanted = [(0, _AROUND), *((mark.start, mark.end) for mark in marks.layers)]
    wanted += [(passage.start - _AROUND, passage.end + _AROUND) for passage in references.passages.layers]
    wanted += [(place - _AROUND, place + _AROUND) for place in references.places]
    found: list[tuple[int, int]] = []
    for start, end in sorted((_word_start(text, max(0, start)), _word_end(text, end)) for start, end in wanted):
        if found and start - found[-1][1] < _LEAST_GAP:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    return [(start, len(text) if len(text) - end < _LEAST_GAP else end) for start, end in found]


def _word_start(text: str, at: int) -> int:
    return max(0, next((at - step for step in range(_LONGEST_WORD) if at <= step or text[at - step - 1 : at - step].isspace()), at))


def _word_end(text: str, at: int) -> int:
    return next((at + step for step in range(_LONGEST_WORD) if at + step >= len(text) or text[at + step].isspace()), at)


def _pieces(text: str, windows: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Lines, cut where a window begins or ends in them."""
    cuts = sorted(cut for window in windows for cut in window)
    for start, end in paragraphs(text):
        inside = cuts[bisect_left(cuts, start + 1) : bisect_left(cuts, end)]
        edges = [start, *inside, end]
        yield from (edge for edge in pairwise(edges) if text[slice(*edge)].strip())


def _near(windows: Sequence[tuple[int, int]], start: int, end: int) -> Sequence[tuple[int, int]]:
    """The few windows that may overlap a range; they rise and lie apart."""
    first = bisect_left(windows, (start, start))
    return windows[max(0, first - 1) : bisect_left(windows, (end, end))]


def _parts(column: Column, window: tuple[int, int, int], references: References, marks: LayerIndex) -> tuple[LinePart, ...]:
    """``window`` is start, end, and the end of what was shown before it."""
    start, end, reached = window
    near = marks.between(start, end)
    parts = []
    for stretch in stretches(start, end, references.passages.between(start, end)):
        places = references.places[bisect_left(references.places, reached) : bisect_left(references.places, stretch.end)]
        parts.append(_part(column, stretch, (places, references), near))
        reached = stretch.end
    return tuple(parts)


def _part(column: Column, stretch: Stretch, places: tuple[Sequence[int], References], marks: Sequence[Layer]) -> LinePart:
    starts, references = places
    return LinePart(
        kind=stretch.layer.kind if stretch.layer else "",
        anchors=tuple(anchor(column.label, "text", place) for place in starts),
        segments=segments(column.text, marks, stretch.start, stretch.end),
        uses=tuple(use for place in starts for use in references.uses.get(("text", place), ())),
    )
