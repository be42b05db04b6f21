"""The pieces of a passage and where its values stand -> fragments to show: what differs, and what is a number, a date or a name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from compare.model import Span
from reports.differences import Piece, PieceKind


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece in stretches that are a value or none; ``glued`` to the fragment before, ``cut`` if more of it is missing than is shown."""

    kind: PieceKind
    stretches: tuple[tuple[str, bool], ...]
    glued: bool
    cut: bool


def fragments(quote: str, pieces: Sequence[Piece], values: Sequence[Span]) -> tuple[Fragment, ...]:
    """The pieces of a quote in order, with the stretches that lie in ``values``, spans of the quote, rising."""
    return tuple(_placed(quote, pieces, values))


def _placed(quote: str, pieces: Sequence[Piece], values: Sequence[Span]) -> Iterator[Fragment]:
    at = 0
    for piece in pieces:
        if piece.kind == "missing":  # stands in the base alone
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
