"""What changed since an earlier run, with what people had reviewed first; and how far each story is."""

import copy
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from compare.review import actions
from compare.review.app.application import Application
from compare.review.app.runs.story_progress import story_progress
from compare.review.app.runs.story_review import StoryReview

CHANGES = "/runs/story/changes"
AT = "2026-01-01T00:00:00+00:00"


@pytest.fixture
def story_review(application: Application) -> StoryReview:
    return application.runs["story"]


@pytest.fixture
def earlier(document: dict[str, Any], story_review: StoryReview) -> str:
    """The id of an earlier run: without one article, one claim, and one passage of another claim."""
    made = copy.deepcopy(document)
    made["run"]["made_at"] = "2020-01-01T00:00:00+00:00"
    made["claims"] = made["claims"][1:]
    made["claims"][-1]["members"] = made["claims"][-1]["members"][:-1]
    return str(story_review.store.add_run(made, AT).id)


def test_without_an_earlier_run_the_page_says_how_there_comes_to_be_one(inside: TestClient) -> None:
    assert "There is no earlier run of this story." in inside.get(CHANGES).text


def test_this_run_is_not_compared_with_itself(inside: TestClient, story_review: StoryReview) -> None:
    story_review.store.add_run(dict(story_review.document), AT)
    assert "There is no earlier run of this story." in inside.get(CHANGES).text


def test_a_new_claim_and_a_grown_one_are_shown(inside: TestClient, earlier: str) -> None:
    page = inside.get(f"{CHANGES}?with={earlier}").text
    assert ('<span class="flag">New</span>' in page, '<span class="flag">Grown</span>' in page, "<ins" in page) == (True, True, True)


def test_a_claim_that_was_reviewed_and_changed_stands_first(inside: TestClient, earlier: str, story_review: StoryReview) -> None:
    last = story_review.snapshot().state.claims[-1]
    story_review.save_decisions(actions.confirm(story_review.decision_context("A"), last.members), 0)
    page = inside.get(f"{CHANGES}?with={earlier}").text
    assert page.index('<span class="new">Reviewed before</span>') < page.index('<span class="flag">New</span>')


def test_only_one_kind_is_shown_where_it_is_asked_for(inside: TestClient, earlier: str) -> None:
    page = inside.get(f"{CHANGES}?with={earlier}&kind=new&from=x").text
    assert ('<span class="flag">New</span>' in page, '<span class="flag">Grown</span>' in page) == (True, False)


@pytest.mark.parametrize("run", ["no", "../story", ""])
def test_a_run_that_is_not_there_is_told(inside: TestClient, earlier: str, run: str) -> None:
    assert (inside.get(f"{CHANGES}?with={earlier}").status_code, inside.get(CHANGES, params={"with": run}).status_code) == (200, 404)


def test_progress_counts_what_was_reviewed(story_review: StoryReview) -> None:
    state = story_review.snapshot().state
    story_review.save_decisions(actions.confirm(story_review.decision_context("A"), state.claims[0].members), 0)
    story_review.save_decisions(actions.confirm(story_review.decision_context("A", "duplicates"), state.clusters[0].members), 1)
    far = story_progress(story_review)
    assert (far.claims.reviewed, far.clusters.reviewed, far.decisions) == (1, 1, 2)


def test_the_list_of_runs_leads_to_claims_duplicates_and_log(made: Callable[..., Application], browser_at: Any, enter: Any) -> None:
    application = made(runs=("one", "two"))
    client = browser_at(application)
    enter(client, application)
    page = client.get("/runs").text
    assert all(f'href="/runs/{run}/{path}"' in page for run in ("one", "two") for path in ("queue", "clusters", "log", "changes"))
