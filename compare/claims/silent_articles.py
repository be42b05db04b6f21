"""An article and a claim that it may not tell -> that it is silent, with its nearest sentence."""

from compare.claims.claim_context import ClaimContext
from compare.model import ArticleId, Relation


def silence(article: ArticleId, context: ClaimContext) -> Relation | None:
    """Of an article without a sentence in the claim; whether it is known to be cut is looked at later."""
    return None if context.own(article) else Relation(article, "silent", (context.near_miss(article),))
