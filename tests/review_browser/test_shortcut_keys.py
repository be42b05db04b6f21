"""The review application by keyboard alone, and by mouse without JavaScript."""

from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("playwright.sync_api", reason="pytest-playwright is not installed")
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Tab = Callable[..., Any]


@pytest.fixture
def claim(tab: Tab) -> Any:
    """The first claim of the whole queue."""
    page = tab("/runs/story/queue?show=all", holds=True)
    page.keyboard.press("j")
    expect(page.locator("h1[lang]")).to_be_visible()
    return page


def chosen(page: Any) -> list[int]:
    return [int(box.get_attribute("data-passage")) for box in page.locator("input[data-passage]:checked").all()]


def test_the_link_leads_to_the_queue(tab: Tab) -> None:
    expect(tab("/")).to_have_url("/runs/story/queue")


def test_j_goes_on_and_k_goes_back(claim: Any) -> None:
    first = claim.url
    claim.keyboard.press("j")
    claim.wait_for_url(lambda url: url != first)
    claim.keyboard.press("k")
    claim.wait_for_url(first)


def test_the_next_claim_has_the_focus(claim: Any) -> None:
    expect(claim.locator("#main")).to_be_focused()


def test_the_page_is_exchanged_without_a_word_from_the_policy(claim: Any) -> None:
    claim.keyboard.press("t")
    expect(claim.locator("main mark").first).to_be_visible()
    assert claim.wrongs == []


def test_digits_select_passages(claim: Any) -> None:
    claim.keyboard.press("2")
    assert chosen(claim) == [2]


def test_a_digit_with_shift_selects_a_range(claim: Any) -> None:
    claim.keyboard.press("1")
    claim.keyboard.press("Shift+Digit2")
    assert chosen(claim) == [1, 2]


def test_zero_selects_all_and_then_none(claim: Any) -> None:
    claim.keyboard.press("0")
    everything = chosen(claim)
    claim.keyboard.press("0")
    assert (len(everything), chosen(claim)) == (claim.locator("input[data-passage]").count(), [])


def test_a_question_mark_opens_the_keys_and_escape_closes_them(claim: Any) -> None:
    claim.keyboard.press("?")
    expect(claim.locator("dialog#keys")).to_be_visible()
    claim.keyboard.press("Escape")
    expect(claim.locator("dialog#keys")).to_be_hidden()


def test_keys_rest_while_the_list_of_keys_is_open(claim: Any) -> None:
    claim.keyboard.press("?")
    claim.keyboard.press("2")
    assert chosen(claim) == []


def test_letters_in_a_field_are_only_letters(claim: Any) -> None:
    claim.keyboard.press("n")
    claim.keyboard.type("jk? 12")
    expect(claim.locator("#note")).to_have_value("jk? 12")


def test_escape_leaves_a_field_and_then_the_claim(claim: Any) -> None:
    claim.keyboard.press("n")
    claim.keyboard.press("Escape")
    expect(claim.locator("#note")).not_to_be_focused()
    claim.keyboard.press("Escape")
    expect(claim).to_have_url("/runs/story/queue?show=all")


def test_a_slash_leads_to_the_search(claim: Any) -> None:
    claim.keyboard.press("/")
    expect(claim.locator("#words")).to_be_focused()


def test_w_waits_for_a_digit_and_escape_ends_the_wait(claim: Any) -> None:
    claim.keyboard.press("w")
    expect(claim.locator("[data-waiting]")).to_be_visible()
    claim.keyboard.press("Escape")
    expect(claim.locator("[data-waiting]")).to_have_count(0)


@pytest.mark.parametrize("held", ["ctrlKey", "metaKey", "altKey", "isComposing"])
def test_a_key_with_another_one_or_of_an_input_method_is_not_ours(claim: Any, held: str) -> None:
    claim.evaluate(f"document.body.dispatchEvent(new KeyboardEvent('keydown', {{key: '2', bubbles: true, {held}: true}}))")
    assert chosen(claim) == []


def test_a_key_held_down_decides_once(claim: Any) -> None:
    before = claim.url
    claim.evaluate("document.body.dispatchEvent(new KeyboardEvent('keydown', {key: 'c', bubbles: true, repeat: true}))")
    claim.wait_for_timeout(100)
    assert claim.url == before


def kept_waiting(page: Any, path: str, key: str) -> Any:
    """The request of a key, not answered yet."""
    held: list[Any] = []
    page.route(path, lambda route: held.append(route), times=1)  # noqa: PLW0108 - Playwright marks the handler
    page.keyboard.press(key)
    for _ in range(250):
        if held:
            return held[0]
        page.wait_for_timeout(20)
    raise AssertionError(f"{key} asks for nothing at {page.url}: {page.wrongs}")


def asked(page: Any) -> Any:
    """The request of a key that goes on to the next claim, not answered yet."""
    return kept_waiting(page, "**/claims/**", "j")


