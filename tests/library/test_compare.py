"""Articles give the comparison that the command writes, to the byte; documents come back as the values they were made of."""

import json
import math
from collections.abc import Mapping
from dataclasses import FrozenInstanceError
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

import compare
from compare import StoryComparison
from compare.cli import main
from compare.text.tokens import checksum

NOON = datetime(2026, 3, 12, 12, 0, tzinfo=UTC)


def records(story: str | None, sentence: str, *counts: int) -> list[dict[str, Any]]:
    return [
        {"id": f"{story}-{n}", "story": story, "outlet": f"Sample {n}", "text": sentence.format(count)} for n, count in enumerate(counts)
    ]


FERRY = records("ferry", "The ferry struck the pier at Port Ellery on Tuesday, and {} passengers were injured.", 26, 23)
STORM = records("storm", "The storm cut power to {} homes on Wick Island on Sunday night, the council said.", 400, 900)


def without_time(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith(' "run"')) + run_of(text)


def run_of(text: str) -> str:
    return json.dumps(json.loads(text)["run"] | {"made_at": ""})


def verdict_on(articles: Mapping[str, str]) -> dict[str, Any]:
    """A reviewer's verdict on the whole texts, as a line of ``decisions.jsonl`` has it."""
    anchors = [
        {
            "article": name,
            "outlet": "Sample",
            "field": "text",
            "sha256": checksum(text),
            "start": 0,
            "end": len(text),
            "quote": text,
            "before": "",
            "after": "",
        }
        for name, text in articles.items()
    ]
    event = {"id": "e1", "act": "a1", "at": "2026-03-12T16:40:00+07:00", "reviewer": "Lan", "kind": "verdict", "value": "disputed"}
    return {"schema": "decision/1", "about": "claim", "passages": anchors, "others": [], **event}


@pytest.fixture(scope="module")
def verdict() -> dict[str, Any]:
    return verdict_on({each["id"]: each["text"] for each in FERRY})


# One story


def test_the_document_is_the_one_that_the_command_writes_to_the_byte(ferry: Path, tmp_path: Path) -> None:
    (tmp_path / "ferry.jsonl").write_text(ferry.read_text(encoding="utf-8") + "no record\n", encoding="utf-8")
    assert main(["compare", str(tmp_path / "ferry.jsonl"), "--out", str(tmp_path / "out"), "--quiet"]) == 0
    made = compare.compare_articles(compare.read_articles(tmp_path / "ferry.jsonl"))
    assert without_time(compare.to_json(made)) == without_time((tmp_path / "out" / "comparison.json").read_text(encoding="utf-8"))


def test_settings_are_those_that_are_given(ferry: Path) -> None:
    settings = compare.load_settings({"claims": {"threshold": 0.99, "mean_threshold": 0.99}})
    made = compare.compare_articles(compare.read_articles(ferry, settings), settings)
    assert made.document["run"]["settings"]["claims"]["threshold"] == 0.99


def test_what_was_skipped_is_told(ferry: Path) -> None:
    made = compare.compare_articles(compare.read_articles([ferry, {"id": "x"}]))
    assert [skipped.place for skipped in made.skipped] == ["records:1"]


def test_equal_input_and_time_give_an_equal_comparison(ferry: Path) -> None:
    made, again = (compare.compare_articles(compare.read_articles(ferry).articles[::step], made_at=NOON) for step in (1, -1))
    assert (made == again, hash(made) == hash(again)) == (True, True)
    assert made.document["run"]["made_at"] == "2026-03-12T12:00:00+00:00"


def test_the_time_is_written_as_that_of_greenwich() -> None:
    made = compare.compare_articles(compare.read_articles(FERRY), made_at=NOON.astimezone(timezone(timedelta(hours=7))))
    assert made.document["run"]["made_at"] == "2026-03-12T12:00:00+00:00"


def test_a_time_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        compare.compare_articles(compare.read_articles(FERRY), made_at=datetime(2026, 3, 12))


