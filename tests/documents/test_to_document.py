"""The comparison document of the shipped stories, part by part."""

from pathlib import Path
from typing import Any

import pytest

from compare.documents.to_document import to_document
from compare.model import Article, ArticleId
from compare.pipeline import compare_story
from compare.settings import Settings, as_document
from compare.sources.read_inputs import read_inputs
from schemas.check import breaches, checker

MADE_AT = "2026-01-02T03:04:05+00:00"
COPY = "Mưa lớn suốt đêm làm ngập ba xã ven sông và cuốn trôi {} con bò của nông dân trong vùng."


@pytest.fixture(scope="module", params=["vi", "en"])
def document(request: pytest.FixtureRequest, examples: Path) -> dict[str, Any]:
    """The document of one shipped story."""
    intake = read_inputs([str(examples / request.param)], Settings().input)
    return to_document(compare_story("story", intake.articles, intake.skipped, Settings()), "1.2.3", MADE_AT)


def all_evidence(document: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """Every piece of evidence with the article that it is of, those of the other side too."""
    own = [(source["article"], e) for claim in document["claims"] for source in claim["sources"] for e in source["evidence"]]
    return own + [(e["other"]["article"], e["other"]) for _, e in own if e["other"]]


def test_it_holds_against_its_schema(document: dict[str, Any]) -> None:
    assert breaches(document, checker("comparison")) == []


def test_it_finds_claims_copies_and_conflicts(document: dict[str, Any]) -> None:
    kinds = {source["relation"] for claim in document["claims"] for source in claim["sources"]}
    assert (kinds, bool(document["clusters"])) == ({"agrees", "adds_detail", "conflicts", "silent"}, True)


def test_every_claim_quotes_its_articles_to_the_letter(document: dict[str, Any]) -> None:
    texts = {(a["id"], field): a[field] for a in document["articles"] for field in ("text", "title")}
    members = [member for claim in document["claims"] for member in claim["members"]]
    assert [texts[m["article"], m["field"]][m["start"] : m["end"]] for m in members] == [m["quote"] for m in members]


def test_every_piece_of_evidence_is_quoted_to_the_letter(document: dict[str, Any]) -> None:
    texts = {(a["id"], field): a[field] for a in document["articles"] for field in ("text", "title")}
    shown = all_evidence(document)
    assert [texts[article, e["field"]][slice(*e["span"])] for article, e in shown] == [e["says"] for _, e in shown]


def test_every_article_stands_once_in_every_claim(document: dict[str, Any]) -> None:
    ids = [article["id"] for article in document["articles"]]
    assert {tuple(source["article"] for source in claim["sources"]) for claim in document["claims"]} == {tuple(ids)}


def test_no_relation_stands_without_evidence(document: dict[str, Any]) -> None:
    assert [source for claim in document["claims"] for source in claim["sources"] if not source["evidence"]] == []


def test_silence_carries_the_nearest_sentence_with_its_score(document: dict[str, Any]) -> None:
    silent = [source for claim in document["claims"] for source in claim["sources"] if source["relation"] == "silent"]
    assert {(e["check"], e["score"] is not None) for source in silent for e in source["evidence"]} == {("near_miss", True)}


def test_every_conflict_shows_what_the_other_side_says(document: dict[str, Any]) -> None:
    conflicts = [source for claim in document["claims"] for source in claim["sources"] if source["relation"] == "conflicts"]
    assert [source for source in conflicts if not any(e["other"] for e in source["evidence"])] == []


def test_conflicts_are_mutual(document: dict[str, Any]) -> None:
    for claim in document["claims"]:
        against = {(source["article"], other) for source in claim["sources"] for other in source["against"]}
        assert {(other, source) for source, other in against} == against


def test_a_claim_with_a_conflict_names_the_dispute(document: dict[str, Any]) -> None:
    disputed = [c for c in document["claims"] if any(s["relation"] == "conflicts" for s in c["sources"])]
    assert disputed == [claim for claim in document["claims"] if claim["disputes"]]


def test_a_sentence_of_one_source_is_in_no_claim(document: dict[str, Any]) -> None:
    claimed = {(m["article"], m["start"]) for claim in document["claims"] for m in claim["members"] if m["field"] == "text"}
    assert claimed.isdisjoint((alone["article"], alone["start"]) for alone in document["only_one_source"])


def test_marks_lie_within_their_article(document: dict[str, Any]) -> None:
    wrong = [m for a in document["articles"] for m in a["marks"] if not 0 <= m["start"] < m["end"] <= len(a["text"])]
    assert wrong == []


def test_no_claim_is_made_of_boilerplate(document: dict[str, Any]) -> None:
    marked = [(a["id"], m["start"], m["end"]) for a in document["articles"] for m in a["marks"]]
    members = [member for claim in document["claims"] for member in claim["members"] if member["field"] == "text"]
    assert [m for m in members if any(m["article"] == a and m["start"] < end and start < m["end"] for a, start, end in marked)] == []


def test_the_text_of_a_file_is_kept_whole(document: dict[str, Any], examples: Path) -> None:
    stored = {article["origin"]: article["text"] for article in document["articles"]}
    folder = next(folder for folder in examples.iterdir() if folder.is_dir() and (folder / next(iter(stored))).exists())
    assert stored == {path.name: path.read_text(encoding="utf-8").replace("\r\n", "\n") for path in folder.glob("*.txt")}


def test_a_link_of_a_cluster_is_near_enough(document: dict[str, Any]) -> None:
    links = [link for cluster in document["clusters"] for link in cluster["links"]]
    assert [link for link in links if link["jaccard"] < 0.5 and link["containment"] < 0.8] == []


def test_the_first_of_a_cluster_is_one_of_its_articles(document: dict[str, Any]) -> None:
    wrong = [c for c in document["clusters"] if c["first"] is not None and c["first"] not in {m["article"] for m in c["members"]}]
    assert wrong == []


def test_the_run_tells_tool_version_time_and_settings(document: dict[str, Any]) -> None:
    run = {name: document["run"][name] for name in ("tool", "version", "made_at", "settings")}
    settings = as_document(Settings())
    del settings["stories"], settings["faults"]  # told only where they were used; of no comparison
    assert run == {"tool": "tellings", "version": "1.2.3", "made_at": MADE_AT, "settings": settings}


def test_copies_with_another_figure_show_both_in_place() -> None:
    articles = [Article(ArticleId(name), name, COPY.format(cows), f"{name}.txt", "0" * 64) for name, cows in (("a", 12), ("b", 21))]
    (cluster,) = to_document(compare_story("s", articles, [], Settings()), "0", MADE_AT)["clusters"]
    at = COPY.index("{")
    assert cluster["differences"] == [{"a": 0, "b": 1, "says": ["12", "21"], "spans": [[at, at + 2], [at, at + 2]]}]


def test_copies_with_another_figure_conflict_as_claims_too() -> None:
    articles = [Article(ArticleId(name), name, COPY.format(cows), f"{name}.txt", "0" * 64) for name, cows in (("a", 12), ("b", 21))]
    (claim,) = to_document(compare_story("s", articles, [], Settings()), "0", MADE_AT)["claims"]
    assert [source["relation"] for source in claim["sources"]] == ["conflicts", "conflicts"]
