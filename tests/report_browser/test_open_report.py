"""A report opened from disk in a browser: what a reader sees, filters and types."""

import json
from pathlib import Path

import pytest

from reports.html import render
from reports.index_page import entry_of, render_index_page

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed")

from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SMALL = Path(__file__).parents[1] / "fixtures" / "report" / "small.json"
CONFLICT, AGREEMENT = "#claim-c-2c3d", "#claim-c-0a1f"


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The report of the sample story, on disk."""
    path = tmp_path / "report.html"
    path.write_text(render(json.loads(SMALL.read_text(encoding="utf-8"))), encoding="utf-8")
    return path


def test_the_conflicts_filter_leaves_only_conflicts(page: Page, report: Path) -> None:
    page.goto(report.as_uri())
    page.get_by_role("button", name="Conflicts").click()
    expect(page.locator(CONFLICT)).to_be_visible()
    expect(page.locator(AGREEMENT)).to_be_hidden()
    expect(page.locator("#count")).to_have_text("Showing 3 of 5")


def test_the_report_logs_nothing_and_asks_for_nothing_but_itself(page: Page, report: Path) -> None:
    heard: list[str] = []
    asked: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(report.as_uri())
    page.get_by_role("button", name="Conflicts").click()
    page.wait_for_load_state("networkidle")
    assert (heard, [url for url in asked if not url.startswith("data:")]) == ([], [report.as_uri()])


def test_a_search_without_tone_marks_finds_vietnamese(page: Page, report: Path) -> None:
    page.goto(report.as_uri())
    page.keyboard.press("/")
    page.keyboard.type("dong den ngay")
    expect(page.locator("tr[data-k]:visible")).to_have_count(1)


def test_j_walks_to_the_second_claim(page: Page, report: Path) -> None:
    page.goto(report.as_uri())
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator("tr[data-k]").nth(1)).to_be_focused()


def test_single_keys_can_be_switched_off(page: Page, report: Path) -> None:
    page.goto(report.as_uri())
    page.keyboard.press("?")
    page.get_by_label("Single keys are on").uncheck()
    page.get_by_role("button", name="Close").click()
    page.keyboard.press("/")
    expect(page.locator("#q")).not_to_be_focused()


def test_sorting_by_the_story_puts_the_first_sentence_first(page: Page, report: Path) -> None:
    page.goto(report.as_uri())
    page.get_by_label("Sort").select_option(label="order of the story")
    expect(page.locator("tr[data-k]").first).to_have_attribute("id", AGREEMENT[1:])


def test_a_permalink_shows_its_claim_though_it_is_filtered_out(page: Page, report: Path) -> None:
    page.goto(report.as_uri())
    page.get_by_role("button", name="Conflicts").click()
    page.locator(f'.body a[href="{AGREEMENT}"]').first.click()
    expect(page.locator(AGREEMENT)).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 390, 821, 1000, 1440])
def test_no_width_makes_the_page_scroll_sideways(page: Page, report: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(report.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_index_finds_a_story_by_its_title_and_does_not_scroll_sideways(page: Page, tmp_path: Path) -> None:
    document = json.loads(SMALL.read_text(encoding="utf-8"))
    other = {**document, "story": {"id": "other", "title": "Một câu chuyện mẫu khác"}}
    path = tmp_path / "index.html"
    path.write_text(render_index_page([entry_of(document, "a"), entry_of(other, "b")]), encoding="utf-8")
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_label("Find a story").fill("cau chuyen mau")
    expect(page.locator(".stories > li:visible")).to_have_count(1)


@pytest.mark.parametrize("width", [390, 1000, 1440])
def test_ten_sources_scroll_in_their_own_region_and_not_the_page(page: Page, tmp_path: Path, width: int) -> None:
    document = json.loads(SMALL.read_text(encoding="utf-8"))
    added = [{**document["articles"][2], "id": f"extra-{n}", "outlet": f"Sample Outlet {n}"} for n in range(6)]
    silent = {"relation": "silent", "against": [], "evidence": [{"check": "near_miss", "span": None, "says": ""}]}
    document["articles"] += added
    for claim in document["claims"]:
        claim["sources"] += [{**silent, "article": article["id"]} for article in added]
    document["claims"] = [{**claim, "id": f"{claim['id']}-{n}"} for n in range(8) for claim in document["claims"]]
    path = tmp_path / "report.html"
    path.write_text(render(document), encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.querySelector('.region').scrollWidth") <= max(width, 272 + 208 * 10)
