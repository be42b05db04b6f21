"""Real saved pages -> words of the article found and missed, as their scoring counts, beside trafilatura's in the same run."""

import gzip
import hashlib
import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from compare.model import Skipped
from compare.reading.read_article import read_article
from compare.settings import InputSettings, ReadingSettings
from compare.sources.pages.saved_page import page_article
from compare.sources.source import source_of

pytestmark = pytest.mark.gate

FLOORS_FILE = "tests/page_floors.json"
FLOORS = json.loads((Path(__file__).parent / "page_floors.json").read_text(encoding="utf-8"))
_TOTAL = re.compile(
    r"^(?P<who>ours|trafilatura)\s+P (?P<precision>[\d.]+) R (?P<recall>[\d.]+) F1 (?P<f1>[\d.]+)"
    r" \| pages below \.8: (?P<low>\d+)",
    re.MULTILINE,
)
_PAGE = re.compile(r"^(?P<name>\w+) ours F1 (?P<ours>[\d.]+) trafilatura (?P<theirs>[\d.]+)", re.MULTILINE)
_LEAST = 0.8


@dataclass(frozen=True)
class Scored:
    """What the scoring printed, and the pages that were skipped, with the reason."""

    printed: str
    skipped: dict[str, str]

    def figure(self, who: str, name: str) -> float:
        return next(float(line[name]) for line in _TOTAL.finditer(self.printed) if line["who"] == who)


def _checksum(folder: Path) -> str:
    return hashlib.sha256((folder / "truth.json").read_bytes()).hexdigest()


def _document(folder: Path) -> tuple[dict[str, Any], dict[str, str]]:
    """As much of a comparison document as the scoring reads."""
    articles, skipped = [], {}
    for path in sorted(folder.glob("*.html.gz")):
        data, name = gzip.decompress(path.read_bytes()), path.name.removesuffix(".gz")
        found = page_article(data, source_of(data, name), InputSettings())
        if isinstance(found, Skipped):
            skipped[name] = found.reason
            continue
        reading = read_article(found, ReadingSettings())
        marks = [{"start": mark.span.start, "end": mark.span.end} for mark in reading.marks]
        articles.append({"origin": name, "text": reading.article.text, "marks": marks})
    return {"articles": articles}, skipped


@pytest.fixture(scope="module")
def scored(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Scored:
    """The pages as the engine reads them now."""
    folder = shared_data / "pages"
    if not (folder / "truth.json").is_file():
        pytest.skip("no ../shared/data/pages: the saved pages are not part of the project")
    if _checksum(folder) != FLOORS["data"]:
        pytest.fail(f'the pages changed, not the code: measure anew, then write the floors and "data" into {FLOORS_FILE}', pytrace=False)
    document, skipped = _document(folder)
    path = tmp_path_factory.mktemp("pages") / "comparison.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    command = [sys.executable, "-B", str(folder / "score.py"), str(folder), str(path)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    print(printed)
    return Scored(printed, skipped)


@pytest.mark.parametrize(("floor", "figure"), [("word_f1", "f1"), ("word_precision", "precision"), ("word_recall", "recall")])
def test_no_figure_of_real_pages_falls_below_its_floor(scored: Scored, floor: str, figure: str) -> None:
    assert scored.figure("ours", figure) >= FLOORS["floors"][floor]


def test_articles_are_found_no_worse_than_by_the_extractor_alone(scored: Scored) -> None:
    assert scored.figure("ours", "f1") >= scored.figure("trafilatura", "f1")


def test_no_page_is_lost_that_the_extractor_reads(scored: Scored) -> None:
    """The scoring prints the dozen pages on which ours is the furthest behind."""
    lost = [page["name"] for page in _PAGE.finditer(scored.printed) if float(page["ours"]) < _LEAST <= float(page["theirs"])]
    assert lost == []


def test_no_readable_page_is_skipped(scored: Scored) -> None:
    assert scored.skipped == {}


def test_a_floor_that_is_lowered_says_why() -> None:
    assert [entry for entry in FLOORS["lowered"] if not entry["reason"].strip()] == []
