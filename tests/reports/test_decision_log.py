"""What reviewers decided, in every report: how a claim stands, who set a relation, the log, and what waits for a person."""

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from reports.formats import render_format
from reports.report_files import ReportOptions

SMALL = Path(__file__).parents[1] / "fixtures" / "report" / "small.json"
LANGUAGES = pytest.mark.parametrize("language", ["en", "vi"])
REVIEW = {"verdict": None, "wording": None, "note": None, "reviewer": "Lê Thị Mẫu", "at": "2026-03-09T10:00:00+07:00"}
LINE = {
    "id": "e1",
    "act": "a1",
    "at": "2026-03-09T10:00:00+07:00",
    "reviewer": "Lê Thị Mẫu",
    "kind": "verdict",
    "about": "claim",
    "group": None,
    "value": "disputed",
    "quotes": ["Phà cập bến."],
    "undone": False,
}


def decided(review: dict[str, Any] | None = None, **decisions: list[Any]) -> dict[str, Any]:
    """The small document with something decided of its first claim, and a log."""
    document = copy.deepcopy(json.loads(SMALL.read_text(encoding="utf-8")))
    if review:
        document["claims"][0]["review"] = {**REVIEW, **review}
    document["decisions"] = {"log": [], "proposed": [], "orphans": [], **decisions}
    return document


def html(document: dict[str, Any], language: str = "en") -> str:
    return render_format(document, "html", ReportOptions(language=language)).text


@pytest.mark.parametrize(
    ("review", "says"),
    [
        ({"confirmed": True}, {"en": "Confirmed", "vi": "Đã xác nhận"}),
        ({"confirmed": False, "unsure": True}, {"en": "Unsure", "vi": "Chưa chắc"}),
        ({"note": "gọi lại"}, {"en": "Noted", "vi": "Có ghi chú"}),
        ({"confirmed": True, "verdict": "wrong"}, {"en": "Wrong", "vi": "Sai"}),
    ],
)
@LANGUAGES
def test_a_claim_says_how_it_stands(review: dict[str, Any], says: dict[str, str], language: str) -> None:
    assert f'">{says[language]}</b>' in html(decided(review), language)


@LANGUAGES
def test_a_claim_that_changed_since_its_review_says_so(language: str) -> None:
    says = {"en": "changed since review", "vi": "đã thay đổi sau khi thẩm định"}[language]
    document = decided({"confirmed": True, "changed": {"added": [0], "lost": 0}})
    assert says in html(document, language)
    assert says in render_format(document, "markdown", ReportOptions(language=language)).text


def test_without_a_verdict_there_is_no_claim_review() -> None:
    made = render_format(decided({"confirmed": True}), "claimreview")
    assert (json.loads(made.text), made.remark) == ([], "an empty list: no claim has a person's verdict yet")


def test_a_relation_that_a_reviewer_set_names_the_reviewer() -> None:
    document = decided({"confirmed": True})
    source = next(source for source in document["claims"][0]["sources"] if source["relation"] != "silent")
    span = source["evidence"][0]["span"]
    source["evidence"].insert(0, {"check": "reviewer", "span": span, "says": "…", "field": "text", "value": "Ruth <Ansell>", "other": None})
    assert "set by <q" in html(document)
    assert "Ruth &lt;Ansell&gt;</q>" in html(document)


@LANGUAGES
def test_the_log_has_every_decision_and_strikes_out_what_was_taken_back(language: str) -> None:
    lines = [LINE, {**LINE, "id": "e2", "kind": "cannot_link", "value": None, "undone": True}]
    page = html(decided(log=lines), language)
    assert {"en": "gave a verdict <q", "vi": "đưa ra kết luận <q"}[language] in page
    assert page.index("undone") < page.index({"en": "gave a verdict", "vi": "đưa ra kết luận"}[language])


def test_a_decision_leads_to_the_claim_that_it_is_about_now() -> None:
    document = decided()
    document["decisions"]["log"] = [{**LINE, "group": document["claims"][0]["id"]}]
    section = html(document).split('id="decisions"')[1]
    assert f'href="#claim-{document["claims"][0]["id"]}"' in section


@LANGUAGES
def test_passages_that_wait_for_a_person_are_listed(language: str) -> None:
    lost = {"article": "x", "outlet": "Báo Mẫu", "quote": "Không ai bị thương <b>."}
    place = {"article": "x", "field": "text", "start": 0, "end": 4}
    document = decided(log=[LINE], proposed=[{**lost, "to": place, "likeness": 0.9}], orphans=[lost])
    section = html(document, language).split('id="decisions"')[1]
    assert section.count("Không ai bị thương &lt;b&gt;.") == 2
    assert {"en": "found nowhere", "vi": "không tìm thấy"}[language] in section
    assert render_format(document, "markdown", ReportOptions(language=language)).text.count("Không ai bị thương") == 2


@pytest.mark.parametrize("form", ["html", "markdown", "csv", "claimreview"])
def test_no_word_of_a_reviewer_runs_in_any_report(form: str) -> None:
    hostile = "<script>alert(1)</script>\u202e=1+1"
    document = decided({"verdict": "wrong", "note": hostile, "wording": hostile, "reviewer": hostile})
    document["decisions"]["log"] = [{**LINE, "reviewer": hostile, "value": hostile, "kind": "note", "quotes": [hostile]}]
    text = render_format(document, form).text
    assert "<script>alert" not in text or form == "csv"
    assert "\u202e" not in text or form == "claimreview"