@pytest.mark.parametrize(("given", "name"), [(FERRY, "ferry"), (records(None, "The ferry struck the pier at {}.", 1, 2), "story")])
def test_a_story_is_called_as_its_articles_say(given: list[dict[str, Any]], name: str) -> None:
    assert compare.compare_articles(compare.read_articles(given)).story == name


def test_a_name_that_is_given_goes_before_those_of_the_articles() -> None:
    assert compare.compare_articles(compare.read_articles([*FERRY, *STORM]), story="both").story == "both"


def test_articles_of_two_stories_are_not_compared_by_oversight() -> None:
    with pytest.raises(compare.InputError, match=r"name 2 stories \(ferry, storm\)"):
        compare.compare_articles(compare.read_articles([*FERRY, *STORM]))


def test_without_an_article_the_error_names_what_was_skipped() -> None:
    with pytest.raises(compare.InputError, match="records:1"):
        compare.compare_articles(compare.read_articles({"id": "x"}))


def test_where_every_article_meets_a_fault_that_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("compare.pipeline.read_article", lambda *_: 1 / 0)
    with pytest.raises(compare.InputError, match="ZeroDivisionError while reading an article"):
        compare.compare_articles(compare.read_articles(FERRY))


def test_a_fault_on_one_article_comes_with_its_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    from compare.pipeline import read_article

    monkeypatch.setattr(
        "compare.pipeline.read_article", lambda article, *rest: 1 / 0 if article.id == "ferry-0" else read_article(article, *rest)
    )
    made = compare.compare_articles(compare.read_articles(FERRY))
    assert ([fault.kind for fault in made.faults], [article.id for article in made.articles]) == (["ZeroDivisionError"], ["ferry-1"])


def test_values_are_frozen(comparison: StoryComparison) -> None:
    with pytest.raises(FrozenInstanceError):
        comparison.title = "changed"  # type: ignore[misc]


def test_claims_relations_and_disputes_are_values(comparison: StoryComparison) -> None:
    (claim,) = comparison.claims
    assert {relation.source: relation.kind for relation in claim.relations} == dict.fromkeys(
        ["courier-1", "gazette-7", "ledger-3"], "conflicts"
    )
    assert [(side.value, side.articles) for side in claim.disputes[0].sides] == [("23", ("gazette-7",)), ("26", ("courier-1", "ledger-3"))]


def test_a_sentence_of_one_source_has_its_place(comparison: StoryComparison) -> None:
    texts = {article.id: article.text for article in comparison.articles}
    alone = [passage.span.of(texts[passage.article]) for passage in comparison.only_one_source]
    assert alone == ["The harbour office has not said why the ferry was late."]


# Several stories


def test_each_story_is_compared_for_itself_as_the_command_does(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(map(json.dumps, [*STORM, *FERRY])), encoding="utf-8")
    assert main(["compare", str(path), "--out", str(tmp_path / "out"), "--quiet"]) == 0
    made = compare.compare_stories(compare.read_articles(path))
    written = [(tmp_path / "out" / story / "comparison.json").read_text(encoding="utf-8") for story in ("ferry", "storm")]
    assert [without_time(compare.to_json(each)) for each in made] == list(map(without_time, written))


