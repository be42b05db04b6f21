"""Exports that call the fields of an article otherwise."""

import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from compare.errors import SettingsError
from compare.model import Article
from compare.settings import as_document, from_mapping
from compare.sources.read_inputs import read_inputs

_SAYS = "The noon ferry left Port Ellery on time."
_ROW = {"url": "https://gazette.example/a", "source": "Gazette", "body": _SAYS, "headline": "Ferry on time"}
_SETTINGS = from_mapping({"input": {"columns": {"id": "url", "outlet": "source", "text": "body", "title": "headline"}}}, "my.toml")


def only(path: Path) -> Article:
    (article,) = read_inputs([str(path)], _SETTINGS.input).articles
    return article


def _jsonl(path: Path) -> None:
    path.write_text(json.dumps(_ROW), encoding="utf-8")


def _csv(path: Path) -> None:
    path.write_text(",".join(_ROW) + "\n" + ",".join(_ROW.values()), encoding="utf-8")


def _tsv(path: Path) -> None:
    path.write_text("\t".join(_ROW) + "\n" + "\t".join(_ROW.values()), encoding="utf-8")


def _parquet(path: Path) -> None:
    pq.write_table(pa.Table.from_pylist([_ROW]), path)


@pytest.mark.parametrize(("name", "write"), [("a.jsonl", _jsonl), ("a.csv", _csv), ("a.tsv", _tsv), ("a.parquet", _parquet)])
def test_columns_are_read_by_the_names_that_the_settings_give(name: str, write, tmp_path: Path) -> None:
    write(tmp_path / name)
    found = only(tmp_path / name)
    assert (found.id, found.outlet, found.text, found.title, found.url) == (_ROW["url"], "Gazette", _SAYS, "Ferry on time", _ROW["url"])


def test_a_field_that_no_article_has_is_told_with_all_that_it_has() -> None:
    with pytest.raises(SettingsError, match=r"input\.columns row 1 gives no field of an article; wants one of id, outlet, text"):
        from_mapping({"input": {"columns": {"body": "text"}}}, "my.toml")


def test_columns_stand_in_a_document_as_they_were_given() -> None:
    assert from_mapping(as_document(_SETTINGS), "document") == _SETTINGS
