"""Facts in Chromium: a claim leads to its fact, a value is marked as read wrongly by keys, the report follows, and undo brings it back."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed")
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

GOLDEN = Path(__file__).parents[1] / "golden" / "en.json"


@pytest.fixture
def served(review: Callable[[Path], AbstractContextManager[tuple[str, str]]], tmp_path: Path) -> Iterator[Any]:
    """A review of the English sample, which disputes the number of injured people."""
    folder = tmp_path
    document = json.loads(GOLDEN.read_text(encoding="utf-8"))
    document["run"] |= {"made_at": "2026-05-01T08:00:00+07:00", "version": "1"}
    (folder / "comparison.json").write_text(json.dumps(document), encoding="utf-8")
    with review(folder) as started:
        yield started


@pytest.fixture(scope="module")
def fact() -> dict[str, Any]:
    return next(fact for fact in json.loads(GOLDEN.read_text(encoding="utf-8"))["facts"] if fact["slot"] == "injured")


def test_a_value_of_a_claim_is_marked_as_read_wrongly_and_the_report_follows(tab: Callable[..., Any], fact: dict[str, Any]) -> None:
    said = [one for value in fact["values"] for one in value["said"]]
    wrong = [number for number, one in enumerate(said, 1) if one in fact["values"][1]["said"]]
    claim = next(one["claim"] for one in said if one["claim"])
    page = tab(f"/runs/story/claims/{claim}?show=all")
    page.get_by_role("link", name="people injured").click()
    expect(page.locator("h1")).to_have_text("people injured")
    expect(page.locator(".sub")).to_contain_text("Disputed")
    for number in wrong:
        page.keyboard.press(str(number))
    page.keyboard.press("r")
    expect(page.locator("#status-message")).to_contain_text("Saved.")
    expect(page.locator(".flag")).to_have_count(len(wrong))
    expect(page.locator(".sub")).not_to_contain_text("Disputed")

    card = f"#fact-{fact['id']}"
    report = page.context.new_page()
    report.set_content(page.request.get("/runs/story/report.html").text())
    expect(report.locator(card)).to_contain_text("taken out")
    expect(report.locator(f"{card} header")).not_to_contain_text("Disputed")

    page.keyboard.press("u")
    expect(page.locator(".flag")).to_have_count(0)
    expect(page.locator(".sub")).to_contain_text("Disputed")
    assert page.wrongs == []


def test_a_dispute_that_is_not_of_one_thing_is_withdrawn_with_one_key(tab: Callable[..., Any], fact: dict[str, Any]) -> None:
    page = tab(f"/runs/story/facts/{fact['id']}")
    page.keyboard.press("x")
    expect(page.locator("#status-message")).to_contain_text("Saved.")
    assert fact["id"] not in page.url
    page.goto("/runs/story/facts?show=withdrawn")
    expect(page.locator(".rows")).to_contain_text("people injured")
