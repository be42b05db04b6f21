"""What comes of asking for a page: the page as it was served, or the error that says why there is none."""

from dataclasses import dataclass

from compare.sources.source import Source, SourceHeaders, source_of


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page; ``data`` is free of its content encoding, ``media_type`` in lower case without parameters, ``""`` where none was named."""

    given_url: str  # as it was given
    url: str  # after redirects, without a fragment
    data: bytes
    media_type: str
    charset: str | None = None  # as the server names it


def page_source(page: FetchedPage) -> Source:
    """Its bytes, for a reader, called by the address that they came from."""
    return source_of(page.data, page.url, SourceHeaders(page.url, page.media_type, page.charset or ""))


class UnfetchableError(ValueError):
    """A page cannot be had; the message says why and what to do."""


class UnreachableError(UnfetchableError):
    """Nor can any other page of this host."""
