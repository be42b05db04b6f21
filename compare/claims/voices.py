"""Members of a claim group -> how many of its articles are independent voices, and which carry whose wording."""

from collections.abc import Sequence
from itertools import combinations

from compare.model import ArticleId, Claim
from compare.text import words

Wording = frozenset[tuple[str, ...]]
_GRAM = 3


def wording_of(claim: Claim) -> Wording:
    """The word 3-grams of a sentence."""
    tokens = words(claim.quote)
    return frozenset(tuple(tokens[i : i + _GRAM]) for i in range(len(tokens) - _GRAM + 1))


def same_wording(a: Wording, b: Wording) -> float:
    """Containment of the shorter sentence's word 3-grams in the longer one's; 0 where the shorter has none.

    Containment as in Broder, "On the resemblance and containment of documents" (1997).
    """
    fewest = min(len(a), len(b))
    return len(a & b) / fewest if fewest else 0.0


def voices(members: Sequence[Claim], threshold: float) -> list[tuple[ArticleId, ...]]:
    """Articles of the group, those of one voice together: they carry one wording, or the wording of one named agency.

    Both relations are joined transitively; voices and the articles in them are sorted.
    """
    articles = sorted({claim.article for claim in members})
    root = {article: article for article in articles}

    def find(article: ArticleId) -> ArticleId:
        while root[article] != article:
            article = root[article]
        return article

    ordered = [(claim, wording_of(claim)) for claim in sorted(members, key=lambda c: (c.article, c.field, c.span))]
    for (a, wording_a), (b, wording_b) in combinations(ordered, 2):
        if a.article != b.article and (_one_agency(a, b) or same_wording(wording_a, wording_b) >= threshold):
            first, second = sorted((find(a.article), find(b.article)))
            root[second] = first
    together: dict[ArticleId, list[ArticleId]] = {}
    for article in articles:
        together.setdefault(find(article), []).append(article)
    return [tuple(together[first]) for first in sorted(together)]


def _one_agency(a: Claim, b: Claim) -> bool:
    return a.agency is not None and a.agency == b.agency
