"""URLs -> pages, in order; whatever goes wrong with one is the reason why it is skipped."""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from compare.model import Skipped
from compare.settings import FetchSettings
from compare.sources.fetch.environment import World
from compare.sources.fetch.fetched_page import Fetched, UnfetchableError

if TYPE_CHECKING:
    from compare.sources.fetch.fetch_run import Run

_CREDENTIALS = re.compile(r"(?<=//)[^/?#]*@")


def is_url(given: str) -> bool:
    """Whether an input is meant as a page of the network, not as a file."""
    return given[:8].lower().startswith(("http://", "https://"))


def fetch_pages(urls: Iterable[str], settings: FetchSettings, world: World | None = None) -> Iterator[Fetched | Skipped]:
    """One after the other, each asked for when it is wanted; ``SettingsError`` if ``fetch.user_agent`` cannot be sent."""
    from compare.sources.fetch.fetch_run import begin

    run = begin(settings, world or World())
    for given in urls:
        yield _fetched(given, run)


def _fetched(given: str, run: "Run") -> Fetched | Skipped:
    from compare.sources.fetch.fetch_page import page_of

    try:
        return page_of(given, run)
    except UnfetchableError as error:
        return Skipped(_CREDENTIALS.sub("***@", given), str(error))  # a report must not carry a password on
