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
from compare.review.app.log.log_view import LogFilter, log_view
from compare.review.app.log.report_export import zipped
from compare.review.app.runs.story_review import StoryReview
from compare.review.decision_file import to_lines
from compare.review.events import Event, next_undo
from schemas.check import breaches, checker

OWN = {"sec-fetch-site": "same-origin"}
LOG, FILE = "/runs/story/log", "/runs/story/decisions.jsonl"
HOSTILE = "<script>alert(1)</script>"


@pytest.fixture
def story_review(application: Application) -> StoryReview:
    return application.runs["story"]


def decided(story_review: StoryReview, reviewer: str = "Second Reader", note: str = "checked at the desk") -> list[Event]:
    """A note and a verdict on the first claim, a confirmed and a rejected cluster, and the rejection taken back."""
    state, claim, copies = (
        story_review.snapshot().state,
        story_review.decision_context(reviewer),
        story_review.decision_context(reviewer, "duplicates"),
    )
    members = state.claims[0].members
    made = [*actions.write_note(claim, members, note), *actions.give_verdict(claim, members, "disputed")]
    made += [*actions.confirm(copies, state.clusters[0].members), *actions.reject(copies, state.clusters[1].members)]
    made += actions.undo(copies, next_undo(made, reviewer) or "")
    story_review.save_decisions(made, story_review.snapshot().last_seq)
    return made


def kinds(story_review: StoryReview, **log_filter: str) -> list[str]:
    return [entry.event.kind for entry in log_view(story_review.snapshot().state, LogFilter(**log_filter)).lines]


def test_the_newest_decision_comes_first(story_review: StoryReview) -> None:
    decided(story_review)
    assert kinds(story_review) == ["undo", "cannot_link", "must_link", "verdict", "note"]


def test_what_was_taken_back_is_struck_through(inside: TestClient, story_review: StoryReview) -> None:
    decided(story_review)
    assert inside.get(LOG).text.count("<s><b>") == 1


def test_a_line_leads_to_where_its_claim_or_cluster_is_now(story_review: StoryReview) -> None:
    decided(story_review)
    state = story_review.snapshot().state
    claim, first, second = f"claims/{state.claims[0].id}", "clusters/d-01", "clusters/d-02"
    assert [entry.current_path for entry in log_view(state, LogFilter()).lines] == [second, second, first, claim, claim]


@pytest.mark.parametrize(
    ("log_filter", "found"),
    [
        ({"reviewer": "Third"}, ["note", "verdict"]),
        ({"kind": "undo"}, ["undo", "undo"]),
        ({"words": "DESK checked"}, ["note"]),
        ({"kind": "note", "words": "phone"}, ["note"]),
        ({"reviewer": "nobody"}, []),
    ],
)
def test_the_log_is_filtered_by_reviewer_kind_and_words(story_review: StoryReview, log_filter: dict[str, str], found: list[str]) -> None:
    decided(story_review)
    decided(story_review, "Third", "by phone")
    shown = kinds(story_review, **log_filter)
    assert shown[-2:][::-1] == found if log_filter.get("reviewer") == "Third" else shown == found


def test_a_kind_that_there_is_not_is_all_of_them(inside: TestClient, story_review: StoryReview) -> None:
    decided(story_review)
    assert inside.get(LOG + "?kind=../etc&from=x&reviewer=").text.count("<time") == 5


def test_a_long_log_leads_on(story_review: StoryReview) -> None:
    decided(story_review)
    state = story_review.snapshot().state
    long = replace(state, events=tuple(replace(state.events[0], id=f"e{n}", act=f"a{n}") for n in range(250)))
    log = log_view(long, LogFilter(first=100))
    assert (log.before, len(log.lines), log.after) == (100, 100, 50)


def test_what_is_taken_out_and_brought_in_elsewhere_is_the_same(inside: TestClient, story_review: StoryReview) -> None:
    events = decided(story_review)
    answer = inside.get(FILE)
    assert answer.headers["content-disposition"] == 'attachment; filename="decisions.jsonl"'
    assert answer.text == to_lines(events)


def bring(client: TestClient, content: bytes, name: str = "decisions.jsonl", headers: dict[str, str] = OWN) -> Any:
    return client.post(LOG, files={"file": (name, content)}, headers=headers)


