"""The clashes of a claim -> that one article conflicts with others, or that it only has the newer value."""

from compare.claims.agreement import MOST_EVIDENCE
from compare.claims.claim_context import ClaimContext
from compare.claims.clash import Filler
from compare.model import ArticleId, Evidence, Relation

UPDATE = "update"


def conflict(article: ArticleId, context: ClaimContext) -> Relation | None:
    """Every clash on one side of which the article stands, both values quoted, and the articles on the other sides."""
    evidence, against = [], set()
    for clash in context.conflicts:
        for own, other in ((clash.left, clash.right), (clash.right, clash.left)):
            if own.claim.article == article:
                evidence.append(_both_values(clash.check, own, other))
                against.add(other.claim.article)
    return Relation(article, "conflicts", tuple(evidence[:MOST_EVIDENCE]), tuple(sorted(against))) if evidence else None


def update(article: ArticleId, context: ClaimContext) -> Relation | None:
    """What this article gives that took the place of what another one gave: a detail, noted as an update, and no conflict."""
    evidence = [
        _both_values(UPDATE, newer, clash.left if newer is clash.right else clash.right)
        for clash, newer in context.updates
        if newer.claim.article == article
    ]
    return Relation(article, "adds_detail", tuple(evidence[:MOST_EVIDENCE])) if evidence else None


def _both_values(check: str, own: Filler, other: Filler) -> Evidence:
    opposed = Evidence.of_part(check, other.claim, other, value=other.value)
    return Evidence.of_part(check, own.claim, own, value=own.value, other=opposed)
