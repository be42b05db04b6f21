"""The facts of a story are saved from the log: as a table, and in the report."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture(scope="module")
def document() -> dict[str, Any]:
    return dict(json.loads((GOLDEN / "en.json").read_text(encoding="utf-8")))


def test_the_table_has_a_row_for_every_fact(inside: TestClient, document: dict[str, Any]) -> None:
    rows = list(csv.reader(io.StringIO(inside.get("/runs/story/facts.csv").text)))
    assert [row[0] for row in rows[1:]] == [fact["id"] for fact in document["facts"]]


def test_the_log_offers_the_table(inside: TestClient) -> None:
    assert 'href="/runs/story/facts.csv"' in inside.get("/runs/story/log").text


def test_the_saved_report_shows_every_dispute(inside: TestClient, document: dict[str, Any]) -> None:
    page = inside.get("/runs/story/report.html").text
    assert all(f'id="fact-{fact["id"]}"' in page for fact in document["facts"] if fact["state"] == "disputed")
