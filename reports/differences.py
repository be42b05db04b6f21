"""Two versions of a text -> the pieces of the second, with what was added to and what is missing from the first."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz.distance import LCSseq

PieceKind = Literal["same", "added", "missing"]

_WORD = re.compile(r"\w+|[^\w\s]+")
_MOST_PAIRS = 1_000_000  # of equal words; a paragraph of 500 words beside its copy has some thousands
_MOST_WORDS, _MOST_CELLS = 4_000_000, 400_000_000  # on the one side times on the other
_LONGEST_MISSING = 24  # words shown of a missing piece; an excerpt would else repeat the whole first version


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words; ``glued`` to the one before where its own text has no space there.

    ``left_out`` counts the words of a long missing piece that are not shown.
    """

    kind: PieceKind
    text: str
    glued: bool = False
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class _Words:
    text: str
    spans: tuple[tuple[int, int], ...]
    keys: tuple[str, ...]

    def between(self, first: int, last: int) -> str:
        """The text from word ``first`` to before word ``last``."""
        return self.text[self.spans[first][0] : self.spans[last - 1][1]]

    def glued(self, at: int) -> bool:
        """Whether word ``at`` follows the one before without a space."""
        return at > 0 and self.spans[at - 1][1] == self.spans[at][0]


def difference(base: str, version: str) -> tuple[Piece, ...]:
    """Word for word, in the order of ``version``; case and white space are no difference, digits and tone marks are.

    The pieces that are not missing hold every word of ``version``, in its own spelling.
    """
    old, new = _words(base), _words(version)
    pieces: list[Piece] = []
    for tag, a1, a2, b1, b2 in _opcodes(old.keys, new.keys):
        if tag == "equal":
            pieces.append(Piece("same", new.between(b1, b2), new.glued(b1)))
            continue
        if a1 < a2:
            pieces.append(_missing(old, a1, a2))
        if b1 < b2:
            pieces.append(Piece("added", new.between(b1, b2), new.glued(b1)))
    return tuple(pieces)


def _opcodes(old: Sequence[str], new: Sequence[str]) -> Sequence[tuple[str, int, int, int, int]]:
    """By the longest blocks; of very long texts by a longest common subsequence, and of longer ones than that can hold the whole."""
    count = Counter(old)
    if len(old) * len(new) <= _MOST_WORDS and sum(count[word] for word in new) <= _MOST_PAIRS:
        return SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    if len(old) * len(new) > _MOST_CELLS:
        return [("equal" if old == new else "replace", 0, len(old), 0, len(new))]
    return [(code.tag, code.src_start, code.src_end, code.dest_start, code.dest_end) for code in LCSseq.opcodes(old, new)]


def same_words(pieces: tuple[Piece, ...]) -> bool:
    """Whether nothing was added and nothing is missing."""
    return all(piece.kind == "same" for piece in pieces)


def _missing(old: _Words, first: int, last: int) -> Piece:
    if last - first <= _LONGEST_MISSING:
        return Piece("missing", old.between(first, last), old.glued(first))
    shown = _LONGEST_MISSING // 2
    return Piece("missing", old.between(first, first + shown), old.glued(first), last - first - shown)


def _words(text: str) -> _Words:
    found = list(_WORD.finditer(text))
    return _Words(text, tuple(match.span() for match in found), tuple(match.group().lower() for match in found))
