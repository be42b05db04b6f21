"""A request -> the application, or a refusal with its reason; every answer leaves with the security headers.

Another page in the same browser can send requests here, and a name that someone else's server resolves to 127.0.0.1 can read the answers:
hence the list of hosts, the session and the check of where a change comes from.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from compare.review.app.access.sessions import Sessions

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

Reason = Literal["host", "cross_site", "too_large", "no_session"]
Refuse = Callable[[Reason, "Scope"], "ASGIApp"]

STATUS: Mapping[Reason, int] = MappingProxyType({"host": 421, "cross_site": 403, "too_large": 413, "no_session": 403})
ENTER = "/enter/"
STATIC = "/static/"
_TAKES_FILES = re.compile(r"/runs/[^/]+/log")
_NOT_ALLOWED = 1008  # as RFC 6455 has it: the policy does not allow it
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
_OWN_SITE = frozenset({b"same-origin", b"none"})
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS: Mapping[bytes, bytes] = MappingProxyType(
    {
        b"content-security-policy": _POLICY.encode("ascii"),
        b"x-content-type-options": b"nosniff",
        b"referrer-policy": b"no-referrer",
        b"cross-origin-opener-policy": b"same-origin",
        b"cross-origin-resource-policy": b"same-origin",
        b"permissions-policy": b"camera=(), geolocation=(), microphone=()",
        b"cache-control": b"no-store",
    }
)


@dataclass(frozen=True, slots=True)
class Door:
    """Who may come in: the port we listen on, the sessions, the size of a body in bytes, and that of a file of decisions."""

    port: int
    sessions: Sessions
    largest: int
    largest_file: int = 2**26  # 60,000 decisions of a kilobyte each

    @property
    def cookie(self) -> str:
        """Cookies are shared by all ports of a host, so the name holds ours."""
        return f"tellings-review-{self.port}"

    @property
    def hosts(self) -> frozenset[bytes]:
        """What a browser on this machine may call us."""
        return frozenset(f"{name}:{self.port}".encode("ascii") for name in ("127.0.0.1", "localhost", "[::1]"))

    def room(self, path: str) -> int:
        """How many bytes a body that is sent there may have."""
        return self.largest_file if _TAKES_FILES.fullmatch(path) else self.largest

    @property
    def origins(self) -> frozenset[bytes]:
        """The same as origins."""
        return frozenset(b"http://" + host for host in self.hosts)


def guarded(app: "ASGIApp", door: Door, refuse: Refuse) -> "ASGIApp":
    """The application behind the door; ``refuse`` makes the page of a refusal."""

    async def answer(scope: "Scope", receive: "Receive", send: "Send") -> None:
        if scope["type"] == "lifespan":
            await app(scope, receive, send)
            return
        if scope["type"] == "websocket":
            await send({"type": "websocket.close", "code": _NOT_ALLOWED})
            return
        reason = refusal(scope, door)
        if reason is not None:
            await refuse(reason, scope)(scope, receive, _with_headers(send))
            return
        body = await _read(receive, door.room(scope["path"])) if scope["method"] not in _SAFE else b""
        if body == "too_large":
            await refuse("too_large", scope)(scope, receive, _with_headers(send))
        elif isinstance(body, bytes):
            await app(scope, _replayed(body, receive), _with_headers(send))

    return answer


def refusal(scope: "Scope", door: Door) -> Reason | None:
    """Why this request is not let in, by its first line and headers alone."""
    if _values(scope, b"host") not in [[host] for host in door.hosts]:
        return "host"
    if scope["method"] not in _SAFE and not _is_own(scope, door):
        return "cross_site"
    if not scope["path"].startswith((ENTER, STATIC)) and not has_session(scope, door):
        return "no_session"
    return None


def has_session(scope: "Scope", door: Door) -> bool:
    """Whether the request brings the cookie of an open session."""
    return any(door.sessions.holds(value) for value in cookie_values(scope, door.cookie))


def cookie_values(scope: "Scope", name: str) -> list[str]:
    """What the cookies of this name hold.

    Read crumb by crumb: other programs on this machine leave cookies here too, and one that breaks the rules must not hide ours.
    """
    crumbs = [crumb.strip().partition("=") for header in _values(scope, b"cookie") for crumb in header.decode("latin-1").split(";")]
    return [value for key, _, value in crumbs if key == name]


def _is_own(scope: "Scope", door: Door) -> bool:
    """Whether a change was asked for by a page of ours.

    A page without referrer sends ``Origin: null`` with its forms, so that word alone neither helps nor harms.
    """
    origins, sites = _values(scope, b"origin"), _values(scope, b"sec-fetch-site")
    named = [origin for origin in origins if origin != b"null"]
    if any(origin not in door.origins for origin in named):
        return False
    return set(sites) <= _OWN_SITE if sites else bool(named)


def _values(scope: "Scope", name: bytes) -> list[bytes]:
    return [value for key, value in scope["headers"] if key == name]


async def _read(receive: "Receive", largest: int) -> bytes | Literal["too_large"] | None:
    """The whole body; nothing if it broke off, for half a note is not to be kept."""
    parts: list[bytes] = []
    size, more = 0, True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        parts.append(message.get("body", b""))
        size += len(parts[-1])
        if size > largest:
            return "too_large"
        more = message.get("more_body", False)
    return b"".join(parts)


def _replayed(body: bytes, receive: "Receive") -> "Receive":
    """The body as one message, then whatever else the server has to say."""
    told = False

    async def again() -> "Message":
        nonlocal told
        if told:
            return await receive()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return again


def _with_headers(send: "Send") -> "Send":
    async def sent(message: "Message") -> None:
        if message["type"] == "http.response.start":
            named = {key.lower() for key, _ in message["headers"]}
            message = {**message, "headers": [*message["headers"], *(item for item in _HEADERS.items() if item[0] not in named)]}
        await send(message)

    return sent