def foreign(story_review: StoryReview) -> bytes:
    return to_lines(
        actions.write_note(story_review.decision_context("From Afar"), story_review.snapshot().state.claims[0].members, "mang từ nơi khác")
    ).encode()


def test_decisions_are_brought_in_once(inside: TestClient, story_review: StoryReview) -> None:
    lines = foreign(story_review)
    first, again = bring(inside, lines), bring(inside, lines)
    assert (first.headers["location"], again.headers["location"]) == (f"{LOG}?new=1&known=0", f"{LOG}?new=0&known=1")
    assert ("From Afar" in inside.get(LOG).text, len(story_review.snapshot().state.events)) == (True, 1)


def test_what_was_brought_in_is_counted(inside: TestClient, story_review: StoryReview) -> None:
    assert "1 decision was brought in" in inside.get(bring(inside, foreign(story_review)).headers["location"]).text


@pytest.mark.parametrize(("wrong", "message"), [(b"{", "log.jsonl:2"), (b"[]", "log.jsonl:2"), (b"\xff\xfe", "is not UTF-8")])
def test_a_wrong_line_is_named_and_nothing_is_brought_in(inside: TestClient, story_review: StoryReview, wrong: bytes, message: str) -> None:
    answer = bring(inside, foreign(story_review) + wrong, "log.jsonl")
    assert (answer.status_code, message in answer.text, story_review.snapshot().state.events) == (422, True, ())


def test_a_form_without_a_file_is_told(inside: TestClient) -> None:
    assert inside.post(LOG, data={"file": "words"}, headers=OWN).status_code == 422


def test_a_hostile_file_name_or_line_is_only_words(inside: TestClient) -> None:
    answer = bring(inside, HOSTILE.encode(), HOSTILE + ".jsonl")
    assert ("<script>alert" in answer.text, "&lt;script&gt;alert" in answer.text) == (False, True)


def test_a_hostile_note_or_reviewer_is_only_words(inside: TestClient, story_review: StoryReview) -> None:
    decided(story_review, HOSTILE, HOSTILE)
    page = inside.get(LOG).text
    assert ("<script>alert" in page, page.count("&lt;script&gt;alert(1)") > 5) == (False, True)


def test_a_foreign_page_brings_nothing_in(inside: TestClient, story_review: StoryReview) -> None:
    answer = bring(inside, foreign(story_review), headers={"sec-fetch-site": "same-site"})
    assert (answer.status_code, story_review.snapshot().state.events) == (403, ())


def test_a_file_that_is_too_large_is_refused_before_it_is_read(made: Callable[..., Application], browser_at: Any, enter: Any) -> None:
    application = made()
    small = replace(application, access_policy=replace(application.access_policy, max_file_bytes=5000))
    client = browser_at(small)
    enter(client, small)
    assert [bring(client, b" " * size).status_code for size in (3000, 6000)] == [303, 413]


def test_only_the_log_has_room_for_files(application: Application) -> None:
    paths = ("/runs/story/log", "/runs/a/b/log", "/runs/story/claims/log", "/settings")
    assert [application.access_policy.max_body_bytes(path) == application.access_policy.max_file_bytes for path in paths] == [
        True,
        False,
        False,
        False,
    ]


def test_the_document_behind_the_reports_holds_the_verdict(inside: TestClient, story_review: StoryReview) -> None:
    decided(story_review)
    reviews = json.loads(inside.get("/runs/story/claimreview.json").text)
    assert "Second Reader" in json.dumps(reviews)


@pytest.mark.parametrize("file", ["report.html", "report.md"])
def test_a_report_has_what_reviewers_said_and_is_only_ever_saved(inside: TestClient, story_review: StoryReview, file: str) -> None:
    decided(story_review)
    answer = inside.get(f"/runs/story/{file}")
    assert ("checked at the desk" in answer.text, answer.headers["content-disposition"]) == (True, f'attachment; filename="{file}"')


def test_the_table_has_a_row_for_every_claim(inside: TestClient, story_review: StoryReview) -> None:
    rows = list(csv.reader(io.StringIO(inside.get("/runs/story/report.csv").text)))
    assert len(rows) > len(story_review.snapshot().state.claims)


