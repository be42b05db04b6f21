"""A page's tree -> the same in words that the extractor knows: boxes and captions gone, the body named, paragraphs called so.

Templates say by classes and ids what a part of a page is, and no extractor knows the words of all of them, least of all Vietnamese ones.
"""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Literal

import regex

from compare.sources.pages.text_blocks import Element, blocks, holds_blocks, is_link

_Role = Literal["stories", "widget", "caption", "body", "known-body", ""]

# What templates call things, without hyphens and in lower case.
_AROUND = "box|list|block|section|wrap|wrapper|group|item|container|widget|area|zone|inner|content|news|main|detail"
_STORIES = (
    "tinlienquan|bailienquan|lienquan|cungchuyenmuc|tincungchuyenmuc|tincungmuc|cungmuc|docnhieu|tindocnhieu|xemnhieu|tinxemnhieu|docthem|xemthem"
    "|tinmoi|tinmoinhat|tinkhac|tinnoibat|cothebanquantam"
    "|readnext|readmore|readalso|mostread|mostviewed|mostpopular|trending|latest|latestnews|related|relatednews|relatedstory|relatedstories"
    "|relatedarticles?|relatedposts?|relatedlinks?|relatedcontent|recommended|recommendations?|youmaylike|youmayalsolike|morestories|morenews"
)
_WIDGETS = (
    "binhluan|ykien|ykienbandoc|comments?|commentlist|usercomments?|newsletter|newslettersignup|share|sharing|socialshare"
    "|breadcrumbs?|tags|taglist"
)
_ROLES: tuple[tuple[_Role, "regex.Pattern[str]"], ...] = (
    ("stories", regex.compile(rf"(?:{_AROUND})?(?:{_STORIES})(?:{_AROUND})*")),
    ("widget", regex.compile(rf"(?:{_AROUND})?(?:{_WIDGETS})(?:{_AROUND})*")),
    ("caption", regex.compile(r"\w*(?:caption|chuthich|chuthichanh)|image|pic|imagedesc")),
    (
        "body",
        regex.compile(
            r"fckdetail|(?:detail|singular|knc|news)(?:content|body)(?:detail|text)?"
            r"|content(?:detail|news|body)|cmsbody|detailcmsbody|detailcontentbody|textlong|wsw|noidung|noidungtin|noidungbaiviet"
            r"|thecontent"
        ),
    ),
    # The extractor knows these; several of them, or one that is a part, are its business.
    ("known-body", regex.compile(r"(?:article|entry|post|story|main|body)(?:content|body)(?:detail|text)?")),
)
_NAMED_ELEMENTS = ("article", "div", "figcaption", "main", "ol", "p", "section", "span", "td", "ul")
_CAPTIONED = frozenset(["p", "td", "div", "span", "figcaption"])
_LONGEST_CAPTION = 400  # code points
_BODIES, _BODY_ROLES = frozenset(["article", "div", "main", "section"]), frozenset(["body", "known-body"])
_LEAST_BODY = 100  # code points
_MOST_BODIES, _MOST_WRAPPERS = 30, 20  # more are looked at in no page
_LEAST_TEXT = 200  # code points in paragraphs
_LEAST_PARAGRAPH, _LEAST_PARAGRAPHS = 60, 3  # code points of a paragraph; of them beside one another
_LEAST_FRAMED, _MOST_FRAMED = 2, 200  # paragraphs in a frame; lines of it that are looked at
_MOST_BEFORE = 600  # code points between a headline and the body: a lead, a byline, a caption
_STOP = regex.compile(r"[.!?…:][\"”’»)]*\s*\Z")
_BORDER, _HIDDEN = regex.compile(r"border", regex.IGNORECASE), regex.compile(r"hidden|display\s*:\s*none", regex.IGNORECASE)


def simplify_template(root: Element) -> None:
    """Changes the tree: what is no part of the article goes, the one element that holds it gets ``itemprop="articleBody"``."""
    _name_paragraphs(root)
    _unborder(root)
    roles = [(element, role) for element in root.iter(*_NAMED_ELEMENTS) if (role := _role(_names(element)))]
    bodies = [(element, role) for element, role in roles if role in _BODY_ROLES and element.tag in _BODIES]
    left, wrappers = _Size.of(root), 0
    for element, role in roles:
        if role in _BODY_ROLES or not _is_in(element, root):
            continue
        if role == "caption":
            if _is_caption(element):
                element.drop_tree()
        elif wrappers < _MOST_WRAPPERS:
            size = _Size.of(element)
            if _is_aside(element, role, size, left) and not _holds_the_bodies(element, [body for body, _ in bodies], root):
                left = _Size(left.in_paragraphs - size.in_paragraphs, left.whole - size.whole)
                element.drop_tree()
            else:
                wrappers += 1
                _unname(element)
    if len(bodies) <= _MOST_BODIES and root.find(".//*[@itemprop='articleBody']") is None:
        _name_body(root, [element for element, role in bodies if role == "body"])


