"""Figures on labelled stories and real scrapes, with floors that are never lowered silently.

The articles and the labels stand beside the project, in ``../shared/data``; without them these tests skip.
"""

import hashlib
import json
import runpy
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from compare.documents.to_document import to_document
from compare.documents.write import as_json
from compare.duplicates.find_clusters import find_clusters
from compare.evaluate.evaluation import Evaluation, evaluate
from compare.evaluate.find_documents import find_documents
from compare.evaluate.gold import read_gold
from compare.evaluate.measures import Figures
from compare.evaluate.presentation import as_text
from compare.pipeline import articles_by_story, compare_story
from compare.settings import DuplicateSettings, Settings
from compare.sources.read_inputs import read_inputs
from compare.stories.group_articles import group_stories

pytestmark = pytest.mark.gate

FLOORS_FILE = "tests/gate_floors.json"
FLOORS = json.loads(Path(__file__).with_name("gate_floors.json").read_text(encoding="utf-8"))
ARTICLES = ("vims/articles.jsonl", "gold/basil_articles.jsonl")  # of the labelled stories
MEASURED_ON = ("gold/*.json", *ARTICLES)
LATER_SCRAPE = "004_"  # of the sequel, a year after the visit that the other four tell of
EVERY_STORY = 5  # of ViMs: every fifth of 150, so that the gate takes seconds


def data_checksum(folder: Path) -> str:
    """SHA-256 over the names and bytes of the labels and of the articles that they are about."""
    total = hashlib.sha256()
    for path in sorted(path for pattern in MEASURED_ON for path in folder.glob(pattern)):
        own = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.relative_to(folder).as_posix()} {own}\n".encode())
    return total.hexdigest()


@pytest.fixture(scope="module")
def measured_data(shared_data: Path) -> Path:
    """The data that the floors were measured on; a change of it is no change of the code, and says so."""
    found = data_checksum(shared_data)
    if found != FLOORS["data"]:
        pytest.fail(
            f'the data changed, not the code: measure anew, then write the floors and "data": "{found}" into {FLOORS_FILE}', pytrace=False
        )
    return shared_data


def read_json(path: Path) -> dict[str, Any]:
    return dict(json.loads(path.read_text(encoding="utf-8")))


