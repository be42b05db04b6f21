"""Bytes of a JSONL file -> one article or one reason a line."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from urllib.parse import urlsplit

from compare.model import Article, ArticleId, Credits, Skipped
from compare.settings import InputSettings
from compare.sources.decode import UndecodableError, decode, is_binary
from compare.sources.judge import problem_of
from compare.sources.published import read_published
from compare.text import normalised
from schemas.check import Checker, breaches, checker

_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_FORM = "see `tellings schema article`"
_SHOWN_BREACHES = 3  # of one line; the first ones nearly always explain the rest


class _UnusableError(ValueError):
    """A line that is no article; the message is the reason."""


def read_jsonl(data: bytes, origin: str, settings: InputSettings) -> tuple[tuple[str, Article | Skipped], ...]:
    """Each line that is not blank with its place ``origin:line``, in order; ids are as given and may repeat."""
    validator = checker("article")
    try:
        lines = list(_lines(data))
    except UndecodableError as error:
        return ((origin, Skipped(origin, str(error))),)
    if not lines:
        return ((origin, Skipped(origin, "is empty; write one article a line")),)
    entries: list[tuple[str, Article | Skipped]] = []
    for number, line in lines:
        place = f"{origin}:{number}"
        try:
            entries.append((place, _article(_record(line, validator), line, origin, settings)))
        except _UnusableError as error:
            entries.append((place, Skipped(place, str(error))))
    return tuple(entries)


def _lines(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Numbered lines that are not blank; only a line feed parts them, since U+2028 may stand inside a JSON string."""
    plain = decode(data).encode("utf-8", "surrogatepass") if data.startswith(_UTF16) else data.removeprefix(b"\xef\xbb\xbf")
    return ((number, line.strip()) for number, line in enumerate(plain.split(b"\n"), 1) if line.strip())


def _record(line: bytes, validator: Checker) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
        json.dumps(record, ensure_ascii=False).encode("utf-8")  # half a surrogate pair could be read, but never written
    except json.JSONDecodeError as error:
        raise _UnusableError(f"is not JSON ({error.msg}, column {error.colno}); write one article a line") from error
    except UnicodeDecodeError as error:
        raise _UnusableError(f"is not UTF-8 (byte {error.start}); save the file as UTF-8") from error
    except UnicodeEncodeError as error:
        raise _UnusableError("has half a surrogate pair; write the character whole") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets thousands deep
        raise _UnusableError("is JSON beyond any article; write one article a line") from error
    if not isinstance(record, dict):
        raise _UnusableError(f"is not an object; write one article a line, {_FORM}")
    found = breaches(record, validator)
    if found:
        named = "; ".join(f"{breach.path}: {breach.problem}" for breach in found[:_SHOWN_BREACHES])
        more = f" and {len(found) - _SHOWN_BREACHES} more" if len(found) > _SHOWN_BREACHES else ""
        raise _UnusableError(f"{named}{more}; {_FORM}")
    if not record["id"].strip():
        raise _UnusableError(f"$.id: is blank; {_FORM}")
    return record


def _article(record: dict[str, Any], line: bytes, origin: str, settings: InputSettings) -> Article:
    text = normalised(record["text"])
    problem = "is full of control characters; write it as text" if is_binary(text) else problem_of(text, settings)
    if problem:
        raise _UnusableError(f"$.text: {problem}")
    published = _given(record, "published")
    return Article(
        id=ArticleId(record["id"]),
        outlet=_outlet(record, origin),
        text=text,
        origin=origin,
        sha256=hashlib.sha256(line).hexdigest(),
        story=record.get("story"),
        title=_given(record, "title"),
        published=read_published(published) if published else None,
        url=_given(record, "url"),
        language=_given(record, "language") or "",
        credits=Credits(byline=_given(record, "byline")),
    )


def _outlet(record: dict[str, Any], origin: str) -> str:
    """The outlet; where it is blank the host of the page, else the name of the file."""
    return normalised(record["outlet"]).strip() or _host(record.get("url") or "").removeprefix("www.") or PurePosixPath(origin).stem


def _host(url: str) -> str:
    """The host of an address; of what is none (``http://[::1``) nothing."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def _given(record: dict[str, Any], name: str) -> str | None:
    """An optional value in NFC; a blank one was not given."""
    value = record.get(name)
    return normalised(value) if value and value.strip() else None
