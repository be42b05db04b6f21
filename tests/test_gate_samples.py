"""Figures and findings on the two stories that come with the project: these run in every clone, with or without other data.

What is planted in the stories stands in ``examples/README.md``; ``tests/gold`` has labels of the English one, set by hand.
"""

import json
import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from compare.documents.to_document import to_document
from compare.documents.write import as_json
from compare.duplicates.find_clusters import find_clusters
from compare.evaluate.evaluation import Evaluation, evaluate
from compare.model import Article, ArticleId
from compare.pipeline import compare_story
from compare.settings import DuplicateSettings, Settings
from compare.sources.read_inputs import read_inputs
from compare.stories.group_articles import group_stories

pytestmark = pytest.mark.gate

LANGUAGES = ["en", "vi"]
FLOORS = json.loads(Path(__file__).with_name("gate_floors.json").read_text(encoding="utf-8"))["floors"]
PLANTED = {
    "en": {("07:40", "08:10"), ("23", "26"), ("51", "53")},
    "vi": {("14:15", "15:00"), ("14", "17"), ("42", "45"), ("408", "480")},
}
SEQUELS = ("sample-ledger", "nhat-bao-mau-nam")
WITHOUT_OUTLET = {"en": "port-ellery-ferry", "vi": "kho-go-hoa-loc"}


def articles(examples: Path, language: str) -> tuple[Article, ...]:
    return tuple(read_inputs([str(examples / language)], Settings().input).articles)


@pytest.fixture(scope="module")
def documents(examples: Path) -> dict[str, dict[str, Any]]:
    return {name: to_document(compare_story(name, articles(examples, name), (), Settings()), "0", "") for name in LANGUAGES}


@pytest.fixture(scope="module")
def evaluation(root: Path, documents: dict[str, dict[str, Any]], tmp_path_factory: pytest.TempPathFactory) -> Evaluation:
    path = tmp_path_factory.mktemp("sample") / "comparison.json"
    path.write_text(as_json(documents["en"]), encoding="utf-8")
    return evaluate(root / "tests" / "gold", [path], lambda given: dict(json.loads(given.read_text(encoding="utf-8"))))


def story_of(article: Article, *, sample: bool) -> str:
    name = article.origin.removesuffix(".txt")
    if sample:
        return name if name in SEQUELS else "sample"
    return name.rpartition("-")[0]


def grouped(named: Mapping[ArticleId, str | None]) -> list[list[ArticleId]]:
    """Articles of one name together."""
    return [sorted(article for article, name in named.items() if name == one) for one in set(named.values())]


# What is planted


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_planted_conflict_is_said_and_no_other(documents: dict[str, dict[str, Any]], language: str) -> None:
    said = {tuple(side["value"] for side in dispute["sides"]) for claim in documents[language]["claims"] for dispute in claim["disputes"]}
    assert said == PLANTED[language]


@pytest.mark.parametrize(("language", "carriers"), [("en", 2), ("vi", 3)])
def test_the_paragraph_of_the_agency_is_found_in_all_that_carry_it(
    documents: dict[str, dict[str, Any]], language: str, carriers: int
) -> None:
    across = [{member["article"] for member in cluster["members"]} for cluster in documents[language]["clusters"]]
    assert max(map(len, across)) == carriers


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_paragraph_of_the_agency_is_one_voice(documents: dict[str, dict[str, Any]], language: str) -> None:
    assert any(claim["one_voice"] for claim in documents[language]["claims"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_article_but_the_one_without_a_name_is_credited_to_its_outlet(documents: dict[str, dict[str, Any]], language: str) -> None:
    nameless = [article["id"] for article in documents[language]["articles"] if article["credits"]["outlet"] is None]
    assert [article.endswith(WITHOUT_OUTLET[language]) for article in nameless] == [True]


# Labels


@pytest.mark.parametrize("name", ["pair_f1", "pair_recall", "conflicts_right", "conflict_precision", "relation_accuracy"])
def test_no_figure_of_the_english_sample_falls_below_its_floor(evaluation: Evaluation, name: str) -> None:
    assert getattr(evaluation.total, name) >= FLOORS[f"sample_{name}"]


def test_every_labelled_sentence_of_the_sample_stands_in_its_article(evaluation: Evaluation) -> None:
    assert evaluation.skipped == ()


# A mixed pile, and copies


def test_the_stories_of_a_mixed_pile_come_out_of_it_whole(root: Path, examples: Path) -> None:
    """The samples, and the short articles of `tests/fixtures/piles`, which are called after their story; a sequel is a story of its own."""
    pile, told_of = [], {}
    for language in LANGUAGES:
        for folder in (examples, root / "tests" / "fixtures" / "piles"):
            for article in articles(folder, language):
                pile.append(article)
                told_of[article.id] = f"{language} {story_of(article, sample=folder == examples)}"
    found = {article.id: article.story for article in group_stories(pile, Settings()).articles}
    assert sorted(grouped(found)) == sorted(grouped(told_of))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_copies_of_a_sample_are_those_that_an_exact_join_finds(root: Path, examples: Path, tmp_path: Path, language: str) -> None:
    recall = runpy.run_path(str(root / "benchmarks" / "duplicates_recall.py"), run_name="duplicates_recall")
    lines = [json.dumps({"id": article.id, "text": article.text}) for article in articles(examples, language)]
    (tmp_path / "sample.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (texts,) = recall["stories"](tmp_path / "sample.jsonl")
    clusters = find_clusters(texts, {}, DuplicateSettings())
    alike, _ = recall["exact_pairs"](texts)
    assert len(alike) > 0
    assert alike - set(recall["linked"](clusters)) == set()
    assert recall["false_links"](clusters, texts) == 0
