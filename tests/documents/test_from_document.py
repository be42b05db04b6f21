"""A document read back: the values that it was made of."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from compare.commands.demo import examples_folder
from compare.documents.from_document import article_of, cluster_of, fact_of, group_of
from compare.documents.to_document import to_document
from compare.documents.write import as_json
from compare.pipeline import compare_story
from compare.settings import Settings
from compare.sources.read_inputs import read_inputs
from compare.story_result import Comparison


@pytest.fixture(scope="module", params=["vi", "en"])
def comparison(request: pytest.FixtureRequest) -> Comparison:
    intake = read_inputs([str(Path(str(examples_folder())) / request.param)], Settings().input)
    return compare_story("sample", intake.articles, intake.skipped, Settings())


@pytest.fixture(scope="module")
def document(comparison: Comparison) -> dict:
    return json.loads(as_json(to_document(comparison, "1", "2026-01-01T00:00:00+00:00")))


def test_articles_are_read_back_as_they_were(comparison: Comparison, document: dict) -> None:
    expected = [replace(reading.article, form="record") for reading in comparison.readings]  # outlet and language are settled by then
    assert [article_of(value) for value in document["articles"]] == expected


def test_clusters_are_read_back_as_they_were(comparison: Comparison, document: dict) -> None:
    assert tuple(cluster_of(value) for value in document["clusters"]) == comparison.clusters


def test_claims_make_the_same_document_again(comparison: Comparison, document: dict) -> None:
    languages = {reading.article.id: reading.article.language for reading in comparison.readings}
    groups = tuple(group_of(value, languages) for value in document["claims"])
    again = Comparison(**{**{name: getattr(comparison, name) for name in Comparison.__slots__}, "groups": groups})
    assert json.loads(as_json(to_document(again, "1", "2026-01-01T00:00:00+00:00"))) == document


def test_facts_are_read_back_as_they_were(comparison: Comparison, document: dict) -> None:
    assert tuple(fact_of(value) for value in document["facts"]) == comparison.facts
    assert any(fact.state == "disputed" for fact in comparison.facts)