@pytest.fixture(scope="module")
def documents(measured_data: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The comparison documents of the labelled stories, made by the engine as it is."""
    labelled, _ = read_gold(measured_data / "gold")
    wanted = frozenset(article for story in labelled for article in story.articles)
    found, _ = find_documents([measured_data / name for name in ARTICLES], wanted, read_json)
    folder = tmp_path_factory.mktemp("documents")
    paths = [folder / f"{at}.json" for at in range(len(found))]
    for path, item in zip(paths, found, strict=True):
        path.write_text(as_json(item.document), encoding="utf-8")
    return paths


@pytest.fixture(scope="module")
def evaluation(measured_data: Path, documents: list[Path]) -> Evaluation:
    """What the engine reaches on the labelled stories."""
    evaluated = evaluate(measured_data / "gold", documents, read_json)
    print(as_text(evaluated, shown=0))
    return evaluated


# Labelled stories


FIGURES = (
    "pair_f1",
    "pair_precision",
    "conflict_precision",
    "conflicts_said",
    "conflicts_right",
    "relation_accuracy",
    "fact_precision",
    "fact_recall",
)


@pytest.mark.parametrize("name", FIGURES)
def test_no_figure_falls_below_its_floor(evaluation: Evaluation, name: str) -> None:
    assert getattr(evaluation.total, name) >= FLOORS["floors"][name]


def test_a_labelled_dispute_is_hardly_ever_more_than_one_fact(evaluation: Evaluation) -> None:
    assert 1 / evaluation.total.facts_a_dispute >= FLOORS["floors"]["disputes_by_one_fact"]


@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("name", ["pair_f1", "pair_precision"])
def test_no_language_falls_below_its_floor(evaluation: Evaluation, name: str, language: str) -> None:
    assert getattr(evaluation.languages[language], name) >= FLOORS["floors"][f"{name}_{language}"]


def test_every_labelled_story_is_scored(evaluation: Evaluation) -> None:
    assert evaluation.skipped == ()


def line(name: str, figures: Figures) -> str:
    """As the scoring that comes with the labels prints it."""
    return (
        f"{name:16} pair P {figures.pair_precision:.3f} R {figures.pair_recall:.3f} F1 {figures.pair_f1:.3f}"
        f" | groups found {figures.groups_found}/{figures.groups_gold}"
        f" | relation {figures.relations_right}/{figures.relations_all}"
        f" | conflict right {figures.conflicts_right} of {figures.conflicts_said} said, {figures.conflicts_true} true"
    )


def test_the_figures_are_those_of_the_scoring_that_comes_with_the_labels(
    evaluation: Evaluation, measured_data: Path, documents: list[Path]
) -> None:
    labels = sorted((measured_data / "gold").glob("*.json"))
    command = [sys.executable, "-B", str(measured_data / "gold" / "score.py"), "--gold", *map(str, labels), "--docs", *map(str, documents)]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()
    scores = [*((scored.story, scored.figures) for scored in evaluation.stories), ("TOTAL", evaluation.total)]
    assert [line(name, figures) for name, figures in scores] == printed


def test_a_change_of_one_label_changes_the_checksum(tmp_path: Path) -> None:
    (tmp_path / "gold").mkdir()
    sums = set()
    for relation in ("agrees", "conflicts"):
        (tmp_path / "gold" / "ferry.json").write_text(relation, encoding="utf-8")
        sums.add(data_checksum(tmp_path))
    assert len(sums) == 2


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
    intake = read_inputs([str(shared_data / "seeds")], Settings().input)
    ((story, articles),) = articles_by_story(intake.articles)
    return to_document(compare_story(story, articles, intake.skipped, Settings()), "0", "")


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
def copies(root: Path, measured_data: Path) -> dict[str, int]:
    """Pairs of paragraphs at the Jaccard threshold, those of them found, and links that are not true, in every fifth story of ViMs."""
    recall = runpy.run_path(str(root / "benchmarks" / "duplicates_recall.py"), run_name="duplicates_recall")
    counted = {"pairs": 0, "found": 0, "false": 0}
    for texts in recall["stories"](measured_data / "vims" / "articles.jsonl")[::EVERY_STORY]:
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


# Stories of a mixed pile


def bcubed(found: list[str], labelled: list[str]) -> dict[str, float]:
    """Over items (Bagga and Baldwin 1998): how much of an item's group is of its class, and how much of its class is in its group."""
    both, groups, classes = Counter(zip(found, labelled, strict=True)), Counter(found), Counter(labelled)
    precision = sum(n * n / groups[group] for (group, _), n in both.items()) / len(found)
    recall = sum(n * n / classes[label] for (_, label), n in both.items()) / len(found)
    return {"story_precision": precision, "story_recall": recall, "story_f1": 2 * precision * recall / (precision + recall)}


@pytest.fixture(scope="module")
def grouping(measured_data: Path) -> dict[str, float]:
    """How well all articles of ViMs, in one pile, come together as their 150 stories."""
    articles = read_inputs([str(measured_data / "vims" / "articles.jsonl")], Settings().input).articles
    labelled = {article.id: article.story or "" for article in articles}
    grouped = group_stories(articles, Settings()).articles
    figures = bcubed([article.story or "" for article in grouped], [labelled[article.id] for article in grouped])
    print(figures)
    return figures


@pytest.mark.parametrize("name", ["story_precision", "story_recall", "story_f1"])
def test_stories_of_a_mixed_pile_are_found(grouping: dict[str, float], name: str) -> None:
    assert grouping[name] >= FLOORS["floors"][name]


def test_one_story_for_everything_is_all_recall_and_little_precision() -> None:
    assert bcubed(["x"] * 4, ["a", "a", "b", "b"]) == {"story_precision": 0.5, "story_recall": 1.0, "story_f1": pytest.approx(2 / 3)}
