"""A text and stretches of it -> the same text, of equal length, with a sign in place of every character of them. Linear time."""

from collections.abc import Iterable

from compare.model import Span


def masked(text: str, spans: Iterable[Span], blank: str) -> str:
    """The spans may come in any order and overlap; ``blank`` is one character."""
    pieces: list[str] = []
    position = 0
    for span in sorted(spans):
        if span.end > position:
            start = max(span.start, position)
            pieces += (text[position:start], blank * (span.end - start))
            position = span.end
    return "".join((*pieces, text[position:]))
