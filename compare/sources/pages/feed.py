"""An RSS or Atom file -> one article or one reason an entry.

Of a feed that brings together what others published (Google News, Bing News, a planet), the outlet is whom an entry names as its source.
"""

import io
import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import PurePosixPath
from typing import Any, BinaryIO

import regex

from compare.model import Article, Credits, Cut, Skipped
from compare.settings import InputSettings
from compare.sources.address_date import date_in_url
from compare.sources.cut_text import find_cut
from compare.sources.decode import UndecodableError
from compare.sources.page_address import is_web, outlet_of, path_of
from compare.sources.pages.charset import decode_page
from compare.sources.pages.limit_attributes import limit_attributes
from compare.sources.pages.saved_page import parse_html
from compare.sources.pages.text_blocks import blocks, one_line
from compare.sources.pages.xml_declaration import from_declaration
from compare.sources.plain_text import file_id
from compare.sources.publication_dates import read_publication_date
from compare.sources.read_file import read_whole
from compare.sources.source import Entry, Source
from compare.sources.unusable_text import why_unusable
from compare.text.tokens import normalised

_AS_UTF_8 = {"content-type": "application/xml; charset=utf-8"}
_END = regex.compile(r"</(?:rss|feed|(?:\w+:)?RDF)\s*>\s*+(?:<!--.*?-->\s*+)*\Z", regex.IGNORECASE | regex.DOTALL)
_HALF = "stands where its feed is cut off, and may be a part of an entry; save the feed again"
_TAGS = 4  # for each element of a page: entries are many, and their markup is plain


def read_feed(file: BinaryIO, source: Source, settings: InputSettings) -> Iterator[Entry]:
    """Each entry with its place ``origin:number``, in order; what is damaged ends the feed with a word."""
    data = read_whole(file, source.origin, settings)
    if isinstance(data, Skipped):
        yield Entry(source.origin, data)
        return
    try:
        text = from_declaration(limit_attributes(decode_page(data, source.headers.charset)))
    except UndecodableError as error:
        yield Entry(source.origin, Skipped(source.origin, str(error)))
        return
    if (count := text.count("<")) > _TAGS * settings.most_elements:
        yield Entry(source.origin, Skipped(source.origin, f"is a feed of {count} tags; split it or raise input.most_elements"))
        return
    feed = _parsed(text, source.headers.url)
    if feed is None:
        yield Entry(source.origin, Skipped(source.origin, "is a feed too damaged to be read; save it again"))
        return
    if not feed.entries:
        yield Entry(source.origin, Skipped(source.origin, "is a feed without an entry; save it again"))
    site = one_line(feed.feed.get("title") or "")
    cut = _END.search(text) is None
    for number, entry in enumerate(feed.entries, 1):
        place = f"{source.origin}:{number}"
        is_whole = number < len(feed.entries) or not cut
        yield Entry(place, _article(entry, place, site, settings) if is_whole else Skipped(place, _HALF))
    if feed.bozo and _is_damage(feed.bozo_exception) and not cut:
        place = f"{source.origin}:{len(feed.entries) + 1}"
        problem = one_line(str(feed.bozo_exception))
        yield Entry(place, Skipped(place, f"is damaged, and entries behind the damage may be missing ({problem}); save it again"))


def _parsed(text: str, url: str) -> Any:  # noqa: ANN401 - feedparser publishes no types
    """What feedparser makes of it; nothing where it gives up."""
    import feedparser

    headers = {**_AS_UTF_8, "content-location": url}
    file = io.BytesIO(text.encode("utf-8", "replace"))  # it would take text for an address or a path and open that
    try:
        return feedparser.parse(file, sanitize_html=False, resolve_relative_uris=False, response_headers=headers)
    except Exception:  # noqa: BLE001 - another's program, which stumbles over what is out of place: whatever it raises costs this feed alone
        return None


def _is_damage(error: Exception) -> bool:
    """Whether entries may be lost by it; a wrong media type or a declared encoding that was overridden costs nothing."""
    from xml.sax import SAXParseException

    return isinstance(error, SAXParseException)


def _article(entry: Mapping[str, Any], place: str, site: str, settings: InputSettings) -> Article | Skipped:
    name, address = _source(entry)
    title = _without_source(normalised(" ".join(_lines(entry.get("title") or ""))), name)
    lines = (normalised(line) for line in _lines(_markup(entry)))
    text = "\n".join(title if _without_source(line, name) == title else line for line in lines)
    problem = why_unusable(text, settings)
    if problem:
        return Skipped(place, problem)
    link = entry.get("link") or ""
    url = link if is_web(link) else None
    raw = {name: entry.get(name) or "" for name in ("id", "link", "title", "author", "published")}
    digest = sha256(json.dumps([raw, text], ensure_ascii=False, allow_nan=False).encode("utf-8", "surrogatepass")).hexdigest()
    stem = PurePosixPath(path_of(url) if url else place).stem
    return Article(
        id=file_id(digest, stem),
        outlet=normalised(outlet_of(address, name, settings) or outlet_of(url or "", site, settings)) or stem,
        text=text,
        origin=place,
        sha256=digest,
        title=title or None,
        published=read_publication_date(raw["published"] or entry.get("updated") or "") or (date_in_url(url) if url else None),
        url=url,
        credits=Credits(byline=normalised(one_line(raw["author"])) or None),
        form="feed",
        cut=_cut(entry, text),
    )


def _source(entry: Mapping[str, Any]) -> tuple[str, str]:
    """Name and address of whom the entry is taken from (RSS 2.0 and RFC 4287 ``source``; Bing's ``News:Source``); "" for none."""
    given = entry.get("source") or {}
    name = one_line(given.get("title") or entry.get("news_source") or "")
    address = given.get("href") or given.get("link") or ""
    return normalised(name), address if is_web(address) else ""


def _without_source(line: str, source: str) -> str:
    """A headline without the source's name that a search adds to it (``Ferry hits pier - Reuters``)."""
    shorter = line.removesuffix(source).rstrip()
    said = shorter.rstrip("-–—|").rstrip()
    return said if source and shorter != line and said else line


def _cut(entry: Mapping[str, Any], text: str) -> Cut | None:
    """An entry without content has a synopsis, as RSS and Atom define ``description`` and ``summary``: what it leaves out is not known."""
    whole = any(content.get("value") for content in entry.get("content") or ())
    found = find_cut(text.split("\n"))
    if whole or (found and found.reason == "paywall"):
        return found
    return Cut("excerpt", "feed-summary", found.says if found else None)


def _markup(entry: Mapping[str, Any]) -> str:
    """The longest of what the entry gives as its content, else its summary."""
    given = [content.get("value") or "" for content in entry.get("content") or ()]
    return max([*given, entry.get("summary") or ""], key=len)


def _lines(markup: str) -> list[str]:
    root = parse_html(limit_attributes(f"<div>{markup}</div>")) if markup.strip() else None
    return [] if root is None else [block.text for block in blocks(root)]
