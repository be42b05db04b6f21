"""Names of any kind, as an article's address for its id: every page of the review opens, and every link leads where it should."""

import html
import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.requests import Request
from starlette.testclient import TestClient

from compare.review.app.application import Application
from compare.review.app.requests.page_urls import name_from_path, url_segment
from compare.review.app.runs.story_review import StoryReview
from compare.review.store.open_store import open_store

OWN = {"sec-fetch-site": "same-origin"}
NAMES = (
    "https://bao.example/tin?id=7&b=1#tin",
    "https://báo.example/thời-sự/bão số 3.html",
    "a/b",
    "/",
    ".",
    "..",
    "../../etc/passwd",
    "%2e%2e",
    "100 %",
    "a b",
    "a?b#c",
    "back\\slash",
    "line\nbreak",
    "~2F",
    "~",
    "c;d=[e]",
    "Quận Ninh Kiều",
    '"><i>',
)
_LINK = re.compile(r'(?:href|action)="(?P<to>/[^"]*)"')


def renamed(value: Any, names: dict[str, str]) -> Any:
    """The same with other names, wherever one of them stands alone."""
    if isinstance(value, dict):
        return {key: renamed(item, names) for key, item in value.items()}
    if isinstance(value, list):
        return [renamed(item, names) for item in value]
    return names.get(value, value) if isinstance(value, str) else value


@pytest.fixture(params=NAMES)
def strange(request: pytest.FixtureRequest, made: Callable[..., Application], document: dict[str, Any], tmp_path: Any) -> Application:
    """An application over a story in which an article, a claim, a cluster and the story itself have a strange name."""
    old = {document["articles"][0]["id"], document["claims"][0]["id"], document["clusters"][0]["id"], document["story"]["id"]}
    story = renamed(document, dict.fromkeys(old, request.param))
    store = open_store(tmp_path / "strange.db")
    story_review = StoryReview(request.param, tmp_path, story, store)
    return Application({request.param: story_review}, "Lan", made().default_preferences, made().access_policy)


@pytest.fixture
def reader(strange: Application, browser_at: Callable[..., TestClient], enter: Callable[[TestClient, Application], Any]) -> TestClient:
    client = browser_at(strange)
    enter(client, strange)
    return client


def links_of(page: str) -> list[str]:
    return [html.unescape(found["to"]) for found in _LINK.finditer(page)]


def test_every_link_of_every_page_opens(reader: TestClient, strange: Application) -> None:
    (story_review,) = strange.runs.values()
    home = f"/runs/{url_segment(story_review.name)}"
    waiting = [f"{home}/{page}" for page in ("queue", "clusters", "articles", "log", "aside", "earlier", "changes")]
    seen: set[str] = set()
    while waiting:
        path = urlsplit(waiting.pop()).path
        if path in seen or not path.startswith("/runs/"):
            continue
        seen.add(path)
        if path.endswith(("/put", "/choose", "/back")):  # these ask for more than their address
            continue
        answer = reader.get(path, follow_redirects=True)
        assert answer.status_code == 200, path
        assert not {".", ".."} & set(unquote(path).split("/"))  # a browser would go up there
        waiting += links_of(answer.text) if "html" in answer.headers["content-type"] else []
    for kind in ("articles", "claims", "clusters"):
        assert f"{home}/{kind}/{url_segment(story_review.name)}" in seen


def test_a_decision_on_a_claim_of_a_strange_name_is_kept(reader: TestClient, strange: Application) -> None:
    (story_review,) = strange.runs.values()
    page = reader.get(f"/runs/{url_segment(story_review.name)}/claims/{url_segment(story_review.name)}").text
    fields = {key: html.unescape(value) for key, value in re.findall(r'<input type="hidden" name="(seen|once)" value="([^"]*)">', page)}
    address = next(link for link in links_of(page) if urlsplit(link).path.endswith("/decide"))
    before = len(story_review.snapshot().state.events)
    answer = reader.post(address, data={**fields, "act": "note", "note": "xem lại", "note_was": ""}, headers=OWN)
    assert answer.status_code == 303
    assert reader.get(answer.headers["location"]).status_code == 200
    assert [event.value for event in story_review.snapshot().state.events[before:]] == ["xem lại"]


def test_the_files_of_a_story_of_a_strange_name_can_be_taken_out(reader: TestClient, strange: Application) -> None:
    (story_review,) = strange.runs.values()
    for file in ("decisions.jsonl", "report.html", "report.md", "report.csv", "facts.csv", "claimreview.json"):
        answer = reader.get(f"/runs/{url_segment(story_review.name)}/{file}")
        assert (answer.status_code, answer.headers["content-disposition"]) == (200, f'attachment; filename="{file}"')


def _asked(path_part: str) -> Request:
    return Request({"type": "http", "path_params": {"article": path_part}})


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_every_name_comes_back_from_its_address(name: str) -> None:
    segment = url_segment(name)
    assert re.fullmatch(r"[A-Za-z0-9%~._-]+", segment)
    assert "/" not in unquote(segment)
    assert not re.fullmatch(r"\.*", unquote(segment))
    assert name_from_path(_asked(unquote(segment)), "article") == name


@pytest.mark.parametrize("name", ["vn-4", "c-3d4c", "000_report.txt", "Bão"])
def test_plain_names_stay_as_they_are(name: str) -> None:
    assert unquote(url_segment(name)) == name


def test_an_address_that_nobody_wrote_has_no_page(inside: TestClient) -> None:
    assert inside.get("/runs/story/articles/~FF~2").status_code == 404


def test_a_story_kept_in_a_store_opens_under_its_own_name(document: dict[str, Any], tmp_path: Any) -> None:
    from compare.review.app.runs.find_runs import find_story_reviews

    story = {**document, "story": {"id": "https://bao.example/tin/7", "title": "Bão"}}
    store = open_store(tmp_path / "review.db")
    store.add_run(json.loads(json.dumps(story)), "2024-05-03T18:00:00+07:00")
    store.close()
    story_reviews, opened = find_story_reviews(tmp_path / "review.db")
    assert list(story_reviews) == ["https://bao.example/tin/7"]
    opened.close()
