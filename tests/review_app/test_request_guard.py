"""The request guard of the review application: who gets in, with what, and what every response has."""

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from compare.review.app.access.sessions import Sessions
from compare.review.app.application import Application

Make = Callable[..., Application]
BrowserAt = Callable[..., TestClient]
Enter = Callable[[TestClient, Application], Any]
PORT = 8479
BASE = f"http://127.0.0.1:{PORT}"
OWN = {"sec-fetch-site": "same-origin"}
FORM = {"language": "vi", "theme": "dark", "keys": "on"}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


# the link


def test_the_link_leads_on_to_an_address_without_the_token(outside: TestClient, application: Application, enter: Enter) -> None:
    answer = enter(outside, application)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")


def test_the_session_is_a_cookie_that_no_script_and_no_other_site_can_use(
    outside: TestClient, application: Application, enter: Enter
) -> None:
    name, _, rest = enter(outside, application).headers["set-cookie"].partition("=")
    assert (name, rest.partition("; ")[2]) == (f"tellings-review-{PORT}", "HttpOnly; Path=/; SameSite=strict")


def test_the_token_is_no_part_of_the_cookie(outside: TestClient, application: Application, enter: Enter) -> None:
    assert application.access_policy.sessions.token not in enter(outside, application).headers["set-cookie"]


def test_a_link_opens_one_browser_only(inside: TestClient, application: Application, enter: Enter) -> None:
    inside.cookies.clear()
    assert enter(inside, application).status_code == 403


def test_a_used_link_is_refused_with_what_to_do(inside: TestClient, application: Application, enter: Enter) -> None:
    assert "start the command again for a new one" in enter(inside, application).text


def test_a_wrong_token_does_not_use_the_link_up(outside: TestClient, application: Application, enter: Enter) -> None:
    assert outside.get("/enter/guess").status_code == 403
    assert enter(outside, application).status_code == 303


def test_a_browser_that_looks_ahead_does_not_use_the_link_up(outside: TestClient, application: Application, enter: Enter) -> None:
    link = f"/enter/{application.access_policy.sessions.token}"
    assert [outside.get(link, headers={"sec-purpose": "prefetch"}).status_code, outside.head(link).status_code] == [403, 403]
    assert enter(outside, application).status_code == 303


def test_two_sessions_and_a_token_are_never_alike() -> None:
    assert len({Sessions().token for _ in range(20)}) == 20


def test_a_token_is_256_bits() -> None:
    assert len(Sessions().token) == 43


def test_the_only_run_opens_at_its_queue(inside: TestClient) -> None:
    assert inside.get("/").headers["location"] == "/runs/story/queue"


def test_several_runs_open_as_a_list(made: Make, browser_at: BrowserAt, enter: Enter) -> None:
    several = made(runs=("a", "b"))
    client = browser_at(several)
    enter(client, several)
    assert client.get("/").headers["location"] == "/runs"


# without a session


@pytest.mark.parametrize("path", ["/", "/runs", "/settings", "/nowhere"])
def test_without_a_session_no_page_is_shown(outside: TestClient, path: str) -> None:
    assert outside.get(path).status_code == 403


def test_without_a_session_neither_reviewer_nor_story_is_named(outside: TestClient, document: dict[str, Any]) -> None:
    page = outside.get("/runs").text
    assert ("Lê Thị Mẫu" in page, document["story"]["title"] in page) == (False, False)


@pytest.mark.parametrize("cookie", ["", "x", "tellings-review-1=x", f"tellings-review-{PORT}=", f"tellings-review-{PORT}=guess"])
def test_a_cookie_that_was_not_given_out_opens_nothing(outside: TestClient, cookie: str) -> None:
    assert outside.get("/runs", headers={"cookie": cookie}).status_code == 403


def test_a_strange_cookie_of_another_program_does_not_hide_ours(inside: TestClient) -> None:
    (session,) = inside.cookies.values()
    inside.cookies.clear()
    strange = f'other={{"a": [1, 2]}}; =x; ;;; tellings-review-{PORT}={session}'
    assert inside.get("/runs", headers={"cookie": strange}).status_code == 200