def test_keys_pressed_ahead_of_the_answer_are_for_the_page_that_it_brings(claim: Any) -> None:
    before = claim.locator("h1").inner_text()
    request = asked(claim)
    claim.keyboard.press("2")
    assert chosen(claim) == []
    request.continue_()
    expect(claim.locator("h1")).not_to_have_text(before)
    expect(claim.locator("input[data-passage='2']")).to_be_checked()


def test_letters_typed_ahead_stand_in_the_field_that_a_key_before_them_opened(claim: Any) -> None:
    request = asked(claim)
    claim.keyboard.type("now")
    request.continue_()
    expect(claim.locator("textarea")).to_be_focused()
    expect(claim.locator("textarea")).to_have_value("ow")


def test_a_text_and_enter_typed_ahead_are_for_the_field_that_a_key_before_them_opened(claim: Any) -> None:
    request = asked(claim)
    claim.keyboard.type("/tug free")
    claim.keyboard.press("Enter")
    request.continue_()
    expect(claim.locator("nav.queue li")).to_have_count(1)
    expect(claim.locator("#words")).to_have_value("tug free")


def test_what_is_typed_behind_a_sent_field_is_not_for_that_field(claim: Any) -> None:
    """The wording stays open and has the focus until its answer is there."""
    claim.keyboard.press("e")
    claim.locator("#wording").fill("A crane fell.")
    request = kept_waiting(claim, "**/decide*", "Enter")
    claim.keyboard.type("/tug free")
    claim.keyboard.press("Enter")
    expect(claim.locator("#wording")).to_have_value("A crane fell.")
    request.continue_()
    expect(claim.locator("nav.queue li")).to_have_count(1)
    claim.goto("/runs/story/queue?show=all")
    expect(claim.locator("nav.queue .item-text").first).to_have_text("A crane fell.")
    claim.keyboard.press("j")
    claim.keyboard.press("u")
    expect(claim.locator("nav.queue .item-text").first).not_to_have_text("A crane fell.")


def test_keys_go_on_where_the_browser_draws_nothing(claim: Any) -> None:
    claim.evaluate("window.requestAnimationFrame = () => 0")
    first = claim.url
    claim.keyboard.press("j")
    claim.wait_for_url(lambda url: url != first)
    expect(claim.locator("#main")).to_be_focused()
    claim.keyboard.press("2")
    expect(claim.locator("input[data-passage='2']")).to_be_checked()


def test_only_keys_that_may_be_ours_wait_for_an_answer(claim: Any) -> None:
    request = asked(claim)
    press = "key => document.body.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true, cancelable: true}))"
    assert [claim.evaluate(press, key) for key in (" ", "Tab", "2", " ")] == [True, True, False, False]
    request.abort()


def test_keys_pressed_ahead_of_a_refusal_are_dropped(claim: Any) -> None:
    before = claim.locator("h1").inner_text()
    request = asked(claim)
    claim.keyboard.press("2")
    request.fulfill(response=request.fetch(), status=409)
    expect(claim.locator("h1")).not_to_have_text(before)
    claim.wait_for_timeout(100)
    assert chosen(claim) == []
    claim.keyboard.press("2")
    assert chosen(claim) == [2]


def test_a_key_can_be_another_one_or_none(tab: Tab) -> None:
    page = tab("/settings")
    page.get_by_label("show the keys").fill("h")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main b")).to_have_text("Saved.")
    page.wait_for_load_state()  # a page of its own, whose scripts run behind its text
    page.keyboard.press("?")
    expect(page.locator("dialog#keys")).to_be_hidden()
    page.keyboard.press("h")
    expect(page.locator("dialog#keys")).to_be_visible()


def test_keys_can_be_switched_off(tab: Tab) -> None:
    page = tab("/settings")
    page.get_by_label("Single keys are on").uncheck()
    page.get_by_role("button", name="Save").click()
    page.goto("/runs/story/queue?show=all")
    page.keyboard.press("j")
    expect(page).to_have_url("/runs/story/queue?show=all")


def test_back_shows_the_claim_before(claim: Any) -> None:
    first = claim.locator("h1").inner_text()
    claim.keyboard.press("j")
    expect(claim.locator("h1")).not_to_have_text(first)
    claim.go_back()
    expect(claim.locator("h1")).to_have_text(first)


def test_without_javascript_links_and_forms_do_the_same(tab: Tab) -> None:
    page = tab("/runs/story/queue?show=all", java_script_enabled=False)
    page.get_by_role("link", name="Start with the first").click()
    page.get_by_role("link", name="In context").click()
    expect(page.locator("main mark").first).to_be_visible()
    page.get_by_role("link", name="Keys").click()
    expect(page).to_have_url("/settings#keys")
    page.get_by_label("Dark").check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
