"""A passage <-> how a form names it: its field, its ends and its article."""

import re
from collections.abc import Iterable

from compare.model import ArticleId, FieldName, Passage, Span
from compare.review.anchors import Shelf
from compare.review.regroup import Members

_NAME = re.compile(r"(text|title) ([0-9]{1,9}) ([0-9]{1,9}) (.+)", re.DOTALL)
_FIELDS: dict[str, FieldName] = {"text": "text", "title": "title"}


def name_of(passage: Passage) -> str:
    """``text 301 384 vn-4``; the article stands last, as only its id may hold a space."""
    return f"{passage.field} {passage.span.start} {passage.span.end} {passage.article}"


def passage_named(name: str, shelf: Shelf) -> Passage | None:
    """The passage of that name, if the run has such a place."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    start, end, article, field = int(found[2]), int(found[3]), ArticleId(found[4]), _FIELDS[found[1]]
    held = shelf.get((article, field))
    return Passage(article, field, Span(start, end)) if held and 0 <= start < end <= len(held.text) else None


def passages_named(names: Iterable[str], shelf: Shelf) -> Members | None:
    """The passages of those names; ``None`` if the run lacks one of them."""
    found = [passage_named(name, shelf) for name in names]
    known = frozenset(passage for passage in found if passage)
    return known if None not in found else None
