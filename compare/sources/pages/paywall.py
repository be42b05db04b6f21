"""A page and the lines taken for its article -> why the article is known to be cut, or nothing."""

from collections.abc import Iterator, Sequence
from itertools import islice

import regex

from compare.model import Cut
from compare.sources.cut_text import find_cut, find_wall
from compare.sources.pages.linked_data import LinkedData
from compare.sources.pages.text_blocks import Block, Element, blocks

_BEHIND = 5  # blocks behind the article's last line; below stands the page's own offer to subscribe
_WALL = regex.compile(
    r"pay-?wall|meter(?:ed)?-?(?:wall|box|prompt)|reg(?:istration)?-?wall|subscri\w*-?(?:wall|only|prompt|gate)|premium-?wall", regex.I
)
# Of the words that a page says its article has: one that a subscriber saved says that it costs, and is whole. Of 88 pages six say that they
# cost, three of which are whole.
_WHOLE = 0.85
_MOST_WALLS = 20  # elements so called that are looked at
_MOST_BLOCKS = 12  # of each: one with more holds the article, as https://schema.org/hasPart has it marked
_HIDDEN = regex.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", regex.I)
_TIERS = frozenset({"locked"})  # of ``article:content_tier``; "metered" is open until so many were read


def find_page_cut(root: Element, linked: LinkedData, page: Sequence[Block], lines: Sequence[str]) -> Cut | None:
    """What the page says for machines; else a wall in the text, behind it or in a box of that name; else how the text ends."""
    is_whole = linked.words > 0 and sum(len(line.split()) for line in lines) >= _WHOLE * linked.words
    if (linked.is_closed or _says_closed(root)) and not is_whole:
        return find_wall(lines) or _behind(page, lines) or Cut("paywall", "not-free")
    return find_wall(lines[-_BEHIND:]) or _behind(page, lines) or _boxed(root) or find_cut(lines)


def _says_closed(root: Element) -> bool:
    """By microdata, or by the tier of an article (``article:content_tier`` of Facebook's instant articles)."""
    for meta in root.iter("meta"):
        said = (meta.get("content") or "").strip().lower()
        if (meta.get("property") or meta.get("name")) == "article:content_tier" and said in _TIERS:
            return True
        if meta.get("itemprop") == "isAccessibleForFree" and said == "false":
            return True
    return False


def _behind(page: Sequence[Block], lines: Sequence[str]) -> Cut | None:
    last = next((at for at in range(len(page) - 1, -1, -1) if lines and page[at].text == lines[-1]), None)
    if last is None:
        return None
    return find_wall([block.text for block in page[last + 1 : last + 1 + _BEHIND] if not _is_hidden(block.element)])


def _boxed(root: Element) -> Cut | None:
    for box in islice(_boxes(root), _MOST_WALLS):
        inside = list(islice(blocks(box), _MOST_BLOCKS + 1))
        found = find_wall([block.text for block in inside]) if len(inside) <= _MOST_BLOCKS else None
        if found:
            return found
    return None


def _boxes(root: Element) -> Iterator[Element]:
    for name in ("div", "section", "aside", "p"):
        for element in root.iter(name):
            if _WALL.search(f"{element.get('class') or ''} {element.get('id') or ''}") and not _is_hidden(element):
                yield element


def _is_hidden(element: Element) -> bool:
    """By itself or by what is around it; what a style sheet hides is not known here."""
    around = [element, *element.iterancestors()]
    return any(each.get("hidden") is not None or _HIDDEN.search(each.get("style") or "") for each in around)