def test_a_session_of_a_program_that_ended_opens_nothing(inside: TestClient, made: Make, browser_at: BrowserAt) -> None:
    later = browser_at(made(), dict(inside.cookies))
    assert later.get("/runs").status_code == 403


# who asks


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]"])
def test_this_machine_answers_to_its_own_names(inside: TestClient, host: str) -> None:
    assert inside.get("/runs", headers={"host": f"{host}:{PORT}"}).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", f"evil.example:{PORT}", "127.0.0.1", f"127.0.0.1:{PORT + 1}", f"127.0.0.1:{PORT}.evil.example", "", "0.0.0.0:8479"],
)
def test_a_name_that_leads_here_from_elsewhere_is_refused(inside: TestClient, host: str) -> None:
    assert inside.get("/runs", headers={"host": host}).status_code == 421


def test_a_foreign_name_does_not_use_the_link_up(outside: TestClient, application: Application, enter: Enter) -> None:
    link = f"/enter/{application.access_policy.sessions.token}"
    assert outside.get(link, headers={"host": "evil.example"}).status_code == 421
    assert enter(outside, application).status_code == 303


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
        {"sec-fetch-site": "cross-site", "origin": BASE},
        {"origin": "https://evil.example"},
        {"origin": f"http://127.0.0.1:{PORT + 1}"},
        {"origin": f"https://127.0.0.1:{PORT}"},
        {"origin": "null"},
        {"sec-fetch-site": "same-origin", "origin": "https://evil.example"},
        {},
    ],
)
def test_a_change_that_another_page_asks_for_is_refused(inside: TestClient, headers: dict[str, str]) -> None:
    answer = inside.post("/settings", data=FORM, headers=headers)
    assert (answer.status_code, "set-cookie" in answer.headers) == (403, False)


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "QUERY", "TRACE"])
def test_no_method_but_reading_ones_is_let_in_from_elsewhere(inside: TestClient, method: str) -> None:
    assert inside.request(method, "/settings", headers={"sec-fetch-site": "cross-site"}).status_code == 403


@pytest.mark.parametrize(
    "headers",
    [
        {"sec-fetch-site": "same-origin"},
        {"sec-fetch-site": "same-origin", "origin": "null"},  # what a browser sends for a form of a page without referrer
        {"sec-fetch-site": "none"},
        {"origin": BASE},
        {"origin": f"http://localhost:{PORT}"},
    ],
)
def test_a_change_that_our_own_page_asks_for_is_made(inside: TestClient, headers: dict[str, str]) -> None:
    assert inside.post("/settings", data=FORM, headers=headers).status_code == 303


def test_a_body_beyond_the_limit_is_refused(inside: TestClient) -> None:
    assert inside.post("/settings", data={"language": "v" * 3000}, headers=OWN).status_code == 413


def test_a_body_in_parts_is_counted_too(inside: TestClient) -> None:
    assert inside.post("/settings", content=(b"x" * 100 for _ in range(30)), headers=OWN).status_code == 413


def test_a_socket_is_not_opened(inside: TestClient) -> None:
    with pytest.raises(WebSocketDisconnect), inside.websocket_connect("/", headers={"host": f"127.0.0.1:{PORT}"}):
        pass


def test_a_change_that_broke_off_is_not_made(inside: TestClient) -> None:
    half = [{"type": "http.request", "body": b"language=vi&theme", "more_body": True}, {"type": "http.disconnect"}]
    assert answered(inside, post("/settings", inside), half) == []


# what every answer carries


def answers(client: TestClient) -> list[Any]:
    return [
        client.get("/runs"),
        client.get("/nowhere"),
        client.get("/static/x/y"),
        client.get("/runs", headers={"host": "evil.example"}),
        client.post("/settings", data=FORM),
        client.post("/settings", data=FORM, headers=OWN),
        client.put("/settings", headers=OWN),
        client.get("/enter/guess"),
    ]


