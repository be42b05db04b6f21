"""The differences of a passage and the spans of its values -> fragments to show: what differs, and what is a number, date or name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.model import Span
from reports.differences import Piece, PieceKind


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece, in stretches that are a value or not; ``glued`` if no space comes before it, ``cut`` if a part of it is not shown."""

    kind: PieceKind
    stretches: tuple[tuple[str, bool], ...]
    glued: bool
    cut: bool


def fragments(quote: str, pieces: Sequence[Piece], values: Sequence[Span]) -> tuple[Fragment, ...]:
    """The fragments of a quote in order; ``values`` are spans within the quote, in order."""
    return tuple(_fragments(quote, pieces, values))


def _fragments(quote: str, pieces: Sequence[Piece], values: Sequence[Span]) -> Iterator[Fragment]:
    at = 0
    for piece in pieces:
        if piece.kind == "missing":  # only the base has it
            yield Fragment(piece.kind, ((piece.text, False),), piece.glued, piece.left_out > 0)
            continue
        start = quote.index(piece.text, at)
        at = start + len(piece.text)
        yield Fragment(piece.kind, tuple(_stretches(piece.text, start, values)), piece.glued, cut=False)


def _stretches(text: str, start: int, values: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    at = 0
    for value in values:
        first, last = max(at, value.start - start), min(len(text), value.end - start)
        if first < last:
            if at < first:
                yield text[at:first], False
            yield text[first:last], True
            at = last
    if at < len(text):
        yield text[at:], False
