"""A file of news items in XML (IPTC NewsML-G2, NITF) -> one article or one reason an item, with what the agency says of it."""

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import PurePosixPath
from typing import BinaryIO

import regex

from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources.decode import UndecodableError
from compare.sources.pages.charset import decode_page
from compare.sources.pages.text_blocks import Element, blocks, one_line
from compare.sources.pages.xml_declaration import without_declaration
from compare.sources.read_file import read_whole
from compare.sources.record import UnusableError, article_of
from compare.sources.source import Entry, Source
from schemas.check import Checker, checker

_DAMAGED = "is news in XML too damaged to be read ({problem}); get it anew"
_NO_TEXT = "is a news item without a text in it, such as of a picture; nothing is to be done"
_WITHDRAWN = "is a news item that its provider withdrew; nothing is to be done"
_EMPTY = "is news in XML without an item; get it anew"
_UNUSABLE = ("canceled", "withheld")
_COMPACT = regex.compile(r"(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?")
# Subheads, which are lines of their own; pictures with what is said of them, which are no part of the text.
_LINES, _LEFT_OUT = ("hl1", "hl2"), ("media", "body.head", "body.end", "tobject", "docdata")


def read_newsml(file: BinaryIO, source: Source, settings: InputSettings) -> Iterator[Entry]:
    """Each item in order; of several, with its place ``origin:number``."""
    data = read_whole(file, source.origin, settings)
    root = data if isinstance(data, Skipped) else _parsed(data, source)
    if isinstance(root, Skipped):
        yield Entry(source.origin, root)
        return
    items = [root] if root.tag in ("newsItem", "nitf") else list(root.iter("newsItem"))
    validator = checker("article")
    for number, item in enumerate(items, 1):
        place = source.origin if len(items) == 1 else f"{source.origin}:{number}"
        yield Entry(place, _article(item, place, settings, validator), own_id=True)
    if not items:
        yield Entry(source.origin, Skipped(source.origin, _EMPTY))


def _parsed(data: bytes, source: Source) -> Element | Skipped:
    """The tree, its elements without their namespaces."""
    from lxml import etree

    try:
        text = without_declaration(decode_page(data, source.headers.charset))
    except UndecodableError as error:
        return Skipped(source.origin, str(error))
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser=parser)
    except etree.XMLSyntaxError as error:
        return Skipped(source.origin, _DAMAGED.format(problem=one_line(error.msg or "")))
    for element in root.iter("*"):
        element.tag = etree.QName(element).localname
    return root


def _article(item: Element, place: str, settings: InputSettings, validator: Checker) -> Article | Skipped:
    status = item.find("itemMeta/pubStatus")
    if status is not None and _value(status).endswith(_UNUSABLE):
        return Skipped(place, _WITHDRAWN)
    nitf = item if item.tag == "nitf" else next(item.iter("nitf"), None)
    record = _of_nitf(nitf) if nitf is not None else {}
    record["text"] = "\n".join(_lines(item, nitf))  # behind the others, which stand in what it leaves out
    if not record["text"]:
        return Skipped(place, _NO_TEXT)
    record |= {name: value for name, value in _of_item(item).items() if value}
    record.setdefault("outlet", "")
    if not record.get("id"):
        digest = sha256(record["text"].encode("utf-8", "surrogatepass")).hexdigest()
        record["id"] = f"{digest[:8]}-{PurePosixPath(place).stem}"
    try:
        line = json.dumps(record, ensure_ascii=False, allow_nan=False).encode("utf-8", "surrogatepass")
        return article_of(line, place, settings, validator)
    except UnusableError as error:
        return Skipped(place, str(error))


def _lines(item: Element, nitf: Element | None) -> list[str]:
    """Of the first body that holds any; plain text by its own lines."""
    bodies = [nitf.find("body")] if nitf is not None else list(item.iter("body"))
    for body in filter(lambda each: each is not None, bodies):
        for element in list(body.iter(*_LEFT_OUT)):
            element.clear()
        for element in body.iter(*_LINES):
            element.tag = "h2"
        if found := [block.text for block in blocks(body)]:
            return found
    return [line for data in item.iter("inlineData") for raw in (data.text or "").splitlines() if (line := one_line(raw))]


def _of_item(item: Element) -> dict[str, str]:
    """What NewsML-G2 says around the content; "" where it does not."""
    language = item.find("contentMeta/language")
    said = language.get("tag") if language is not None else item.get("{http://www.w3.org/XML/1998/namespace}lang")
    version = item.get("version") or ""
    guid = item.get("guid") or ""
    return {
        "id": f"{guid}:{version}" if guid and version not in ("", "1") else guid,
        "outlet": _first_said(item, "itemMeta/provider", "contentMeta/infoSource", "rightsInfo/copyrightHolder"),
        "title": _first_said(item, "contentMeta/headline", "itemMeta/title"),
        "byline": _first_said(item, "contentMeta/by", "contentMeta/creator"),
        "published": _first_said(
            item, "itemMeta/versionCreated", "contentMeta/contentModified", "contentMeta/contentCreated", "itemMeta/firstCreated"
        ),
        "language": (said or "").replace("_", "-").split("-")[0].lower(),
    }


def _of_nitf(nitf: Element) -> dict[str, str]:
    """What NITF says in its own head; "" where it does not."""
    published = nitf.find("head/docdata/date.issue")
    named = nitf.find("head/pubdata")
    numbered = nitf.find("head/docdata/doc-id")
    return {
        "id": numbered.get("id-string") or "" if numbered is not None else "",
        "outlet": (named.get("name") or "" if named is not None else "") or _first_said(nitf, "body/body.head/distributor"),
        "title": _first_said(nitf, "body/body.head/hedline/hl1", "head/title"),
        "byline": _first_said(nitf, "body/body.head/byline"),
        "published": _dashed(published.get("norm") or "") if published is not None else "",
    }


def _first_said(item: Element, *paths: str) -> str:
    return next((said for path in paths for element in item.findall(path) if (said := _value(element))), "")


def _value(element: Element) -> str:
    """The name inside, else the text, else what an attribute says in words or as a code (``nprov:AFP``)."""
    name = element.find("name")
    shown = one_line("".join((element if name is None else name).itertext()))
    code = element.get("qcode") or ""
    return shown or element.get("literal") or code.rpartition(":")[2]


def _dashed(norm: str) -> str:
    """``20240309T100000Z`` as ISO 8601 is written for people."""
    found = _COMPACT.fullmatch(norm)
    if not found:
        return norm
    year, month, day, hour, minute, _, zone = found.groups()
    return f"{year}-{month}-{day}" + (f"T{hour}:{minute}{zone or ''}" if hour else "")
