"""Decisions of an earlier run whose passages stand elsewhere now: proposed, accepted by a person, or listed."""

import re
from html import unescape
from typing import Any

import pytest
from starlette.testclient import TestClient

from compare.review import actions
from compare.review.app.application import Application
from compare.review.app.runs.story_review import StoryReview

OWN = {"sec-fetch-site": "same-origin"}
PATH = "/runs/story/earlier"


@pytest.fixture
def later(application: Application, document: dict[str, Any], browser_at: Any, enter: Any) -> tuple[TestClient, StoryReview]:
    """The story a day later: the first claim was confirmed, then its first article was rewritten and its last one taken down."""
    before = application.runs["story"]
    claim = before.snapshot().state.claims[0]
    before.save_decisions(actions.confirm(before.decision_context("Lan"), claim.members), 0)
    reworded, gone = min(claim.members), max(claim.members)
    articles = []
    for article in document["articles"]:
        quote = reworded.span.of(article["text"])
        if article["id"] == reworded.article:
            articles.append({**article, "text": "Updated at noon. " + article["text"].replace(quote, quote.replace("second", "2nd"))})
        elif article["id"] == gone.article:
            articles.append({**article, "text": "The article was taken down."})
        else:
            articles.append(article)
    story_review = StoryReview(
        "story", before.folder, {**document, "articles": articles, "claims": [], "clusters": [], "only_one_source": []}, before.store
    )
    application = Application({"story": story_review}, application.reviewer, application.default_preferences, application.access_policy)
    client = browser_at(application)
    enter(client, application)
    return client, story_review


def form(page: str, *numbers: int) -> dict[str, Any]:
    places = [unescape(name) for name in re.findall(r'name="place" value="([^"]*)"', page)]
    hidden = {name: unescape(value) for name, value in re.findall(r'type="hidden" name="(seen|once)" value="([^"]*)"', page)}
    return {**hidden, "place": [places[number - 1] for number in numbers], "all": places}


def test_a_reworded_passage_is_proposed_with_what_differs(later: tuple[TestClient, StoryReview]) -> None:
    page = later[0].get(PATH).text
    assert ("<del>second</del> <ins>2nd</ins>" in page, 'name="place"' in page) == (True, True)


def test_what_is_nowhere_is_listed(later: tuple[TestClient, StoryReview]) -> None:
    client, story_review = later
    assert len(story_review.snapshot().state.resolved.orphans) == 1
    assert story_review.snapshot().state.resolved.orphans[0].article in client.get(PATH).text


def test_the_queue_tells_of_both(later: tuple[TestClient, StoryReview]) -> None:
    assert "2 passages of earlier decisions stand no longer where they stood" in later[0].get("/runs/story/queue").text


@pytest.mark.parametrize(("act", "numbers"), [("some", [1]), ("all", [])])
def test_an_accepted_place_is_where_the_passage_is_now(later: tuple[TestClient, StoryReview], act: str, numbers: list[int]) -> None:
    client, story_review = later
    answer = client.post(PATH, data={**form(client.get(PATH).text, *numbers), "act": act}, headers=OWN)
    assert (answer.status_code, story_review.snapshot().state.resolved.proposed) == (303, ())
    assert [event.reviewer for event in story_review.snapshot().state.events if event.kind == "reanchor"] == ["Lê Thị Mẫu"]


def test_nothing_is_accepted_unless_it_was_selected(later: tuple[TestClient, StoryReview]) -> None:
    client, story_review = later
    answer = client.post(PATH, data={**form(client.get(PATH).text), "act": "some"}, headers=OWN)
    assert (answer.status_code, len(story_review.snapshot().state.resolved.proposed)) == (422, 1)


def test_a_place_that_is_proposed_no_more_is_not_accepted(later: tuple[TestClient, StoryReview]) -> None:
    client, story_review = later
    fields = form(client.get(PATH).text, 1)
    answer = client.post(PATH, data={**fields, "place": [fields["place"][0] + "x"], "act": "some"}, headers=OWN)
    assert (answer.status_code, "has changed meanwhile" in answer.text, len(story_review.snapshot().state.events)) == (422, True, 1)
