"""A page's tree -> what its head says for machines: title, site, author, address, description; "" for what it does not say."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import regex

from compare.sources.pages.text_blocks import Element, plain_line

if TYPE_CHECKING:
    from trafilatura.settings import Document

# Where these stand the head is over, whatever a parser made of it.
_BODY_BEGINS = frozenset(["h1", "h2", "p", "article", "main", "nav", "header", "table", "form"])
_HOST = regex.compile(r"(?:https?://)?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/?\S*")
_LONGEST_SITE = 60  # code points; a longer name is a slogan


@dataclass(frozen=True, slots=True)
class PageHead:
    """What the page says of itself."""

    title: str
    site: str
    author: str
    url: str
    description: str
    is_article: bool  # by ``og:type``, or because it says when it was published


def read_page_head(root: Element, url: str) -> PageHead:
    """Changes the tree: what an element that does not belong into the head pushed into the body goes back."""
    _make_whole(root)
    site = next((meta.get("content") for meta in _metas(root, "og:site_name") if meta.get("content")), "")
    kinds = [(meta.get("content") or "").lower() for meta in _metas(root, "og:type")]
    said = _document(root, url)
    return PageHead(
        title=plain_line(said.title or ""),
        site=plain_line(site or said.sitename or "").removeprefix("@"),
        author=plain_line(said.author or ""),
        url=said.url or "",
        description=plain_line(said.description or ""),
        is_article="article" in kinds or any(True for _ in _metas(root, "article:published_time")),
    )


def site_or_publisher(site: str, publisher: str) -> str:
    """What the site calls itself goes before who publishes it, which may be its news desk; but for an address or a slogan."""
    is_name = bool(site) and len(site) <= _LONGEST_SITE and not _HOST.fullmatch(site)
    return site if is_name or not publisher else publisher


def _metas(root: Element, name: str) -> Iterator[Element]:
    return (meta for meta in root.iterfind(".//head/meta") if (meta.get("property") or meta.get("name") or "").lower() == name)


def _make_whole(root: Element) -> None:
    """A ``<div>`` or ``<iframe>`` ends a head for a parser; the tags behind it are still its own, down to the first of a body."""
    head, body = root.find("head"), root.find("body")
    if body is None:
        return
    if head is None:
        head = root.makeelement("head")
        root.insert(0, head)
    lost = []
    for element in body.iterdescendants():
        if element.tag in _BODY_BEGINS:
            break
        if _is_of_head(element, head):
            lost.append(element)
    for element in lost:
        element.tail = None
        head.append(element)


def _is_of_head(element: Element, head: Element) -> bool:
    if element.tag == "meta":
        return element.get("itemprop") is None and element.get("content") is not None
    return (element.tag == "link" and element.get("rel") == "canonical") or (element.tag == "title" and head.find("title") is None)


def _document(root: Element, url: str) -> "Document":
    """What ``trafilatura.metadata.extract_metadata`` reads, without its searches of the whole page for authors and categories.

    These take two thirds of the time of a page, and find the authors of comments and of other articles.
    """
    from trafilatura.metadata import examine_meta, extract_meta_json, extract_title, extract_url

    said = examine_meta(root)
    with suppress(Exception):  # data that nests without end raises whatever it raises, and the page says enough without it
        said = extract_meta_json(root, said)
    said.title = said.title or extract_title(root)
    said.url = said.url or extract_url(root, url or None)
    return said
