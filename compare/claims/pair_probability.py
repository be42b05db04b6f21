"""A table of pair features -> the probability that each pair is one claim, by weights that anyone can read."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from compare.claims.features import PairTable
from compare.claims.second_stage import second_features

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float64]
    Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Regression:
    """A logistic regression over standardised features: each tuple has one value a feature, in the order of ``names``."""

    names: tuple[str, ...]
    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weight: tuple[float, ...]
    intercept: float

    def logits(self, values: "Matrix") -> "Vector":
        """One logit a row of ``values`` (rows x len(names))."""
        import numpy as np

        out: Vector = (values - np.array(self.mean)) / np.array(self.scale) @ np.array(self.weight) + self.intercept
        return out


@dataclass(frozen=True, slots=True)
class PairWeights:
    """``first`` sees a pair by itself; ``second`` the promising ones again, with what the first says of all others."""

    first: Regression
    second: Regression


@cache
def shipped_weights(*, with_meaning: bool = False) -> PairWeights:
    """The weights that ``benchmarks/fit_pair_weights.py`` wrote, for runs without or with a sentence encoder."""
    name = "pair_weights_meaning.json" if with_meaning else "pair_weights.json"
    stored = json.loads(resources.files("compare.claims").joinpath(name).read_text(encoding="utf-8"))
    return PairWeights(_regression(stored["first"]), _regression(stored["second"]))


def _regression(stored: Mapping[str, Any]) -> Regression:
    names = tuple(stored["features"])
    rows = [stored["features"][name] for name in names]
    mean, scale, weight = (tuple(float(row[part]) for row in rows) for part in ("mean", "scale", "weight"))
    return Regression(names=names, mean=mean, scale=scale, weight=weight, intercept=float(stored["intercept"]))


def probabilities(table: PairTable, weights: PairWeights) -> "Vector":
    """One probability a row of the table: of the first stage, and for promising pairs of the mean logit of both stages."""
    logits = weights.first.logits(table.columns(weights.first.names))
    promising, values = second_values(table, probability_of(logits), weights.first.names)
    logits[promising] = (logits[promising] + weights.second.logits(values)) / 2
    return probability_of(logits)


def second_values(table: PairTable, first: "Vector", names: Sequence[str]) -> tuple["NDArray[np.bool_]", "Matrix"]:
    """Which pairs the first stage finds promising, and for them the named columns of the table, then ``SECOND_FEATURES``."""
    import numpy as np

    promising, seen = second_features(table.pairs, first, table.places)
    return promising, np.concatenate([table.columns(names)[promising], seen], axis=1)


def probability_of(logits: "Vector") -> "Vector":
    """The logistic function."""
    import numpy as np

    out: Vector = 1.0 / (1.0 + np.exp(-logits))
    return out
