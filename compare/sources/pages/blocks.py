"""A tree of elements, of HTML or of what trafilatura made of it -> its lines of text in order, as a browser parts them."""

from collections.abc import Iterator
from dataclasses import dataclass
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
_BETWEEN_CELLS = " | "
_LOWER_END, _UPPER_BEGIN = regex.compile(r"\p{Ll}$"), regex.compile(r"^\p{Lu}\p{Ll}")


@dataclass(slots=True)
class Block:
    """One line of text, and the element that its first letters stand in."""

    text: str
    element: Element


def blocks(root: Element) -> Iterator[Block]:
    """Every line that holds anything but white space; the cells of a row of data are one line, those of a row of layout are not."""
    held: list[str] = []
    where: Element = None
    for text, element in _pieces(root):
        if text is not None:
            if where is None and not text.isspace():
                where = element
            held.append(text)
        elif held:
            line = one_line("".join(held))
            if line:
                yield Block(line, where)
            held, where = [], None


def one_line(text: str) -> str:
    """Every run of white space as one space, none at the ends."""
    return " ".join(text.split())


def _pieces(root: Element) -> Iterator[tuple[str | None, Element]]:
    """Texts, and ``None`` where a line ends; the walk keeps a list, since a page may nest deeper than Python's stack."""
    waiting: list[tuple[Element, str]] = [(root, "")]  # an element to go into; or to come out of, with its name
    while waiting:
        element, left = waiting.pop()
        name = left or (element.tag if isinstance(element.tag, str) else "script")  # a comment or an instruction
        if name in _BLOCKS:
            yield None, element
        if not left and name not in _SILENT:
            if name not in _ROWS or not _is_data(element):
                if element.text:
                    yield element.text, element
                waiting.append((element, name))
                waiting.extend([(child, "") for child in element.iterchildren(reversed=True)])
                continue
            yield _BETWEEN_CELLS.join(map(_content, element)), element
            yield None, element
        if element is not root and element.tail:
            yield _tail(element, name), element.getparent()
    yield None, root


def _is_data(row: Element) -> bool:
    """Whether no cell holds a paragraph, a list or another table, as cells do by which old pages are laid out."""
    return not any(child.tag in _BLOCKS and child.tag not in ("br", "lb") for cell in row for child in cell)


def _content(cell: Element) -> str:
    return one_line(" ".join(text for text, _ in _pieces(cell) if text))


def _tail(element: Element, name: str) -> str:
    """What follows an element; a place that a style sheet sets apart gets the space that the style shows (``<span>Huế</span>Mưa``)."""
    tail: str = element.tail
    return f" {tail}" if name == "span" and _UPPER_BEGIN.search(tail) and _LOWER_END.search(element.text or "") else tail
