"""A page -> the file that it becomes, or the reason why it becomes none."""

import hashlib
import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from compare.model import Skipped
from compare.sources.decode import UndecodableError
from compare.sources.fetch.fetched_page import FetchedPage
from compare.sources.pages.charset import decode_page
from compare.text.tokens import bare

_SUFFIXES = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/atom+xml": ".xml",
    "application/rdf+xml": ".xml",
    "application/rss+xml": ".xml",
    "application/xml": ".xml",
    "text/xml": ".xml",
    "text/plain": ".txt",
    "application/feed+json": ".json",
    "application/jsonl": ".jsonl",
    "application/jsonlines": ".jsonl",
    "application/x-jsonlines": ".jsonl",
    "application/x-ndjson": ".jsonl",
}
_BOM = "\ufeff"  # stands over what a page says of its encoding
_MARKER = f"{_BOM}<!-- fetched by tellings -->\n"
# Windows keeps these names for devices, whatever follows the dot.
_DEVICE = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)\.")
_LONGEST_HOST, _LONGEST_SLUG = 100, 60  # characters, of the 255 bytes that file systems take


@dataclass(frozen=True, slots=True)
class PageFile:
    """Bytes as they go to the disk, and how the file shows there that it is ours: a feed or a text has no room for that but its name."""

    name: str
    url: str
    data: bytes
    marker: bytes


def page_file(page: FetchedPage) -> PageFile | Skipped:
    """The file that is to be written, or why its kind or its bytes are of no use."""
    suffix = _SUFFIXES.get(page.media_type)
    if suffix is None:
        told = f"is {page.media_type}, no page, feed or text" if page.media_type else "does not say what it is"
        return Skipped(page.given_url, f"{told}; save it yourself if you can use it")
    name = _name_of(page.url) + suffix
    if suffix == ".xml":  # says itself how it is encoded, and is read by its bytes
        return PageFile(name, page.url, page.data, b"")
    try:
        text = decode_page(page.data, page.charset or "")
    except UndecodableError as error:
        return Skipped(page.given_url, str(error))
    if suffix == ".html":
        return PageFile(name, page.url, f"{_MARKER}{_saved_from(page.url)}\n{text}".encode("utf-8", "replace"), _MARKER.encode())
    return PageFile(name, page.url, text.encode("utf-8", "replace"), b"")


def _saved_from(url: str) -> str:
    """The line by which browsers say where a page is from, with the length of the URL, which cannot end the comment."""
    escaped = url.replace("--", "%2D%2D").replace(">", "%3E")
    return f"<!-- saved from url=({len(escaped):04d}){escaped} -->"


def _name_of(url: str) -> str:
    """Host, path in ASCII and the first digits of a checksum: readable, and its own for each URL."""
    parts = urlsplit(url)
    host = re.sub(r"[^a-z0-9.]+", "-", parts.netloc.lower()).strip("-")[:_LONGEST_HOST]
    host = _DEVICE.sub(r"\1-", host)
    slug = re.sub(r"[^a-z0-9]+", "-", bare(unquote(parts.path))).strip("-")[:_LONGEST_SLUG].strip("-")
    return "-".join(part for part in (host, slug, hashlib.sha256(url.encode()).hexdigest()[:8]) if part)
