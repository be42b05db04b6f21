"""Near-duplicate clusters by keyboard alone, and by mouse without JavaScript; two tabs that decide on the same one."""

import re
from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed")
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Tab = Callable[..., Any]
ONE = "/runs/story/clusters/d-02?show=all"


def press(page: Any, *keys: str) -> None:
    for key in keys:
        page.keyboard.press(key)


def members(page: Any) -> int:
    return int(page.locator("input[data-passage]").count())


def gone_from(page: Any) -> None:
    """An answer has come: the page says that something was saved."""
    expect(page.locator("#status-message")).to_contain_text("Saved.")


def test_a_member_is_left_out_with_two_keys_and_comes_back_with_one(tab: Tab) -> None:
    page = tab(ONE)
    press(page, "2", "s")
    gone_from(page)
    expect(page.locator("input[data-passage]")).to_have_count(2)
    press(page, "u")
    expect(page.locator("input[data-passage]")).to_have_count(3)
    expect(page).to_have_url(re.compile("/clusters/d-02"))


def test_confirming_goes_on_to_the_next_and_undo_leads_back(tab: Tab) -> None:
    page = tab(ONE)
    press(page, "c")
    gone_from(page)
    assert "/d-02" not in page.url
    press(page, "u")
    expect(page).to_have_url(re.compile("/clusters/d-02"))
    expect(page.locator(".group-id")).not_to_contain_text("reviewed")


def test_a_member_is_moved_with_four_keys(tab: Tab) -> None:
    page = tab(ONE)
    press(page, "2", "v")
    expect(page.locator("fieldset")).to_be_visible()
    press(page, "1", "c")
    gone_from(page)
    expect(page.locator("input[data-passage]")).to_have_count(2)
    press(page, "u")
    expect(page.locator("input[data-passage]")).to_have_count(3)


def test_clusters_are_merged_and_come_apart_again(tab: Tab) -> None:
    page = tab(ONE)
    press(page, "m")
    expect(page.locator("fieldset")).to_be_visible()
    press(page, "1", "c")
    gone_from(page)
    assert members(page) > 3
    press(page, "u")
    expect(page.locator("input[data-passage]")).to_have_count(3)


def test_a_note_is_written_and_saved_by_keys(tab: Tab) -> None:
    page = tab(ONE)
    press(page, "n", "Control+a")
    page.keyboard.type("Hỏi lại c x s")
    press(page, "Control+Enter")
    gone_from(page)
    expect(page.locator("#note")).to_have_value("Hỏi lại c x s")
    assert page.wrongs == []


def test_of_two_tabs_the_later_one_is_told_and_keeps_its_note(tab: Tab) -> None:
    first, second = tab(ONE), tab(ONE)
    press(first, "y")
    gone_from(first)
    second.locator("#note").fill("my own words")
    second.locator("#note").press("Control+Enter")
    expect(second.locator(".conflict")).to_be_visible()
    expect(second.locator("#note")).to_have_value("my own words")


def test_without_javascript_a_member_is_left_out_by_mouse(tab: Tab) -> None:
    page = tab(ONE, java_script_enabled=False)
    page.get_by_label("Select paragraph 2").check()
    page.get_by_role("button", name="Leave out").click()
    expect(page.locator("input[data-passage]")).to_have_count(2)
    page.get_by_role("button", name="Undo").click()
    expect(page.locator("input[data-passage]")).to_have_count(3)
