"""A comparison document on disk: what every command that reads one gets, or why it gets nothing."""

import json
from pathlib import Path
from typing import Any

import pytest

from compare.documents.load import load_document
from compare.errors import DocumentError


@pytest.fixture
def document(root: Path) -> dict[str, Any]:
    return dict(json.loads((root / "tests" / "fixtures" / "report" / "small.json").read_text(encoding="utf-8")))


def refusal(document: Any, folder: Path) -> str:
    path = folder / "comparison.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        load_document(path)
    return caught.value.problem


def test_a_sound_document_is_loaded_as_it_stands(document: dict[str, Any], root: Path) -> None:
    assert load_document(root / "tests" / "fixtures" / "report" / "small.json") == document


def test_what_does_not_hold_is_refused_by_its_place(document: dict[str, Any], tmp_path: Path) -> None:
    document["claims"][0]["members"][0]["article"] = "gone"
    assert refusal(document, tmp_path).startswith("$.claims[0].members[0].article: is 'gone', an article that the document does not have")


def test_the_first_faults_are_told_and_the_rest_is_counted(document: dict[str, Any], tmp_path: Path) -> None:
    document["only_one_source"] += [{"article": "gone", "start": 0, "end": 1}] * 12
    said = refusal(document, tmp_path)
    assert said.count("'gone'") == 5
    assert said.endswith("and 7 more of 12: `tellings validate` lists them all")


@pytest.mark.parametrize("other", ["comparison/2", None])
def test_one_of_another_version_is_refused_by_its_name(document: dict[str, Any], tmp_path: Path, other: str | None) -> None:
    document["schema"] = other
    assert refusal(document, tmp_path) == f"is of schema {other!r}, not 'comparison/1'"


def test_what_is_no_object_is_no_document(tmp_path: Path) -> None:
    assert refusal([], tmp_path) == "is of schema None, not 'comparison/1'"
