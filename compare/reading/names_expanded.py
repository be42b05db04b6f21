"""Sentence -> the abbreviations that it gives in brackets, each with the words that it stands for."""

from collections.abc import Iterator, Sequence
from itertools import dropwhile, takewhile

import regex

from compare.languages.language_pack import SentenceWords
from compare.reading.names_known import NameGrammar
from compare.text.tokens import Token, bare, tokens

_ABBREVIATION = regex.compile(r" ?\((\p{Lu}[\p{Lu}&.-]{1,9})\)")
_LONGEST_EXPANSION = 12  # words
_SEEN_BEFORE = 400  # code points in which they are looked for, so that a long line stays linear
# Words of a body, and letters of its abbreviation, where initials do not prove it: two letters may be a province or a party.
_SHORTEST_BODY = 3


def expansions(text: str, grammar: NameGrammar) -> Iterator[tuple[str, str]]:
    """Phrases before an abbreviation in brackets, with its key: by their initials, or a Vietnamese body's name that was translated.

    An abbreviation that an alias knows says nothing of the words before it: ``Oxford (UK)``.
    """
    words = grammar.words
    for found in _ABBREVIATION.finditer(text):
        key = bare(found[1]).replace(".", "")
        if found[1].lower() in grammar.keys:
            continue
        before = _clause(text, found.start(), words)
        phrase = _by_initials(before, key) or ([] if words.whole_names_capitalised else _body_phrase(before, key, words))
        if phrase:
            yield text[phrase[0].start : phrase[-1].end], key


def _clause(text: str, end: int, words: SentenceWords) -> list[Token]:
    """The words that stand right before ``end`` with nothing but spaces between them."""
    begins = max(0, end - _SEEN_BEFORE)
    near = [Token(token.text, token.start + begins, token.end + begins) for token in tokens(text[begins:end])]
    backwards = near[::-1][:_LONGEST_EXPANSION]
    kept: list[Token] = []
    for token in backwards:
        gap = text[token.end : kept[-1].start if kept else end]
        if gap.strip(" &-") or token.text in words.names.place_words:
            break
        kept.append(token)
    return kept[::-1]


def _by_initials(before: Sequence[Token], key: str) -> list[Token]:
    """The shortest phrase at the end whose initials, small words counted or not, spell the abbreviation."""
    letters = [c for c in key if c.isalpha()]
    for first in range(len(before) - 2, -1, -1):
        phrase = list(before[first:])
        capitals = [token for token in phrase if token.text[0].isupper()]
        spelled = ([bare(token.text)[:1] for token in kept] for kept in (phrase, capitals))
        if before[first].text[0].isupper() and any(initials == letters for initials in spelled):
            return phrase
    return []


def _body_phrase(before: Sequence[Token], key: str, words: SentenceWords) -> list[Token]:
    """From the first word that opens a body's name to the end: ``Tổ chức Khí tượng Thế giới`` before ``(WMO)``."""
    kept = list(takewhile(lambda token: token.text not in words.stop_words, reversed(before)))[::-1]
    phrase = list(dropwhile(lambda token: token.text.lower() not in words.names.bodies or not token.text[0].isupper(), kept))
    is_title = " ".join(token.text.lower() for token in phrase[:2]) in words.titles
    return [] if is_title or len(phrase) < _SHORTEST_BODY or len(key) < _SHORTEST_BODY else phrase
