"""Members of a claim group -> the clause of each member in which it agrees with the others."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

import regex

from compare.languages.language_pack import ClauseWords
from compare.languages.registry import PACKS
from compare.model import ArticleId, Claim, Span
from compare.text.tokens import key, tokens

# A run of clauses carries the claim if it holds this share of the words that others say too ...
_CARRIES = 0.75
# ... and is a part of its sentence: at most this share of its length.
_PART = 0.67
# Fewer common words say nothing about where a sentence agrees.
_LEAST_COMMON = 3


def clauses(text: str, words: ClauseWords) -> tuple[Span, ...]:
    """The sentence cut at marks and before connectives, in order; a piece that is too short belongs to its left neighbour."""
    cuts = [0, *(match.end() if match["mark"] else match.start() for match in _cut(words).finditer(text)), len(text)]
    pieces: list[Span] = []
    for start, end in pairwise(sorted(set(cuts))):
        piece = text[start:end]
        inner = piece.strip(f" {words.marks}")
        if not inner:
            continue
        span = Span(start + piece.index(inner), start + piece.index(inner) + len(inner))
        short = len(inner.split()) < words.least_words or (pieces and len(pieces[-1].of(text).split()) < words.least_words)
        if pieces and short:
            pieces[-1] = Span(pieces[-1].start, span.end)
        else:
            pieces.append(span)
    return tuple(pieces)


@cache
def _cut(words: ClauseWords) -> "regex.Pattern[str]":
    """A mark that is not between digits (``6,1``), or the place before a connective."""
    longest_first = sorted(words.connectives, key=lambda word: (-len(word), word))
    marks = f"[{regex.escape(words.marks)}]"
    connective = r"(?<=\s)(?:" + "|".join(map(regex.escape, longest_first)) + r")(?=\s)"
    return regex.compile(rf"(?P<mark>(?<!\d){marks}|{marks}(?!\d))|{connective}", regex.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """The clauses of one claim, in its field, with the content words of each."""

    article: ArticleId
    pieces: tuple[Span, ...]
    words: tuple[frozenset[str], ...]
    all_words: frozenset[str]


def read_clauses(claim: Claim) -> ClauseReading:
    """Cost: one pass over the sentence; a language without a pack has one clause."""
    pack = PACKS.get(claim.language)
    pieces = clauses(claim.quote, pack.clauses) if pack else (Span(0, len(claim.quote)),)
    stops = pack.sentences.stop_words if pack else frozenset[str]()
    # One key for the whole sentence: as many words as tokens, in a fifth of the time of a key a token.
    placed = [(word, token) for word, token in zip(key(claim.quote).split(), tokens(claim.quote), strict=True) if word not in stops]
    words = tuple(frozenset(word for word, token in placed if piece.start <= token.start < piece.end) for piece in pieces)
    shifted = tuple(piece.shifted(claim.span.start) for piece in pieces)
    return ClauseReading(claim.article, shifted, words, frozenset(word for word, _ in placed))


def agreeing_clauses(members: Sequence[ClauseReading]) -> tuple[Span | None, ...]:
    """For each member the stretch of its field in which it says what the others say; ``None`` where that is the whole sentence.

    The shortest run of clauses that holds three quarters of the content words which at least half of the other articles have too.
    """
    said: dict[ArticleId, frozenset[str]] = {}
    for member in members:
        said[member.article] = said.get(member.article, frozenset()) | member.all_words
    counts = Counter(word for words in said.values() for word in words)
    return tuple(_agreeing(member, said[member.article], counts, len(said) - 1) for member in members)


def _agreeing(member: ClauseReading, own: frozenset[str], counts: Mapping[str, int], others: int) -> Span | None:
    common = frozenset(word for word in member.all_words if 2 * (counts[word] - (word in own)) >= others)
    if len(common) < _LEAST_COMMON or len(member.pieces) < 2:
        return None
    runs = [(first, last) for first in range(len(member.pieces)) for last in range(first, len(member.pieces))]
    spans = [
        Span(member.pieces[first].start, member.pieces[last].end)
        for first, last in runs
        if len(common & frozenset().union(*member.words[first : last + 1])) >= _CARRIES * len(common)
    ]
    best = min(spans, key=lambda span: (span.end - span.start, span), default=None)
    whole = member.pieces[-1].end - member.pieces[0].start
    return best if best and best.end - best.start <= _PART * whole else None
