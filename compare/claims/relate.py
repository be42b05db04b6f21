"""Sentences of one claim -> how every article of the story stands to it, with evidence, and what is disputed.

A slot is one thing that can be said of one subject, at one moment and in one scope, and of which one value alone is true: how many were
hurt, when it happened, who said it. Two articles clash where both fill a slot and the values cannot both be true. A wrong conflict costs a
fact-checker's trust, a missed one a look, so in doubt every rule says nothing.

All rules stand in ``compare.claims.rules``, in the order in which they speak, each with its reason and its test:

1. ``BETWEEN_TWO_SENTENCES`` is asked of two sentences of two articles that surely tell one claim. What two rules see at one place is the
   clash of the first: figures, times and days are read by what stands beside them, so they come before rules that only see words.
2. ``IN_NEAR_COPIES`` is asked of sentences that are one but for a word or two, also where they may tell two claims: there the altered value
   itself is what makes them unlike.
3. ``BETWEEN_ALL_SENTENCES`` is asked once of the whole claim.
4. A clash of two sentences is settled, and dropped, where either article also gives the other's value or one sentence gives both
   (``unsettled_clashes``). One of which a side only became newer is an update (``newer_figures``); all others are conflicts, and articles
   that only give one of the two values join its side (``dispute_sides``).
5. ``RELATIONS`` is asked of every article of the story; the first answer is its relation. Silence goes first, since nothing can be
   compared. A conflict wins over a detail and a detail over an agreement: whoever conflicts or adds shares something too, but the rarer
   is what a reader must see.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from compare.claims.claim_context import ClaimContext, NearMiss
from compare.claims.clash import Clash, Filler
from compare.claims.dispute_sides import joined_sides
from compare.claims.disputes import disputes_of
from compare.claims.frame import frames
from compare.claims.newer_figures import newer_side
from compare.claims.rules import BETWEEN_ALL_SENTENCES, RELATIONS
from compare.claims.unsettled_clashes import OneClaim, unsettled_clashes
from compare.claims.voices import wording_of
from compare.model import ArticleId, Claim, Dispute, Evidence, Published, Relation
from compare.text.tokens import key, tokens


@dataclass(frozen=True, slots=True)
class Relations:
    """Relations of all articles to one group, in the order of the articles, and what is disputed."""

    relations: tuple[Relation, ...]
    disputes: tuple[Dispute, ...]


def relate(
    members: Sequence[Claim], published: Mapping[ArticleId, Published | None], near_miss: NearMiss, one_claim: OneClaim
) -> Relations:
    """The relation of every article of the story to a group, in the order of ``published``.

    Only members of which ``one_claim`` says that they surely tell one claim are held against each other: two that a third one joins need
    not. Near-copies always are, since the value that was altered is what makes it doubt.
    ``near_miss`` finds the nearest sentence of a silent article.
    """
    context = _context(members, published, near_miss, one_claim)
    return Relations(tuple(_relation(article, context) for article in published), disputes_of(context.conflicts))


def relation_without_clash(article: ArticleId, members: Sequence[Claim]) -> Relation:
    """The relation of an article that has a sentence in the group, as if no two sentences of it clashed."""
    return _relation(article, _context_of_clashes(members, Evidence.of_no_sentence, conflicts=(), updates=()))


def _relation(article: ArticleId, context: ClaimContext) -> Relation:
    return next(filter(None, (rule.ask(article, context) for rule in RELATIONS)))


def _context(
    members: Sequence[Claim], published: Mapping[ArticleId, Published | None], near_miss: NearMiss, one_claim: OneClaim
) -> ClaimContext:
    by_article: dict[ArticleId, list[Claim]] = {}
    for claim in members:
        by_article.setdefault(claim.article, []).append(claim)
    framed = {article: [(claim, frames(claim)) for claim in own] for article, own in by_article.items()}
    over_all = (clash for rule in BETWEEN_ALL_SENTENCES for clash in rule.ask(members, published))
    clashing = [(clash, newer_side(clash, published)) for clash in (*unsettled_clashes(framed, one_claim), *over_all)]
    with_sides = joined_sides([clash for clash, newer in clashing if newer is None], framed)
    return _context_of_clashes(
        members,
        near_miss,
        conflicts=[clash for clash in with_sides if newer_side(clash, published) is None],
        updates=[(clash, newer) for clash, newer in clashing if newer is not None],
    )


def _context_of_clashes(
    members: Sequence[Claim], near_miss: NearMiss, *, conflicts: Sequence[Clash], updates: Sequence[tuple[Clash, Filler]]
) -> ClaimContext:
    return ClaimContext(
        members=members,
        conflicts=conflicts,
        updates=updates,
        wordings={claim: wording_of(claim) for claim in members},
        words={claim: [(token, key(token.text)) for token in tokens(claim.quote)] for claim in members},
        near_miss=near_miss,
    )


def unchecked(members: Sequence[Claim], published: Mapping[ArticleId, Published | None], near_miss: NearMiss) -> Relations:
    """Relations of a group that could not be worked out: whoever tells the claim does so unchecked."""
    first = {claim.article: claim for claim in reversed(members)}
    return Relations(
        tuple(
            Relation(article, "unchecked", (Evidence.of_sentence("unchecked", first[article]),))
            if article in first
            else Relation(article, "silent", (near_miss(article),))
            for article in published
        ),
        (),
    )
