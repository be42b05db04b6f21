"""Articles one after the other out of files of any size: the same as in memory, with ids and places that hold."""

import io
import json
import unicodedata
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources import line_blocks as lines_of
from compare.sources import seen_ids
from compare.sources.find_files import find_files
from compare.sources.jsonl import read_jsonl
from compare.sources.line_blocks import LineBlock, line_blocks
from compare.sources.parquet import read_parquet
from compare.sources.read_inputs import read_inputs
from compare.sources.seen_ids import SeenIds
from compare.sources.stream_articles import StreamedArticle, stream_articles
from compare.text.tokens import composed, normalised

SETTINGS = InputSettings()
SENTENCE = "Chuyến phà đầu tiên rời bến lúc bảy giờ"


def streamed(*paths: Path, by: InputSettings = SETTINGS) -> tuple[dict[str, str], list[Skipped]]:
    """Texts by id, and what was skipped."""
    files, _ = find_files([str(path) for path in paths])
    texts: dict[str, str] = {}
    skipped = []
    for item in stream_articles(files, by, lambda _: None):
        if isinstance(item, StreamedArticle):
            parts = list(item.blocks)
            texts[item.id] = "".join(part.text for part in parts if isinstance(part, LineBlock))
            skipped += [part for part in parts if isinstance(part, Skipped)]
        else:
            skipped.append(item)
    return texts, skipped


def record(**values: object) -> dict[str, object]:
    return {"id": "a-1", "outlet": "The Harbour Post", "text": SENTENCE} | values


# Text


@given(st.text(st.sampled_from("ae\u0300\u0301\u0323\u0344\u1100\u1161한đ\n "), max_size=300))
def test_any_text_is_composed_as_unicode_says(text: str) -> None:
    assert composed(text) == unicodedata.normalize("NFC", text)


def test_a_letter_with_a_million_marks_is_composed_at_once() -> None:
    marks = "a" + "\u0301\u0323" * 500_000
    assert len(composed(marks)) == 1_000_000


parts = st.lists(
    st.sampled_from(["a\u0301", "\u0323", "한", "\u1100\u1161", "\u11a8", "xin chào ", "\n", "\r\n", "\r", "\u2028", "🛳"]), max_size=60
)


