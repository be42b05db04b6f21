"""Members of a claim group -> its independent voices, and why several articles are one."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations

from compare.model import Article, ArticleId, Claim, Voice
from compare.outlets.register import Register
from compare.text.tokens import key, words

Wording = frozenset[tuple[str, ...]]
_GRAM = 3  # words; two in a row are shared by sentences that have no wording in common, such as "in the"


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


def reported_by(articles: Iterable[Article], register: Register) -> dict[ArticleId, str]:
    """Whose report each article is: the outlet it credits, else its own, by the register's name."""
    return {article.id: register.canonical(article.credits.outlet or article.outlet) for article in articles}


def voices(members: Sequence[Claim], threshold: float, outlets: Mapping[ArticleId, str]) -> tuple[Voice, ...]:
    """Articles of the group, those of one voice together: they carry one wording, or the report of one outlet or agency.

    ``outlets`` are as ``reported_by`` gives them; agencies have the register's name since they were read. Both relations are joined
    transitively; voices and the articles in them are sorted.
    """
    ordered = [(claim, wording_of(claim)) for claim in sorted(members, key=lambda c: (c.article, c.field, c.span))]
    articles = sorted({claim.article for claim in members})
    behind = {article: _behind(article, members, outlets) for article in articles}
    copies = {
        frozenset((a.article, b.article))
        for (a, wording_a), (b, wording_b) in combinations(ordered, 2)
        if a.article != b.article and same_wording(wording_a, wording_b) >= threshold
    }
    joined = [pair for pair in combinations(articles, 2) if frozenset(pair) in copies or behind[pair[0]].keys() & behind[pair[1]].keys()]
    return tuple(_voice(together, copies, behind) for together in _components(articles, joined))


def _behind(article: ArticleId, members: Sequence[Claim], outlets: Mapping[ArticleId, str]) -> dict[str, str]:
    """Names of those whose report an article carries, by folded name."""
    named = [claim.agency for claim in members if claim.article == article and claim.agency]
    return {key(name): name for name in [*named, outlets.get(article, "")] if key(name)}


def _voice(
    together: Sequence[ArticleId], copies: AbstractSet[frozenset[ArticleId]], behind: Mapping[ArticleId, Mapping[str, str]]
) -> Voice:
    counts = Counter(folded for article in together for folded in behind[article])
    shared = {folded: behind[article][folded] for article in together for folded in behind[article] if counts[folded] > 1}
    return Voice(
        tuple(together),
        same_wording=any(frozenset(pair) in copies for pair in combinations(together, 2)),
        sources=tuple(shared[folded] for folded in sorted(shared)),
    )


def _components(articles: Sequence[ArticleId], joined: Iterable[tuple[ArticleId, ArticleId]]) -> list[list[ArticleId]]:
    together = {article: [article] for article in articles}
    for a, b in joined:
        if together[a] is not together[b]:
            merged = sorted(together[a] + together[b])
            together.update(dict.fromkeys(merged, merged))
    return [together[article] for article in articles if together[article][0] == article]
