"""Two sentences -> whether they only say the same stock phrase of two subjects: "declined to comment" is another claim of each."""

from functools import cache

import regex

from compare.claims.frame import content_words
from compare.languages.registry import PACKS
from compare.model import Claim
from compare.text import words


def of_two_subjects(a: Claim, b: Claim) -> bool:
    """Whether both hold a stock phrase, each tells of whom, and beside it they have no content word in common."""
    one, other = _beside_stock(a), _beside_stock(b)
    return bool(one) and bool(other) and not (one or frozenset()) & (other or frozenset())


def _beside_stock(claim: Claim) -> frozenset[str] | None:
    """The content words beside the stock phrase and the nouns that many subjects have; ``None`` for a sentence without such a phrase."""
    pack = PACKS.get(claim.language)
    said = " ".join(words(claim.quote))
    if pack is None or not _stock(claim.language).search(said):
        return None
    return frozenset(content_words(_common(claim.language).sub(" ", _stock(claim.language).sub(" ", said)), claim.language))


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
