"""A document as CSV, read back as a spreadsheet reads it: claims × sources, and no cell that runs."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.csv_table import render
from reports.visible_characters import one_line

SMALL = Path(__file__).parents[1] / "fixtures" / "report" / "small.json"
FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "|x",
    "%x",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1",
    "＋1",
    "－1",
    "＠x",
    "−1",
    "\ufeff=1",
    "\u200b=1",
    "\u00ad@x",
]
RUN = set("=+-@|%\t\r\n＝＋－＠﹢﹣﹦﹫−")


@pytest.fixture
def document() -> dict[str, Any]:
    """A story of four sample articles with three conflicts."""
    return dict(json.loads(SMALL.read_text(encoding="utf-8")))


def rows(document: dict[str, Any]) -> list[list[str]]:
    return list(csv.reader(io.StringIO(render(document).removeprefix("\ufeff"), newline=""), strict=True))


def worded(text: str) -> str:
    """The cell that a claim of these words gets."""
    document = json.loads(SMALL.read_text(encoding="utf-8"))
    document["claims"][0]["wording"] = text
    return rows(document)[1][1]


def test_a_spreadsheet_sees_that_it_is_utf_8(document: dict[str, Any]) -> None:
    assert render(document).encode("utf-8").startswith(b"\xef\xbb\xbfclaim,wording,")


def test_lines_end_as_rfc_4180_has_it(document: dict[str, Any]) -> None:
    text = render(document)
    assert (text.count("\r\n"), text.count("\n"), text.count("\r")) == (6, 6, 6)


def test_each_article_has_two_columns_under_its_outlet(document: dict[str, Any]) -> None:
    assert rows(document)[0][8:12] == [
        "A1 Sample Morning News: relation",
        "A1 Sample Morning News: words",
        "B1 Báo Mẫu Chiều: relation",
        "B1 Báo Mẫu Chiều: words",
    ]


def test_a_claim_is_a_line_in_the_order_of_the_document(document: dict[str, Any]) -> None:
    assert [row[0] for row in rows(document)[1:]] == [claim["id"] for claim in document["claims"]]


def test_a_disputed_claim_says_who_gives_which_value(document: dict[str, Any]) -> None:
    assert rows(document)[3][4] == "people hurt: 9 (A1, C2) / 11 (B1)"


def test_a_cell_says_how_the_article_stands_and_in_which_words(document: dict[str, Any]) -> None:
    assert rows(document)[3][10:12] == ["conflicts with A1, C2", "Vụ việc khiến 11 người bị thương, trong đó hai người bị thương nặng."]


def test_a_silent_article_has_no_words(document: dict[str, Any]) -> None:
    assert rows(document)[3][12:14] == ["silent", ""]


def test_several_sentences_of_one_article_share_its_cell(document: dict[str, Any]) -> None:
    first = document["claims"][4]["members"][0]
    document["claims"][4]["members"].append({**first, "start": first["start"] + 1, "quote": "And again."})
    column = (
        rows(document)[0].index("C2 Sample Wire: words")
        if first["article"] == "wi-2"
        else rows(document)[0].index("B1 Báo Mẫu Chiều: words")
    )
    assert rows(document)[5][column] == f"{first['quote']} / And again."


def test_a_verdict_stands_in_its_columns(document: dict[str, Any]) -> None:
    review = {"verdict": "cant_tell", "wording": "Reworded", "note": "No list, yet", "reviewer": None, "at": "2024-03-09T10:00:00Z"}
    document["claims"][0]["review"] = review
    assert rows(document)[1][5:8] == ["Can't tell", "Reworded", "No list, yet"]


def test_without_a_verdict_its_columns_are_empty(document: dict[str, Any]) -> None:
    assert rows(document)[1][5:8] == ["", "", ""]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_words(formula: str) -> None:
    assert worded(formula) == f"'{one_line(formula)}"


@pytest.mark.parametrize("text", ["x;=1", "x; =1", "x;\t@SUM(1)", "x;\u200b=1"])
def test_a_formula_behind_a_semicolon_is_words(text: str) -> None:
    assert worded(text).startswith("x;'")


@pytest.mark.parametrize("text", ["Covid-19", "hơn 5%", "a+b = c", "nhiệt độ: -5 °C", "a; b", 'ông nói: "Không", rồi đi'])
def test_plain_news_is_left_alone(text: str) -> None:
    assert worded(text) == text


@given(st.text(max_size=60))
def test_no_cell_runs_and_no_word_is_lost(text: str) -> None:
    cell = worded(text)
    assert cell[:1] not in RUN or not cell
    assert cell.replace("'", "") == one_line(text).replace("'", "")


def test_what_is_too_long_for_a_cell_is_cut_with_a_count() -> None:
    cell = worded("x" * 40_000)
    assert (len(cell) < 32_767, cell[32_000:]) == (True, "… (8000 more characters stand in the comparison document)")


def test_the_same_document_gives_the_same_table(document: dict[str, Any]) -> None:
    assert render(document) == render(json.loads(json.dumps(document)))
