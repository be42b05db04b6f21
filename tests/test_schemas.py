"""The shipped JSON Schemas: valid themselves, and clear about what breaks them."""

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from schemas.check import NAMES, breaches, checker, schema_text

every = pytest.mark.parametrize("name", NAMES)
ARTICLE = {"id": "a", "outlet": "The Harbour Post", "text": "The ferry left two hours late."}


@pytest.fixture
def document(root: Path) -> dict[str, Any]:
    """A story of four sample articles with three conflicts."""
    return dict(json.loads((root / "tests" / "fixtures" / "report" / "small.json").read_text(encoding="utf-8")))


def paths(value: Any, name: str = "comparison") -> list[str]:
    return [breach.path for breach in breaches(value, checker(name))]


@every
def test_a_schema_is_valid_under_2020_12(name: str) -> None:
    Draft202012Validator.check_schema(json.loads(schema_text(name)))


@every
def test_a_schema_says_which_draft_it_is(name: str) -> None:
    assert json.loads(schema_text(name))["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@every
def test_a_schema_describes_itself(name: str) -> None:
    assert json.loads(schema_text(name))["description"]


@every
def test_a_checker_keeps_every_rule_of_its_schema(name: str) -> None:
    Draft202012Validator.check_schema(checker(name).schema)


def test_an_unknown_schema_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="verdict"):
        schema_text("verdict")


def test_a_good_article_breaks_nothing() -> None:
    assert paths(ARTICLE, "article") == []


@pytest.mark.parametrize("name", ["id", "outlet", "text"])
def test_an_article_needs_its_id_outlet_and_text(name: str) -> None:
    (breach,) = breaches({key: value for key, value in ARTICLE.items() if key != name}, checker("article"))
    assert (breach.path, breach.problem) == ("$", f"'{name}' is a required property")


def test_a_breach_names_its_place(document: dict[str, Any]) -> None:
    document["claims"][1]["voices"] = "two"
    assert paths(document) == ["$.claims[1].voices"]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"relation": "doubts"}, "$.claims[0].sources[0].relation"),
        ({"relation": "conflicts", "against": []}, "$.claims[0].sources[0].against"),
        ({"relation": "agrees", "against": ["x"]}, "$.claims[0].sources[0].against"),
        ({"evidence": []}, "$.claims[0].sources[0].evidence"),
    ],
)
def test_a_relation_that_breaks_a_promise_is_found(document: dict[str, Any], change: dict[str, Any], path: str) -> None:
    document["claims"][0]["sources"][0] |= change
    assert path in paths(document)


def test_an_unknown_version_is_a_breach(document: dict[str, Any]) -> None:
    assert paths({**document, "schema": "comparison/2"}) == ["$.schema"]


def test_additions_are_welcome(document: dict[str, Any]) -> None:
    assert paths({**document, "newsroom": "ours"}) == []


@pytest.mark.parametrize("value", [None, [], "text", 1])
def test_what_is_no_object_is_no_document(value: Any) -> None:
    assert paths(value) == ["$"]


def test_a_long_problem_is_cut() -> None:
    (breach,) = breaches({**ARTICLE, "text": ["word"] * 500}, checker("article"))
    assert len(breach.problem) <= 201


def test_no_more_breaches_are_listed_than_asked_for(document: dict[str, Any]) -> None:
    for claim in document["claims"]:
        claim["voices"] = "two"
    assert len(breaches(document, checker("comparison"), 2)) == 2
