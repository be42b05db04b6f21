"""Exports in which an article is called by its address -> both rows are read, and every folder, file and link is safe."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from compare.cli import main

CASE = Path(__file__).parents[1] / "cases" / "broken" / "url_ids"
STRANGE = (
    "https://báo.example/tin/phà?id=1&x=%2e%2e#đầu",
    "../../etc/passwd",
    "/etc/passwd",
    "..",
    ".",
    "a/../b",
    'x"><script>',
    "C:\\x",
    "\u202egnol",
)


def compared(inputs: Path, out: Path, *more: str) -> dict[str, Any]:
    assert main(["compare", str(inputs), "--settings", str(CASE / "settings.toml"), "--out", str(out), *more]) == 0
    (document,) = (json.loads(path.read_text(encoding="utf-8")) for path in out.rglob("comparison.json"))
    return dict(document)


def broken_links(page: str) -> set[str]:
    """Of those that lead to a place of the page itself."""
    places = set(re.findall(r'\bid="?([^"\s>]+)', page))
    return {target for target in re.findall(r'href="?#([^"\s>]+)', page) if target not in places}


def test_both_rows_of_the_case_are_read(tmp_path: Path) -> None:
    document = compared(CASE / "export.csv", tmp_path / "out", "--strict")
    assert [article["id"] for article in document["articles"]] == [
        "https://harbourpost.example/news/mill-fire",
        "https://rivertimes.example/2024/mill",
    ]
    assert [len(claim["disputes"]) for claim in document["claims"]] == [1]


def test_the_case_makes_two_files_whose_links_lead_somewhere(tmp_path: Path) -> None:
    compared(CASE / "export.csv", tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").rglob("*")) == ["comparison.json", "report.html"]
    assert broken_links((tmp_path / "out" / "report.html").read_text(encoding="utf-8")) == set()


@pytest.mark.parametrize("column", ["id", "story"])
def test_names_that_are_paths_lead_nowhere(column: str, tmp_path: Path) -> None:
    says = "Fire destroyed the old mill at Harbour Street and {} people were hurt on Monday."
    records = [
        {
            "id": name if column == "id" else f"a-{at}",
            "outlet": f"Báo {at}",
            "text": says.format(at + 3),
            "story": name if column == "story" else None,
        }
        for at, name in enumerate(STRANGE)
    ]
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    before = set(tmp_path.iterdir())
    assert main(["compare", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--strict"]) == 0
    assert set(tmp_path.iterdir()) - before == {tmp_path / "out"}
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in (tmp_path / "out").rglob("comparison.json")]
    assert sum(len(document["articles"]) for document in documents) == len(STRANGE)
    for page in (tmp_path / "out").rglob("*.html"):
        assert broken_links(page.read_text(encoding="utf-8")) == set()


def test_formats_for_programs_take_such_names(tmp_path: Path) -> None:
    compared(CASE / "export.csv", tmp_path / "out")
    for form in ("markdown", "csv", "claimreview"):
        assert main(["report", str(tmp_path / "out" / "comparison.json"), "--format", form, "--out", str(tmp_path / form)]) == 0
