"""The screen of an article: all of the text, the claims of each sentence, and how a sentence of no claim is put into one."""

import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from compare.model import ArticleId
from compare.review import actions
from compare.review.app.application import Application
from compare.review.app.article.article_view import article_view, unclaimed_sentences
from compare.review.app.requests.passage_ids import passage_id
from compare.review.app.runs.story_review import StoryReview
from compare.review.review_run import Run
from compare.review.review_state import review_state

OWN = {"sec-fetch-site": "same-origin"}
ARTICLE = "/runs/story/articles/am-1"
AM = ArticleId("am-1")


@pytest.fixture
def story_review(application: Application) -> StoryReview:
    return application.runs["story"]


def words(text: str) -> list[str]:
    return text.split()


def text_shown(story_review: StoryReview, article: str) -> str:
    view = article_view(story_review.snapshot().state, ArticleId(article))
    assert view is not None
    return "\n".join("".join(piece.text for part in p.parts for piece in part.texts) for p in view.paragraphs)


@pytest.mark.parametrize("article", ["am-1", "ch-1", "wi-1", "wi-2"])
def test_every_word_of_an_article_is_there_in_its_order(story_review: StoryReview, article: str) -> None:
    assert words(text_shown(story_review, article)) == words(story_review.run.articles[ArticleId(article)].text)


@given(st.lists(st.tuples(st.integers(0, 60), st.integers(1, 30), st.sampled_from(["boilerplate", "caption"])), max_size=5))
def test_marks_wherever_they_lie_lose_no_word(document: dict[str, Any], marks: list[tuple[int, int, str]]) -> None:
    made = [{"start": at, "end": at + length, "kind": kind, "rule": "tags"} for at, length, kind in marks]
    articles = [{**article, "marks": made} if article["id"] == AM else article for article in document["articles"]]
    view = article_view(review_state(Run({**document, "articles": articles}), ()), AM)
    assert view is not None
    said = "\n".join("".join(piece.text for part in p.parts for piece in part.texts) for p in view.paragraphs)
    assert words(said) == words(next(article["text"] for article in articles if article["id"] == AM))


def test_a_sentence_of_a_claim_leads_to_it_with_its_relation(inside: TestClient, document: dict[str, Any]) -> None:
    claim = next(claim for claim in document["claims"] for m in claim["members"] if m["article"] == AM and m["field"] == "text")
    page = inside.get(ARTICLE).text
    assert f'href="/runs/story/claims/{claim["id"]}"' in page


def test_a_paragraph_of_a_cluster_leads_to_it(inside: TestClient) -> None:
    assert re.findall(r"/clusters/(d-\d+)", inside.get(ARTICLE).text) == ["d-01", "d-02", "d-03"]


def test_every_member_of_a_claim_or_cluster_can_be_led_to(inside: TestClient, document: dict[str, Any]) -> None:
    places = {(m["article"], m["start"]) for group in document["clusters"] for m in group["members"]}
    places |= {(m["article"], m["start"]) for group in document["claims"] for m in group["members"] if m["field"] == "text"}
    pages = {article: inside.get(f"/runs/story/articles/{article}").text for article, _ in places}
    assert [place for place in sorted(places) if pages[place[0]].count(f'id="s{place[1]}"') != 1] == []


def test_boilerplate_is_shown_and_called_so(inside: TestClient) -> None:
    assert '<span class="flag" lang="en">boilerplate</span>' in inside.get(ARTICLE).text


def put(client: TestClient, story_review: StoryReview, **changed: str) -> Any:
    loose = min(p for p in unclaimed_sentences(story_review.snapshot().state, AM) if p.field == "text")
    fields = {"passage": passage_id(loose), "to": story_review.snapshot().state.claims[0].id, "seen": "0"}
    return client.post(f"{ARTICLE}/put", data={**fields, **changed}, headers=OWN)


def test_a_loose_sentence_can_be_put_into_a_claim(inside: TestClient, story_review: StoryReview) -> None:
    before = unclaimed_sentences(story_review.snapshot().state, AM)
    answer = put(inside, story_review)
    assert (answer.status_code, len(before - unclaimed_sentences(story_review.snapshot().state, AM))) == (303, 1)


