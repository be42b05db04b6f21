"""Labelled stories -> compare/claims/pair_weights.json, with figures by leave-one-story-out.

    python benchmarks/fit_pair_weights.py GOLD_DIR ARTICLES.jsonl [ARTICLES.jsonl ...] [--write]

GOLD_DIR holds one ``*.json`` a story with groups of quoted sentences. Every story weighs the same, however long it is. The regularisation
is strong on purpose: with six stories a weaker one learns the stories.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from compare.claims.align import graph_of, groups
from compare.claims.features import FEATURES, PairTable, pair_table
from compare.claims.similarity import similarities
from compare.model import Article, Claim
from compare.reading.read import read
from compare.settings import Settings
from compare.sources.read import read_inputs

_REGULARISATION = 0.01
_STORY_WEIGHT = 1000.0
_THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
_WEIGHTS = Path(__file__).parents[1] / "compare" / "claims" / "pair_weights.json"
Place = tuple[str, int, int]


@dataclass(frozen=True)
class LabelledStory:
    """One story with its pairs: ``label`` 1 where both sentences stand in one labelled group."""

    name: str
    claims: Sequence[Claim]
    table: PairTable
    label: NDArray[np.float64]
    gold_pairs: frozenset[frozenset[Place]]
    place: Sequence[Place]  # of the labelled sentence that each claim stands for, or its own


def main() -> None:
    """Print figures of models that never saw the story they are asked about; with --write, store the model fitted on all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("articles", nargs="+")
    parser.add_argument("--write", action="store_true", help=f"write {_WEIGHTS.name}")
    given = parser.parse_args()
    stories = _labelled(given.gold, read_inputs(given.articles, Settings().input).articles)
    held_out = [_logits(_fitted([s for s in stories if s is not story]), story.table) for story in stories]
    for threshold in _THRESHOLDS:
        print(f"threshold {threshold:.2f}  " + _figures(stories, held_out, threshold))
    if given.write:
        _WEIGHTS.write_text(json.dumps(_readable(_fitted(stories)), indent=1) + "\n", encoding="utf-8")


def _labelled(gold: Path, articles: Sequence[Article]) -> list[LabelledStory]:
    found = []
    for path in sorted(gold.glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        own = [article for article in articles if article.story == labels["story"]]
        texts = {article.id: article.text for article in own}
        readings = sorted((read(article, Settings().reading) for article in own), key=lambda r: r.article.id)
        claims = [claim for reading in readings for claim in reading.claims if claim.field == "text"]
        table = pair_table(claims, similarities(claims))
        grouped = [
            {_place(m, texts) for m in g["members"] if m.get("field", "text") == "text"} for g in labels["groups"] if not g.get("optional")
        ]
        pairs = frozenset(frozenset(p) for places in grouped for p in combinations(sorted(places), 2) if p[0][0] != p[1][0])
        known = sorted(set().union(*grouped))
        place = [_stands_for(claim, known) for claim in claims]
        label = np.array([float(frozenset((place[i], place[j])) in pairs) for i, j in table.pairs])
        found.append(LabelledStory(labels["story"], claims, table, label, pairs, place))
    return found


def _place(member: dict[str, str], texts: dict[str, str]) -> Place:
    start = texts[member["article"]].index(member["quote"])
    return member["article"], start, start + len(member["quote"])


def _stands_for(claim: Claim, known: Sequence[Place]) -> Place:
    """The labelled sentence that a claim overlaps by half of the shorter, else its own place."""

    def overlap(place: Place) -> float:
        shared = min(claim.span.end, place[2]) - max(claim.span.start, place[1])
        return shared / min(claim.span.end - claim.span.start, place[2] - place[1])

    near = [place for place in known if place[0] == claim.article and overlap(place) >= 0.5]
    return max(near, key=overlap, default=(claim.article, claim.span.start, claim.span.end))


@dataclass(frozen=True)
class _Model:
    scaler: StandardScaler
    regression: LogisticRegression


def _fitted(stories: Sequence[LabelledStory]) -> _Model:
    values = np.concatenate([story.table.values for story in stories])
    label = np.concatenate([story.label for story in stories])
    weight = np.concatenate([np.full(len(story.label), _STORY_WEIGHT / len(story.label)) for story in stories])
    scaler = StandardScaler().fit(values)
    regression = LogisticRegression(C=_REGULARISATION, max_iter=2000).fit(scaler.transform(values), label, sample_weight=weight)
    return _Model(scaler, regression)


def _logits(model: _Model, table: PairTable) -> NDArray[np.float64]:
    logits: NDArray[np.float64] = model.regression.decision_function(model.scaler.transform(table.values))
    return logits


def _figures(stories: Sequence[LabelledStory], logits: Sequence[NDArray[np.float64]], threshold: float) -> str:
    right = wrong = gold = 0
    for story, row in zip(stories, logits, strict=True):
        found = groups(graph_of(story.table.pairs, 1 / (1 + np.exp(-row)), [c.article for c in story.claims], threshold))
        said = {
            frozenset((story.place[a], story.place[b]))
            for group in found
            for a, b in combinations(sorted(group), 2)
            if story.claims[a].article != story.claims[b].article
        }
        right += len(said & story.gold_pairs)
        wrong += len(said - story.gold_pairs)
        gold += len(story.gold_pairs)
    precision, recall = right / max(1, right + wrong), right / gold
    return f"pair P {precision:.3f} R {recall:.3f} F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def _readable(model: _Model) -> dict[str, object]:
    rows = zip(FEATURES, model.scaler.mean_, model.scaler.scale_, model.regression.coef_[0], strict=True)
    return {
        "model": "logistic regression over standardised pair features",
        "features": {name: {"mean": round(m, 6), "scale": round(s, 6) or 1.0, "weight": round(w, 6)} for name, m, s, w in rows},
        "intercept": round(float(model.regression.intercept_[0]), 6),
    }


if __name__ == "__main__":
    main()
