"""A URL -> nothing, or ``UnfetchableError`` where the robots.txt of its host forbids it (RFC 9309)."""

import httpx2
from protego import Protego

from compare.sources.fetch.deadline import LATER
from compare.sources.fetch.fetch_run import FetchRun
from compare.sources.fetch.fetched_page import UnfetchableError, UnreachableError
from compare.sources.fetch.redirect import redirect_target
from compare.sources.fetch.requests_of_page import Answer, PageSession, open_session

PRODUCT_TOKEN = "tellings"  # noqa: S105 - the product token that a robots.txt may name
_LARGEST = 500 * 1024  # bytes; the least that RFC 9309 asks for, and what others read
_AGREED = "save the page from a browser, or set fetch.robots = false if the outlet agreed to it"


def require_allowed(url: httpx2.URL, run: FetchRun) -> None:
    """Reads the robots.txt of a scheme, host and port once a run."""
    if not run.settings.robots:
        return
    place = url.copy_with(raw_path=b"/robots.txt")
    if str(place) not in run.rules:
        run.rules[str(place)] = _rules(place, run)
    rules = run.rules[str(place)]
    if isinstance(rules, UnfetchableError):
        raise type(rules)(*rules.args)
    if not rules.can_fetch(str(url), PRODUCT_TOKEN):
        raise UnfetchableError(f"is closed to programs by {place}; {_AGREED}")


def _rules(place: httpx2.URL, run: FetchRun) -> Protego | UnfetchableError:
    """Of a server that has none, everything is allowed; of one that cannot say, nothing."""
    try:
        with open_session(run) as line:
            answer = _follow_redirects(place, line)
    except UnreachableError as error:
        return error
    except UnfetchableError as error:
        return UnfetchableError(f"has a robots.txt that cannot be read, which closes the site: {error}")
    if answer.status >= 500:
        return UnfetchableError(f"has a robots.txt that cannot be read (status {answer.status}), which closes the site; {LATER}")
    rules = Protego.parse(answer.data.decode("utf-8", "replace"))
    run.rate_limit.set_delay(place.host, rules.crawl_delay(PRODUCT_TOKEN))
    return rules


def _follow_redirects(place: httpx2.URL, session: PageSession) -> Answer:
    """Its answer, on whichever host: the rules count for the host that was asked first."""
    for _ in range(session.run.settings.most_redirects + 1):
        answer = session.get(place, {}, cut_at=_LARGEST)
        target = redirect_target(answer)
        if target is None:
            return answer
        place = target
    raise UnfetchableError(f"redirects more than {session.run.settings.most_redirects} times; {LATER}")
