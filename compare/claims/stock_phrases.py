"""Pairs of sentences -> those that only say a stock phrase of two subjects: "declined to comment" is another claim of each."""

from collections.abc import Iterable, Sequence
from functools import cache

import regex

from compare.claims.align import Pair
from compare.languages.registry import PACKS
from compare.model import Claim
from compare.text.tokens import words

_Subject = tuple[frozenset[str], frozenset[str]]  # words of names, other words


def stock_pairs(claims: Sequence[Claim], pairs: Iterable[Pair]) -> frozenset[Pair]:
    """Pairs of which both hold a stock phrase and tell of whom, by other names, or without names in other words."""
    subjects = [_subject(claim) for claim in claims]
    return frozenset(pair for pair in pairs if _of_two_subjects(subjects[pair[0]], subjects[pair[1]]))


def _of_two_subjects(one: _Subject | None, other: _Subject | None) -> bool:
    if one is None or other is None or not one[1] or not other[1]:
        return False
    at = 0 if one[0] and other[0] else 1
    return not one[at] & other[at]


def _subject(claim: Claim) -> _Subject | None:
    """The words of names and all words beside the stock phrase and what many subjects are called; ``None`` without such a phrase."""
    said = " ".join(words(claim.quote))
    if claim.language not in PACKS or not _stock(claim.language).search(said):
        return None
    beside = _common(claim.language).sub(" ", _stock(claim.language).sub(" ", said)).split()
    return frozenset(word for name in claim.facts.names for word in name.key.split()), frozenset(beside)


@cache
def _stock(language: str) -> "regex.Pattern[str]":
    return _any_of(PACKS[language].altered.stock)


@cache
def _common(language: str) -> "regex.Pattern[str]":
    pack = PACKS[language]
    return _any_of((*pack.altered.stock_subjects, *pack.sentences.speech_verbs, *pack.sentences.stop_words))


def _any_of(phrases: tuple[str, ...]) -> "regex.Pattern[str]":
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return regex.compile(r"(?<!\S)(?:" + "|".join(map(regex.escape, longest_first)) + r")(?!\S)")
