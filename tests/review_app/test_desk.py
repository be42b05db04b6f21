"""The desk: what stands in the queue, in which order, and what a claim's screen shows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from compare.review.app.claim import claim_of
from compare.review.app.pages import Application
from compare.review.app.queue import Asked, asked_of, queue_of
from compare.review.app.runs import Run

Make = Callable[..., Application]
HOSTILE = "<script>alert(1)</script>\"'><img src=x>"


@pytest.fixture
def run(document: dict[str, Any]) -> Run:
    return Run("story", Path(), document)


def grown(document: dict[str, Any], claims: int) -> Run:
    """The same story with so many claims."""
    one = document["claims"][0]
    return Run("story", Path(), {**document, "claims": [{**one, "id": f"c-{n}"} for n in range(claims)]})


def test_what_conflicts_stands_before_what_agrees(run: Run) -> None:
    conflicts = [item.conflicts > 0 for item in queue_of(run, Asked("all")).items]
    assert conflicts == sorted(conflicts, reverse=True)


def test_only_conflicts_are_shown_where_they_are_asked_for(run: Run) -> None:
    assert all(item.conflicts for item in queue_of(run, Asked("conflicts")).items)


def test_what_was_reviewed_needs_no_decision(run: Run) -> None:
    reviewed = {claim["id"] for claim in run.document["claims"] if claim.get("review")}
    assert reviewed
    assert reviewed & {item.id for item in queue_of(run, Asked("open")).items} == set()


@pytest.mark.parametrize("words", ["march", "MARCH", "  bridge   march "])
def test_the_search_finds_words_in_any_order_and_case(run: Run, words: str) -> None:
    found = queue_of(run, asked_of({"show": "all", "words": words})).items
    assert found
    assert all("march" in item.wording.lower() for item in found)


def test_a_filter_that_there_is_not_is_the_first_one() -> None:
    assert asked_of({"show": "../etc"}) == Asked("open", "")


def test_a_long_queue_shows_the_lines_around_the_claim_that_is_open(document: dict[str, Any]) -> None:
    queue = queue_of(grown(document, 500), Asked("all"), "c-250")
    assert (queue.before, len(queue.items), queue.behind, queue.previous, queue.next) == (242, 60, 198, "c-249", "c-251")


@pytest.mark.parametrize(("claims", "current"), [(1, "c-0"), (60, "c-59"), (61, "c-60"), (500, "c-499"), (500, "c-0")])
def test_a_queue_counts_all_its_lines(document: dict[str, Any], claims: int, current: str) -> None:
    queue = queue_of(grown(document, claims), Asked("all"), current)
    assert queue.before + len(queue.items) + queue.behind == claims


def test_passages_are_numbered_in_the_order_in_which_they_were_published(run: Run, document: dict[str, Any]) -> None:
    claim = claim_of(run, document["claims"][0]["id"])
    assert claim is not None
    published = [passage.column.published or "9" for passage in claim.passages]
    assert (published, [passage.number for passage in claim.passages]) == (sorted(published), list(range(1, len(published) + 1)))


def test_a_passage_in_context_stands_between_its_neighbours(run: Run, document: dict[str, Any]) -> None:
    claim = claim_of(run, document["claims"][0]["id"])
    assert claim is not None
    texts = {article["id"]: article["text"] for article in document["articles"]}
    assert all(p.before + p.quote + p.after in texts[p.column.id] for p in claim.passages if p.place != "title")


def test_the_screens_name_every_claim_and_passage(inside: TestClient, document: dict[str, Any]) -> None:
    page = inside.get("/runs/story/queue?show=all").text
    assert all(claim["id"] in page for claim in document["claims"])


@pytest.mark.parametrize("path", ["/runs/no/queue", "/runs/story/claims/no", "/runs/story/claims/", "/runs/..%2fstory/queue"])
def test_what_is_not_there_is_told(inside: TestClient, path: str) -> None:
    assert inside.get(path).status_code == 404


def test_hostile_words_of_an_article_are_only_words(made: Make, document: dict[str, Any], browser_at: Any, enter: Any) -> None:
    claim = document["claims"][0]
    member = {**claim["members"][0], "quote": HOSTILE}
    articles = [{**article, "outlet": HOSTILE, "title": HOSTILE} for article in document["articles"]]
    hostile = {**claim, "id": "c-x", "wording": HOSTILE, "members": [member, *claim["members"][1:]]}
    run = Run("story", Path(), {**document, "story": {"id": "s", "title": HOSTILE}, "articles": articles, "claims": [hostile]})
    application = made()
    application = Application({"story": run}, HOSTILE, application.standard, application.door)
    client = browser_at(application)
    enter(client, application)
    pages = "".join(
        client.get(path).text
        for path in ("/runs", "/runs/story/queue?show=all", "/runs/story/claims/c-x", "/runs/story/claims/c-x?as=context")
    )
    assert ("<script>alert" in pages, "<img" in pages, "&lt;script&gt;alert(1)" in pages) == (False, False, True)


def test_a_hostile_search_comes_back_as_words(inside: TestClient) -> None:
    assert HOSTILE not in inside.get("/runs/story/queue", params={"words": HOSTILE}).text
