"""The log: who did what and where it is now; decisions and reports taken out, decisions brought in."""

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from starlette.testclient import TestClient

from compare.review import actions
from compare.review.app.application import Application
from compare.review.app.log.log_view import Asked, log_of
from compare.review.app.log.report_export import packed
from compare.review.app.runs.story_review import Work
from compare.review.decision_file import as_lines
from compare.review.events import Event, to_undo
from schemas.check import breaches, checker

OWN = {"sec-fetch-site": "same-origin"}
LOG, FILE = "/runs/story/log", "/runs/story/decisions.jsonl"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def work(door: Application) -> Work:
    return door.runs["story"]


def decided(work: Work, reviewer: str = "Second Reader", note: str = "checked at the desk") -> list[Event]:
    """A note and a verdict on the first claim, a confirmed and a rejected cluster, and the rejection taken back."""
    state, claim, copies = work.view().state, work.stroke(reviewer), work.stroke(reviewer, "duplicates")
    members = state.claims[0].members
    made = [*actions.note(claim, members, note), *actions.judge(claim, members, "disputed")]
    made += [*actions.confirm(copies, state.clusters[0].members), *actions.reject(copies, state.clusters[1].members)]
    made += actions.take_back(copies, to_undo(made, reviewer) or "")
    work.decide(made, work.view().seen)
    return made


def kinds(work: Work, **asked: str) -> list[str]:
    return [entry.event.kind for entry in log_of(work.view().state, Asked(**asked)).entries]


def test_the_newest_decision_comes_first(work: Work) -> None:
    decided(work)
    assert kinds(work) == ["undo", "cannot_link", "must_link", "verdict", "note"]


def test_what_was_taken_back_is_struck_through(inside: TestClient, work: Work) -> None:
    decided(work)
    assert inside.get(LOG).text.count("<s><b>") == 1


def test_a_line_leads_to_where_its_claim_or_cluster_is_now(work: Work) -> None:
    decided(work)
    state = work.view().state
    claim, first, second = f"claims/{state.claims[0].id}", "clusters/d-01", "clusters/d-02"
    assert [entry.leads for entry in log_of(state, Asked()).entries] == [second, second, first, claim, claim]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"reviewer": "Third"}, ["note", "verdict"]),
        ({"kind": "undo"}, ["undo", "undo"]),
        ({"words": "DESK checked"}, ["note"]),
        ({"kind": "note", "words": "phone"}, ["note"]),
        ({"reviewer": "nobody"}, []),
    ],
)
def test_the_log_is_filtered_by_reviewer_kind_and_words(work: Work, asked: dict[str, str], found: list[str]) -> None:
    decided(work)
    decided(work, "Third", "by phone")
    shown = kinds(work, **asked)
    assert shown[-2:][::-1] == found if asked.get("reviewer") == "Third" else shown == found


def test_a_kind_that_there_is_not_is_all_of_them(inside: TestClient, work: Work) -> None:
    decided(work)
    assert inside.get(LOG + "?kind=../etc&from=x&reviewer=").text.count("<time") == 5


def test_a_long_log_leads_on(work: Work) -> None:
    decided(work)
    state = work.view().state
    long = replace(state, events=tuple(replace(state.events[0], id=f"e{n}", act=f"a{n}") for n in range(250)))
    log = log_of(long, Asked(first=100))
    assert (log.before, len(log.entries), log.behind) == (100, 100, 50)


def test_what_is_taken_out_and_brought_in_elsewhere_is_the_same(inside: TestClient, work: Work) -> None:
    events = decided(work)
    answer = inside.get(FILE)
    assert answer.headers["content-disposition"] == 'attachment; filename="decisions.jsonl"'
    assert answer.text == as_lines(events)


def bring(client: TestClient, content: bytes, name: str = "decisions.jsonl", headers: dict[str, str] = OWN) -> Any:
    return client.post(LOG, files={"file": (name, content)}, headers=headers)


