"""A request -> the response of the application, or a refusal with its reason; every response gets the security headers.

A page of another site in the same browser can send requests here, and a host name that someone resolves to 127.0.0.1 could read the
responses. Hence the list of hosts, the session, and the check which page a change comes from.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from compare.review.app.access.sessions import Sessions

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

RefusalReason = Literal["host", "cross_site", "too_large", "no_session"]
MakeRefusal = Callable[[RefusalReason, "Scope"], "ASGIApp"]

HTTP_STATUS: Mapping[RefusalReason, int] = MappingProxyType({"host": 421, "cross_site": 403, "too_large": 413, "no_session": 403})
ENTER_PATH = "/enter/"
STATIC_PATH = "/static/"
_UPLOAD_PATH = re.compile(r"/runs/[^/]+/log")
_POLICY_VIOLATION = 1008  # as RFC 6455 has it: the policy does not allow it
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_SITES = frozenset({b"same-origin", b"none"})
_CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS: Mapping[bytes, bytes] = MappingProxyType(
    {
        b"content-security-policy": _CONTENT_SECURITY_POLICY.encode("ascii"),
        b"x-content-type-options": b"nosniff",
        b"referrer-policy": b"no-referrer",
        b"cross-origin-opener-policy": b"same-origin",
        b"cross-origin-resource-policy": b"same-origin",
        b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
        b"cache-control": b"no-store",
    }
)


@dataclass(frozen=True, slots=True)
class AccessPolicy:
    """Which requests are let in: the port of the application, its sessions, and the largest form and uploaded file."""

    port: int
    sessions: Sessions
    max_form_bytes: int
    max_file_bytes: int = 2**26  # 60,000 decisions of a kilobyte each

    @property
    def cookie(self) -> str:
        """The name of the session cookie. All ports of a host share cookies, so it contains the port."""
        return f"tellings-review-{self.port}"

    @property
    def hosts(self) -> frozenset[bytes]:
        """The values of the Host header that a browser on this machine may send."""
        return frozenset(f"{name}:{self.port}".encode("ascii") for name in ("127.0.0.1", "localhost", "[::1]"))

    def max_body_bytes(self, path: str) -> int:
        """The largest body that a request to this path may have."""
        return self.max_file_bytes if _UPLOAD_PATH.fullmatch(path) else self.max_form_bytes

    @property
    def origins(self) -> frozenset[bytes]:
        """The same as values of the Origin header."""
        return frozenset(b"http://" + host for host in self.hosts)


def guarded(app: "ASGIApp", access_policy: AccessPolicy, refuse: MakeRefusal) -> "ASGIApp":
    """The application behind the guard; ``refuse`` makes the page of a refusal."""

    async def guard(scope: "Scope", receive: "Receive", send: "Send") -> None:
        if scope["type"] == "lifespan":
            await app(scope, receive, send)
            return
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _POLICY_VIOLATION})
            return
        reason = refusal(scope, access_policy)
        if reason is not None:
            await refuse(reason, scope)(scope, receive, _with_headers(send))
            return
        body = await _read_body(receive, access_policy.max_body_bytes(scope["path"])) if scope["method"] not in _SAFE_METHODS else b""
        if body == "too_large":
            await refuse("too_large", scope)(scope, receive, _with_headers(send))
        elif isinstance(body, bytes):
            await app(scope, _replayed(body, receive), _with_headers(send))

    return guard


def refusal(scope: "Scope", access_policy: AccessPolicy) -> RefusalReason | None:
    """Why this request is not let in, from its first line and headers alone; ``None`` if it is."""
    if _header_values(scope, b"host") not in [[host] for host in access_policy.hosts]:
        return "host"
    if scope["method"] not in _SAFE_METHODS and not _is_from_own_page(scope, access_policy):
        return "cross_site"
    if not scope["path"].startswith((ENTER_PATH, STATIC_PATH)) and not has_session(scope, access_policy):
        return "no_session"
    return None


def has_session(scope: "Scope", access_policy: AccessPolicy) -> bool:
    """Whether the request has the cookie of an open session."""
    return any(access_policy.sessions.is_open(value) for value in cookie_values(scope, access_policy.cookie))


def cookie_values(scope: "Scope", name: str) -> list[str]:
    """The values of the cookies of this name.

    Each pair is read by itself: other programs on this machine set cookies too, and a malformed one must not hide ours.
    """
    pairs = [pair.strip().partition("=") for header in _header_values(scope, b"cookie") for pair in header.decode("latin-1").split(";")]
    return [value for key, _, value in pairs if key == name]


def _is_from_own_page(scope: "Scope", access_policy: AccessPolicy) -> bool:
    """Whether a change was asked for by a page of this application.

    A page without a referrer sends ``Origin: null`` with its forms, so that value alone decides nothing.
    """
    origins, sites = _header_values(scope, b"origin"), _header_values(scope, b"sec-fetch-site")
    stated = [origin for origin in origins if origin != b"null"]
    if any(origin not in access_policy.origins for origin in stated):
        return False
    return set(sites) <= _OWN_SITES if sites else bool(stated)


def _header_values(scope: "Scope", name: bytes) -> list[bytes]:
    return [value for key, value in scope["headers"] if key == name]


async def _read_body(receive: "Receive", max_bytes: int) -> bytes | Literal["too_large"] | None:
    """The whole body; ``None`` if the connection broke off, since half a note must not be saved."""
    parts: list[bytes] = []
    size, has_more = 0, True
    while has_more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > max_bytes:
            return "too_large"
        has_more = message.get("more_body", False)
    return b"".join(parts)


def _replayed(body: bytes, receive: "Receive") -> "Receive":
    """A receiver that gives the body as one message, and then whatever else the server sends."""
    is_delivered = False

    async def receive_once() -> "Message":
        nonlocal is_delivered
        if is_delivered:
            return await receive()
        is_delivered = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive_once


def _with_headers(send: "Send") -> "Send":
    async def send_with_headers(message: "Message") -> None:
        if message["type"] == "http.response.start":
            stated = {key.lower() for key, _ in message["headers"]}
            message = {**message, "headers": [*message["headers"], *(item for item in _HEADERS.items() if item[0] not in stated)]}
        await send(message)

    return send_with_headers
