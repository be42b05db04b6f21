"""A tree of elements, of HTML or of trafilatura's output -> its lines of text in order, as a browser separates them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any

import regex

Element = Any  # an lxml element; lxml publishes no types

# Elements that stand on a line of their own: of HTML, and of the TEI that trafilatura writes (``head``, ``list``, ``item``, ``row``).
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
    h6 header hgroup hr html li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul amp-sidebar amp-accordion br
    cell head item lb list quote row""".split()
)
_ROWS = frozenset(["tr", "row"])
# What stands in these is no text.
_SILENT = frozenset(
    """script style noscript template svg math iframe object embed canvas audio video map select option datalist textarea button input
    amp-ad amp-analytics amp-embed link meta title""".split()
)
BETWEEN_CELLS = " | "
_BREAKS = frozenset(["br", "lb"])
_LONGEST_BROKEN_CELL = 100  # code points; a name or a figure with its unit on two lines has fewer
_LOWER_END, _UPPER_BEGIN = regex.compile(r"\p{Ll}$"), regex.compile(r"^\p{Lu}\p{Ll}")


@dataclass(slots=True)
class Block:
    """One line of text, the element that its first letters stand in, and those of all its pieces."""

    text: str
    element: Element
    parts: tuple[Element, ...] = ()


def blocks(root: Element) -> Iterator[Block]:
    """Every line that holds anything but white space; the cells of a row of data are one line, those of a row of layout are not."""
    from lxml import etree

    held: list[tuple[str, Element]] = []  # texts of a line, and what they stand in
    walk = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walk:
        name = element.tag
        if held and name in _BLOCKS:
            if line := _line(held):
                yield line
            held = []
        if event != "start":
            if element.tail and element is not root:
                held.append((_tail(element, name), element.getparent()))
        elif name in _SILENT:
            walk.skip_subtree()
        elif name in _ROWS and _is_data(element):
            held = [(_cells(element), element)]
            walk.skip_subtree()
        elif text := element.text:
            held.append((f" {text}" if name == "span" and held and _touches(held[-1][0], text) else text, element))
    if line := _line(held):
        yield line


def _line(held: Sequence[tuple[str, Element]]) -> Block | None:
    for text, element in held:
        if not text.isspace():
            parts = tuple(part for text, part in held if not text.isspace())
            return Block(one_line("".join([text for text, _ in held])), element, parts)
    return None


def is_link(block: Block) -> bool:
    """Whether the whole line is a link's."""
    link = next((each for each in (block.element, *block.element.iterancestors()) if each.tag == "a"), None)
    link = link if link is not None else next(block.element.iter("a"), None)
    return link is not None and one_line("".join(link.itertext())) == block.text


def one_line(text: str) -> str:
    """Every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def plain_line(text: str) -> str:
    """A line of a page's data on itself, where references are often written as in its text: ``NH&#7852;T`` and ``&amp;quot;``."""
    return one_line(unescape(unescape(text)))


def holds_blocks(element: Element) -> bool:
    """Whether anything in it begins a line, but for mere breaks."""
    return any(inner.tag in _BLOCKS and inner.tag not in _BREAKS for inner in element.iterdescendants())


def _is_data(row: Element) -> bool:
    """Whether no cell holds a paragraph, a list or another table, as cells do by which old pages are laid out; nor lines of a text."""
    if any(child.tag in _BLOCKS and child.tag not in _BREAKS for cell in row for child in cell):
        return False
    broken = [cell for cell in row if next(cell.iter(*_BREAKS), None) is not None]
    return not any(len("".join(cell.itertext())) > _LONGEST_BROKEN_CELL for cell in broken)


def _cells(row: Element) -> str:
    """What they hold, in one line, without empty ones at the end; white space if there is nothing in any."""
    cells = [" ".join(block.text for block in blocks(cell)) for cell in row]
    while cells and not cells[-1]:
        cells.pop()
    return BETWEEN_CELLS.join(cells) or " "


def _tail(element: Element, name: str) -> str:
    """What follows an element; a place that a style sheet sets apart gets the space that the style shows (``<span>Huế</span>Mưa``)."""
    tail: str = element.tail
    return f" {tail}" if name == "span" and _touches(element.text or "", tail) else tail


def _touches(text: str, following: str) -> bool:
    return _UPPER_BEGIN.search(following) is not None and _LOWER_END.search(text) is not None
