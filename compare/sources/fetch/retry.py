"""A URL -> its answer, asked for a second time if the server says when it will be ready and that is soon."""

from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx2

from compare.sources.fetch.fetched_page import UnfetchableError
from compare.sources.fetch.requests_of_page import Answer, PageSession

_BUSY = frozenset({429, 503})
_LONGEST_DIGITS = 9


def get_with_retry(session: PageSession, url: httpx2.URL, headers: Mapping[str, str]) -> Answer:
    """Waits once a page, and ``fetch.longest_wait_s`` at most; no other failure is tried again."""
    answer = session.get(url, headers)
    wait_s = _retry_after_s(answer, session.run.environment.now())
    if wait_s is None or session.waited:
        return answer
    if wait_s > session.run.settings.longest_wait_s:
        raise UnfetchableError(f"asks to be left alone for {wait_s:.0f} s (status {answer.status}); try again after that")
    session.waited = True
    session.run.environment.sleep(wait_s)
    return session.get(url, headers)


def _retry_after_s(answer: Answer, now: datetime) -> float | None:
    """Seconds of a Retry-After, which is their number or a time."""
    given = answer.headers.get("retry-after", "").strip()
    if answer.status not in _BUSY or not given:
        return None
    if given.isascii() and given.isdigit():
        return float(given[:_LONGEST_DIGITS])
    try:
        at = parsedate_to_datetime(given)
    except (ValueError, OverflowError):  # the latter for a year of many digits
        return None
    return max(0.0, ((at if at.tzinfo else at.replace(tzinfo=UTC)) - now).total_seconds())
