"""An application over a reviewed comparison, and browsers outside and inside of it."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from compare.review.app.access.request_guard import AccessPolicy
from compare.review.app.access.sessions import Sessions
from compare.review.app.application import Application
from compare.review.app.preferences.preference_cookie import Preferences
from compare.review.app.routes import asgi_app
from compare.review.app.runs.story_review import StoryReview
from compare.review.store.open_store import open_store

PORT = 8479
REVIEWED = Path(__file__).parents[1] / "fixtures" / "report" / "reviewed.json"


@pytest.fixture(scope="session")
def document() -> dict[str, Any]:
    return dict(json.loads(REVIEWED.read_text(encoding="utf-8")))


@pytest.fixture
def made(document: dict[str, Any], tmp_path: Path) -> Callable[..., Application]:
    """An application: its reviewer, and the names of its runs."""

    def make(reviewer: str = "Lê Thị Mẫu", runs: tuple[str, ...] = ("story",)) -> Application:
        store = open_store(tmp_path / "review.db")
        found = {name: StoryReview(name, tmp_path, document, store) for name in runs}
        return Application(found, reviewer, Preferences(), AccessPolicy(PORT, Sessions(), 2000))

    return make


@pytest.fixture
def browser_at() -> Iterator[Callable[..., TestClient]]:
    """A browser that has not followed the link, with the cookies it is given."""
    with ExitStack() as opened:

        def open_one(application: Application, cookies: dict[str, str] | None = None) -> TestClient:
            client = TestClient(asgi_app(application), base_url=f"http://127.0.0.1:{PORT}", follow_redirects=False, cookies=cookies)
            return opened.enter_context(client)

        yield open_one


@pytest.fixture
def enter() -> Callable[[TestClient, Application], Any]:
    """Follow the link."""
    return lambda client, application: client.get(f"/enter/{application.access_policy.sessions.token}")


@pytest.fixture
def application(made: Callable[..., Application]) -> Application:
    """An application that nobody has entered."""
    return made()


@pytest.fixture
def outside(application: Application, browser_at: Callable[..., TestClient]) -> TestClient:
    """A browser that has not followed the link."""
    return browser_at(application)


@pytest.fixture
def inside(outside: TestClient, application: Application, enter: Callable[[TestClient, Application], Any]) -> TestClient:
    """A browser that has."""
    assert enter(outside, application).status_code == 303
    return outside
