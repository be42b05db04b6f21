"""An article's sentences of a claim -> the detail that it adds: sentences that are mostly words no other article of the claim has."""

from collections.abc import Iterator, Sequence
from functools import cache

from compare.claims.agreement import MOST_EVIDENCE
from compare.claims.claim_context import ClaimContext
from compare.claims.fact_kinds import FACT_KINDS
from compare.languages.registry import PACKS
from compare.model import ArticleId, Claim, Evidence, Relation, Span
from compare.text.tokens import Token

# A sentence adds detail when this many of its content words, and this share of them, stand in no other member: right in 7 of 10 relations
# of the stories labelled when it was chosen, where half of the words were right in 5. A new name or figure alone is mostly of another claim
# in the same sentence. Relations right of 1,073 on the 18 labelled stories: 787; with 5 or 7 words 787 and 788, with a share of .6
# or .8 763 and 797.
_NEW_WORDS = 6
_NEW_SHARE = 0.7


def added_detail(article: ArticleId, context: ClaimContext) -> Relation | None:
    """The figures, dates and names of such sentences that no other article of the claim gives, then their new words."""
    evidence: list[Evidence] = []
    others = context.others(article)
    for claim in context.own(article):
        new_words = _new_words(claim, others, context)
        if new_words:
            evidence += [*_new_facts(claim, others), *new_words]
    return Relation(article, "adds_detail", tuple(evidence[:MOST_EVIDENCE])) if evidence else None


def _new_facts(claim: Claim, others: Sequence[Claim]) -> Iterator[Evidence]:
    for kind in FACT_KINDS:
        for fact in kind.new(claim, others):
            yield Evidence.of_part(kind.check, claim, fact, value=kind.value(fact))


def _new_words(claim: Claim, others: Sequence[Claim], context: ClaimContext) -> list[Evidence]:
    known = {word for other in others for _, word in context.words[other]}
    content = [(token, word) for token, word in context.words[claim] if token.text.lower() not in _stop_words()]
    new = [token for token, word in content if word not in known]
    if len(new) < _NEW_WORDS or len(new) < _NEW_SHARE * len(content):
        return []
    return [
        Evidence("words", claim.article, run.shifted(claim.span.start), run.of(claim.quote), field=claim.field)
        for run in _runs(claim.quote, new)
    ]


@cache
def _stop_words() -> frozenset[str]:
    return frozenset(word for pack in PACKS.values() for word in pack.sentences.stop_words)


def _runs(text: str, new: Sequence[Token]) -> list[Span]:
    """New words that stand side by side, as spans of the sentence, longest first."""
    spans: list[Span] = []
    for token in new:
        if spans and text[spans[-1].end : token.start].isspace():
            spans[-1] = Span(spans[-1].start, token.end)
        else:
            spans.append(Span(token.start, token.end))
    return sorted(spans, key=lambda span: (span.start - span.end, span.start))
