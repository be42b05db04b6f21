"""Labelled sentence pairs without their articles -> how well each similarity tells alike from unlike.

    python benchmarks/isolated_pairs.py VNPARA.tsv HEADLINES.tsv [HEADLINES.tsv ...]

VNPARA holds ``label TAB a TAB b``, label 1 where both Vietnamese sentences say the same: accuracy over five folds, the threshold of each
taken from the other four. HEADLINES hold ``score TAB a TAB b`` in English, 0 to 5: Pearson's r, rows without a score left out. ``today``
is the plain mean of ``compare/claims/similarity.py``, the lines below it are ``compare/claims/surface_similarity.py`` part by part. Words
weigh by how rare they are in the file that is read; nothing is fitted to the labels but each fold's threshold.
"""

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.model_selection import KFold

from compare.claims.surface_similarity import sentence, surface
from compare.claims.wording import character_grams, matched_words, word_grams

_FOLDS, _SEED = 5, 0
Values = NDArray[np.float64]


@dataclass(frozen=True)
class Pairs:
    """``first[k]`` and ``second[k]`` with what people said of them."""

    name: str
    language: str
    label: Values
    first: Sequence[str]
    second: Sequence[str]


def main() -> None:
    """Print one line a similarity: accuracy on Vietnamese pairs, r on each English file and their mean."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("vnpara", type=Path)
    parser.add_argument("headlines", type=Path, nargs="+")
    given = parser.parse_args()
    vietnamese, english = _pairs(given.vnpara, "vi"), [_pairs(path, "en") for path in given.headlines]
    measured = [_similarities(pairs) for pairs in english]
    print(f"{'similarity':34}accuracy  " + "  ".join(pairs.name for pairs in english) + "  mean r")
    for name, values in _similarities(vietnamese).items():
        r = [float(np.corrcoef(found[name], pairs.label)[0, 1]) for found, pairs in zip(measured, english, strict=True)]
        print(f"{name:34}{_accuracy(values, vietnamese.label):.4f}    " + "".join(f"{x:<16.3f}" for x in r) + f"{np.mean(r):.4f}")


def _pairs(path: Path, language: str) -> Pairs:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    whole = [row for row in rows if len(row) == 3 and row[0].replace(".", "", 1).isdigit()]
    print(f"{path.name}: {len(whole)} pairs, {len(rows) - len(whole)} rows without a score or malformed")
    label = np.array([float(row[0]) for row in whole])
    return Pairs(path.stem, language, label, [row[1] for row in whole], [row[2] for row in whole])


def _similarities(pairs: Pairs) -> dict[str, Values]:
    first, second = ([sentence(text, pairs.language) for text in texts] for texts in (pairs.first, pairs.second))
    found = surface(first, second)
    return {
        "today: words, characters, tokens": _today(pairs),
        "surface: contained stems": found.contained,
        "surface: letters": found.letters,
        "surface: mean of both": (found.contained + found.letters) / 2,
        "surface: lowered by numbers": found.value,
    }


def _today(pairs: Pairs) -> Values:
    """The plain mean of ``similarities``, for aligned pairs: its n x n matrices would not fit into memory here."""
    first, second = ([matched_words(text, pairs.language) for text in texts] for texts in (pairs.first, pairs.second))
    joined = [" ".join(words) for words in first], [" ".join(words) for words in second]
    tokens = np.array([fuzz.token_set_ratio(a, b) / 100 for a, b in zip(*joined, strict=True)])
    return (_cosine(first, second, word_grams) + _cosine(*joined, character_grams) + tokens) / 3


def _cosine(first: Sequence[object], second: Sequence[object], grams: Callable[..., list[str]]) -> Values:
    vectors = TfidfVectorizer(analyzer=grams, sublinear_tf=True).fit_transform([*first, *second])
    return np.asarray(vectors[: len(first)].multiply(vectors[len(first) :]).sum(axis=1)).ravel()


def _accuracy(values: Values, label: Values) -> float:
    right = 0
    for train, test in KFold(_FOLDS, shuffle=True, random_state=_SEED).split(values):
        right += int(((values[test] >= _threshold(values[train], label[train])) == label[test]).sum())
    return right / len(label)


def _threshold(values: Values, label: Values) -> float:
    """Half-way between the two neighbouring values where most labels are right above and below."""
    order = np.argsort(values, kind="stable")
    ranked, same = values[order], label[order]
    right = same.sum() - np.cumsum(same) + np.cumsum(1 - same)
    best = int(np.where(np.append(ranked[1:] != ranked[:-1], False), right, -1).argmax())
    return float(ranked[best] + ranked[best + 1]) / 2


if __name__ == "__main__":
    main()
