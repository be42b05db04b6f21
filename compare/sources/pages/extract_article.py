"""The text of a page -> what trafilatura takes for its article, and what it reads of the page's own data; nothing if it finds none."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from compare.sources.pages.page_head import PageHead, read_page_head
from compare.sources.pages.templates import simplify_template
from compare.sources.pages.text_blocks import Element, blocks

# An article has more. Below, the page is read once more by rules that leave out less, as a notice of two lines wants.
_LEAST_CHARS = 250
# Of what the balanced rules take; any between .3 and .6 decides alike on real pages.
_LEAST_SHARE = 0.5
_LEAST_PIECE = 50  # code points
# htmldate would look at today's date and guess by any figures in the text: the same page has to give the same date tomorrow.
_DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
_PARAGRAPHS = frozenset(["p", "li", "blockquote"])
# What trafilatura leaves out wherever it stands. It searches the whole page a dozen times before it does so.
_LEFT_OUT = ("script", "style", "noscript", "svg", "iframe", "button", "nav", "footer", "aside")


@dataclass(frozen=True, slots=True)
class ExtractedArticle:
    """Lines of the article, and what the page says of itself."""

    lines: tuple[str, ...]
    head: PageHead


def extract_article(text: str, url: str) -> ExtractedArticle | None:
    """By trafilatura's rules alone: its other extractors take fifty times as long where it is unsure, and let more in.

    Strict rules go first, since a line of another article does more harm in a comparison than a missing one of a notice.
    """
    from lxml import etree
    from trafilatura.utils import load_html

    try:
        root = load_html(text)
        if root is None:
            return None
        said = read_page_head(root, url)
        etree.strip_elements(root, *_LEFT_OUT, with_tail=False)
        simplify_template(root)
        lines = _article(root)
    except Exception:  # noqa: BLE001 - another's program, which names no errors of its own: whatever it raises costs this page alone
        return None
    return ExtractedArticle(tuple(lines), said)


def _article(root: Element) -> list[str]:
    """The lines by strict rules; where they leave out more than half of what the balanced ones take, they took something else for it."""
    strict = _body(root, favor_precision=True)
    taken = sum(map(len, strict))
    if taken < _LEAST_CHARS and (stated := _stated(root)):
        return stated
    if taken >= max(_LEAST_CHARS, _LEAST_SHARE * _long_text_size(root)):
        return strict
    balanced = _body(root)
    return strict if _share(balanced, strict) >= _LEAST_SHARE else balanced


def _long_text_size(root: Element) -> int:
    """Code points that the balanced rules could take for text: a menu and a list of headlines are cut in shorter pieces."""
    return sum(len(text) for text in root.itertext() if len(text) >= _LEAST_PIECE)


def _share(lines: Sequence[str], held: Sequence[str]) -> float:
    """How much of the words of ``lines`` stands in ``held``."""
    words, others = (Counter(" ".join(each).split()) for each in (lines, held))
    return (words & others).total() / max(1, words.total())


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


def guessed_date(root: Element, url: str) -> str:
    """The day that htmldate finds (``YYYY-MM-DD``), or ""."""
    from htmldate import find_date

    dates: dict[str, Any] = _DATES
    try:
        return find_date(root, url=url or None, **dates) or ""
    except Exception:  # noqa: BLE001 - as above
        return ""
