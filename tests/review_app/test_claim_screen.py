"""The queue and the screen of a claim: what the queue shows, in which order, and what the screen of a claim shows."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

from compare.model import ArticleId, Passage, Span
from compare.review import actions
from compare.review.anchors import make_field_text, texts_by_field
from compare.review.app.application import Application
from compare.review.app.claim.claim_view import ClaimView, claim_view
from compare.review.app.claim.queue import QueueFilter, make_queue, read_queue_filter
from compare.review.app.display.highlights import fragments
from compare.review.app.requests.passage_ids import passage_id, passage_with_id
from compare.review.app.runs.story_review import Snapshot, StoryReview
from compare.review.review_run import Run
from compare.review.review_state import review_state
from reports.differences import difference

Make = Callable[..., Application]
HOSTILE = "<script>alert(1)</script>\"'><img src=x>"
_FIELD_TEXTS = texts_by_field(
    make_field_text(ArticleId(name), "Outlet", "title", "Twelve signs") for name in ("a", "an article of 3 words")
)


@pytest.fixture
def story_review(made: Make) -> StoryReview:
    return made().runs["story"]


@pytest.fixture
def snapshot(story_review: StoryReview) -> Snapshot:
    return story_review.snapshot()


@pytest.fixture
def view(story_review: StoryReview, snapshot: Snapshot) -> ClaimView:
    return claim_view(story_review, snapshot.state.claims[0])


def grown(document: dict[str, Any], claims: int) -> Snapshot:
    """The same story with so many claims, each of the first claim's words, letter for letter further on."""
    one = document["claims"][0]
    longer = [{**article, "text": article["text"] + "x" * 20 * claims} for article in document["articles"]]
    starts = {article["id"]: len(article["text"]) for article in document["articles"]}
    many = [{**one, "id": f"c-{n}", "members": [_further(member, starts, n) for member in one["members"]]} for n in range(claims)]
    return Snapshot(review_state(Run({**document, "articles": longer, "claims": many}), ()), 0)


def _further(member: dict[str, Any], starts: dict[str, int], n: int) -> dict[str, Any]:
    start = starts[member["article"]] + 20 * n
    return {**member, "start": start, "end": start + 20, "quote": "x" * 20}


def test_what_conflicts_stands_before_what_agrees(snapshot: Snapshot) -> None:
    conflicts = [item.conflicts > 0 for item in make_queue(snapshot, QueueFilter("all")).items]
    assert conflicts == sorted(conflicts, reverse=True)


def test_only_conflicts_are_shown_where_they_are_asked_for(snapshot: Snapshot) -> None:
    assert all(item.conflicts for item in make_queue(snapshot, QueueFilter("conflicts")).items)


def test_what_was_confirmed_needs_no_decision(story_review: StoryReview) -> None:
    claim = story_review.snapshot().state.claims[0]
    story_review.save_decisions(actions.confirm(story_review.decision_context("Lan"), claim.members), 0)
    queue = make_queue(story_review.snapshot(), QueueFilter("open"))
    assert claim.id not in {item.id for item in queue.items}
    assert (queue.counts["reviewed"], queue.reviewers) == (1, {"Lan": 1})


@pytest.mark.parametrize(
    ("act", "status"), [("confirm", "confirmed"), ("give_verdict", "verdict"), ("mark_unsure", "unsure"), ("write_note", "open")]
)
def test_a_line_of_the_queue_tells_what_stands(story_review: StoryReview, act: str, status: str) -> None:
    claim = story_review.snapshot().state.claims[0]
    said = {"give_verdict": ("wrong",), "write_note": ("ask again",)}.get(act, ())
    story_review.save_decisions(getattr(actions, act)(story_review.decision_context("Lan"), claim.members, *said), 0)
    assert {item.id: item.status for item in make_queue(story_review.snapshot(), QueueFilter("all")).items}[claim.id] == status


def test_the_claim_behind_one_that_is_done_is_the_next(story_review: StoryReview) -> None:
    first, second = (item.id for item in make_queue(story_review.snapshot(), QueueFilter("open")).items[:2])
    story_review.save_decisions(
        actions.confirm(story_review.decision_context("Lan"), story_review.snapshot().state.claim_by_id[first].members), 0
    )
    assert make_queue(story_review.snapshot(), QueueFilter("open"), first).next == second


@pytest.mark.parametrize("words", ["march", "MARCH", "  bridge   march "])
def test_the_search_finds_words_in_any_order_and_case(snapshot: Snapshot, words: str) -> None:
    found = make_queue(snapshot, read_queue_filter({"show": "all", "words": words})).items
    assert found
    assert all("march" in item.searchable for item in found)


def test_a_filter_that_there_is_not_is_the_first_one() -> None:
    assert read_queue_filter({"show": "../etc"}) == QueueFilter("open", "")


def test_a_long_queue_shows_the_lines_around_the_claim_that_is_open(document: dict[str, Any]) -> None:
    queue = make_queue(grown(document, 500), QueueFilter("all"), "c-250")
    assert (queue.before, len(queue.items), queue.after, queue.previous, queue.next) == (242, 60, 198, "c-249", "c-251")


