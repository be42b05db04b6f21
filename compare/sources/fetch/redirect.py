"""An answer -> where it leads on to, if it does; ``UnfetchableError`` if that is nowhere to go."""

import httpx2

from compare.sources.fetch.fetched_page import UnfetchableError
from compare.sources.fetch.request_url import parse_request_url
from compare.sources.fetch.requests_of_page import Answer

_STATUSES = frozenset({301, 302, 303, 307, 308})
_SHOWN = 200  # characters of a URL that a server made up


def redirect_target(answer: Answer) -> httpx2.URL | None:
    """Held to the same rules as a URL that is given, and never from https down to http: anyone on the way could have changed that page."""
    location = answer.headers.get("location")
    if answer.status not in _STATUSES or location is None:
        return None
    try:
        target = parse_request_url(str(answer.url.join(location)))
    except (UnfetchableError, httpx2.InvalidURL, ValueError) as error:
        raise UnfetchableError(f"redirects to {location[:_SHOWN]!r}, which cannot be followed; open the URL in a browser") from error
    if answer.url.scheme == "https" and target.scheme == "http":
        raise UnfetchableError("redirects from https to http, where anyone on the way can change it; give the http URL if that is meant")
    return target
