"""Passages and spans of a document, and its texts -> which of them stand nowhere, or elsewhere than they say."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from compare.consistency.violation import NAME_AN_ARTICLE, Violation

Value = Mapping[str, Any]
Texts = Mapping[str, Mapping[str, str]]  # field -> article -> its text
_OFFSETS = "give offsets in code points, the start before the end, both inside the text"
_QUOTE = "copy the words from the article as they stand at that place"


def texts_of(articles: Sequence[Value]) -> Texts:
    """Of every article its body and its title, which may be empty."""
    return {
        "text": {article["id"]: article["text"] for article in articles},
        "title": {article["id"]: article["title"] or "" for article in articles},
    }


def passage_violations(passage: Value, path: str, texts: Texts) -> Iterator[Violation]:
    """Of an object with ``article``, ``start``, ``end``, and perhaps ``field`` and ``quote``."""
    text = texts[passage.get("field", "text")].get(passage["article"])
    if text is None:
        yield unknown_article(passage["article"], f"{path}.article")
        return
    start, end = passage["start"], passage["end"]
    if not start < end <= len(text):
        yield Violation(f"{path}.end", _outside(start, end, len(text)), _OFFSETS)
    elif passage.get("quote", text[start:end]) != text[start:end]:
        yield Violation(f"{path}.quote", f"is not what stands at {start}..{end} of the article", _QUOTE)


def saying_violations(saying: Value, path: str, text: str, within: tuple[int, int] | None = None) -> Iterator[Violation]:
    """Of an object with ``span`` and ``says``, in a text or in a passage of it."""
    start, end = saying["span"]
    yield from span_violations((start, end), f"{path}.span", len(text), within)
    if start < end <= len(text) and text[start:end] != saying["says"]:
        yield Violation(f"{path}.says", f"is not what stands at {start}..{end} of the article", _QUOTE)


def span_violations(span: Sequence[int], path: str, length: int, within: tuple[int, int] | None = None) -> Iterator[Violation]:
    """Of ``[start, end]`` in a text of that many code points, or in a passage of it."""
    start, end = span
    if not start < end <= length:
        yield Violation(path, _outside(start, end, length), _OFFSETS)
    elif within and not within[0] <= start < end <= within[1]:
        yield Violation(path, f"{start}..{end} is not inside {within[0]}..{within[1]}, the passage that it belongs to", _OFFSETS)


def unknown_article(article: str, path: str) -> Violation:
    """An article that the document does not have."""
    return Violation(path, f"is {article[:80]!r}, an article that the document does not have", NAME_AN_ARTICLE)


def _outside(start: int, end: int, length: int) -> str:
    return f"{start}..{end} is no stretch of a text of {length}"
