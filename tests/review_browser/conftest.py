"""A running `tellings review` over reviewed stories, and tabs of one browser that is in."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest

from compare.review import actions
from compare.review.app.runs.story_review import StoryReview
from compare.review.store.open_store import open_store

REVIEWED = Path(__file__).parents[1] / "fixtures" / "report" / "reviewed.json"
SCRIPT = Path(sys.executable).with_name("tellings")


def with_a_past(folder: Path) -> None:
    """An earlier run with one article and claim less, and what another reviewer said of the near-duplicates."""
    document = json.loads((folder / "comparison.json").read_text(encoding="utf-8"))
    earlier = {**document, "articles": document["articles"][1:], "claims": document["claims"][1:]}
    left = {article["id"] for article in earlier["articles"]}
    earlier["claims"] = [claim for claim in earlier["claims"] if {member["article"] for member in claim["members"]} <= left]
    store = open_store(folder / "review.db")
    store.add_run(earlier, "2026-01-01T00:00:00+00:00")
    story_review = StoryReview("story", folder, document, store)
    context, clusters = story_review.decision_context("Second Reader", "duplicates"), story_review.snapshot().state.clusters
    rejected = actions.reject(context, clusters[0].members)
    said = [*rejected, *actions.undo(context, rejected[0].act), *actions.write_note(context, clusters[1].members, "checked at the desk")]
    story_review.save_decisions([*said, *actions.confirm(context, clusters[2].members)], 0)
    store.close()


@contextmanager
def review_of(folder: Path) -> Iterator[tuple[str, str]]:
    """The address of a review of this folder, and the cookie of the browser that followed its link."""
    command = [str(SCRIPT), "review", str(folder), "--port", "0", "--reviewer", "Lê Thị Mẫu", "--quiet"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        link = process.stdout.readline().strip()
        with httpx2.Client(trust_env=False) as client:
            cookie = client.get(link).headers["set-cookie"].partition(";")[0]
        yield link.split("/enter/")[0], cookie
    finally:
        process.kill()
        process.communicate()


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A review of the sample that has a past."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "comparison.json").write_bytes(REVIEWED.read_bytes())
    with_a_past(folder)
    with review_of(folder) as served:
        yield served


@pytest.fixture(scope="module")
def review() -> Callable[[Path], AbstractContextManager[tuple[str, str]]]:
    """A review of any folder, while the context lasts."""
    return review_of


@pytest.fixture
def tab(browser: Any, served: tuple[str, str]) -> Iterator[Callable[..., Any]]:
    """A tab at a path; its options are those of a browser context, its language, look and width among them.

    ``holds`` says that requests of its first page will be held.
    """
    address, cookie = served
    with ExitStack() as opened:

        def open_one(path: str = "/", language: str = "en", *, holds: bool = False, **options: Any) -> Any:
            context = opened.enter_context(browser.new_context(base_url=address, **options))
            name, _, value = cookie.partition("=")
            chosen = f"language%3D{language}%26theme%3Dauto%26keys%3Don"
            context.add_cookies(
                [{"name": name, "value": value, "url": address}, {"name": "tellings-preferences", "value": chosen, "url": address}]
            )
            page = context.new_page()
            if holds:  # Chromium hands requests over from the next page it opens: one that is asked for later may be missed
                page.route("**/nowhere/at/all", lambda route: route.abort())
            page.wrongs = []
            page.on("console", lambda said: page.wrongs.append(said.text) if said.type in {"error", "warning"} else None)
            page.on("pageerror", lambda error: page.wrongs.append(str(error)))
            answer = page.goto(path)
            assert answer.status in {200, 404}
            return page

        yield open_one
