"""A URL -> the page that was kept of it, with what to ask the server so that it is sent only if it changed.

An entry is the SHA-256 of the rest, then a line of JSON, then the page. It appears whole or not at all, so runs may share a folder.
Nothing is ever taken from here without asking the server, and nothing is ever removed: empty the folder when it grows too large.
"""

import hashlib
import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import httpx2

from compare.settings import folder_of
from compare.sources.fetch.fetch_run import FetchRun
from compare.sources.fetch.requests_of_page import Answer
from compare.system.whole_file import write_whole
from compare.text.tokens import checksum

_DIGEST = hashlib.sha256().digest_size  # bytes before an entry


@dataclass(frozen=True, slots=True)
class CacheEntry:
    """What the server said of a page when it last sent it."""

    url: str
    etag: str
    modified: str
    content_type: str

    @property
    def conditions(self) -> dict[str, str]:
        """The headers of a request for a page that differs from this one; what no request can carry is not asked about."""
        headers = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in headers.items() if value and value.isascii() and value.isprintable()}


def find_cached(url: httpx2.URL, run: FetchRun) -> tuple[CacheEntry, bytes] | None:
    """The page as it was kept; nothing if the entry is damaged, of another URL, or larger than what is wanted now."""
    if not run.settings.cache:
        return None
    try:
        entry = _path_of(url, run).read_bytes()
    except OSError:
        return None
    if hashlib.sha256(entry[_DIGEST:]).digest() != entry[:_DIGEST]:
        return None
    head, _, data = entry[_DIGEST:].partition(b"\n")
    kept = _entry_of(head)
    return (kept, data) if kept and kept.url == str(url) and len(data) <= run.settings.largest_bytes else None


def cache_page(answer: Answer, run: FetchRun) -> None:
    """A page that the server can be asked about again, unless it says not to keep it."""
    told = answer.headers
    kept = CacheEntry(str(answer.url), told.get("etag", ""), told.get("last-modified", ""), told.get("content-type", ""))
    if not run.settings.cache or not kept.conditions or "no-store" in told.get("cache-control", "").lower():
        return
    entry = json.dumps(asdict(kept), allow_nan=False).encode() + b"\n" + answer.data
    try:
        write_whole(_path_of(answer.url, run), hashlib.sha256(entry).digest() + entry)
    except OSError as error:
        run.environment.warn(f"pages are not kept in {run.settings.cache} ({error.strerror}): name another folder in fetch.cache")


def _path_of(url: httpx2.URL, run: FetchRun) -> Path:
    name = checksum(str(url))
    return folder_of(run.settings.cache, "fetch.cache") / name[:2] / name[2:]


def _entry_of(head: bytes) -> CacheEntry | None:
    try:
        found: Any = json.loads(head)
        return CacheEntry(**{name: str(value) for name, value in found.items()})
    except (ValueError, TypeError, AttributeError):  # an entry of another version
        return None
