"""A JSON object of another form (IPTC ninjs, JSON Feed) -> records as ``schemas/article.schema.json`` has them; nothing of any other."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from compare.sources.page_address import is_web
from compare.sources.pages.limit_attributes import limit_attributes
from compare.sources.pages.saved_page import parse_html
from compare.sources.pages.text_blocks import blocks

Json = Mapping[str, Any]
# One of these stands in every line of such a form; what has none is looked at no further.
FORM_SIGNS = (b"jsonfeed.org/version", b"ninjs", b'"body_', b'"bodies"', b'"versioncreated"')
_NINJS_BODIES = ("body_text", "body_xhtml", "body_html", "body_xml")
_NINJS_FIELDS = (*_NINJS_BODIES, "bodies", "headlines", "versioncreated", "headline")


@dataclass(frozen=True, slots=True)
class Records:
    """Of a feed each of its items, of a news item the one."""

    records: tuple[dict[str, Any], ...]
    is_feed: bool = False


def records_of(value: object) -> Records | None:
    """By what only such forms have; an object with a ``text`` is one of ours."""
    if not isinstance(value, Mapping) or isinstance(value.get("text"), str):
        return None
    if "jsonfeed.org/version" in _text(value.get("version")):
        return Records(tuple(_items(value)), is_feed=True)
    standard = value.get("standard")
    is_named = isinstance(standard, Mapping) and standard.get("name") == "ninjs"
    if is_named or (_text(value.get("uri")) and any(name in value for name in _NINJS_FIELDS)):
        return Records((_of_ninjs(value),))
    return None


def _of_ninjs(value: Json) -> dict[str, Any]:
    """Of ninjs 1 to 3 (https://iptc.org/std/ninjs): what is a text in one is a list of objects in another."""
    dates = ("versioncreated", "contentmodified", "contentcreated", "firstcreated")
    authors = ", ".join(_names(value.get("authors")))
    uri = _text(value.get("uri"))
    return _filled_fields(
        id=uri,
        outlet=next(iter(_ninjs_sources(value)), ""),
        text=_ninjs_text(value),
        title=_text(value.get("headline")) or _main(value.get("headlines")),
        published=next(filter(None, (_text(value.get(name)) for name in dates)), ""),
        byline=_text(value.get("byline")) or _text(value.get("by")) or authors,
        language=_language(value),
        url=_text(value.get("url")) or (uri if is_web(uri) else ""),
    )


def _ninjs_sources(value: Json) -> Iterator[str]:
    """Who provides it, by name, the surest first."""
    for name in ("provider", "source", "infosources", "copyrightholder"):
        given = value.get(name)
        yield from filter(None, [_text(given)] if isinstance(given, str) else _names(given if isinstance(given, list) else [given]))


def _ninjs_text(value: Json) -> str:
    """Plain text before markup; of several bodies the main one."""
    for name in _NINJS_BODIES:
        if body := _text(value.get(name)):
            return body if name == "body_text" else _plain(body)
    bodies = [body for body in _objects(value.get("bodies")) if _text(body.get("value"))]
    ordered = sorted(bodies, key=lambda body: (body.get("role") != "main", "plain" not in _kind(body)))
    return next((body["value"] if "plain" in _kind(body) else _plain(body["value"]) for body in ordered), "")


def _kind(body: Json) -> str:
    return _text(body.get("contentType") or body.get("contenttype")).lower()


def _main(value: object) -> str:
    """Of texts with a role the main one, else the first."""
    given = [each for each in _objects(value) if _text(each.get("value"))]
    return next((_text(each["value"]) for each in sorted(given, key=lambda each: each.get("role") != "main")), "")


def _items(feed: Json) -> Iterator[dict[str, Any]]:
    """Items of a JSON Feed (https://www.jsonfeed.org/version/1.1); an id that is none outside of its feed gets the feed's before it."""
    site = _text(feed.get("title"))
    home = _text(feed.get("home_page_url")) or _text(feed.get("feed_url")) or site
    for item in _objects(feed.get("items")):
        name = str(item["id"]) if isinstance(item.get("id"), (str, int)) else ""
        url = next((each for each in (_text(item.get("external_url")), _text(item.get("url"))) if is_web(each)), "")
        given = name or url
        whole = _text(item.get("content_text")) or _plain(_text(item.get("content_html")))
        summary = _text(item.get("summary"))
        yield _filled_fields(
            id=given if is_web(given) or not given else f"{home}#{given}",
            outlet="" if _text(item.get("external_url")) else site,
            text=whole or summary,
            cut="excerpt" if summary and not whole else "",
            title=_text(item.get("title")),
            published=_text(item.get("date_published")) or _text(item.get("date_modified")),
            byline=", ".join(_names(item.get("authors") or [item.get("author")])),
            language=_language(item) or _language(feed),
            url=url,
        )


def _filled_fields(**fields: str) -> dict[str, Any]:
    """What every article has to have, and of the rest what there is."""
    return {name: value for name, value in fields.items() if value or name in ("id", "outlet", "text")}


def _plain(markup: str) -> str:
    root = parse_html(limit_attributes(f"<div>{markup}</div>")) if markup.strip() else None
    return "" if root is None else "\n".join(block.text for block in blocks(root))


def _language(value: Json) -> str:
    return _text(value.get("language")).replace("_", "-").split("-")[0].lower()


def _names(given: object) -> list[str]:
    return [name for each in _objects(given) if (name := _text(each.get("name")) or _text(each.get("literal")))]


def _objects(given: object) -> Sequence[Json]:
    return [each for each in given if isinstance(each, Mapping)] if isinstance(given, list) else []


def _text(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""
