"""A URL as it was given -> the page behind it, over redirects; ``UnfetchableError`` with the reason if there is none."""

import re
from http import HTTPStatus

import httpx2

from compare.sources.fetch.deadline import LATER
from compare.sources.fetch.fetch_run import FetchRun
from compare.sources.fetch.fetched_page import FetchedPage, UnfetchableError
from compare.sources.fetch.page_cache import CacheEntry, find_cached, cache_page
from compare.sources.fetch.redirect import redirect_target
from compare.sources.fetch.request_url import parse_request_url
from compare.sources.fetch.requests_of_page import Answer, PageSession, open_session
from compare.sources.fetch.retry import get_with_retry
from compare.sources.fetch.robots import require_allowed

_OK, _NOT_CHANGED, _FAULT = 200, 304, 500
# Not by the parser of the standard library, which some headers make raise a TypeError.
_CHARSET = re.compile(r"""\bcharset\s*=\s*["']?([^\s"';,]+)""", re.IGNORECASE)
_SAVE = "save the page from a browser"
_SLIP = "look for a slip in the URL"
_REMEDIES = {404: _SLIP, 410: _SLIP, 429: LATER}


def fetch_page(given_url: str, run: FetchRun) -> FetchedPage:
    """Each URL on the way is held to the same rules, robots.txt and address included."""
    url = parse_request_url(given_url)
    seen: set[tuple[str, str]] = set()
    with open_session(run) as line:
        for _ in range(run.settings.most_redirects + 1):
            answer, page = _hop(given_url, url, line)
            if page:
                return page
            target = redirect_target(answer)
            if target is None:
                raise _refused(answer)
            if (str(url), answer.cookies) in seen:  # with another cookie, the same URL may answer otherwise
                raise UnfetchableError(f"redirects in a circle; {_SAVE}")
            seen.add((str(url), answer.cookies))
            url = target
    raise UnfetchableError(f"redirects more than {run.settings.most_redirects} times; {_SAVE}")


def _hop(given_url: str, url: httpx2.URL, session: PageSession) -> tuple[Answer, FetchedPage | None]:
    """One answer, and the page if that is what it is: sent now, or kept since it was."""
    require_allowed(url, session.run)
    known = find_cached(url, session.run)
    answer = get_with_retry(session, url, known[0].conditions if known else {})
    if answer.status == _NOT_CHANGED and known:
        return answer, _page(given_url, known[0], known[1])
    if answer.status != _OK:
        return answer, None
    if not answer.data.strip():
        raise UnfetchableError(f"is empty; {_SAVE}")
    cache_page(answer, session.run)
    return answer, _page(given_url, CacheEntry(str(url), "", "", answer.headers.get("content-type", "")), answer.data)


def _page(given_url: str, cached: CacheEntry, data: bytes) -> FetchedPage:
    charset = _CHARSET.search(cached.content_type)
    media_type = cached.content_type.partition(";")[0].strip().lower()
    return FetchedPage(given_url, cached.url, data, media_type, charset[1].lower() if charset else None)


def _refused(answer: Answer) -> UnfetchableError:
    """The error that a status stands for."""
    phrases = {status.value: f" ({status.phrase})" for status in HTTPStatus}
    remedy = LATER if answer.status >= _FAULT else _REMEDIES.get(answer.status, _SAVE)
    return UnfetchableError(f"answers with status {answer.status}{phrases.get(answer.status, '')}; {remedy}")
