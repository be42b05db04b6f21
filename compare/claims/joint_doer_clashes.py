"""Two claims of a pair of which both did something -> the one of the pair who differs: "cả A và B đều bác bỏ", "cả A và C đều bác bỏ"."""

from collections.abc import Iterable
from functools import cache, lru_cache

import regex

from compare.claims.clash import Clash, Filler, Framed
from compare.claims.frame import content_words
from compare.languages.registry import PACKS
from compare.model import Claim, Span

# Of what is told of the pair, the poorer sentence shares this part with the other, and at least so many content words: most of it, for
# the clash says that both sentences tell of one act.
_SHARED_PART = 0.6
_SHARED = 3
_LONGEST = 60  # code points; who is named, not what is told


def joint_doer_clashes(one: Framed, two: Framed) -> Iterable[Clash]:
    """Each sentence names two as the only ones; one of them is in both, the other differs in every word that says who it is."""
    a, b = one[0], two[0]
    left, right = _pair(a.quote, a.language), _pair(b.quote, b.language)
    if left is None or right is None or not _one_statement((a, left), (b, right)):
        return
    for at, other in ((0, 0), (0, 1), (1, 0), (1, 1)):
        mine, theirs = left[1 - at], right[1 - other]
        if _who(a, left[at]) == _who(b, right[other]) and not _who(a, mine) & _who(b, theirs):
            yield Clash("doer", "doer", _filler(a, mine), _filler(b, theirs))
            return


def _filler(claim: Claim, span: Span) -> Filler:
    return Filler(claim, span.shifted(claim.span.start), span.of(claim.quote), span.of(claim.quote))


@lru_cache(maxsize=4096)
def _pair(quote: str, language: str) -> tuple[Span, Span] | None:
    """Where the two of a pair are named, if the sentence says that both are meant; of many sentences each is held against each."""
    found = _form(language).search(quote) if language in PACKS else None
    return (Span(*found.span("one")), Span(*found.span("other"))) if found else None


@cache
def _form(language: str) -> "regex.Pattern[str]":
    """The words around a pair; where none stands behind it, it ends before a verb of speech or denial."""
    pack = PACKS[language]
    first, between, behind = pack.altered.both
    verbs = [behind] if behind else sorted(pack.sentences.speech_verbs | pack.altered.denials, key=lambda verb: (-len(verb), verb))
    who = rf"[^,;.!?\n]{{1,{_LONGEST}}}?"
    end = "|".join(map(regex.escape, verbs))
    helping = "" if behind else rf"(?:(?:{'|'.join(sorted(pack.altered.auxiliaries))})\s)?"
    return regex.compile(rf"(?<!\p{{L}})(?i:{first})\s(?P<one>{who})\s{between}\s(?P<other>{who})\s(?={helping}(?:{end})(?!\p{{L}}))")


def _one_statement(one: tuple[Claim, tuple[Span, Span]], two: tuple[Claim, tuple[Span, Span]]) -> bool:
    told_a, told_b = (set(content_words(claim.quote[pair[1].end :], claim.language)) for claim, pair in (one, two))
    shared = len(told_a & told_b)
    return shared >= _SHARED and shared >= _SHARED_PART * min(len(told_a), len(told_b))


def _who(claim: Claim, span: Span) -> frozenset[str]:
    return frozenset(content_words(span.of(claim.quote), claim.language))
