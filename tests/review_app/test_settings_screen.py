"""The settings screen: what is chosen is kept in the browser, and what cannot be a key is said beside it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from compare.review.app.display.messages import LANGUAGES
from compare.review.app.preferences.preference_cookie import (
    COOKIE,
    THEMES,
    Preferences,
    preferences_from_cookies,
    preferences_from_form,
    to_cookie,
)
from compare.review.app.preferences.shortcut_keys import SHORTCUTS, key_label, normalized_key

OWN = {"sec-fetch-site": "same-origin"}
FORM = {"language": "en", "theme": "auto", "keys": "on"}
STANDARD = Preferences()
SIGNS = st.sampled_from([*"abcdefghijklmnopqrstuvwxyzđươ/?.,;=-", "Shift+q", "Shift+w", ""])


def save(client: TestClient, **changed: str) -> TestClient:
    assert client.post("/settings", data={**FORM, **changed}, headers=OWN).status_code == 303
    return client


def test_the_language_that_was_chosen_is_that_of_every_page(inside: TestClient) -> None:
    assert '<html lang="vi"' in save(inside, language="vi").get("/runs").text


def test_the_look_that_was_chosen_is_that_of_every_page(inside: TestClient) -> None:
    assert 'data-theme="dark"' in save(inside, theme="dark").get("/runs").text


def test_a_button_shows_the_key_that_was_chosen(inside: TestClient) -> None:
    assert "<kbd>H</kbd>" in save(inside, **{"key-help": "H"}).get("/runs").text


def test_a_button_shows_no_key_once_keys_are_off(inside: TestClient) -> None:
    inside.post("/settings", data={"language": "en", "theme": "auto"}, headers=OWN)
    page = inside.get("/runs").text
    assert ("<kbd>?</kbd></a>" in page, 'data-keys-on="no"' in page) == (False, True)


def test_everything_can_be_as_it_was_at_first(inside: TestClient) -> None:
    save(inside, theme="dark", **{"key-help": "h"})
    assert 'data-theme="auto"' in save(inside, standard="yes", theme="dark").get("/runs").text


def test_what_was_saved_is_said(inside: TestClient) -> None:
    assert 'role="status">Saved.' in inside.get(inside.post("/settings", data=FORM, headers=OWN).headers["location"]).text


def test_the_cookie_of_preferences_is_for_this_site_only(inside: TestClient) -> None:
    cookie = inside.post("/settings", data=FORM, headers=OWN).headers["set-cookie"]
    assert cookie.partition("; ")[2] == "HttpOnly; Max-Age=31536000; Path=/; SameSite=strict"


@pytest.mark.parametrize("typed", ["cc", "5", "Ctrl+c", "Shift+7", "\u200b"])
def test_what_is_no_key_is_said_beside_its_field(inside: TestClient, typed: str) -> None:
    answer = inside.post("/settings", data={**FORM, "key-confirm": typed}, headers=OWN)
    assert (answer.status_code, answer.text.count("This is no key."), "set-cookie" in answer.headers) == (422, 1, False)


def test_two_acts_with_one_key_are_told_at_both(inside: TestClient) -> None:
    answer = inside.post("/settings", data={**FORM, "key-confirm": "x"}, headers=OWN)
    assert (answer.status_code, answer.text.count("Another act has this key.")) == (422, 2)


def test_a_script_typed_as_a_key_comes_back_as_words(inside: TestClient) -> None:
    answer = inside.post("/settings", data={**FORM, "key-confirm": '"><script>'}, headers=OWN)
    assert '"><script>' not in answer.text


def test_a_fault_is_told_in_vietnamese_to_who_reads_vietnamese(inside: TestClient) -> None:
    answer = save(inside, language="vi").post("/settings", data={**FORM, "language": "vi", "key-confirm": "x"}, headers=OWN)
    assert "Phím này đã dùng cho việc khác." in answer.text


@pytest.mark.parametrize(
    ("path", "method", "status", "message"), [("/nowhere", "GET", 404, "Không có trang này"), ("/runs", "PUT", 405, "Không làm được")]
)
def test_what_went_wrong_is_told_in_the_language_that_was_chosen(
    inside: TestClient, path: str, method: str, status: int, message: str
) -> None:
    answer = save(inside, language="vi").request(method, path, headers=OWN)
    assert (answer.status_code, message in answer.text) == (status, True)


# keys


def test_no_two_acts_share_a_key_at_first() -> None:
    assert len({key.key for key in SHORTCUTS}) == len(SHORTCUTS)


@pytest.mark.parametrize(
    ("typed", "key"),
    [("c", "c"), (" C ", "c"), ("shift + u", "Shift+u"), ("SHIFT+U", "Shift+u"), ("/", "/"), ("Đ", "đ"), ("+", "+"), ("İ", None)],
)
def test_a_key_is_written_one_way(typed: str, key: str | None) -> None:
    assert normalized_key(typed) == key


@given(st.text(max_size=9))
def test_what_is_written_once_stays_as_it_is(typed: str) -> None:
    once = normalized_key(typed)
    assert once is None or normalized_key(once) == once


def test_a_key_stands_on_its_button_in_capitals() -> None:
    assert [key_label("c"), key_label("Shift+u"), key_label("?")] == ["C", "Shift+U", "?"]


@given(
    st.sampled_from(LANGUAGES),
    st.sampled_from(THEMES),
    st.booleans(),
    st.dictionaries(st.sampled_from([k.action for k in SHORTCUTS]), SIGNS),
)
def test_preferences_come_back_from_the_cookie_as_they_went(language: str, theme: str, on: bool, keys: dict[str, str]) -> None:  # noqa: FBT001
    form = {"language": language, "theme": theme, **({"keys": "on"} if on else {}), **{f"key-{act}": key for act, key in keys.items()}}
    made, faults = preferences_from_form(form, STANDARD)
    assert faults or preferences_from_cookies([to_cookie(made)], STANDARD) == made


@given(st.text())
def test_any_cookie_leaves_the_preferences_whole(cookie: str) -> None:
    made = preferences_from_cookies([cookie], STANDARD)
    assert (
        made.language in LANGUAGES,
        made.theme in THEMES,
        len(set(filter(None, made.keys.values()))) == len([*filter(None, made.keys.values())]),
    ) == (
        True,
        True,
        True,
    )


def test_a_strange_cookie_is_as_none(inside: TestClient) -> None:
    inside.cookies.set(COOKIE, "%00%ff%22%3E%3Cscript%3E")
    assert 'data-theme="auto"' in inside.get("/runs").text
