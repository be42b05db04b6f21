"""A comparison document on disk: one that leads outside itself is refused in words, whatever its schema says."""

import json
from pathlib import Path
from typing import Any

import pytest

from compare.errors import DocumentError
from compare.stored import load_document


@pytest.fixture
def document(root: Path) -> dict[str, Any]:
    return dict(json.loads((root / "tests" / "fixtures" / "report" / "small.json").read_text(encoding="utf-8")))


def refusal(document: dict[str, Any], folder: Path) -> str:
    path = folder / "comparison.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(DocumentError) as caught:
        load_document(path)
    return caught.value.problem


@pytest.mark.parametrize("place", ["claims", "possibly_related", "clusters"])
def test_a_passage_of_an_article_that_is_not_there_is_refused(document: dict[str, Any], tmp_path: Path, place: str) -> None:
    document[place][0]["members"][0]["article"] = "gone"
    assert "'gone', which is not in it" in refusal(document, tmp_path)


def test_a_source_that_is_not_there_is_refused(document: dict[str, Any], tmp_path: Path) -> None:
    source = next(source for claim in document["claims"] for source in claim["sources"] if source["relation"] == "conflicts")
    source["against"] = ["gone"]
    assert "'gone', which is not in it" in refusal(document, tmp_path)


@pytest.mark.parametrize(
    ("name", "value"), [("end", 0), ("end", 100_000), ("end", 99), ("start", 23.0), ("quote", "A rowing boat struck it.")]
)
def test_a_passage_that_does_not_stand_in_its_article_is_refused(
    document: dict[str, Any], tmp_path: Path, name: str, value: object
) -> None:
    document["claims"][0]["members"][0][name] = value
    assert "$.claims[0] has a passage at" in refusal(document, tmp_path)


def test_a_sound_document_is_loaded_as_it_stands(document: dict[str, Any], root: Path) -> None:
    assert load_document(root / "tests" / "fixtures" / "report" / "small.json") == document
