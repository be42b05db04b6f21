"""A page's linked data (JSON-LD, schema.org) -> what it says of the article that the page shows; no other stories, no comments."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import regex

from compare.sources.pages.text_blocks import Element, plain_line

_TYPE = "application/ld+json"
_LONGEST_SCRIPT = 500_000  # code points
# https://schema.org/Article and its kinds; a page of its own kind comes after them.
_ARTICLE = regex.compile(r"(?:\w*Article|\w*BlogPosting|Report)(?!\w)")
_PAGE = regex.compile(r"WebPage|ItemPage")
_WRAPPING = regex.compile(r"\A\s*+(?:<!--|//\s*<!\[CDATA\[|/\*.{0,20}?\*/)?|(?:-->|//\s*\]\]>)?\s*+\Z")
_DATE = regex.compile(r'"datePublished"\s*+:\s*+"(?P<date>[^"]{4,40})"')
_LONGEST_COUNT = 7  # digits
_TAG = regex.compile(r"<[^<>]{1,200}>")


@dataclass(frozen=True, slots=True)
class LinkedData:
    """Of one article; "" and nothing for what is not said."""

    published: str = ""
    headline: str = ""
    people: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()  # of ``articleBody``
    is_closed: bool = False  # that reading it costs, in whole or in part
    words: int = 0  # of its whole text, as it says; 0 where it says nothing
    publisher: str = ""
    is_article: bool = False  # says of itself that it is one


def read_linked_data(root: Element) -> LinkedData:
    """The first article among the scripts, else the first page; of a script that is no JSON the first date of publication."""
    found: list[Mapping[str, Any]] = []
    date = ""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != _TYPE or not script.text:
            continue
        text = _WRAPPING.sub("", script.text[:_LONGEST_SCRIPT])
        try:
            found.extend(_nodes(json.loads(text, strict=False)))
        except (ValueError, RecursionError):
            stated = _DATE.search(text)
            date = date or (stated["date"] if stated else "")
    for kind in (_ARTICLE, _PAGE):
        node = next((node for node in found if kind.fullmatch(_type(node))), None)
        if node is not None:
            publisher = node.get("publisher")
            return LinkedData(
                published=_plain_value(node.get("datePublished")) or date,
                headline=_plain_value(node.get("headline")),
                people=_people(node),
                lines=_lines(node),
                is_closed=_is_closed(node),
                words=_words(node),
                publisher=_plain_value(publisher.get("name")) if isinstance(publisher, dict) else "",
                is_article=kind is _ARTICLE,
            )
    return LinkedData(date)


def _nodes(data: object) -> Iterator[Mapping[str, Any]]:
    """What stands at the top, in a list or in a graph; not what is a part of something else."""
    for node in data if isinstance(data, list) else [data]:
        if isinstance(node, dict):
            yield node
            graph = node.get("@graph")
            yield from (each for each in (graph if isinstance(graph, list) else []) if isinstance(each, dict))
            main = node.get("mainEntity")
            if isinstance(main, dict):
                yield main


def _words(node: Mapping[str, Any]) -> int:
    given = str(node.get("wordCount") or "").strip()
    return int(given) if given.isascii() and given.isdigit() and len(given) <= _LONGEST_COUNT else 0


def _is_closed(node: Mapping[str, Any]) -> bool:
    """By ``isAccessibleForFree`` of the article or of a part of it (https://schema.org/isAccessibleForFree), which many write as text."""
    parts = node.get("hasPart")
    listed = [node, *(parts if isinstance(parts, list) else [parts])]
    stated = (part.get("isAccessibleForFree") for part in listed if isinstance(part, dict))
    return any(str(value).strip().lower().rpartition("/")[2] == "false" for value in stated)


def _type(node: Mapping[str, Any]) -> str:
    kinds = node.get("@type")
    names = [kind for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)]
    return next((name for name in names if _ARTICLE.fullmatch(name)), names[0] if names else "")


def _plain_value(value: object) -> str:
    return plain_line(value) if isinstance(value, str) else ""


def _people(node: Mapping[str, Any]) -> tuple[str, ...]:
    """Authors by name, without organisations where a person is named."""
    authors = node.get("author")
    listed = authors if isinstance(authors, list) else [authors]
    persons = [author for author in listed if not (isinstance(author, dict) and "Organization" in _type(author))]
    names = [_plain_value(author.get("name")) if isinstance(author, dict) else _plain_value(author) for author in persons or listed]
    return tuple(dict.fromkeys(name for name in names if name and "://" not in name))


def _lines(node: Mapping[str, Any]) -> tuple[str, ...]:
    body = node.get("articleBody")
    if not isinstance(body, str):
        return ()
    return tuple(line for piece in _TAG.sub("\n", body).splitlines() if (line := plain_line(piece)))