@settings(max_examples=300)
@given(parts.map("".join), st.integers(1, 40), st.integers(1, 12))
def test_lines_cut_anywhere_keep_their_places(text: str, longest: int, block: int) -> None:
    whole = normalised(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lines_of, "_BLOCK", block)
        found = list(line_blocks(io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"), "x.txt", longest))
    assert all(whole[part.start : part.start + len(part.text)] == part.text for part in found if isinstance(part, LineBlock))
    short = [line for line in whole.split("\n") if len(line) <= longest // 3]
    kept = "".join(part.text for part in found if isinstance(part, LineBlock)).split("\n")
    assert [line for line in short if line and line not in kept] == []
    assert all(len(line) <= longest for line in kept)


def test_a_line_that_is_too_long_is_named_by_its_number() -> None:
    file = io.TextIOWrapper(io.BytesIO(b"one\n" + b"x" * 50 + b"\ntwo"), encoding="utf-8")
    assert list(line_blocks(file, "x.txt", 10)) == [
        LineBlock(0, "one\n"),
        Skipped("x.txt:2", "has more than 10 characters; split it or raise input.largest_article_chars"),
        LineBlock(55, "two"),
    ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_a_text_file_streams_as_it_is_read_whole(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(("The café’s “first” ferry left late\r\n" * 40_000).encode(encoding))
    (article,) = read_inputs([str(tmp_path / "x.txt")], SETTINGS).articles
    assert streamed(tmp_path) == ({article.id: article.text}, [])


def test_equal_files_of_one_name_get_ids_of_their_own(tmp_path: Path) -> None:
    for folder in ("monday", "tuesday"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(SENTENCE, encoding="utf-8")
    texts, _ = streamed(tmp_path)
    assert [name.count("-") for name in texts] == [1, 2]


def test_a_file_that_vanished_is_named(tmp_path: Path) -> None:
    (tmp_path / "x.jsonl").write_text(json.dumps(record()), encoding="utf-8")
    files, _ = find_files([str(tmp_path)])
    (tmp_path / "x.jsonl").unlink()
    assert list(stream_articles(files, SETTINGS, lambda _: None)) == [
        Skipped("x.jsonl", "cannot be read (No such file or directory); check the file")
    ]


@pytest.mark.thorough
def test_every_byte_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(record()) + "\n" * 5_000_000, encoding="utf-8")
    (tmp_path / "b.txt").write_text(f"{SENTENCE}\n" * 50_000, encoding="utf-8")
    files, _ = find_files([str(tmp_path)])
    sizes: list[int] = []
    for item in stream_articles(files, SETTINGS, sizes.append):
        assert isinstance(item, StreamedArticle)
        list(item.blocks)
    assert sum(sizes) == sum(file.path.stat().st_size for file in files)


# Ids


@given(st.lists(st.integers(0, 30).map(str), max_size=60))
def test_each_id_is_taken_once(names: list[str]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seen_ids, "_RECENT", 4)
        found = SeenIds()
        assert [found.add(name) for name in names] == [name not in names[:at] for at, name in enumerate(names)]


# Records


def read(data: bytes, by: InputSettings = SETTINGS) -> list[Any]:
    return [item.id if isinstance(item, Article) else item for _, item in read_jsonl(io.BytesIO(data), "x.jsonl", by)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
def test_lines_are_read_in_any_unicode_encoding(encoding: str) -> None:
    assert read("\n".join(json.dumps(record(id=name), ensure_ascii=False) for name in ("ạ", "b\u2028")).encode(encoding)) == [
        "ạ",
        "b\u2028",
    ]


def test_a_broken_utf_16_file_gives_what_stands_before() -> None:
    whole = "".join(json.dumps(record(id=str(at))) + "\n" for at in range(1000)).encode("utf-16")
    *found, last = read(whole + b"\x00\xd8\n\x00")
    assert len(found) > 900
    assert last.reason == "is no whole UTF-16, and nothing behind it was read; save it as UTF-8"


def test_a_line_longer_than_any_article_is_read_past() -> None:
    long = json.dumps(record(text="phà " * 500_000), ensure_ascii=False)
    by = InputSettings(largest_article_chars=50)
    first, last = read((long + "\n" + json.dumps(record(id="b"))).encode(), by)
    assert (first.place, "split it or raise input.largest_article_chars" in first.reason, last) == ("x.jsonl:1", True, "b")


def table(*rows: dict[str, object], **columns: Any) -> io.BytesIO:
    made = io.BytesIO()
    pq.write_table(pa.table(columns) if columns else pa.Table.from_pylist(list(rows)), made)
    made.seek(0)
    return made


def rows(file: io.BytesIO) -> list[Any]:
    return [item for _, item in read_parquet(file, "x.parquet", SETTINGS)]


def test_a_row_is_the_article_that_its_line_would_be() -> None:
    given_row = record(published="2026-03-12", byline=None, url="https://x.example/a")
    (row,) = rows(table(given_row))
    ((_, line),) = read_jsonl(io.BytesIO(json.dumps(given_row).encode()), "x.parquet", SETTINGS)
    assert (row.id, row.text, row.published, row.url, row.credits) == (line.id, line.text, line.published, line.url, line.credits)


def test_a_date_of_a_table_is_a_date() -> None:
    import datetime as dt

    moment = dt.datetime(2026, 3, 12, 16, 40)
    assert [row.published.value for row in rows(table(record(published=moment), record(published=moment.replace(day=1))))] == [
        "2026-03-12T16:40",
        "2026-03-01T16:40",
    ]


@pytest.mark.parametrize(
    ("columns", "reason"),
    [
        ({"id": ["a"], "text": [SENTENCE]}, "has no column outlet"),
        ({"id": [1], "outlet": ["o"], "text": [SENTENCE]}, "$.id: 1 is not of type 'string'"),
        ({"id": ["a"], "outlet": ["o"], "text": [b"\xff\xfe"]}, "holds what is no text"),
        ({"id": ["a"], "outlet": ["o"], "text": pa.array([b"\xff\xfe"]).view(pa.string())}, "is not UTF-8"),
        ({"id": ["a"], "outlet": ["o"], "text": [float("nan")]}, "holds what is no text"),
        ({"id": pa.array([], pa.string()), "outlet": pa.array([], pa.string()), "text": pa.array([], pa.string())}, "is empty"),
    ],
)
def test_a_row_that_is_no_article_is_skipped_with_its_reason(columns: dict[str, Any], reason: str) -> None:
    (found,) = rows(table(**columns))
    assert (isinstance(found, Skipped), reason in found.reason) == (True, True)


def test_compare_reads_tables_too(tmp_path: Path) -> None:
    (tmp_path / "x.parquet").write_bytes(table(record(), record(id="b")).getvalue())
    assert [article.id for article in read_inputs([str(tmp_path)], SETTINGS).articles] == ["a-1", "b"]
