"""A small comparison reviewed by keyboard alone, by two tabs at once, and without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed")
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Tab = Callable[..., Any]
ALL = "/runs/story/queue?show=all"
CLAIM = "/runs/story/claims/{}?show=all"


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def heading(page: Any) -> Any:
    return page.locator("h1")


def history(page: Any) -> Any:
    return page.locator(".log li").first


def test_a_comparison_is_reviewed_by_keyboard_alone(tab: Tab) -> None:
    page = tab(ALL)
    press(page, "j")
    expect(heading(page)).to_contain_text("Nine people")
    press(page, "2", "d")  # relabel: select, then the relation
    expect(history(page)).to_contain_text("set the relation: Adds detail")
    expect(page.locator(":checked[data-passage]")).to_have_count(0)
    press(page, "w", "2")
    expect(page.get_by_role("button", name="Disputed")).to_have_attribute("aria-pressed", "true")
    press(page, "n")
    page.keyboard.type("gọi cảng")
    press(page, "Control+Enter")
    expect(history(page)).to_contain_text("gọi cảng")
    press(page, "Escape", "u")
    expect(page.locator(".log .undone")).to_contain_text("wrote a note")
    expect(page.locator("#note")).to_have_value("")
    press(page, "c")  # confirm and next: one
    expect(heading(page)).to_contain_text("The bridge will stay closed")
    press(page, "x")
    expect(heading(page)).to_contain_text("The harbour office")
    press(page, "u")
    expect(heading(page)).to_contain_text("The bridge will stay closed")
    press(page, "1", "s")  # split: two
    expect(page.locator("input[data-passage]")).to_have_count(2)
    press(page, "1", "v")  # move: three
    expect(heading(page)).to_contain_text("Move 1 passage")
    press(page, "2")
    expect(heading(page)).not_to_contain_text("Move")
    press(page, "m")
    expect(heading(page)).to_contain_text("Merge")
    press(page, "1")
    expect(history(page)).to_contain_text("put passages together")
    press(page, "e")
    page.keyboard.type("Ghe chài ")
    press(page, "Enter")
    expect(heading(page)).to_contain_text("Ghe chài")
    expect(page.locator("#main")).to_be_focused()
    press(page, "/")
    page.keyboard.type("ghe chài")
    press(page, "Enter")
    expect(page.locator("nav.queue li")).to_have_count(1)
    assert page.wrongs == []


def test_of_two_tabs_the_second_is_told_and_keeps_its_note(tab: Tab) -> None:
    first, second = tab(CLAIM.format("c-4e5b")), tab(CLAIM.format("c-4e5b"))
    press(second, "n")
    second.keyboard.type("my own note")
    press(second, "Escape", "1")
    press(first, "w", "3")
    expect(history(first)).to_contain_text("Wrong")
    press(second, "f")
    expect(second.locator("section.conflict")).to_contain_text("gave the verdict: Wrong")
    expect(second.locator("#note")).to_have_value("my own note")
    assert second.url.endswith(CLAIM.format("c-4e5b"))
    press(second, "Enter")  # the way on has the focus
    expect(second.locator("section.conflict")).to_have_count(0)
    expect(second.locator(".log")).to_contain_text("my own note")
    expect(second.locator(".log")).to_contain_text("set the relation: Conflicts")


def test_a_note_that_was_not_sent_waits_with_its_claim(tab: Tab) -> None:
    page = tab(ALL)
    press(page, "j")
    expect(page.locator("#note")).to_be_visible()
    was = heading(page).inner_text()
    press(page, "n")
    page.keyboard.type("half a note")
    press(page, "Escape", "1", "j")
    expect(heading(page)).not_to_have_text(was)
    expect(page.locator("#note")).not_to_have_value("half a note")
    expect(page.locator(":checked[data-passage]")).to_have_count(0)
    press(page, "k")
    expect(heading(page)).to_have_text(was)
    expect(page.locator("#note")).to_have_value("half a note")


def test_without_javascript_buttons_decide_the_same(tab: Tab) -> None:
    page = tab(CLAIM.format("c-0a1f"), java_script_enabled=False)
    page.get_by_label("Note").fill("asked twice")
    page.get_by_role("button", name="Conflicts").click()
    expect(page.locator("section.conflict")).to_contain_text("Select the passages first")
    expect(page.get_by_label("Note")).to_have_value("asked twice")
    page.get_by_label("Select passage 2").check()
    page.get_by_role("button", name="Split off").click()
    expect(page.locator(".log")).to_contain_text("took passages apart")
    page.get_by_label("Select passage 1").check()
    page.get_by_role("button", name="Move…").click()
    page.locator("ol.candidates button").first.click()
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("input[data-passage]")).to_have_count(2)
