"""Figures on labelled stories and real scrapes, with floors that are never lowered silently.

The articles and the labels stand beside the project, in ``../shared/data``; without them these tests skip.
"""

import hashlib
import json
import runpy
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from compare.document import to_document
from compare.duplicates.cluster import find_clusters
from compare.pipeline import compare_story, stories
from compare.settings import DuplicateSettings, Settings
from compare.sources.read import read_inputs

pytestmark = pytest.mark.gate

FLOORS_FILE = "tests/gate_floors.json"
FLOORS = json.loads(Path(__file__).with_name("gate_floors.json").read_text(encoding="utf-8"))
LATER_SCRAPE = "004_"  # of the sequel, a year after the visit that the other four tell of
EVERY_STORY = 5  # of ViMs: every fifth of 150, so that the gate takes seconds


def documents(paths: list[Path], wanted: set[str] | None = None) -> list[dict[str, Any]]:
    """A document for each story of some files or folders; all stories, or those wanted."""
    intake = read_inputs([str(path) for path in paths], Settings().input)
    told = [(story, articles) for story, articles in stories(intake.articles) if wanted is None or story in wanted]
    return [to_document(compare_story(story, articles, [], Settings()), "0", "") for story, articles in told]


def gold_files(shared_data: Path) -> list[Path]:
    return [shared_data / "gold" / name for name in sorted(FLOORS["gold"])]


@pytest.fixture(scope="module")
def figures(shared_data: Path) -> dict[str, float]:
    """What the engine reaches on all labelled stories together, by the scoring that comes with the labels."""
    scoring = runpy.run_path(str(shared_data / "gold" / "score.py"))  # unlike an import, it leaves no byte code beside the labels
    labels = gold_files(shared_data)
    names = {json.loads(path.read_text(encoding="utf-8"))["story"] for path in labels}
    told = documents([shared_data / "vims" / "articles.jsonl", shared_data / "gold" / "basil_articles.jsonl"], names)
    by_story = {document["story"]["id"]: document for document in told}
    total: Counter[str] = Counter()
    for path in labels:
        document = by_story[json.loads(path.read_text(encoding="utf-8"))["story"]]
        texts = {a["id"]: {"text": a["text"], "title": a["title"] or ""} for a in document["articles"]}
        story, groups = scoring["gold_story"](path, texts)
        scored = scoring["score"](groups, document)
        print(scoring["line"](story, scored))
        total.update(scored)
    print(scoring["line"]("TOTAL", total))
    return shares(total)


def shares(total: Counter[str]) -> dict[str, float]:
    precision = total["right"] / max(1, total["right"] + total["wrong"])
    recall = total["right"] / max(1, total["gold"])
    return {
        "pair_f1": 2 * precision * recall / max(1e-9, precision + recall),
        "pair_precision": precision,
        "conflict_precision": total["conf_right"] / max(1, total["conf_pred"]),
        "conflicts_said": total["conf_pred"],
        "relation_accuracy": total["rel_right"] / max(1, total["rel_all"]),
    }


# Labelled stories


@pytest.mark.parametrize("name", ["pair_f1", "pair_precision", "conflict_precision", "conflicts_said", "relation_accuracy"])
def test_no_figure_falls_below_its_floor(figures: dict[str, float], name: str) -> None:
    assert figures[name] >= FLOORS["floors"][name]


def test_the_floors_hold_for_the_labels_they_were_measured_on(shared_data: Path) -> None:
    found = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in gold_files(shared_data)}
    assert found == FLOORS["gold"], "the labels changed: measure again, and write the new checksums and floors together"


def earlier_floors(root: Path) -> list[dict[str, float]]:
    """The floors of every commit that touched them; skips where there is no history."""
    listed = subprocess.run(["git", "-C", str(root), "log", "--format=%H", "--", FLOORS_FILE], check=False, capture_output=True, text=True)
    if listed.returncode or not listed.stdout.strip():
        pytest.skip(f"no git history of {FLOORS_FILE}: nothing to hold the floors against")
    shown = [
        subprocess.run(["git", "-C", str(root), "show", f"{commit}:{FLOORS_FILE}"], check=False, capture_output=True, text=True)
        for commit in listed.stdout.split()
    ]
    return [json.loads(version.stdout)["floors"] for version in shown if version.returncode == 0]


def unexplained(now: dict[str, float], earlier: list[dict[str, float]], lowered: list[dict[str, Any]]) -> list[str]:
    """Floors below what once was promised, or gone, without an entry that names the new value and a reason."""
    explained = {(entry["floor"], entry["to"]) for entry in lowered if entry["reason"].strip()}
    highest = {name: max(floors[name] for floors in earlier if name in floors) for floors in earlier for name in floors}
    return [name for name, floor in highest.items() if now.get(name, 0) < floor and (name, now.get(name)) not in explained]


