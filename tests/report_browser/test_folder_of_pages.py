"""A report of several pages in a browser: from the cover to a claim, from a claim to its sentence, and on to the next page."""

import json
from pathlib import Path

import pytest

from reports.page_parts import PageLimits
from reports.report_files import ReportOptions, report

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed")

from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SMALL = Path(__file__).parents[1] / "fixtures" / "report" / "small.json"


@pytest.fixture(scope="module")
def cover(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two claims a page."""
    made = report(json.loads(SMALL.read_text(encoding="utf-8")), ReportOptions(), PageLimits(claims=1, rows=2, fewest=1))
    path = tmp_path_factory.mktemp("folder") / "report.html"
    path.write_text(made.text, encoding="utf-8")
    (path.parent / made.folder).mkdir()
    for name, text in made.pages:
        (path.parent / made.folder / name).write_text(text, encoding="utf-8")
    return path


def test_a_dispute_leads_to_its_claim_and_the_claim_to_its_sentence(page: Page, cover: Path) -> None:
    page.goto(cover.as_uri())
    page.locator(".top .cl").first.click()
    expect(page.locator(".mx > tbody > tr:target")).to_be_in_viewport()
    page.locator(".mx > tbody > tr:target td > a").first.click()
    expect(page.locator(".body :target")).to_be_in_viewport()


def test_a_page_of_a_folder_logs_nothing_and_leads_to_the_next(page: Page, cover: Path) -> None:
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.goto((cover.parent / "report" / "claims-1.html").as_uri())
    page.locator("a[rel=next]").first.click()
    expect(page.locator(".dek")).to_have_text("Claims 3–4 of 5")
    assert heard == []


@pytest.mark.parametrize("name", ["report.html", "report/claims-1.html"])
def test_no_page_of_a_folder_scrolls_sideways_on_the_smallest_phone(page: Page, cover: Path, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 800})
    page.goto((cover.parent / name).as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