def test_a_report_speaks_the_language_of_the_reviewer(inside: TestClient) -> None:
    inside.post("/settings", data={"language": "vi", "theme": "auto"}, headers=OWN)
    assert '<html lang="vi"' in inside.get("/runs/story/report.html").text


@pytest.mark.parametrize("file", ["report.exe", "report", "..%2freport.html", "comparison.json", "review.db"])
def test_no_other_file_is_handed_out(inside: TestClient, file: str) -> None:
    assert inside.get(f"/runs/story/{file}").status_code == 404


def test_the_pages_of_a_large_report_are_packed_alike_each_time() -> None:
    pages = [("report.html", "a"), ("report/part-1.html", "b")]
    assert zipped(pages) == zipped(pages)
    assert zipfile.ZipFile(io.BytesIO(zipped(pages))).namelist() == ["report.html", "report/part-1.html"]


def test_every_line_taken_out_holds_against_its_schema(inside: TestClient, story_review: StoryReview) -> None:
    decided(story_review)
    lines = [json.loads(line) for line in re.split(r"\n(?=.)", inside.get(FILE).text)]
    assert [breaches(line, checker("decision"), 1) for line in lines] == [[]] * 5


# --- decisions that come late


def at_another_time(story_review: StoryReview, at: str, verdict: Any = "wrong") -> bytes:
    made = actions.give_verdict(story_review.decision_context("From Afar"), story_review.snapshot().state.claims[0].members, verdict)
    return to_lines([replace(event, at=at) for event in made]).encode()


def test_an_older_verdict_that_is_brought_in_does_not_hold_and_is_shown_beside_the_newer_one(
    inside: TestClient, story_review: StoryReview
) -> None:
    members = story_review.snapshot().state.claims[0].members
    story_review.save_decisions(
        actions.give_verdict(story_review.decision_context("Second Reader"), members, "supported"), story_review.snapshot().last_seq
    )
    answer = bring(inside, at_another_time(story_review, "2020-05-01T08:00:00+07:00"))
    claim = story_review.snapshot().state.claims[0]
    assert claim.review.verdict is not None
    assert claim.review.verdict.value == "supported"
    for page in (answer.headers["location"], f"/runs/story/claims/{claim.id}"):
        said = inside.get(page).text
        assert "A decision was brought in that is older than another one on the same thing. The newer one holds." in said
        assert "<bdi>From Afar</bdi></b> gave the verdict: Wrong" in said


def test_a_newer_verdict_that_is_brought_in_holds_and_nothing_clashes(inside: TestClient, story_review: StoryReview) -> None:
    members = story_review.snapshot().state.claims[0].members
    context = story_review.decision_context("Second Reader")
    story_review.save_decisions(
        [replace(event, at="2020-05-01T08:00:00+07:00") for event in actions.give_verdict(context, members, "supported")],
        story_review.snapshot().last_seq,
    )
    answer = bring(inside, at_another_time(story_review, "2021-05-01T08:00:00+07:00"))
    assert "older than another one" not in inside.get(answer.headers["location"]).text
    verdict = story_review.snapshot().state.claims[0].review.verdict
    assert verdict is not None
    assert verdict.value == "wrong"


def test_a_decision_of_a_day_yet_to_come_is_refused(inside: TestClient, story_review: StoryReview) -> None:
    """It would overrule all that is decided until then."""
    answer = bring(inside, at_another_time(story_review, "2999-05-01T08:00:00+07:00"))
    assert (answer.status_code, "which is yet to come" in answer.text, story_review.snapshot().state.events) == (422, True, ())


def test_who_decides_in_sight_of_a_decision_overrules_it_whatever_the_clock_says(inside: TestClient, story_review: StoryReview) -> None:
    members, soon = story_review.snapshot().state.claims[0].members, (datetime.now(UTC) + timedelta(hours=3)).isoformat(timespec="seconds")
    bring(inside, at_another_time(story_review, soon))
    story_review.snapshot()
    story_review.save_decisions(
        actions.give_verdict(story_review.decision_context("Second Reader"), members, "supported"), story_review.snapshot().last_seq
    )
    verdict = story_review.snapshot().state.claims[0].review.verdict
    assert verdict is not None
    assert verdict.value == "supported"