def foreign(work: Work) -> bytes:
    return as_lines(actions.note(work.stroke("From Afar"), work.view().state.claims[0].members, "mang từ nơi khác")).encode()


def test_decisions_are_brought_in_once(inside: TestClient, work: Work) -> None:
    lines = foreign(work)
    first, again = bring(inside, lines), bring(inside, lines)
    assert (first.headers["location"], again.headers["location"]) == (f"{LOG}?new=1&known=0", f"{LOG}?new=0&known=1")
    assert ("From Afar" in inside.get(LOG).text, len(work.view().state.events)) == (True, 1)


def test_what_was_brought_in_is_counted(inside: TestClient, work: Work) -> None:
    assert "1 decision was brought in" in inside.get(bring(inside, foreign(work)).headers["location"]).text


@pytest.mark.parametrize(("wrong", "told"), [(b"{", "log.jsonl:2"), (b"[]", "log.jsonl:2"), (b"\xff\xfe", "is not UTF-8")])
def test_a_wrong_line_is_named_and_nothing_is_brought_in(inside: TestClient, work: Work, wrong: bytes, told: str) -> None:
    answer = bring(inside, foreign(work) + wrong, "log.jsonl")
    assert (answer.status_code, told in answer.text, work.view().state.events) == (422, True, ())


def test_a_form_without_a_file_is_told(inside: TestClient) -> None:
    assert inside.post(LOG, data={"file": "words"}, headers=OWN).status_code == 422


def test_a_hostile_file_name_or_line_is_only_words(inside: TestClient) -> None:
    answer = bring(inside, HOSTILE.encode(), HOSTILE + ".jsonl")
    assert ("<script>alert" in answer.text, "&lt;script&gt;alert" in answer.text) == (False, True)


def test_a_hostile_note_or_reviewer_is_only_words(inside: TestClient, work: Work) -> None:
    decided(work, HOSTILE, HOSTILE)
    page = inside.get(LOG).text
    assert ("<script>alert" in page, page.count("&lt;script&gt;alert(1)") > 5) == (False, True)


def test_a_foreign_page_brings_nothing_in(inside: TestClient, work: Work) -> None:
    answer = bring(inside, foreign(work), headers={"sec-fetch-site": "same-site"})
    assert (answer.status_code, work.view().state.events) == (403, ())


def test_a_file_that_is_too_large_is_refused_before_it_is_read(made: Callable[..., Application], browser_at: Any, enter: Any) -> None:
    application = made()
    small = replace(application, door=replace(application.door, largest_file=5000))
    client = browser_at(small)
    enter(client, small)
    assert [bring(client, b" " * size).status_code for size in (3000, 6000)] == [303, 413]


def test_only_the_log_has_room_for_files(door: Application) -> None:
    paths = ("/runs/story/log", "/runs/a/b/log", "/runs/story/claims/log", "/settings")
    assert [door.door.room(path) == door.door.largest_file for path in paths] == [True, False, False, False]


def test_the_document_behind_the_reports_holds_the_verdict(inside: TestClient, work: Work) -> None:
    decided(work)
    reviews = json.loads(inside.get("/runs/story/claimreview.json").text)
    assert "Second Reader" in json.dumps(reviews)


@pytest.mark.parametrize("file", ["report.html", "report.md"])
def test_a_report_has_what_reviewers_said_and_is_only_ever_saved(inside: TestClient, work: Work, file: str) -> None:
    decided(work)
    answer = inside.get(f"/runs/story/{file}")
    assert ("checked at the desk" in answer.text, answer.headers["content-disposition"]) == (True, f'attachment; filename="{file}"')


def test_the_table_has_a_row_for_every_claim(inside: TestClient, work: Work) -> None:
    rows = list(csv.reader(io.StringIO(inside.get("/runs/story/report.csv").text)))
    assert len(rows) > len(work.view().state.claims)


