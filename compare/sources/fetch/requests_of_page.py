"""URLs of one page, redirects among them -> the servers' answers, within the page's time and size."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import Cookie, CookieJar, DefaultCookiePolicy
from urllib.request import Request

import httpcore2
import httpx2

from compare.sources.fetch.connect import Backend
from compare.sources.fetch.deadline import Deadline
from compare.sources.fetch.fetch_run import Run
from compare.sources.fetch.fetched_page import UnfetchableError
from compare.sources.fetch.response_body import CODING, body_of, broken_off
from compare.sources.fetch.transport import Transport

_READ = 200
_ACCEPT = "text/html, application/xhtml+xml, application/xml;q=0.9, text/plain;q=0.8, */*;q=0.5"
_BROKEN = (httpcore2.RemoteProtocolError, httpcore2.ReadError, httpcore2.WriteError)
# Whatever else the libraries may make of what a server sends: it costs the page, never the run.
_ANY = (httpcore2.ProtocolError, httpcore2.NetworkError, httpx2.HTTPError, httpx2.InvalidURL, ValueError)


@dataclass(frozen=True, slots=True)
class Answer:
    """``data`` is read where the status is 200; ``cookies`` are those that the request had."""

    url: httpx2.URL
    status: int
    headers: httpx2.Headers
    data: bytes
    cookies: str


@dataclass(slots=True)
class Line:
    """Connections and cookies of one page: what one page was given, no other page gives back."""

    run: Run
    client: httpx2.Client
    deadline: Deadline
    left_s: float
    waited: bool = False  # as a Retry-After asked for

    def ask(self, url: httpx2.URL, headers: Mapping[str, str], cut: int | None = None) -> Answer:
        """The answer, of its body at most ``cut`` bytes if given; ``UnfetchableError`` if there is none, or one too large or too slow."""
        world, pace = self.run.world, self.run.pace
        pace.wait(url.host)
        began = world.clock()
        self.deadline.allow(self.left_s)
        try:
            return self._exchanged(url, headers, cut)
        except UnfetchableError:
            raise
        except _ANY as error:
            raise UnfetchableError(f"does not answer as HTTP asks ({error}); save the page from a browser") from error
        finally:
            self.left_s -= world.clock() - began
            pace.done(url.host)

    def _exchanged(self, url: httpx2.URL, headers: Mapping[str, str], cut: int | None) -> Answer:
        largest = self.run.settings.largest_bytes if cut is None else cut
        with self.client.stream("GET", url, headers=headers) as response:
            try:
                data = body_of(response, largest, cut=cut is not None) if response.status_code == _READ else b""
            except _BROKEN as error:
                raise broken_off() from error
            return Answer(url, response.status_code, response.headers, data, response.request.headers.get("cookie", ""))


class _Sendable(DefaultCookiePolicy):
    """Cookies that a request can carry; a server that sets others gets none of them back."""

    def set_ok(self, cookie: Cookie, request: Request) -> bool:
        """As browsers have it, and in ASCII."""
        return bool(super().set_ok(cookie, request)) and f"{cookie.name}{cookie.value}".isascii()


@contextmanager
def line_of(run: Run) -> Iterator[Line]:
    """A line for one page. Proxies of the environment are not asked: where a proxy connects to, nobody here could check."""
    deadline = Deadline(run.world, run.settings)
    headers = {"User-Agent": run.agent, "Accept": _ACCEPT, "Accept-Encoding": CODING}
    transport = Transport(Backend(deadline), run.tls)
    with httpx2.Client(transport=transport, headers=headers, cookies=CookieJar(_Sendable()), trust_env=False) as client:
        yield Line(run, client, deadline, run.settings.deadline_s)
