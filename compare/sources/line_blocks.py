"""A text file of any size -> stretches of whole lines, with no more than a few million characters in memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TextIO

import regex

from compare.model import Skipped
from compare.text.tokens import composed, normalised

_BLOCK = 1 << 20  # code points read at once
# Before such a character a text can be cut, and both parts be composed by themselves: it is no mark and no part of a Hangul syllable.
_LAST_CUT = regex.compile(r"[^\p{M}\u1160-\u11ff]", regex.REVERSE)


@dataclass(frozen=True, slots=True)
class LineBlock:
    """Whole lines of an article, in NFC; the first character is the article's ``start``-th code point."""

    start: int
    text: str


@dataclass(frozen=True, slots=True)
class _OverlongLine:
    """A line that nobody holds: how long it would be in NFC, with its line feed."""

    length: int


def line_blocks(file: TextIO, origin: str, longest: int) -> Iterator[LineBlock | Skipped]:
    """All lines of a file that was opened with universal newlines; one of more than ``longest`` code points is skipped by its number."""
    start, number = 0, 1
    for lines in _whole_lines(file, longest):
        if isinstance(lines, _OverlongLine):
            yield _too_long(origin, number, longest)
            start, number = start + lines.length, number + 1
            continue
        text = composed(lines) if start else normalised(lines)
        for part in _lines(text) if len(text) > longest else [text]:
            yield _too_long(origin, number, longest) if len(part.removesuffix("\n")) > longest else LineBlock(start, part)
            start, number = start + len(part), number + part.count("\n")


def _whole_lines(file: TextIO, longest: int) -> Iterator[str | _OverlongLine]:
    """Blocks that end with a line or with the file; the end of a line that is too long is counted while it is read past."""
    while block := file.read(_BLOCK):
        rest = "" if block.endswith("\n") else file.readline(longest + 1)
        block += rest
        if len(rest) <= longest or rest.endswith("\n"):
            yield block
        else:
            cut = block.rfind("\n") + 1
            if cut:
                yield block[:cut]
            yield _OverlongLine(_length(file, block[cut:]))


def _length(file: TextIO, begun: str) -> int:
    """In NFC, of a line of which ``begun`` was read."""
    length, held = 0, begun
    while not held.endswith("\n") and (more := file.readline(_BLOCK)):
        held += more
        cut = _LAST_CUT.search(held)
        if cut:
            length, held = length + len(composed(held[: cut.start()])), held[cut.start() :]
    return length + len(composed(held))


def _lines(text: str) -> list[str]:
    """Each with its line feed; ``str.splitlines`` would part them at other signs too."""
    *whole, last = text.split("\n")
    return [*(line + "\n" for line in whole), *([last] if last else [])]


def _too_long(origin: str, number: int, longest: int) -> Skipped:
    return Skipped(f"{origin}:{number}", f"has more than {longest} characters; split it or raise input.largest_article_chars")