@pytest.mark.parametrize(
    ("header", "value"),
    [
        ("content-security-policy", POLICY),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "no-referrer"),
        ("cross-origin-opener-policy", "same-origin"),
        ("cross-origin-resource-policy", "same-origin"),
        ("cache-control", "no-store"),
    ],
)
def test_every_answer_carries_the_headers(inside: TestClient, header: str, value: str) -> None:
    assert {answer.headers.get(header) for answer in answers(inside)} == {value}


def test_a_page_asks_for_nothing_that_its_policy_refuses(inside: TestClient) -> None:
    pages = "".join(inside.get(path).text for path in ("/runs", "/settings", "/nowhere"))
    assert [sign for sign in ("<style", "style=", "onclick", "hx-on", "javascript:", "<script>", "//") if sign in pages] == []


# static files


@pytest.fixture
def static(inside: TestClient) -> str:
    """The folder that pages load from."""
    return inside.get("/runs").text.split('href="/static/')[1].split("/")[0]


@pytest.mark.parametrize(
    "name", ["review.css", "review.js", "type_ahead.js", "fields.js", "focus.js", "next_frame.js", "keys.js", "htmx.min.js"]
)
def test_the_files_of_a_page_are_served(inside: TestClient, static: str, name: str) -> None:
    assert inside.get(f"/static/{static}/{name}").status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "VENDOR.json",
        "../review.css",
        "../../settings",
        "..%2f..%2fapp%2faccess.py",
        "%2e%2e/%2e%2e/app/access.py",
        "..%5c..%5capp%5caccess.py",
        "....//access.py",
        "%2fetc%2fpasswd",
        "/etc/passwd",
        "review.css%00.js",
        "review.css/",
        ".",
        "",
    ],
)
def test_no_trick_with_a_path_leads_out_of_the_static_files(inside: TestClient, static: str, path: str) -> None:
    assert raw(inside, f"/static/{static}/{path}") == 404


@pytest.mark.parametrize("path", ["/static/../settings", "/static/%2e%2e/settings", "/static/x/../../settings", "/enter/../settings"])
def test_no_trick_with_a_path_leads_past_the_session(outside: TestClient, path: str) -> None:
    assert raw(outside, path) in {403, 404}


def raw(client: TestClient, path: str) -> int:
    """The status for a path as it goes over the wire: a client would tidy it up first."""
    (status,) = answered(client, request("GET", path, client), [{"type": "http.request", "body": b""}])
    return status


def post(path: str, client: TestClient) -> dict[str, Any]:
    """A change that a page of ours asks for."""
    asked = request("POST", path, client)
    return {**asked, "headers": [*asked["headers"], (b"sec-fetch-site", b"same-origin")]}


def request(method: str, path: str, client: TestClient) -> dict[str, Any]:
    """What a server makes of a request."""
    return {
        "type": "http",
        "method": method,
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": b"",
        "scheme": "http",
        "root_path": "",
        "http_version": "1.1",
        "headers": [(b"host", f"127.0.0.1:{PORT}".encode()), (b"cookie", cookies(client))],
    }


def answered(client: TestClient, scope: dict[str, Any], messages: list[dict[str, Any]]) -> list[int]:
    """The status with which it is answered, if it is; the browser sends ``messages``."""
    seen: list[int] = []
    left = iter(messages)

    async def receive() -> dict[str, Any]:
        return next(left)

    async def send(message: dict[str, Any]) -> None:
        seen.extend([message["status"]] if message["type"] == "http.response.start" else [])

    assert client.portal is not None
    client.portal.call(client.app, scope, receive, send)
    return seen


def cookies(client: TestClient) -> bytes:
    return "; ".join(f"{name}={value}" for name, value in client.cookies.items()).encode()


# hostile words


def test_a_script_in_the_reviewer_s_name_is_only_words(made: Make, browser_at: BrowserAt, enter: Enter) -> None:
    hostile = made("<script>alert(1)</script>\"'>")
    client = browser_at(hostile)
    enter(client, hostile)
    page = client.get("/runs").text
    assert ("<script>alert" in page, "&lt;script&gt;alert(1)&lt;/script&gt;" in page) == (False, True)
