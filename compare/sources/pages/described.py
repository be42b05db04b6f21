"""A page's own data on itself -> when it appeared, where it stands, and who wrote it."""

from collections.abc import Iterator, Sequence

import regex

from compare.model import Published
from compare.sources.address import is_web, path_of
from compare.sources.address_date import date_in_url
from compare.sources.pages.arrange import around, is_credit
from compare.sources.pages.blocks import Block, Element
from compare.sources.pages.extract import guessed_date
from compare.sources.published import read_published

# Names under which templates give the moment of publication; those of a change come nowhere in here.
_PUBLISHED = frozenset(
    """article:published_time og:published_time og:article:published_time datepublished date_published pubdate publishdate publish-date
    publish_date published_date publication_date article.published article_date_original dc.date.issued dc.date dcterms.created dcterms.issued
    dcterms.date parsely-pub-date sailthru.date cxenseparse:recs:publishtime date originalpublicationdate""".split()
)
_NAMES = ("property", "name", "itemprop", "http-equiv")
_LD_DATE = regex.compile(r'"datePublished"\s*+:\s*+"(?P<date>[^"]{4,40})"')
_LD_TYPE = "application/ld+json"
_LD_WITHIN = 500_000  # code points of a script
_DATE_NAMES = regex.compile(r"date|time|publish|ngay|post", regex.IGNORECASE)
_LONGEST_DATE_WORDS = 12
_SAVED_FROM = regex.compile(
    r"<!--\s*+(?:saved from url=\(\d{4,}\)|Page saved with SingleFile\s+url:\s*+)(?P<url>https?://[^\s<>\"]{1,2000})", regex.I
)
_SAVED_WITHIN = 4096  # code points


def published_of(root: Element, head: Sequence[Block], url: str) -> Published | None:
    """What the page states for machines; else what htmldate finds, with the time of day of a date line of ``head``; else the address."""
    stated = next((date for raw in _stated(root) if (date := read_published(raw))), None)
    if stated:
        return stated
    lines = [date for block in head if _is_date_line(block) and (date := read_published(block.text))]
    guessed = guessed_date(root, url)
    day = read_published(guessed) if guessed else None
    if day:
        return next((line for line in lines if line.value.startswith(day.value)), day)
    return lines[0] if lines else date_in_url(url)


def _stated(root: Element) -> Iterator[str]:
    for meta in root.iter("meta"):
        if any((meta.get(name) or "").lower() in _PUBLISHED for name in _NAMES):
            yield meta.get("content") or ""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() == _LD_TYPE:
            found = _LD_DATE.search((script.text or "")[:_LD_WITHIN])
            yield found["date"] if found else ""
    for name in ("time", "span", "abbr", "p", "div"):
        for element in root.iter(name):
            if element.get("itemprop") == "datePublished" or (name == "time" and element.get("pubdate") is not None):
                yield element.get("datetime") or element.get("content") or element.text or ""


def _is_date_line(block: Block) -> bool:
    return len(block.text.split()) <= _LONGEST_DATE_WORDS and any(map(_DATE_NAMES.search, around(block.element)))


def byline_of(author: str, head: Sequence[Block]) -> str | None:
    """As the page states it for machines, else the line between title and text that names an author."""
    return author or next((block.text for block in head if is_credit(block) and not read_published(block.text)), None)


def address_of(root: Element, canonical: str, told: str, text: str) -> str | None:
    """The canonical address; that of the server where it leads to a front page; else where a browser says that it saved the page from."""
    if _is_inner(canonical):
        return canonical
    saved = _SAVED_FROM.search(text, 0, _SAVED_WITHIN)
    known = told or (saved["url"].replace("%2D%2D", "--") if saved else _read_from(root))
    return known if _is_inner(known) else next(filter(is_web, (canonical, known)), None)


def _is_inner(url: str) -> bool:
    """Whether it leads to more than a front page."""
    return is_web(url) and bool(path_of(url).strip("/"))


def _read_from(root: Element) -> str:
    """Where a page in a browser's reader view was read from."""
    return next((link.get("href") or "" for link in root.iter("a") if "reader-domain" in (link.get("class") or "").split()), "")