def test_a_report_speaks_the_language_of_the_reviewer(inside: TestClient) -> None:
    inside.post("/settings", data={"language": "vi", "theme": "auto"}, headers=OWN)
    assert '<html lang="vi"' in inside.get("/runs/story/report.html").text


@pytest.mark.parametrize("file", ["report.exe", "report", "..%2freport.html", "comparison.json", "review.db"])
def test_no_other_file_is_handed_out(inside: TestClient, file: str) -> None:
    assert inside.get(f"/runs/story/{file}").status_code == 404


def test_the_pages_of_a_large_report_are_packed_alike_each_time() -> None:
    pages = [("report.html", "a"), ("report/part-1.html", "b")]
    assert packed(pages) == packed(pages)
    assert zipfile.ZipFile(io.BytesIO(packed(pages))).namelist() == ["report.html", "report/part-1.html"]


def test_every_line_taken_out_holds_against_its_schema(inside: TestClient, work: Work) -> None:
    decided(work)
    lines = [json.loads(line) for line in re.split(r"\n(?=.)", inside.get(FILE).text)]
    assert [breaches(line, checker("decision"), 1) for line in lines] == [[]] * 5


# --- decisions that come late


def at_another_time(work: Work, at: str, verdict: Any = "wrong") -> bytes:
    made = actions.judge(work.stroke("From Afar"), work.view().state.claims[0].members, verdict)
    return as_lines([replace(event, at=at) for event in made]).encode()


def test_an_older_verdict_that_is_brought_in_does_not_hold_and_is_shown_beside_the_newer_one(inside: TestClient, work: Work) -> None:
    members = work.view().state.claims[0].members
    work.decide(actions.judge(work.stroke("Second Reader"), members, "supported"), work.view().seen)
    answer = bring(inside, at_another_time(work, "2020-05-01T08:00:00+07:00"))
    claim = work.view().state.claims[0]
    assert claim.decided.verdict is not None
    assert claim.decided.verdict.value == "supported"
    for page in (answer.headers["location"], f"/runs/story/claims/{claim.id}"):
        said = inside.get(page).text
        assert "A decision was brought in that is older than another one on the same thing. The newer one holds." in said
        assert "<bdi>From Afar</bdi></b> gave the verdict: Wrong" in said


def test_a_newer_verdict_that_is_brought_in_holds_and_nothing_clashes(inside: TestClient, work: Work) -> None:
    members = work.view().state.claims[0].members
    stroke = work.stroke("Second Reader")
    work.decide([replace(event, at="2020-05-01T08:00:00+07:00") for event in actions.judge(stroke, members, "supported")], work.view().seen)
    answer = bring(inside, at_another_time(work, "2021-05-01T08:00:00+07:00"))
    assert "older than another one" not in inside.get(answer.headers["location"]).text
    verdict = work.view().state.claims[0].decided.verdict
    assert verdict is not None
    assert verdict.value == "wrong"


def test_a_decision_of_a_day_yet_to_come_is_refused(inside: TestClient, work: Work) -> None:
    """It would overrule all that is decided until then."""
    answer = bring(inside, at_another_time(work, "2999-05-01T08:00:00+07:00"))
    assert (answer.status_code, "which is yet to come" in answer.text, work.view().state.events) == (422, True, ())


def test_who_decides_in_sight_of_a_decision_overrules_it_whatever_the_clock_says(inside: TestClient, work: Work) -> None:
    members, soon = work.view().state.claims[0].members, (datetime.now(UTC) + timedelta(hours=3)).isoformat(timespec="seconds")
    bring(inside, at_another_time(work, soon))
    work.view()
    work.decide(actions.judge(work.stroke("Second Reader"), members, "supported"), work.view().seen)
    verdict = work.view().state.claims[0].decided.verdict
    assert verdict is not None
    assert verdict.value == "supported"
