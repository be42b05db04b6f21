"""Sentences of one article and those of the others of a claim -> what they have in common, on which their agreement rests."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from compare.claims.fact_kinds import FACT_KINDS
from compare.claims.near_copy import uninflected
from compare.claims.voices import Wording, same_wording
from compare.claims.wording import matched_words, stop_words
from compare.model import Claim, Evidence, Relation
from compare.text.tokens import words

# Evidence entries shown for one relation: a reader checks a few, and the spans in the document say the rest.
MOST_EVIDENCE = 4
# So many content words in common carry an agreement, in whatever order they stand, or fewer that are this share of the poorer sentence.
# Relations right on the 18 labelled stories: 787 of 1,073; from 2 words on 788 of 1,075, from 4 on 785 of 1,071.
_ENOUGH_WORDS = 3
_LEAST_WORDS = 2
_LEAST_SHARE = 0.4


def agreement(own: Sequence[Claim], others: Sequence[Claim], wordings: Mapping[Claim, Wording]) -> Relation:
    """Shared figures, dates and names with the claim they are shared with, then the wording that both have most of.

    Sentences without three words in common that follow each other have their common words told, and without those that the two were only
    aligned as a whole: two languages, or a reviewer's word.
    """
    shared = tuple(_shared_facts(own, others))[: MOST_EVIDENCE - 1]
    return Relation(own[0].article, "agrees", (*shared, _rests_on(own, others, wordings)))


def _rests_on(own: Sequence[Claim], others: Sequence[Claim], wordings: Mapping[Claim, Wording]) -> Evidence:
    overlap, mine, theirs = max(
        ((same_wording(wordings[a], wordings[b]), a, b) for a in own for b in others), key=lambda pair: _first_best(*pair)
    )
    check = "wording"
    if not overlap:
        overlap, mine, theirs = max(((_shared_words(a, b)[1], a, b) for a in own for b in others), key=lambda pair: _first_best(*pair))
        check = "shared_words" if overlap else "alignment"
    score = round(overlap, 3) if overlap else None
    return Evidence.of_sentence(check, mine, other=Evidence.of_sentence(check, theirs), score=score)


def _first_best(overlap: float, mine: Claim, theirs: Claim) -> tuple[float, int, int]:
    return overlap, -mine.span.start, -theirs.span.start


def have_in_common(own: Sequence[Claim], others: Sequence[Claim], wordings: Mapping[Claim, Wording]) -> bool:
    """Whether an article shares a value or wording with one of the others, on which an agreement can rest."""
    if any(same_wording(wordings[a], wordings[b]) > 0 for a in own for b in others):
        return True
    counts = [_shared_words(a, b) for a in own for b in others]
    if any(many >= _ENOUGH_WORDS or (many >= _LEAST_WORDS and share >= _LEAST_SHARE) for many, share in counts):
        return True
    if any(_figures(a) & _figures(b) for a in own for b in others):
        return True
    return any(True for _ in _shared_facts(own, others))


def _figures(claim: Claim) -> frozenset[str]:
    """Figures of two digits and more: "aged 55" and "He was 55" share one, whatever was read of them."""
    return frozenset(word for word in words(claim.quote) if word.isdigit() and len(word) > 1)


def _shared_words(a: Claim, b: Claim) -> tuple[int, float]:
    """How many content words two sentences share, figures among them, and what part that is of the poorer one."""
    mine, theirs = _content(a.quote, a.language), _content(b.quote, b.language)
    fewest = min(len(mine), len(theirs))
    return len(mine & theirs), len(mine & theirs) / fewest if fewest else 0.0


@lru_cache(maxsize=4096)
def _content(quote: str, language: str) -> frozenset[str]:
    """Words that carry content, tone marks kept, in one form of all; of many sentences each is held against each."""
    stops = stop_words(language)
    return frozenset(uninflected(word, language) for word in matched_words(quote, language) if word not in stops)


def _shared_facts(own: Sequence[Claim], others: Sequence[Claim]) -> Iterator[Evidence]:
    """Facts that one of the other sentences states too, each with the first that does."""
    for kind in FACT_KINDS:
        known = [(claim, fact) for claim in others for fact in kind.compared(claim)]
        for claim in own:
            for fact in kind.compared(claim):
                match = next(((theirs, other) for theirs, other in known if kind.same(fact, other)), None)
                if match:
                    values = (kind.value(fact), kind.value(match[1])) if kind.one_value else (None, None)
                    other = Evidence.of_part(kind.check, *match, value=values[1])
                    yield Evidence.of_part(kind.check, claim, fact, value=values[0], other=other)
