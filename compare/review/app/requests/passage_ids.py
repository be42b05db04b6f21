"""A passage <-> its id in forms and URLs, made of its field, its span and its article."""

import re
from collections.abc import Iterable

from compare.model import ArticleId, FieldName, Passage, Span
from compare.review.anchors import FieldTexts
from compare.review.regroup import PassageSet

_PASSAGE_ID = re.compile(r"(text|title) ([0-9]{1,9}) ([0-9]{1,9}) (.+)", re.DOTALL)
_FIELDS: dict[str, FieldName] = {"text": "text", "title": "title"}


def passage_id(passage: Passage) -> str:
    """As in ``text 301 384 vn-4``; the article comes last, since only its id may contain a space."""
    return f"{passage.field} {passage.span.start} {passage.span.end} {passage.article}"


def passage_with_id(given_id: str, field_texts: FieldTexts) -> Passage | None:
    """The passage with that id; ``None`` if the run has no such passage."""
    found = _PASSAGE_ID.fullmatch(given_id)
    if found is None:
        return None
    start, end, article, field = int(found[2]), int(found[3]), ArticleId(found[4]), _FIELDS[found[1]]
    field_text = field_texts.get((article, field))
    return Passage(article, field, Span(start, end)) if field_text and 0 <= start < end <= len(field_text.text) else None


def passages_with_ids(given_ids: Iterable[str], field_texts: FieldTexts) -> PassageSet | None:
    """The passages with those ids; ``None`` if the run lacks one of them."""
    found = [passage_with_id(given_id, field_texts) for given_id in given_ids]
    known = frozenset(passage for passage in found if passage)
    return known if None not in found else None
