"""What a run of fetching takes from the world around it; tests give their own."""

import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

# The addresses of a host, in the order in which they are to be tried; ``OSError`` if there are none.
Resolve = Callable[[str, int], Sequence[str]]


def resolve(host: str, port: int) -> Sequence[str]:
    """As the system answers."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(address[0]) for *_, address in found))


def _now() -> datetime:
    return datetime.now(UTC)


def _ignore(_: str) -> None:
    """Where nobody asked what went wrong with the cache."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Environment:
    """Names, time and trust; ``tell`` is called with one sentence for what went wrong without harm to a page."""

    resolve: Resolve = resolve
    clock: Callable[[], float] = time.monotonic  # seconds
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = _now
    tls: ssl.SSLContext | None = None  # None: the authorities that the system trusts
    warn: Callable[[str], None] = _ignore
