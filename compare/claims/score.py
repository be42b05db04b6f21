"""A table of pair features -> the probability that each pair is one claim, by weights that anyone can read."""

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from compare.claims.features import FEATURES, PairTable

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Vector = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class PairWeights:
    """A logistic regression over standardised features: each tuple has one value a feature, in the order of ``FEATURES``."""

    mean: tuple[float, ...]
    scale: tuple[float, ...]
    weight: tuple[float, ...]
    intercept: float


@cache
def shipped_weights() -> PairWeights:
    """The weights that ``benchmarks/fit_pair_weights.py`` wrote."""
    stored = json.loads(resources.files("compare.claims").joinpath("pair_weights.json").read_text(encoding="utf-8"))
    rows = [stored["features"][name] for name in FEATURES]
    return PairWeights(
        mean=tuple(row["mean"] for row in rows),
        scale=tuple(row["scale"] for row in rows),
        weight=tuple(row["weight"] for row in rows),
        intercept=stored["intercept"],
    )


def probabilities(table: PairTable, weights: PairWeights) -> "Vector":
    """One probability a row of the table."""
    import numpy as np

    standard = (table.values - np.array(weights.mean)) / np.array(weights.scale)
    logits = standard @ np.array(weights.weight) + weights.intercept
    out: Vector = 1.0 / (1.0 + np.exp(-logits))
    return out