def test_the_claims_for_a_loose_sentence_can_be_searched(inside: TestClient, story_review: StoryReview) -> None:
    link = unescape(re.findall(r'href="([^"]*/put\?passage=[^"]*)"', inside.get(ARTICLE).text)[0])
    every, some = (inside.get(link + more).text.count('name="to"') for more in ("", "&words=zzz"))
    assert (every, some) == (len(story_review.snapshot().state.claims), 0)


def test_a_claim_that_is_gone_is_told_and_the_others_are_offered(inside: TestClient, story_review: StoryReview) -> None:
    answer = put(inside, story_review, to="c-none")
    assert (answer.status_code, 'role="alert"' in answer.text, story_review.snapshot().state.events) == (422, True, ())


def test_a_sentence_that_others_have_put_elsewhere_is_told(inside: TestClient, story_review: StoryReview) -> None:
    state = story_review.snapshot().state
    loose = min(p for p in unclaimed_sentences(state, AM) if p.field == "text")
    one = frozenset([loose])
    story_review.save_decisions(actions.move(story_review.decision_context("Second Reader"), one, one, state.claims[1].members), 0)
    answer = inside.post(f"{ARTICLE}/put", data={"passage": passage_id(loose), "to": state.claims[0].id, "seen": "0"}, headers=OWN)
    assert (answer.status_code, "Second Reader" in answer.text) == (409, True)


@pytest.mark.parametrize("passage", ["", "text 0 3 am-1", "text 0 9999 am-1", "x", "text 0 3 ../../etc"])
def test_what_is_no_sentence_goes_into_no_claim(inside: TestClient, story_review: StoryReview, passage: str) -> None:
    answer = put(inside, story_review, passage=passage)
    assert (answer.status_code, story_review.snapshot().state.events) == (400, ())


def test_a_foreign_page_puts_nothing_into_a_claim(inside: TestClient) -> None:
    assert inside.post(f"{ARTICLE}/put", data={}, headers={"origin": "http://evil.example"}).status_code == 403


@pytest.mark.parametrize("path", ["no", "..%2fam-1", "%2e%2e/%2e%2e/etc/passwd", "am-1/put", "am-1/put?passage=text+0+100+wi-1", "am-1/"])
def test_an_article_or_sentence_that_is_not_there_is_told(inside: TestClient, path: str) -> None:
    assert inside.get(f"/runs/story/articles/{path}").status_code in {400, 404}


def test_hostile_words_of_an_article_are_only_words(
    made: Callable[..., Application], browser_at: Any, enter: Any, document: dict[str, Any]
) -> None:
    hostile = "<script>alert(1)</script>\"'><img src=x>"
    articles = [
        {**a, "outlet": hostile, "title": hostile, "text": hostile + "\n\u202e" + a["text"], "url": "javascript:alert(1)"}
        for a in document["articles"]
    ]
    changed = {**document, "story": {"id": "s", "title": hostile}, "articles": articles, "claims": [], "only_one_source": []}
    changed["clusters"] = [
        {**document["clusters"][0], "members": [{"article": "am-1", "start": 0, "end": 41}, {"article": "wi-1", "start": 0, "end": 41}]}
    ]
    application = made(hostile)
    held = application.runs["story"]
    application = replace(application, runs={"story": StoryReview("story", held.folder, changed, held.store)})
    client = browser_at(application)
    enter(client, application)
    paths = ("articles", "articles/am-1", "clusters?show=all", "clusters/d-01", "clusters/d-01/choose?act=merge", "log", "changes")
    pages = [client.get(f"/runs/story/{path}") for path in (*paths, "articles/am-1/put?passage=text+0+41+am-1")]
    text = "".join(page.text for page in pages)
    assert ("<script>alert" in text, "<img" in text, "javascript:alert" in text, "&lt;script&gt;alert(1)" in text) == (
        False,
        False,
        False,
        True,
    )
