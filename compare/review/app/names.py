"""A passage <-> its name in a form or an address."""

from collections.abc import Iterable

from compare.model import ArticleId, FieldName, Passage, Span

_FIELDS: dict[str, FieldName] = {"text": "text", "title": "title"}


def name_of(passage: Passage) -> str:
    """``text 12 95 article``; the article stands last, as only its id may hold a space."""
    return f"{passage.field} {passage.span.start} {passage.span.end} {passage.article}"


def passage_named(name: str) -> Passage | None:
    """The passage of this name; nothing for what is no such name."""
    field, start, end, article = (*name.split(" ", 3), "", "", "", "")[:4]
    if field not in _FIELDS or not (start.isdecimal() and end.isdecimal()) or max(len(start), len(end)) > 9:
        return None
    return Passage(ArticleId(article), _FIELDS[field], Span(int(start), int(end))) if int(start) < int(end) else None


def passages_named(names: Iterable[str]) -> frozenset[Passage]:
    """Those of the names that are names of passages."""
    return frozenset(passage for name in names if (passage := passage_named(name)))