def test_stories_can_be_found_by_their_texts(tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("\n".join(json.dumps({**each, "story": None}) for each in [*STORM, *FERRY]), encoding="utf-8")
    assert main(["compare", str(path), "--stories", "auto", "--out", str(tmp_path / "out"), "--quiet"]) == 0
    made = compare.compare_stories(compare.read_articles(path), grouping="auto")
    written = [file.read_text(encoding="utf-8") for file in sorted((tmp_path / "out").glob("*/comparison.json"))]
    assert len(made) == 2
    assert [without_time(compare.to_json(each)) for each in made] == list(map(without_time, written))


# Decisions of reviewers


@pytest.mark.parametrize("as_file", [False, True], ids=["values", "file"])
def test_decisions_stand_in_the_comparison(verdict: dict[str, Any], tmp_path: Path, as_file: bool) -> None:  # noqa: FBT001 - a case
    (tmp_path / "decisions.jsonl").write_text(json.dumps(verdict), encoding="utf-8")
    made = compare.compare_articles(compare.read_articles(FERRY), decisions=tmp_path / "decisions.jsonl" if as_file else [verdict])
    (claim,) = compare.to_rows(made, "claims")
    assert (claim["verdict"], claim["reviewer"]) == ("disputed", "Lan")


def test_decisions_go_to_the_story_that_they_are_on(verdict: dict[str, Any]) -> None:
    made = compare.compare_stories(compare.read_articles([*FERRY, *STORM]), decisions=[verdict])
    assert [(row["story"], row["verdict"]) for row in compare.to_rows(made, "claims")] == [("ferry", "disputed"), ("storm", None)]


@pytest.mark.parametrize("change", [{"kind": "guess"}, {"value": math.nan}, {"at": NOON}], ids=["unknown kind", "no number", "no text"])
def test_what_is_no_decision_is_refused(verdict: dict[str, Any], change: dict[str, Any]) -> None:
    with pytest.raises(compare.DecisionError, match="decisions:2"):
        compare.compare_articles(compare.read_articles(FERRY), decisions=[verdict, {**verdict, "id": "e2", **change}])


# Documents


@pytest.mark.parametrize("form", ["file", "folder", "document"])
def test_a_document_comes_back_as_the_values_it_was_made_of(sample: StoryComparison, tmp_path: Path, form: str) -> None:
    compare.write_comparison(sample, tmp_path / "comparison.json")
    source = {"file": tmp_path / "comparison.json", "folder": str(tmp_path), "document": sample.document}[form]
    again = compare.load_comparison(source)
    assert again == sample
    assert (again.articles, again.claims, again.clusters) == (sample.articles, sample.claims, sample.clusters)


def test_a_folder_of_stories_is_loaded_in_order(tmp_path: Path) -> None:
    made = compare.compare_stories(compare.read_articles([*FERRY, *STORM]))
    for each in made:
        compare.write_comparison(each, tmp_path / each.story / "comparison.json")
    assert compare.load_comparisons(tmp_path) == made
    with pytest.raises(compare.DocumentError, match="holds 2 stories"):
        compare.load_comparison(tmp_path)


def test_a_document_that_is_not_true_of_itself_is_refused_and_told(comparison: StoryComparison, tmp_path: Path) -> None:
    untrue = json.loads(compare.to_json(comparison))
    untrue["claims"][0]["members"][0]["quote"] = "Nobody said this."
    (tmp_path / "comparison.json").write_text(json.dumps(untrue), encoding="utf-8")
    for source in (untrue, tmp_path / "comparison.json"):
        assert [violation.path for violation in compare.violations(source)] == ["$.claims[0].members[0].quote"]
        with pytest.raises(compare.DocumentError, match=r"claims\[0\]\.members\[0\]\.quote"):
            compare.load_comparison(source)


def test_a_sound_document_has_no_violations(comparison: StoryComparison) -> None:
    assert compare.violations(comparison.document) == ()


def test_no_file_is_written_over_that_tellings_did_not_make(comparison: StoryComparison, tmp_path: Path) -> None:
    path = tmp_path / "comparison.json"
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(compare.OutputError, match="was not made by tellings"):
        compare.write_comparison(comparison, path)
    compare.write_comparison(comparison, path, force=True)
    assert compare.load_comparison(path) == comparison


# Settings


def test_settings_are_read_from_a_file_or_from_values(tmp_path: Path) -> None:
    (tmp_path / "newsroom.toml").write_text("[claims]\nthreshold = 0.3\n", encoding="utf-8")
    assert compare.load_settings(tmp_path / "newsroom.toml") == compare.load_settings({"claims": {"threshold": 0.3}})


@pytest.mark.parametrize("wrong", [{"claims": {"threshold": 7}}, {"claims": 7}, {"claim": {}}])
def test_settings_that_are_none_are_refused(wrong: Any) -> None:
    with pytest.raises(compare.SettingsError, match="settings:"):
        compare.load_settings(wrong)
