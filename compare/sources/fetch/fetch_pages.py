"""URLs -> pages, in order; whatever goes wrong with one is the reason why it is skipped."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from compare.model import Skipped
from compare.settings import FetchSettings
from compare.sources.fetch.environment import Environment
from compare.sources.fetch.fetched_page import FetchedPage, UnfetchableError

if TYPE_CHECKING:
    from compare.sources.fetch.fetch_run import FetchRun

_CREDENTIALS = re.compile(r"(?<=//)[^/?#]*@")


def is_url(given: str) -> bool:
    """Whether an input is meant as a page of the network, not as a file."""
    return given[:8].lower().startswith(("http://", "https://"))


def fetch_pages(urls: Iterable[str], settings: FetchSettings, environment: Environment | None = None) -> Iterator[FetchedPage | Skipped]:
    """One after the other, each asked for when it is wanted; ``SettingsError`` if ``fetch.user_agent`` cannot be sent."""
    from compare.sources.fetch.fetch_run import start_run

    run = start_run(settings, environment or Environment())
    for given in urls:
        yield _page_or_reason(given, run)


def _page_or_reason(given: str, run: "FetchRun") -> FetchedPage | Skipped:
    from compare.sources.fetch.fetch_page import fetch_page

    try:
        return fetch_page(given, run)
    except UnfetchableError as error:
        return Skipped(_CREDENTIALS.sub("***@", given), str(error))  # a report must not carry a password on
