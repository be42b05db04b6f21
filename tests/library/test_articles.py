"""Paths, records and data frames are read as the command reads files: what is none is skipped with its place and a reason."""

import json
import math
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import compare

TEXT = "The ferry Harbour Lark struck the pier at Port Ellery on Tuesday."


def record(name: str = "a", **more: Any) -> dict[str, Any]:
    return {"id": name, "outlet": "Sample Courier", "text": TEXT, **more}


def reasons(intake: compare.Intake) -> list[tuple[str, str]]:
    return [(skipped.place, skipped.reason) for skipped in intake.skipped]


class PandasFrame:
    """What pandas offers of its rows."""

    def __init__(self, *rows: dict[str, Any]) -> None:
        self.rows = list(rows)

    def to_dict(self, orient: str = "dict") -> Any:
        return self.rows if orient == "records" else {}

    def __iter__(self) -> Any:
        return iter(self.rows[0])


class PolarsFrame(PandasFrame):
    """What polars offers; its `to_dict` is of columns and knows no orient."""

    def to_dicts(self) -> list[dict[str, Any]]:
        return self.rows

    def to_dict(self, *, as_series: bool = True) -> Any:
        raise NotImplementedError(as_series)


def test_records_are_read_as_a_file_of_their_lines_is(tmp_path: Path) -> None:
    given = [record("b", title="Phà Hải Âu", published="2026-03-10"), record("a", story="ferry", cut=True)]
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(json.dumps(each, ensure_ascii=False) for each in given), encoding="utf-8")
    read = compare.read_articles(path)
    assert compare.read_articles(given) == replace(read, articles=tuple(replace(each, origin="records") for each in read.articles))


@pytest.mark.parametrize("given", [record(), [record()], (each for each in [record()])], ids=["one", "list", "generator"])
def test_one_record_or_any_number_can_be_given(given: Any) -> None:
    assert [article.id for article in compare.read_articles(given).articles] == ["a"]


@pytest.mark.parametrize("as_given", [str, Path, lambda path: [path], lambda path: [str(path)]], ids=["str", "Path", "list", "names"])
def test_a_path_can_be_given_in_any_form(ferry: Path, as_given: Any) -> None:
    assert [article.id for article in compare.read_articles(as_given(ferry)).articles] == ["courier-1", "gazette-7", "ledger-3"]


def test_paths_and_records_can_be_given_together(ferry: Path) -> None:
    assert [article.id for article in compare.read_articles([record("z"), ferry]).articles] == ["courier-1", "gazette-7", "ledger-3", "z"]


@pytest.mark.parametrize("frame", [PandasFrame, PolarsFrame])
def test_a_frame_is_its_rows(frame: type[PandasFrame]) -> None:
    assert compare.read_articles(frame(record("a"), record("b"))) == compare.read_articles([record("a"), record("b")])


def test_a_frame_of_pandas_is_read_with_what_it_has_for_nothing() -> None:
    pd = pytest.importorskip("pandas", reason="pandas is not installed")
    frame = pd.DataFrame(
        [record("a", published=pd.Timestamp("2026-03-10 09:30"), title=None), record("b", published=pd.NaT, title="Ferry", cut=pd.NA)]
    )
    intake = compare.read_articles(frame)
    assert intake.skipped == ()
    assert [(article.title, article.published and article.published.value) for article in intake.articles] == [
        (None, "2026-03-10T09:30"),
        ("Ferry", None),
    ]


@pytest.mark.parametrize("nothing", [None, math.nan], ids=["None", "NaN"])
def test_a_value_that_is_missing_was_not_given(nothing: object) -> None:
    missing = record(title=nothing, url=nothing, published=nothing, story=nothing, language=nothing, byline=nothing, cut=nothing)
    assert compare.read_articles(missing) == compare.read_articles(record())


@pytest.mark.parametrize("published", [date(2026, 3, 10), datetime(2026, 3, 10, 9, 30)])
def test_a_date_of_python_is_a_date(published: date) -> None:
    assert compare.read_articles(record(published=published)) == compare.read_articles(record(published=published.isoformat()))


def test_other_fields_are_left_alone_whatever_they_hold() -> None:
    assert compare.read_articles(record(embedding=object(), raw=b"\xff", **{"1": 1})) == compare.read_articles(record())


def test_columns_of_other_names_are_read_as_the_settings_say() -> None:
    settings = compare.load_settings({"input": {"columns": {"outlet": "source", "text": "body"}}})
    (article,) = compare.read_articles({"id": "a", "source": "Sample Courier", "body": TEXT}, settings).articles
    assert (article.outlet, article.text) == ("Sample Courier", TEXT)


class Torn(dict[str, Any]):
    """A mapping that raises what nobody expects."""

    def __getitem__(self, name: str) -> Any:
        raise ZeroDivisionError(name)


@pytest.mark.parametrize(
    ("bad", "reason"),
    [
        (record(text=None), "'text' is a required property"),
        (record(id=7), "7 is not of type 'string'"),
        (record(title=b"Ferry"), "holds what is no text"),
        (record(title=float("inf")), "holds what is no text"),
        (record(title="\ud83d"), "half a surrogate pair"),
        (7, "is of the type int, and no mapping"),
        (None, "is of the type NoneType, and no mapping"),
        (Torn(record()), "met a fault of tellings (ZeroDivisionError)"),
    ],
    ids=["no text", "number as id", "bytes", "infinite", "torn character", "number", "None", "raises"],
)
def test_a_bad_record_is_skipped_with_its_place_and_the_others_are_read(bad: object, reason: str) -> None:
    intake = compare.read_articles([record("a"), bad, record("c")])
    assert [article.id for article in intake.articles] == ["a", "c"]
    ((place, why),) = reasons(intake)
    assert place == "records:2"
    assert reason in why


def test_a_second_record_of_an_id_is_skipped_and_names_the_first() -> None:
    ((place, reason),) = reasons(compare.read_articles([record("a"), record("a")]))
    assert (place, "of records:1" in reason) == ("records:2", True)


def test_a_file_that_is_not_there_is_skipped() -> None:
    intake = compare.read_articles("no-such-folder")
    assert (intake.articles, [place for place, _ in reasons(intake)]) == ((), ["no-such-folder"])


def test_a_dash_is_a_file_and_never_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "-").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [article.text for article in compare.read_articles("-").articles] == [TEXT]


def test_what_is_neither_path_nor_record_is_a_type_error() -> None:
    with pytest.raises(TypeError, match="not int"):
        compare.read_articles(7)  # type: ignore[call-overload]


def test_two_articles_of_one_id_that_are_given_are_told(comparison: compare.StoryComparison, ferry: Path) -> None:
    articles = compare.read_articles(ferry).articles
    again = compare.compare_articles([*articles, replace(articles[0], text="Another text under the same id.")])
    assert [skipped.reason[:22] for skipped in again.skipped] == ["has the id 'courier-1'"]
    assert again.claims == comparison.claims
