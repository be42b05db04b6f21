"""Two claims -> what the one tells as done and the other reports as denied: "ignored warnings", "denied that warnings had been ignored"."""

from collections.abc import Iterable
from functools import lru_cache

import regex

from compare.claims.clash import Clash, Filler, Framed
from compare.claims.frame import content_words
from compare.languages.registry import PACKS, all_altered_words
from compare.model import Claim, Span
from compare.text.tokens import tokens, words

_CLAUSE_END = regex.compile(r"[,;.!?–—]")
# Content words of what is denied, and the share of them that the other sentence has: with fewer, what is denied and what is told may be two
# things that one word names, and the only difference left is how the one is put. On the 18 labelled stories a share of .7 or .9 changes
# nothing.
_LEAST_DENIED = 4
_SHARED = 0.8
_REQUEST_WITHIN = 4  # words behind the verb: "denied his request for bail"
_LONGEST_DENIAL = 3  # words: "bác thông tin"


def denial_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    """Who denies against who tells it as so; what was only alleged, asked or denied too is no contradiction."""
    for (denying, _), (telling, _), swapped in ((one, two, False), (two, one, True)):
        denial = denial_in(denying.quote)
        if denial is None or not _tells(telling):
            continue
        denied = set(content_words(_denied_clause(denying, denial), denying.language))
        shared = denied & set(content_words(telling.quote, telling.language))
        if len(denied) >= _LEAST_DENIED and len(shared) >= _SHARED * len(denied):
            span = denial.shifted(denying.span.start)
            sides = (Filler(denying, span, denial.of(denying.quote), "negated"), Filler(telling, telling.span, telling.quote, "affirmed"))
            yield Clash("negation", "negation", *(sides[::-1] if swapped else sides))


@lru_cache(maxsize=4096)
def denial_in(quote: str) -> Span | None:
    """Where the sentence says that something is denied; of many sentences each is held against each."""
    sentence = tokens(quote)
    for at, first in enumerate(sentence):
        for last in reversed(sentence[at : at + _LONGEST_DENIAL]):
            if " ".join(quote[first.start : last.end].lower().split()) in all_altered_words("denials"):
                denial = Span(first.start, last.end)
                return None if _of_a_request(quote, denial) else denial
    return None


def _of_a_request(quote: str, denial: Span) -> bool:
    """Whether what is denied was asked for, not told: "denied bail"."""
    behind = f" {' '.join(words(quote[denial.end :])[:_REQUEST_WITHIN])} "
    return any(f" {thing} " in behind for thing in all_altered_words("granted"))


def _denied_clause(claim: Claim, denial: Span) -> str:
    return _CLAUSE_END.split(claim.quote[denial.end :], maxsplit=1)[0]


def _tells(claim: Claim) -> bool:
    """Whether the sentence tells what it tells as so: it denies, alleges and asks nothing."""
    said = f" {' '.join(words(claim.quote))} "
    negations = frozenset(word for pack in PACKS.values() for word in pack.sentences.negations)
    doubts = negations | all_altered_words("denials") | all_altered_words("allegations")
    return not claim.quote.rstrip().endswith("?") and not any(f" {word} " in said for word in doubts)
