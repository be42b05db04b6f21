"""JSON that the program writes holds numbers alone: ``NaN`` and ``Infinity``, which other programs cannot read, are errors."""

import ast
import json
from math import inf, nan
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from compare.documents.write import as_json
from compare.settings import InputSettings
from compare.sources.read_inputs import read_inputs

_ONLY_LOOKED_AT = {"record.py"}  # by which half a surrogate pair is found


def _calls(path: Path) -> list[ast.Call]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)]
    return [call for call in names if ast.unparse(call.func) in ("json.dumps", "json.dump")]


def test_every_place_that_writes_json_refuses_what_is_no_number() -> None:
    open_doors = [
        f"{path}:{call.lineno}"
        for package in ("compare", "reports", "schemas")
        for path in sorted((Path(__file__).parents[2] / package).rglob("*.py"))
        for call in _calls(path)
        if not any(word.arg == "allow_nan" and ast.unparse(word.value) == "False" for word in call.keywords)
        and path.name not in _ONLY_LOOKED_AT
    ]
    assert open_doors == []


@pytest.mark.parametrize("value", [nan, inf, -inf])
def test_a_document_without_a_number_is_not_written(value: float) -> None:
    with pytest.raises(ValueError, match="Out of range"):
        as_json({"articles": [{"high": value}]})


@pytest.mark.parametrize("value", [nan, inf])
def test_a_cell_without_a_number_is_told(value: float, tmp_path: Path) -> None:
    table = pa.table({"id": ["a", "b"], "outlet": ["x", "y"], "text": ["The ferry left late.", "Phà rời bến muộn."], "title": [value, 1.0]})
    pq.write_table(table, tmp_path / "a.parquet")
    skipped = read_inputs([str(tmp_path / "a.parquet")], InputSettings()).skipped
    assert [item.place for item in skipped] == ["a.parquet:1", "a.parquet:2"]
    assert "holds what is no text" in skipped[0].reason


def test_a_record_that_holds_what_is_no_number_elsewhere_is_read_without_it(tmp_path: Path) -> None:
    record = {"id": "a", "outlet": "River Post", "text": "The ferry left late.", "score": nan}
    (tmp_path / "a.jsonl").write_text(json.dumps(record), encoding="utf-8")
    intake = read_inputs([str(tmp_path / "a.jsonl")], InputSettings())
    assert [article.text for article in intake.articles] == ["The ferry left late."]