def test_no_floor_is_lowered_silently(root: Path) -> None:
    silent = unexplained(FLOORS["floors"], earlier_floors(root), FLOORS["lowered"])
    assert silent == [], f'lowered without a word: add {{"floor", "to", "reason"}} to "lowered" in {FLOORS_FILE}'


def test_a_lowered_floor_is_found() -> None:
    assert unexplained({"pair_f1": 0.6}, [{"pair_f1": 0.65}, {"pair_f1": 0.67}], []) == ["pair_f1"]


def test_a_lowered_floor_with_a_reason_is_let_through() -> None:
    entry = {"floor": "pair_f1", "to": 0.6, "reason": "labels read again: two groups were one"}
    assert unexplained({"pair_f1": 0.6}, [{"pair_f1": 0.67}], [entry]) == []


def test_a_reason_for_one_value_is_none_for_another() -> None:
    entry = {"floor": "pair_f1", "to": 0.6, "reason": "labels read again: two groups were one"}
    assert unexplained({"pair_f1": 0.5}, [{"pair_f1": 0.67}], [entry]) == ["pair_f1"]


def test_a_floor_that_is_gone_is_found() -> None:
    assert unexplained({}, [{"pair_f1": 0.67}], []) == ["pair_f1"]


# Five raw scrapes


@pytest.fixture(scope="module")
def scrapes(shared_data: Path) -> dict[str, Any]:
    """The document of five raw scrapes of one story and its sequel."""
    (document,) = documents([shared_data / "seeds"])
    return document


def test_all_five_scrapes_are_read(scrapes: dict[str, Any]) -> None:
    assert (len(scrapes["articles"]), scrapes["skipped"]) == (5, [])


@pytest.mark.parametrize(
    ("scrape", "outlet"),
    [("000_", "Taipei Times"), ("001_", "The Epoch Times"), ("002_", None), ("003_", "Asia Times"), ("004_", "VOA")],
)
def test_a_scrape_is_credited_to_the_outlet_that_it_names(scrapes: dict[str, Any], scrape: str, outlet: str | None) -> None:
    (article,) = [a for a in scrapes["articles"] if a["origin"].startswith(scrape)]
    assert article["credits"]["outlet"] == outlet


@pytest.mark.parametrize(("scrape", "agency"), [("002_", "AFP"), ("002_", "TTXVN"), ("004_", "AP")])
def test_a_scrape_names_its_agencies(scrapes: dict[str, Any], scrape: str, agency: str) -> None:
    (article,) = [a for a in scrapes["articles"] if a["origin"].startswith(scrape)]
    assert agency in article["credits"]["agencies"]


def test_the_four_tellings_of_the_visit_share_claims(scrapes: dict[str, Any]) -> None:
    speaking = {s["article"] for c in scrapes["claims"] for s in c["sources"] if s["relation"] != "silent"}
    assert len(speaking) >= 4


def test_the_sequel_is_silent_on_every_claim_of_the_visit(scrapes: dict[str, Any]) -> None:
    (sequel,) = [a["id"] for a in scrapes["articles"] if a["origin"].startswith(LATER_SCRAPE)]
    said = [c["wording"] for c in scrapes["claims"] for s in c["sources"] if s["article"] == sequel and s["relation"] != "silent"]
    assert said == []


def test_every_quotation_from_a_scrape_stands_where_it_says(scrapes: dict[str, Any]) -> None:
    texts = {(a["id"], field): a[field] for a in scrapes["articles"] for field in ("text", "title")}
    members = [member for claim in scrapes["claims"] for member in claim["members"]]
    assert [m for m in members if texts[m["article"], m["field"]][m["start"] : m["end"]] != m["quote"]] == []


# Copies


@pytest.fixture(scope="module")
def copies(root: Path, shared_data: Path) -> dict[str, int]:
    """Pairs of paragraphs at the Jaccard threshold, those of them found, and links that are not true, in every fifth story of ViMs."""
    recall = runpy.run_path(str(root / "benchmarks" / "duplicates_recall.py"), run_name="duplicates_recall")
    counted = {"pairs": 0, "found": 0, "false": 0}
    for texts in recall["stories"](shared_data / "vims" / "articles.jsonl")[::EVERY_STORY]:
        clusters = find_clusters(texts, {}, DuplicateSettings())
        alike, _ = recall["exact_pairs"](texts)
        counted["pairs"] += len(alike)
        counted["found"] += len(alike & set(recall["linked"](clusters)))
        counted["false"] += recall["false_links"](clusters, texts)
    return counted


def test_copies_are_found(copies: dict[str, int]) -> None:
    assert copies["found"] >= FLOORS["floors"]["copies_found"] * copies["pairs"] > 0


def test_every_link_between_copies_is_true(copies: dict[str, int]) -> None:
    assert copies["false"] == 0
