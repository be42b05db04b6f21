"""A page's tree -> the same in words that the extractor knows: boxes and captions gone, the body named, paragraphs called so.

Templates say by classes and ids what a part of a page is, and no extractor knows the words of all of them, least of all Vietnamese ones.
"""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

import regex

from compare.sources.pages.blocks import Element, holds_blocks

_Role = Literal["box", "caption", "body", ""]

# What templates call things, without hyphens and in lower case.
_AROUND = "box|list|block|section|wrap|wrapper|group|item|container|widget|area|zone|inner|content|news|main|detail"
_BOXES = (
    "tinlienquan|bailienquan|lienquan|cungchuyenmuc|tincungchuyenmuc|tincungmuc|cungmuc|docnhieu|tindocnhieu|xemnhieu|tinxemnhieu|docthem|xemthem"
    "|binhluan|ykien|ykienbandoc|tinmoi|tinmoinhat|tinkhac|tinnoibat|cothebanquantam"
    "|readnext|readmore|readalso|mostread|mostviewed|mostpopular|trending|latest|latestnews|related|relatednews|relatedstory|relatedstories"
    "|relatedarticles?|relatedposts?|relatedlinks?|relatedcontent|recommended|recommendations?|youmaylike|youmayalsolike|morestories|morenews"
    "|comments?|commentlist|usercomments?|newsletter|newslettersignup|share|sharing|socialshare|breadcrumbs?|tags|taglist"
)
_BOX = regex.compile(rf"(?:{_AROUND})?(?:{_BOXES})(?:{_AROUND})*")
_CAPTION = regex.compile(r"\w*(?:caption|chuthich|chuthichanh)|image|pic|imagedesc")
_BODY = regex.compile(
    r"fckdetail|(?:detail|singular|knc|news|article|entry|post|story|main|body)(?:content|body)(?:detail|text)?|content(?:detail|news|body)"
    r"|cmsbody|detailcmsbody|detailcontentbody|textlong|wsw|noidung|noidungtin|noidungbaiviet|articlebody|thecontent"
)
_CALLED = ("article", "div", "figcaption", "main", "ol", "p", "section", "span", "td", "ul")
_CAPTIONED = frozenset(["p", "td", "div", "span", "figcaption"])
_LONGEST_CAPTION = 400  # code points
_BODIES = frozenset(["article", "div", "main", "section"])
_LEAST_BODY = 100  # code points
_MOST_BODIES, _MOST_WRAPPERS = 30, 20  # more are looked at in no page
_LEAST_TEXT = 200  # code points in paragraphs
_LEAST_PARAGRAPH, _LEAST_PARAGRAPHS = 60, 3  # code points of a paragraph; of them beside one another
_STOP = regex.compile(r"[.!?…:][\"”’»)]*\s*\Z")


def told_apart(root: Element) -> None:
    """Changes the tree: what is no part of the article goes, the one element that holds it gets ``itemprop="articleBody"``."""
    _name_paragraphs(root)
    left, wrappers = _Size.of(root), 0
    bodies: list[Element] = []
    for element in list(root.iter(*_CALLED)):
        role = _role(f"{element.get('class') or ''} {element.get('id') or ''}")
        if role == "body":
            bodies.append(element)
        elif role == "caption" and _is_caption(element):
            element.drop_tree()
        elif role == "box" and wrappers < _MOST_WRAPPERS and element.getparent() is not None and _is_in(element, root):
            size = _Size.of(element)
            if _is_aside(element, size, left):
                left = _Size(left.told - size.told, left.whole - size.whole)
                element.drop_tree()
            else:
                wrappers += 1
    if len(bodies) <= _MOST_BODIES and root.find(".//*[@itemprop='articleBody']") is None:
        _name_body(root, bodies)


@dataclass(frozen=True, slots=True)
class _Size:
    """Code points of an element: those in paragraphs, and all."""

    told: int
    whole: int

    @classmethod
    def of(cls, element: Element) -> "_Size":
        return cls(sum(len("".join(paragraph.itertext())) for paragraph in element.iter("p")), sum(map(len, element.itertext())))


@lru_cache(maxsize=4096)
def _role(names: str) -> _Role:
    for name in names.split():
        bare = name.replace("-", "").replace("_", "").lower()
        if _BOX.fullmatch(bare):
            return "box"
        if _CAPTION.fullmatch(bare):
            return "caption"
        if _BODY.fullmatch(bare):
            return "body"
    return ""


def _has(element: Element, least: int) -> bool:
    """Whether it holds so many code points but for white space; no further than these are read."""
    found = 0
    for text in element.itertext():
        found += len("".join(text.split()))
        if found >= least:
            return True
    return False


def _is_aside(element: Element, size: _Size, left: _Size) -> bool:
    """Not the wrapper of a page whose class only says that it has comments: without it, there is still a text."""
    if element.find(".//h1") is not None:
        return False
    return left.told - size.told >= _LEAST_TEXT if size.told else 2 * size.whole < left.whole


def _is_in(element: Element, root: Element) -> bool:
    """Not in what was taken out already."""
    return element.getroottree().getroot() is root


def _is_caption(element: Element) -> bool:
    return element.tag in _CAPTIONED and element.getparent() is not None and not _has(element, _LONGEST_CAPTION)


def _name_body(root: Element, bodies: list[Element]) -> None:
    """The innermost one, if there is one alone: teasers of other stories have the same classes."""
    kept = [body for body in bodies if body.tag in _BODIES and _has(body, _LEAST_BODY) and _is_in(body, root)]
    inner = [body for body in kept if not any(other is not body and body in other.iterancestors() for other in kept)]
    if len(inner) == 1:
        inner[0].set("itemprop", "articleBody")


def _name_paragraphs(root: Element) -> None:
    """Three or more sentences in ``div`` beside one another are paragraphs."""
    found = [
        element
        for element in root.iter("div")
        if not holds_blocks(element) and len(text := "".join(element.itertext())) >= _LEAST_PARAGRAPH and _STOP.search(text)
    ]
    parents = [element.getparent() for element in found]
    beside = Counter(parents)
    for element, parent in zip(found, parents, strict=True):
        if beside[parent] >= _LEAST_PARAGRAPHS:
            element.tag = "p"
