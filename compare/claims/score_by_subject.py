"""Sentences of a run, by subject -> how alike each pair is and how it scores, no subject having a say in another's scores."""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from compare.claims.encoder import Encoder, semantic_similarity
from compare.claims.features import pair_table
from compare.claims.pair_probability import shipped_weights
from compare.claims.pair_scores import scoring
from compare.claims.similarity import Similarities, similarities, token_likeness
from compare.model import Claim
from compare.settings import ClaimSettings
from compare.user_tables.word_rows import Rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Vector = NDArray[np.float64]
    Indices = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class ScoredPairs:
    """``pairs`` (p x 2, i < j) of two articles of one subject, with their scores; bounds are one a sentence, as its subject has them.

    Of two subjects nothing is known but the ``tokens`` that their sentences share: all other likenesses between them are 0.
    """

    similar: Similarities
    pairs: "Indices"
    score: "Vector"
    threshold: "Vector"  # n
    related: "Vector"  # n
    comparable: "Vector"  # n
    subject: "Indices"  # n


@dataclass(frozen=True, slots=True)
class Means:
    """What scores a run besides its sentences."""

    settings: ClaimSettings
    own_synonyms: Rows = ()
    encoder: Encoder | None = None


def scored_pairs(claims: Sequence[Claim], parts: Sequence[Sequence[int]], means: Means) -> ScoredPairs:
    """``parts`` are places in ``claims``, rising, each of one subject; every place stands in one."""
    import numpy as np

    scored = [_scored([claims[at] for at in part], means) for part in parts]
    if len(parts) == 1:
        return scored[0]
    whole = [np.array(part, dtype=np.int64) for part in parts]
    pairs = np.concatenate([part[own.pairs] for part, own in zip(whole, scored, strict=True)])
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    bounds = {name: _spread([getattr(own, name) for own in scored], whole) for name in ("threshold", "related", "comparable")}
    return ScoredPairs(
        similar=_beside(claims, [own.similar for own in scored], whole, means.own_synonyms),
        pairs=pairs[order],
        score=np.concatenate([own.score for own in scored])[order],
        subject=_spread([np.full(len(part), k) for k, part in enumerate(whole)], whole).astype(np.int64),
        **bounds,
    )


def _scored(claims: Sequence[Claim], means: Means) -> ScoredPairs:
    """One subject; where one article tells of it there is no pair."""
    import numpy as np

    similar = similarities(claims, means.own_synonyms)
    n = len(claims)
    if len({claim.article for claim in claims}) < 2:
        never = np.ones(n)
        return ScoredPairs(
            similar=similar,
            pairs=np.zeros((0, 2), dtype=np.int64),
            score=np.zeros(0),
            threshold=never,
            related=never,
            comparable=never,
            subject=np.zeros(n, dtype=np.int64),
        )
    meaning = semantic_similarity(claims, means.encoder) if means.encoder else None
    table = pair_table(claims, similar, meaning)
    scores = scoring(table, [c.language for c in claims], means.settings, shipped_weights(with_meaning=meaning is not None))
    return ScoredPairs(
        similar=similar,
        pairs=table.pairs,
        score=scores.score,
        threshold=np.full(n, scores.threshold),
        related=np.full(n, scores.related),
        comparable=np.full(n, scores.comparable),
        subject=np.zeros(n, dtype=np.int64),
    )


def _spread(values: "Sequence[Vector]", parts: "Sequence[Indices]") -> "Vector":
    """One value a sentence, from those of each part."""
    import numpy as np

    out = np.zeros(sum(len(part) for part in parts))
    for part, own in zip(parts, values, strict=True):
        out[part] = own
    return out


def _beside(claims: Sequence[Claim], by_part: Sequence[Similarities], parts: "Sequence[Indices]", own_synonyms: Rows) -> Similarities:
    """Matrices of the whole run, n x n, with those of the parts in their places."""
    import numpy as np

    whole = {}
    for row in fields(Similarities):
        matrix = token_likeness(claims, own_synonyms) if row.name == "tokens" else np.zeros((len(claims), len(claims)))
        for part, own in zip(parts, by_part, strict=True):
            matrix[np.ix_(part, part)] = getattr(own, row.name)
        whole[row.name] = matrix
    return Similarities(**whole)
