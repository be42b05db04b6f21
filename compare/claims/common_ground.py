"""A group of sentences -> the group without articles that share no value and no wording with the others of it."""

from collections.abc import Container, Sequence

from compare.claims.agreement import have_in_common
from compare.claims.align import Group
from compare.claims.voices import wording_of
from compare.model import ArticleId, Claim


def on_common_ground(group: Group, claims: Sequence[Claim], sure: Container[int]) -> Group:
    """The sentences, by their place in ``claims``, of articles that have something in common with another article of the group.

    A score alone is no ground for saying that two articles agree. Sentences that are ``sure`` stay: a reviewer placed them, or a sentence
    encoder compared their meaning. Between two languages words cannot be shared, so those stay too.
    """
    members = [claims[index] for index in sorted(group)]
    wordings = {claim: wording_of(claim) for claim in members}
    by_article: dict[ArticleId, list[Claim]] = {}
    for claim in members:
        by_article.setdefault(claim.article, []).append(claim)
    kept = set()
    for article, own in by_article.items():
        others = [claim for claim in members if claim.article != article]
        if _of_two_languages(own, others) or have_in_common(own, others, wordings):
            kept.add(article)
    return frozenset(index for index in group if index in sure or claims[index].article in kept)


def _of_two_languages(own: Sequence[Claim], others: Sequence[Claim]) -> bool:
    return any(one.language != other.language for one in own for other in others)
