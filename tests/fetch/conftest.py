"""A server on this machine whose every answer a test writes, and a run that may ask it."""

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

from compare.model import Skipped
from compare.settings import FetchSettings
from compare.sources.fetch.environment import Environment
from compare.sources.fetch.fetch_pages import fetch_pages
from compare.sources.fetch.fetched_page import FetchedPage

Answer = Callable[[BaseHTTPRequestHandler], None]
QUICK = {"allow_private": True, "cache": "", "seconds_between": 0.0, "timeout_s": 3, "deadline_s": 5}


@dataclass
class Site:
    """``answers`` by path; one that is not there is 404. ``asked`` are paths and headers, in order."""

    port: int = 0
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def url(self, path: str, host: str = "127.0.0.1") -> str:
        return f"http://{host}:{self.port}{path}"

    def give(self, path: str, body: bytes = b"<p>The ferry is in.", status: int = 200, **headers: str) -> str:
        """Answer so; a keyword ``Content_Type`` is the header Content-Type."""

        def answer(handler: BaseHTTPRequestHandler) -> None:
            handler.send_response(status)
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            for name, value in ({"Content-Length": str(len(body))} | named).items():
                handler.send_header(name, value)
            handler.end_headers()
            handler.wfile.write(body)

        self.answers[path] = answer
        return self.url(path)

    def raw(self, path: str, data: bytes) -> str:
        """Answer with these bytes and hang up."""
        self.answers[path] = lambda handler: handler.wfile.write(data) and None
        return self.url(path)

    def lead(self, path: str, to: str, status: int = 302) -> str:
        return self.give(path, b"", status, Location=to)


@pytest.fixture
def site() -> Iterator[Site]:
    made = Site()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            made.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            self.close_connection = True
            answer = made.answers.get(self.path)
            try:
                if answer:
                    answer(self)
                else:
                    self.send_error(404)
            except OSError:
                pass  # the other side had enough

        def log_message(self, *_: Any) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

    with Server(("127.0.0.1", 0), Handler) as server:
        made.port = server.server_port
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield made
        server.shutdown()


@dataclass
class Hours:
    """Time that passes only while somebody sleeps."""

    at: float = 0.0
    slept: list[float] = field(default_factory=list)

    def clock(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.at += seconds


@pytest.fixture
def hours() -> Hours:
    return Hours()


@pytest.fixture
def fetched() -> Callable[..., list[FetchedPage | Skipped]]:
    """Pages of URLs; keywords are settings, ``world`` what is around."""

    def fetch(*urls: str, world: Environment | None = None, **settings: Any) -> list[FetchedPage | Skipped]:
        return list(fetch_pages(urls, FetchSettings(**(QUICK | settings)), world))

    return fetch


@pytest.fixture
def reason(fetched: Callable[..., list[FetchedPage | Skipped]]) -> Callable[..., str]:
    """Why the only page that was asked for is skipped."""

    def why(url: str, **given: Any) -> str:
        (page,) = fetched(url, **given)
        assert isinstance(page, Skipped), page
        return page.reason

    return why
