"""Sentences of a story -> what stands between quotation marks in them, and who says it, as it is written there or just before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import regex

from compare.facts.mention import phrase
from compare.languages.registry import PACKS
from compare.model import Claim, Reading, Span
from compare.reading.quotation import HIDDEN, hide_quotations
from compare.text.tokens import bare, tokens, words

Grams = frozenset[tuple[str, ...]]
_GRAM = 3  # words
_BETWEEN = 2  # words between a pronoun and its verb of speech: "he later said"
_QUOTED = regex.compile(rf"{HIDDEN}(?:[{HIDDEN}\s]*{HIDDEN})?")


@dataclass(frozen=True, slots=True)
class Utterance:
    """One quotation of at least three words in one sentence; ``grams`` are its word 3-grams."""

    claim: Claim
    span: Span  # in the article's field
    grams: Grams
    length: int  # words


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says a sentence: where he or she is written in it, as a name or as a pronoun, and his or her key and fullest name."""

    claim: Claim
    span: Span
    says: str
    key: str
    is_named: bool


def utterances(readings: Iterable[Reading]) -> Iterator[Utterance]:
    """Every quotation, in the order of the articles; a quotation over several sentences is one a sentence."""
    for reading in readings:
        for claim in reading.claims:
            for span in _quoted(claim):
                said = words(span.of(claim.quote))
                if len(said) >= _GRAM:
                    yield Utterance(claim, span.shifted(claim.span.start), grams_of(said), len(said))


def grams_of(said: Sequence[str]) -> Grams:
    """The word 3-grams of a text."""
    return frozenset(tuple(said[at : at + _GRAM]) for at in range(len(said) - _GRAM + 1))


def speaker_of(claim: Claim) -> Speaker | None:
    """Who says the sentence, if it names him or her outside the quotation, or a pronoun does."""
    if claim.speaker is None:
        return None
    name = next((name for name in claim.facts.names if name.key == claim.speaker and not _is_quoted(claim, name.span)), None)
    named = name.span if name else _part_of_name(claim, claim.speaker)
    span = named or _pronoun(claim)
    return (
        Speaker(claim, span, span.shifted(-claim.span.start).of(claim.quote), claim.speaker, is_named=named is not None) if span else None
    )


def _part_of_name(claim: Claim, key: str) -> Span | None:
    """Where the last part of the name, by which people are called, stands outside the quotation: "…," Cole said."""
    found = (token for token in tokens(claim.quote) if token.text[:1].isupper() and bare(token.text) == key.rsplit(maxsplit=1)[-1])
    spans = (Span(token.start, token.end).shifted(claim.span.start) for token in found)
    return next((span for span in spans if not _is_quoted(claim, span)), None)


def _quoted(claim: Claim) -> list[Span]:
    """What stands between quotation marks; where a sentence closes a quotation that it did not open, what stands before the mark."""
    hidden, _ = hide_quotations(claim.quote, is_open=False)
    return [Span(*found.span()) for found in _QUOTED.finditer(hidden)]


def _is_quoted(claim: Claim, span: Span) -> bool:
    place = span.start - claim.span.start
    return any(quoted.start <= place < quoted.end for quoted in _quoted(claim))


def _pronoun(claim: Claim) -> Span | None:
    """The pronoun of a verb of speech outside the quotation."""
    pack = PACKS.get(claim.language)
    if pack is None:
        return None
    hidden, _ = hide_quotations(claim.quote, is_open=False)
    who, says = phrase(pack.sentences.pronouns).pattern, phrase(pack.sentences.speech_verbs).pattern
    found = regex.search(rf"(?P<who>{who})\s(?:\p{{L}}+\s){{0,{_BETWEEN}}}?{says}", hidden, regex.IGNORECASE)
    return Span(*found.span("who")).shifted(claim.span.start) if found else None
