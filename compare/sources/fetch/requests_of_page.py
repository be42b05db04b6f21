"""URLs of one page, redirects among them -> the servers' answers, within the page's time and size."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.cookiejar import Cookie, CookieJar, DefaultCookiePolicy
from urllib.request import Request

import httpcore2
import httpx2

from compare.sources.fetch.connect import CheckedBackend
from compare.sources.fetch.deadline import Deadline
from compare.sources.fetch.fetch_run import FetchRun
from compare.sources.fetch.fetched_page import UnfetchableError
from compare.sources.fetch.response_body import CODING, read_body, incomplete_answer
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
class PageSession:
    """Connections and cookies of one page: what one page was given, no other page gives back."""

    run: FetchRun
    client: httpx2.Client
    deadline: Deadline
    left_s: float
    waited: bool = False  # as a Retry-After asked for

    def get(self, url: httpx2.URL, headers: Mapping[str, str], cut_at: int | None = None) -> Answer:
        """The answer, of its body at most ``cut`` bytes if given; ``UnfetchableError`` if there is none, or one too large or too slow."""
        world, pace = self.run.environment, self.run.rate_limit
        pace.wait(url.host)
        began = world.clock()
        self.deadline.start(self.left_s)
        try:
            return self._exchanged(url, headers, cut_at)
        except UnfetchableError:
            raise
        except _ANY as error:
            raise UnfetchableError(f"does not answer as HTTP asks ({error}); save the page from a browser") from error
        finally:
            self.left_s -= world.clock() - began
            pace.note_request(url.host)

    def _exchanged(self, url: httpx2.URL, headers: Mapping[str, str], cut: int | None) -> Answer:
        largest = self.run.settings.largest_bytes if cut is None else cut
        with self.client.stream("GET", url, headers=headers) as response:
            try:
                data = read_body(response, largest, cut=cut is not None) if response.status_code == _READ else b""
            except _BROKEN as error:
                raise incomplete_answer() from error
            return Answer(url, response.status_code, response.headers, data, response.request.headers.get("cookie", ""))


class _SendableCookies(DefaultCookiePolicy):
    """Cookies that a request can carry; a server that sets others gets none of them back."""

    def set_ok(self, cookie: Cookie, request: Request) -> bool:
        """As browsers have it, and in ASCII."""
        return bool(super().set_ok(cookie, request)) and f"{cookie.name}{cookie.value}".isascii()


@contextmanager
def open_session(run: FetchRun) -> Iterator[PageSession]:
    """A line for one page. Proxies of the environment are not asked: where a proxy connects to, nobody here could check."""
    deadline = Deadline(run.environment, run.settings)
    headers = {"User-Agent": run.user_agent, "Accept": _ACCEPT, "Accept-Encoding": CODING}
    transport = Transport(CheckedBackend(deadline), run.tls)
    with httpx2.Client(transport=transport, headers=headers, cookies=CookieJar(_SendableCookies()), trust_env=False) as client:
        yield PageSession(run, client, deadline, run.settings.deadline_s)
