"""What a reviewer sees when the store fails, with and without JavaScript, and when articles are named by their addresses."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed")
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

REVIEWED = Path(__file__).parents[1] / "fixtures" / "report" / "reviewed.json"
TYPED = "Gọi lại cho cảng vụ: ai đếm?"
PATIENCE_MS = 15_000  # a locked store is waited for, five seconds long
Review = Callable[[Path], AbstractContextManager[tuple[str, str]]]

scripts = pytest.mark.parametrize("javascript", [True, False], ids=["with scripts", "without scripts"])


@pytest.fixture
def opened(browser: Any, review: Review, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """The first claim of the folder's comparison, in a tab of its own."""
    (tmp_path / "comparison.json").write_bytes(REVIEWED.read_bytes())
    with review(tmp_path) as (address, cookie):
        name, _, value = cookie.partition("=")

        def open_one(*, javascript: bool) -> Any:
            context = browser.new_context(base_url=address, java_script_enabled=javascript)
            context.add_cookies([{"name": name, "value": value, "url": address}])
            page = context.new_page()
            page.goto("/runs/story/queue?show=all")
            page.locator("nav.queue ol a").first.click()
            expect(page.locator("#note")).to_be_visible()
            return page

        yield open_one


def save(page: Any) -> None:
    page.locator("#note").fill(TYPED)
    page.get_by_role("button", name="Save the note").click()


def is_kept_on_the_page(page: Any, said: str) -> None:
    expect(page.get_by_role("alert").first).to_contain_text(said, timeout=PATIENCE_MS)
    expect(page.locator("#note")).to_have_value(TYPED)
    expect(page.get_by_role("button", name="Try again")).to_be_visible()


@scripts
def test_a_note_that_a_locked_store_did_not_take_stays_and_is_kept_at_the_next_try(
    opened: Callable[..., Any], tmp_path: Path, *, javascript: bool
) -> None:
    page = opened(javascript=javascript)
    with closing(sqlite3.connect(tmp_path / "review.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        save(page)
        is_kept_on_the_page(page, "another program keeps the store of decisions to itself")
        other.execute("ROLLBACK")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".log li").first).to_contain_text(TYPED, timeout=PATIENCE_MS)


@scripts
def test_a_note_on_a_store_that_is_gone_stays_and_the_log_gives_out_what_was_decided(
    opened: Callable[..., Any], tmp_path: Path, *, javascript: bool
) -> None:
    page = opened(javascript=javascript)
    save(page)
    expect(page.locator(".log li").first).to_contain_text(TYPED)
    for file in tmp_path.glob("review.db*"):
        file.unlink()
    page.locator("#note").fill(TYPED + " mới")
    page.get_by_role("button", name="Save the note").click()
    expect(page.get_by_role("alert").first).to_contain_text("was deleted, replaced or written over while it was open")
    expect(page.locator("#note")).to_have_value(TYPED + " mới")
    page.goto("/runs/story/log")
    with page.expect_download() as taken:
        page.get_by_role("link", name="Decisions (JSONL)").click()
    assert TYPED in Path(taken.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["https://bao.example/tin?id=7#a", "..", "a/b c%2F", "Bão số 3/1"])
def test_an_article_named_by_anything_opens_from_the_list_and_leads_on(browser: Any, review: Review, tmp_path: Path, name: str) -> None:
    first = json.loads(REVIEWED.read_text(encoding="utf-8"))["articles"][0]["id"]
    said = json.dumps(name)
    (tmp_path / "comparison.json").write_text(REVIEWED.read_text(encoding="utf-8").replace(f'"{first}"', said), encoding="utf-8")
    with review(tmp_path) as (address, cookie):
        cookie_name, _, value = cookie.partition("=")
        context = browser.new_context(base_url=address)
        context.add_cookies([{"name": cookie_name, "value": value, "url": address}])
        page = context.new_page()
        page.goto("/runs/story/articles")
        page.locator("main li a").first.click()
        expect(page.locator(".sentence").first).to_be_visible()
        page.reload()
        expect(page.locator(".sentence").first).to_be_visible()
        page.get_by_role("link", name="Next").click()
        page.get_by_role("link", name="Previous").click()
        expect(page.locator(".sentence").first).to_be_visible()
        page.go_back()
        page.go_forward()
        expect(page.locator(".sentence").first).to_be_visible()
