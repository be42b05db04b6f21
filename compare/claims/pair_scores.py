"""A table of pair features -> one score a pair and the bounds that go with it, by the rule that fits the run."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from compare.claims.features import PairTable
from compare.claims.pair_probability import PairWeights, probabilities
from compare.settings import ClaimSettings

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]

# Below this mean of words, characters and tokens the learned score is no evidence: of 3,923 labelled pairs there it calls none one claim by
# leave-one-story-out, but in a run of a few sentences it crowns the best of a bad lot. A score that sees meaning must not be cut so.
_LEAST_LIKE = 0.2
# Of the cosine of sentence vectors in the mean of independent tellings: true pairs have .4 to .7 there, in the mean without it .4 to .5.
_MEANING_SHARE = 0.25
# Sentences of two languages have few words in common, so their cosine decides alone: .4 and more of translations, about 0 of others.
_ACROSS = 1.5


@dataclass(frozen=True, slots=True)
class Scoring:
    """One score a pair, and the scores from which a pair is one claim, is possibly related, and is held against each other."""

    score: "Vector"
    threshold: float
    related: float
    comparable: float


def scoring(table: PairTable, languages: Sequence[str], settings: ClaimSettings, weights: PairWeights) -> Scoring:
    """The learned score, or the plain mean where a story is unlike those it was learned on; ``languages`` has one a sentence.

    Stories that share wire copy and quotations have sentences that match well; independent tellings have none, and there the learned
    weights, which then rest on places and neighbours, say too much. The nine-tenths quantile of the best matches tells them apart.
    """
    import numpy as np

    mean = table.columns(("words", "characters", "tokens")).mean(axis=1)
    sees_meaning = "meaning" in table.names
    best = np.zeros(int(table.pairs.max()) + 1)
    for column in (0, 1):
        np.maximum.at(best, table.pairs[:, column], mean)
    if float(np.quantile(best, 0.9)) < settings.independent:
        if sees_meaning:
            mean = (1 - _MEANING_SHARE) * mean + _MEANING_SHARE * table.columns(("meaning",))[:, 0]
        chosen = Scoring(mean, settings.mean_threshold, settings.mean_related, settings.mean_threshold)
    else:
        score = probabilities(table, weights)
        learned = score if sees_meaning else np.where(mean < _LEAST_LIKE, 0.0, score)
        chosen = Scoring(learned, settings.threshold, settings.related, settings.comparable)
    return replace(chosen, score=_across_languages(table, languages, chosen.score)) if sees_meaning else chosen


def _across_languages(table: PairTable, languages: Sequence[str], score: "Vector") -> "Vector":
    """The score, but between two languages the cosine alone, of sentences that are each other's best in the two articles."""
    import numpy as np

    code = np.array([sorted(set(languages)).index(language) for language in languages])
    across = code[table.pairs[:, 0]] != code[table.pairs[:, 1]]
    meaning, margin = table.columns(("meaning", "meaning_margin")).T
    alone: Vector = np.where(across, np.where(margin >= 0, np.clip(_ACROSS * meaning, 0.0, 1.0), 0.0), score)
    return alone
