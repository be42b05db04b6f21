"""The text of a page -> what trafilatura takes for its article, and what it reads of the page's own data; nothing if it finds none."""

from contextlib import suppress
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING, Any

from compare.sources.pages.blocks import Element, blocks, one_line
from compare.sources.pages.templates import told_apart

if TYPE_CHECKING:
    from trafilatura.settings import Document

# An article has more. Below, the page is read once more by rules that leave out less, as a notice of two lines wants.
_LEAST_CHARS = 250
# htmldate would look at today's date and guess by any figures in the text: the same page has to give the same date tomorrow.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_PARAGRAPHS = frozenset(["p", "li", "blockquote"])
# What trafilatura leaves out wherever it stands. It searches the whole page a dozen times before it does so.
_LEFT_OUT = ("script", "style", "noscript", "svg", "iframe", "button", "nav", "footer", "aside")


@dataclass(frozen=True, slots=True)
class Extracted:
    """Lines of the article; "" for what the page does not say."""

    lines: tuple[str, ...]
    title: str
    site: str
    author: str
    url: str
    description: str


def extracted(text: str, url: str) -> Extracted | None:
    """By trafilatura's rules alone: its other extractors take fifty times as long where it is unsure, and let more in.

    Strict rules go first, since a line of another article does more harm in a comparison than a missing one of a notice.
    """
    from lxml import etree
    from trafilatura.utils import load_html

    try:
        root = load_html(text)
        if root is None:
            return None
        said = _said(root, url)
        etree.strip_elements(root, *_LEFT_OUT, with_tail=False)
        told_apart(root)
        lines = _body(root, favor_precision=True)
        if sum(map(len, lines)) < _LEAST_CHARS:
            lines = _stated(root) or lines or _body(text)
    except Exception:  # noqa: BLE001 - another's program, which names no errors of its own: whatever it raises costs this page alone
        return None
    return Extracted(
        lines=tuple(lines),
        title=one_line(said.title or ""),
        site=one_line(said.sitename or "").removeprefix("@"),
        author=one_line(said.author or ""),
        url=said.url or "",
        description=one_line(said.description or ""),
    )


def _stated(root: Element) -> list[str]:
    """The paragraphs of what the page itself calls the body, else of its only article, or of its first one if the headline is in it."""
    named = root.findall(".//*[@itemprop='articleBody']")
    articles = [article for article in root.iter("article") if next(article.iterancestors("article"), None) is None]
    if len(named) == 1:
        inside = named[0]
    elif articles and (len(articles) == 1 or articles[0].find(".//h1") is not None):
        inside = articles[0]
    else:
        return []
    return [block.text for block in blocks(inside) if _is_paragraph(block.element, inside)]


def _is_paragraph(element: Element, inside: Element) -> bool:
    around = list(takewhile(lambda each: each is not inside, (element, *element.iterancestors())))
    return any(each.tag in _PARAGRAPHS for each in around) and all(each.tag != "article" for each in around)


def _body(page: Element | str, **strictness: bool) -> list[str]:
    from trafilatura import bare_extraction

    found = bare_extraction(page, include_comments=False, fast=True, **strictness)
    return [] if found is None or found.body is None else [block.text for block in blocks(found.body)]


def _said(root: Element, url: str) -> "Document":
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


def guessed_date(root: Element, url: str) -> str:
    """The day that htmldate finds (``YYYY-MM-DD``), or ""."""
    from htmldate import find_date

    dates: dict[str, Any] = _DATES
    try:
        return find_date(root, url=url or None, **dates) or ""
    except Exception:  # noqa: BLE001 - as above
        return ""
