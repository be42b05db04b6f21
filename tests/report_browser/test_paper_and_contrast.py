"""A report on paper, in a system's own high-contrast colours, and from a link to a claim."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from reports.html import render

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed")

from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

SMALL = Path(__file__).parents[1] / "fixtures" / "report" / "small.json"
BOX = re.compile(rb"/MediaBox ?\[ ?0 0 (\d+)\.?\d* (\d+)\.?\d* ?\]")


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The report of the sample story, of which one sentence agrees only in a clause."""
    document: dict[str, Any] = json.loads(SMALL.read_text(encoding="utf-8"))
    member = document["claims"][0]["members"][0]
    member["clause"] = [member["start"], member["start"] + 20]
    path = tmp_path_factory.mktemp("paper") / "report.html"
    path.write_text(render(document), encoding="utf-8")
    return path


def test_it_prints_on_a4_lying_down(page: Page, report: Path) -> None:
    page.goto(report.as_uri())
    boxes = {tuple(map(int, found)) for found in BOX.findall(page.pdf(prefer_css_page_size=True))}
    assert boxes == {(841, 594)}


def test_on_paper_the_sources_head_every_page_and_what_is_for_the_hand_is_gone(page: Page, report: Path) -> None:
    page.goto(report.as_uri())
    page.emulate_media(media="print")
    head = page.locator(".mx > thead").first.evaluate("head => [getComputedStyle(head).display, getComputedStyle(head).position]")
    assert head == ["table-header-group", "static"]
    expect(page.locator("#tools")).to_be_hidden()


def test_on_paper_the_masthead_and_the_conflicts_share_a_page(page: Page, report: Path) -> None:
    page.goto(report.as_uri())
    page.emulate_media(media="print")
    assert page.locator(".strip").evaluate("strip => getComputedStyle(strip).breakInside") == "auto"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_in_forced_colours_each_relation_has_its_icon_and_its_word(page: Page, report: Path, scheme: Any) -> None:
    page.emulate_media(forced_colors="active", color_scheme=scheme)
    page.goto(report.as_uri())
    chips = page.locator(".leg .rel").evaluate_all("all => all.map(one => [getComputedStyle(one, '::before').content[1], one.textContent])")
    assert chips == [["✓", "Agrees"], ["+", "Adds detail"], ["≠", "Conflicts"], ["○", "Silent"]]


def test_in_forced_colours_a_marked_clause_has_the_colour_of_its_sentence(page: Page, report: Path) -> None:
    page.emulate_media(forced_colors="active", color_scheme="dark")
    page.goto(report.as_uri())
    clause = page.locator(".mx mark.cl:not(.key, .dif, .add)").first
    assert clause.evaluate("one => getComputedStyle(one).color === getComputedStyle(one.parentNode).color")


def test_a_report_opened_by_a_permalink_shows_that_claim(page: Page, report: Path) -> None:
    page.goto(f"{report.as_uri()}#claim-c-2c3d")
    expect(page.locator("#claim-c-2c3d")).to_be_in_viewport()
