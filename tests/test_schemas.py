"""The shipped JSON Schemas: valid themselves, and clear about what breaks them."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from schemas.check import NAMES, breaches, checker, schema_text

every = pytest.mark.parametrize("name", NAMES)
ARTICLE = {"id": "a", "outlet": "The Harbour Post", "text": "The ferry left two hours late."}

ANCHOR = {
    "article": "a",
    "outlet": "The Harbour Post",
    "field": "text",
    "sha256": "0" * 64,
    "start": 4,
    "end": 9,
    "quote": "ferry",
    "before": "The ",
    "after": " left",
}
DECISION = {
    "schema": "decision/1",
    "id": "one",
    "act": "one",
    "at": "2026-03-12T16:40:00+07:00",
    "reviewer": "Sample",
    "kind": "verdict",
    "about": "claim",
    "passages": [ANCHOR],
    "others": [],
    "value": "disputed",
}


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


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Every place in a value, by the first item of each list."""
    yield path
    inside = value.items() if isinstance(value, dict) else enumerate(value[:1]) if isinstance(value, list) else ()
    for key, item in inside:
        yield from places(item, (*path, key))


def shortened(value: Any) -> Any:
    """The same shapes in less: two items of each list."""
    if isinstance(value, dict):
        return {key: shortened(item) for key, item in value.items()}
    return [shortened(item) for item in value[:2]] if isinstance(value, list) else value


def changed(value: Any, path: tuple[Any, ...], change: Any) -> Any:
    """A copy in which the place holds something else; nothing at all where ``change`` is ``KeyError``."""
    if not path:
        return change
    copy = dict(value) if isinstance(value, dict) else list(value)
    if len(path) == 1 and change is KeyError:
        del copy[path[0]]
    else:
        copy[path[0]] = changed(copy[path[0]], path[1:], change)
    return copy


@pytest.mark.thorough
@pytest.mark.parametrize(
    "change", [None, True, -1, 0, 1.5, 1e300, "", " ", "2024-02-30", "x" * 64, [], [[]], {}, {"a": 1}, KeyError], ids=repr
)
def test_both_checkers_say_the_same_of_a_document_broken_at_any_place(root: Path, change: Any) -> None:
    document = shortened(json.loads((root / "tests" / "fixtures" / "report" / "reviewed.json").read_text(encoding="utf-8")))
    against = checker("comparison")
    assert against.quick.is_valid(document)
    for place in places(document):
        if place or change is not KeyError:
            broken = changed(document, place, change)
            assert against.quick.is_valid(broken) == against.thorough.is_valid(broken), place


@pytest.mark.parametrize("change", [None, True, -1, 1.5, "", " ", [], {}, KeyError], ids=repr)
@pytest.mark.parametrize("name", ["article", "decision"])
def test_both_checkers_say_the_same_of_a_line_broken_at_any_place(name: str, change: Any) -> None:
    line = {**ARTICLE, "title": "Late", "url": "https://harbour.example/1"} if name == "article" else DECISION
    against = checker(name)
    assert against.quick.is_valid(line)
    for place in places(line):
        if place or change is not KeyError:
            broken = changed(line, place, change)
            assert against.quick.is_valid(broken) == against.thorough.is_valid(broken), place


@pytest.mark.parametrize("value", ["half \ud800 a pair", b"bytes"], ids=ascii)
def test_what_the_quick_checker_cannot_read_is_left_to_the_other(value: Any) -> None:
    found = breaches({**ARTICLE, "title": value}, checker("article"))
    assert [breach.path for breach in found] == ([] if isinstance(value, str) else ["$.title"])