@pytest.mark.parametrize(("claims", "current"), [(1, "c-0"), (60, "c-59"), (61, "c-60"), (500, "c-499"), (500, "c-0")])
def test_a_queue_counts_all_its_lines(document: dict[str, Any], claims: int, current: str) -> None:
    queue = make_queue(grown(document, claims), QueueFilter("all"), current)
    assert queue.before + len(queue.items) + queue.after == claims


def test_passages_are_numbered_in_the_order_in_which_they_were_published(view: ClaimView) -> None:
    published = [member.column.published or "9" for member in view.members]
    assert (published, [member.number for member in view.members]) == (sorted(published), list(range(1, len(published) + 1)))


def test_a_passage_in_context_stands_between_its_neighbours(view: ClaimView, document: dict[str, Any]) -> None:
    texts = {article["id"]: article["text"] for article in document["articles"]}
    assert all(p.before + p.quote + p.after in texts[p.column.id] for p in view.members if p.location != "title")


@pytest.mark.parametrize(
    ("base", "quote", "value"),
    [("Some 20 boats sank.", "In all 23 boats sank.", "23"), ("Có 20 thuyền bị chìm.", "Tổng cộng 23 thuyền bị chìm.", "23")],
)
def test_a_value_is_marked_inside_what_was_added(base: str, quote: str, value: str) -> None:
    at = quote.index(value)
    found = fragments(quote, difference(base, quote), [Span(at, at + len(value))])
    assert [text for part in found for text, is_value in part.stretches if is_value] == [value]
    assert "".join(text for part in found if part.kind != "missing" for text, _ in part.stretches).replace(" ", "") == quote.replace(
        " ", ""
    )


def test_a_passage_is_found_again_by_its_name() -> None:
    passage = Passage(ArticleId("an article of 3 words"), "title", Span(0, 12))
    assert passage_with_id(passage_id(passage), _FIELD_TEXTS) == passage


@pytest.mark.parametrize("name", ["", "title", "title 5 5 a", "title -1 5 a", "body 1 5 a", "title 1 ² a", "title 1 13 a", "title 1 5 b"])
def test_what_is_no_name_of_a_passage_is_none(name: str) -> None:
    assert passage_with_id(name, _FIELD_TEXTS) is None


def test_the_screens_name_every_claim_and_passage(inside: TestClient, document: dict[str, Any]) -> None:
    page = inside.get("/runs/story/queue?show=all").text
    assert all(claim["id"] in page for claim in document["claims"])


@pytest.mark.parametrize(
    "path",
    [
        "/runs/no/queue",
        "/runs/story/choose",
        "/runs/story/choose?act=merge&claim=no",
        "/runs/story/choose?act=move&passage=text+1+2+no",
        "/runs/story/claims/no",
        "/runs/story/claims/",
        "/runs/..%2fstory/queue",
    ],
)
def test_what_is_not_there_is_told(inside: TestClient, path: str) -> None:
    assert inside.get(path).status_code == 404


def test_hostile_words_of_an_article_are_only_words(made: Make, document: dict[str, Any], browser_at: Any, enter: Any) -> None:
    article, claim = document["articles"][0], document["claims"][0]
    text = HOSTILE + article["text"]
    articles = [{**article, "text": text, "outlet": HOSTILE, "title": HOSTILE}, *document["articles"][1:]]
    member = {**claim["members"][0], "article": article["id"], "start": 0, "end": len(HOSTILE), "quote": HOSTILE}
    others = [other for other in claim["members"] if other["article"] != article["id"]]
    hostile = {**claim, "id": "c-x", "wording": HOSTILE, "members": [member, *others]}
    application = made()
    kept = application.runs["story"]
    changed = {**document, "story": {"id": "s", "title": HOSTILE}, "articles": articles, "claims": [hostile, *document["claims"][1:2]]}
    story_review = StoryReview("story", kept.folder, changed, kept.store)
    story_review.save_decisions(
        actions.write_note(story_review.decision_context(HOSTILE), story_review.snapshot().state.claims[0].members, HOSTILE), 0
    )
    application = Application({"story": story_review}, HOSTILE, application.default_preferences, application.access_policy)
    client = browser_at(application)
    enter(client, application)
    claim_path, passage = "/runs/story/claims/c-x", passage_id(Passage(article["id"], "text", Span(0, len(HOSTILE))))
    paths = ("/runs", "/runs/story/queue?show=all", claim_path, f"{claim_path}?as=context", "/runs/story/aside", "/runs/story/earlier")
    pages = [client.get(path) for path in paths]
    pages += [client.get("/runs/story/choose", params={"act": "move", "claim": "c-x", "passage": passage, "find": HOSTILE})]
    text = "".join(page.text for page in pages)
    assert [page.status_code for page in pages] == [200] * len(pages)
    assert ("<script>alert" in text, "<img" in text, "&lt;script&gt;alert(1)" in text) == (False, False, True)


def test_a_hostile_search_comes_back_as_words(inside: TestClient) -> None:
    assert HOSTILE not in inside.get("/runs/story/queue", params={"words": HOSTILE}).text