@dataclass(frozen=True, slots=True)
class _Size:
    """Code points of an element: those in paragraphs, and all."""

    in_paragraphs: int
    whole: int

    @classmethod
    def of(cls, element: Element) -> "_Size":
        return cls(sum(len("".join(paragraph.itertext())) for paragraph in element.iter("p")), sum(map(len, element.itertext())))


def _names(element: Element) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"


@lru_cache(maxsize=4096)
def _role(names: str) -> _Role:
    for name in names.split():
        bare = name.replace("-", "").replace("_", "").lower()
        for role, form in _ROLES:
            if form.fullmatch(bare):
                return role
    return ""


def _has(element: Element, least: int) -> bool:
    """Whether it holds so many code points but for white space; no further than these are read."""
    found = 0
    for text in element.itertext():
        found += len("".join(text.split()))
        if found >= least:
            return True
    return False


def _is_aside(element: Element, role: _Role, size: _Size, left: _Size) -> bool:
    """Not the wrapper of a page whose class only says that it has comments: without it, there is still a text.

    Other stories are links; what stands behind "read more" on the same page is text.
    """
    if element.find(".//h1") is not None or (role == "stories" and not _is_of_links(element)):
        return False
    return left.in_paragraphs - size.in_paragraphs >= _LEAST_TEXT if size.in_paragraphs else 2 * size.whole < left.whole


def _is_of_links(element: Element) -> bool:
    """Whether a line that is a link stands for every other paragraph that is none, as in a list of headlines with teasers."""
    links = paragraphs = 0
    for block in blocks(element):
        if is_link(block):
            links += 1
        elif len(block.text) >= _LEAST_PARAGRAPH:
            paragraphs += 1
    return 2 * links >= paragraphs


def _holds_the_bodies(element: Element, bodies: list[Element], root: Element) -> bool:
    """Whether what a template calls the body is in it, and none is elsewhere."""
    kept = [body for body in bodies[:_MOST_BODIES] if _is_in(body, root) and _has(body, _LEAST_BODY)]
    return bool(kept) and all(element in body.iterancestors() for body in kept)


def _is_in(element: Element, root: Element) -> bool:
    """Not in what was taken out already."""
    return element is root or any(each is root for each in element.iterancestors())


def _unname(element: Element) -> None:
    """A wrapper that is called like a box, and may be folded up until it is asked for, is an element like others."""
    for name in ("class", "id", "style", "hidden", "aria-hidden"):
        element.attrib.pop(name, None)


def _unborder(root: Element) -> None:
    """A frame around sentences makes them no advertisement, for which strict rules take whatever has one."""
    for element in root.iter("div", "p", "section", "span", "li", "ul", "ol"):
        style = element.get("style")
        if style and _BORDER.search(style) and not _HIDDEN.search(style) and _holds_paragraphs(element):
            del element.attrib["style"]


def _holds_paragraphs(element: Element) -> bool:
    """Whether it holds two paragraphs and no link by itself, as a box of background does and an advertisement does not."""
    held = list(islice(blocks(element), _MOST_FRAMED))
    sentences = [block for block in held if len(block.text) >= _LEAST_PARAGRAPH and _STOP.search(block.text)]
    return len(sentences) >= _LEAST_FRAMED and not any(map(is_link, held))


def _is_caption(element: Element) -> bool:
    return element.tag in _CAPTIONED and element.getparent() is not None and not _has(element, _LONGEST_CAPTION)


def _name_body(root: Element, bodies: list[Element]) -> None:
    """The innermost one, if there is one alone: teasers of other stories have the same classes."""
    kept = [body for body in bodies if _is_in(body, root) and _has(body, _LEAST_BODY)]
    inner = [body for body in kept if not any(other is not body and body in other.iterancestors() for other in kept)]
    if len(inner) == 1 and _is_main(inner[0], root):
        inner[0].set("itemprop", "articleBody")


def _is_main(body: Element, root: Element) -> bool:
    """Whether most of the page's paragraphs are in it, or it follows a headline: the body of a notice has few of them."""
    told = _Size.of(body).in_paragraphs
    if told and 2 * told >= _Size.of(root).in_paragraphs:
        return True
    between = None
    for element in root.iter():
        if element is body:
            return between is not None and between <= _MOST_BEFORE
        if element.tag == "h1":
            between = 0
        elif between is not None:
            between += len("".join((element.text or "").split())) + len("".join((element.tail or "").split()))
    return False


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
