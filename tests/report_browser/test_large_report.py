"""A report of more claims than a page holds, and of many sources: what is drawn when a reader asks for it."""

import json
from pathlib import Path
from typing import Any

import pytest

from reports.html import render

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed")

from playwright.sync_api import Browser, Page, expect

pytestmark = pytest.mark.browser

SMALL = Path(__file__).parents[1] / "fixtures" / "report" / "small.json"
ROWS = ".mx > tbody > tr:visible"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of 2,005 claims, on disk."""
    document = json.loads(SMALL.read_text(encoding="utf-8"))
    document["claims"] = [{**claim, "id": f"{claim['id']}-{n}"} for n in range(401) for claim in document["claims"]]
    path = tmp_path_factory.mktemp("large") / "report.html"
    path.write_text(render(document), encoding="utf-8")
    return path


def test_a_large_report_logs_nothing_and_asks_for_nothing(page: Page, large: Path) -> None:
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url))
    page.goto(large.as_uri())
    page.get_by_role("button", name="Conflicts").click()
    expect(page.locator("#count")).to_have_text("Showing 1,203 of 2,005")
    page.wait_for_load_state("networkidle")
    assert [url for url in heard if not url.startswith("data:")] == [large.as_uri()]


def test_more_claims_are_drawn_on_demand(page: Page, large: Path) -> None:
    page.goto(large.as_uri())
    expect(page.locator(ROWS)).to_have_count(50)
    page.get_by_role("button", name="Show more claims").click()
    expect(page.locator(ROWS)).to_have_count(150)


def test_a_search_finds_claims_that_were_not_drawn(page: Page, large: Path) -> None:
    page.goto(large.as_uri())
    page.get_by_label("Find in claims").fill("c-1b2e-399")
    expect(page.locator(ROWS)).to_have_count(1)
    expect(page.locator("#count")).to_have_text("Showing 1 of 2,005")


def test_a_permalink_leads_to_a_claim_that_was_not_drawn(page: Page, large: Path) -> None:
    page.goto(f"{large.as_uri()}#claim-c-0a1f-400")
    expect(page.locator("#claim-c-0a1f-400")).to_be_in_viewport()


def test_a_link_to_a_passage_draws_its_article(page: Page, large: Path) -> None:
    page.goto(large.as_uri())
    page.locator('.mx td a[href="#A1-172"]').first.click()
    expect(page.locator("#A1-172")).to_be_in_viewport()


def test_without_a_script_the_first_claims_are_read_and_it_is_said_where_the_others_are(browser: Browser, large: Path) -> None:
    page = browser.new_page(java_script_enabled=False)
    page.goto(large.as_uri())
    expect(page.locator(ROWS)).to_have_count(50)
    expect(page.locator("#rest")).to_contain_text("comparison.json")
    page.close()


def test_without_a_script_a_small_report_is_read_whole(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(render(json.loads(SMALL.read_text(encoding="utf-8"))), encoding="utf-8")
    page = browser.new_page(java_script_enabled=False)
    page.goto(path.as_uri())
    expect(page.locator("#A1-23")).to_be_visible()
    expect(page.locator(ROWS)).to_have_count(5)
    expect(page.locator("#tools")).to_be_hidden()
    page.close()


def test_on_a_phone_a_cell_says_whose_it_is(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(render(json.loads(SMALL.read_text(encoding="utf-8"))), encoding="utf-8")
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(path.as_uri())
    expect(page.locator(".mx td").first).to_have_attribute("data-s", "A1 Sample Morning News")
    page.close()


@pytest.mark.parametrize("width", [320, 1440])
def test_no_link_or_button_is_smaller_than_a_fingertip(browser: Browser, tmp_path: Path, width: int) -> None:
    path = tmp_path / "report.html"
    path.write_text(render(json.loads(SMALL.read_text(encoding="utf-8"))), encoding="utf-8")
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(path.as_uri())
    small: list[Any] = page.evaluate("""() => [...document.querySelectorAll("a, button, summary, select, input")]
      .filter((one) => one.checkVisibility() && !one.classList.contains("skip"))
      .map((one) => [one.outerHTML.slice(0, 90), one.getBoundingClientRect()])
      .filter(([, box]) => box.height && (box.height < 23.5 || box.width < 23.5)).map(([html]) => html)""")
    page.close()
    assert small == []


def test_a_printed_table_repeats_its_head_and_no_control(page: Page, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text(render(json.loads(SMALL.read_text(encoding="utf-8"))), encoding="utf-8")
    page.goto(path.as_uri())
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.querySelector('.mx > thead')).display") == "table-header-group"
    expect(page.locator("#tools")).to_be_hidden()
