"""One article as JSON -> an article, or ``UnusableError`` with the reason; the one door for lines of JSONL and rows of a table."""

import hashlib
import json
from pathlib import PurePosixPath
from typing import Any

import regex

from compare.model import Article, ArticleId, Credits, Cut
from compare.settings import InputSettings
from compare.sources.cut_text import find_cut, stated_cut
from compare.sources.decode import CONTROL_SHARE, is_binary
from compare.sources.page_address import outlet_of
from compare.sources.publication_dates import read_publication_date
from compare.sources.unusable_text import why_unusable
from compare.text.tokens import normalised
from schemas.check import Checker, breaches

SEE_SCHEMA = "see `tellings schema article`"
_SHOWN_BREACHES = 3  # of one record; the first ones nearly always explain the rest
# Half a surrogate pair can stand in UTF-8 only so; to look for it takes a hundredth of the time of writing the record again.
_SURROGATE = regex.compile(rb"\\u[dD][89a-fA-F]")


class UnusableError(ValueError):
    """A record that is no article; the message is the reason."""


def article_of(line: bytes, origin: str, settings: InputSettings, validator: Checker) -> Article:
    """The article in a record of UTF-8 JSON, its fields under the names of the schema or of ``input.columns``; its id is as given."""
    record = _record(line, settings, validator)
    text = normalised(record["text"])
    problem = "is full of control characters; write it as text" if _is_binary(line, text) else why_unusable(text, settings)
    if problem:
        raise UnusableError(f"$.text: {problem}")
    published = _given(record, "published")
    return Article(
        id=ArticleId(record["id"]),
        outlet=_outlet(record, origin, settings),
        text=text,
        origin=origin,
        sha256=hashlib.sha256(line).hexdigest(),
        story=record.get("story"),
        title=_given(record, "title"),
        published=read_publication_date(published) if published else None,
        url=_given(record, "url"),
        language=_given(record, "language") or "",
        credits=Credits(byline=_given(record, "byline")),
        cut=_cut(record, text),
    )


def _cut(record: dict[str, Any], text: str) -> Cut | None:
    """As the record says, which may also be that the article is whole; else as its last lines do."""
    is_said, cut = stated_cut(record.get("cut"))
    return cut if is_said else find_cut(text.split("\n"))


def _is_binary(line: bytes, text: str) -> bool:
    """As ``is_binary``, in a fifth of the time: JSON writes control characters behind a backslash, all but one; few of both settle it."""
    return line.count(b"\\") + line.count(b"\x7f") > CONTROL_SHARE * len(text) and is_binary(text)


def _record(line: bytes, settings: InputSettings, validator: Checker) -> dict[str, Any]:
    try:
        record = json.loads(line.decode("utf-8"))
        if _SURROGATE.search(line):  # half a pair could be read, but never written
            json.dumps(record, ensure_ascii=False, allow_nan=True).encode("utf-8")  # only looked at
    except json.JSONDecodeError as error:
        raise UnusableError(f"is not JSON ({error.msg}, column {error.colno}); write one article a line") from error
    except UnicodeDecodeError as error:
        raise UnusableError(f"is not UTF-8 (byte {error.start}); save the file as UTF-8") from error
    except UnicodeEncodeError as error:
        raise UnusableError("has half a surrogate pair; write the character whole") from error
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets thousands deep
        raise UnusableError("is JSON beyond any article; write one article a line") from error
    if not isinstance(record, dict):
        raise UnusableError(f"is not an object; write one article a line, {SEE_SCHEMA}")
    if settings.columns:
        record |= {name: record[column] for name, column in settings.columns if column in record}
    found = breaches(record, validator)
    if found:
        named = "; ".join(f"{breach.path}: {breach.problem}" for breach in found[:_SHOWN_BREACHES])
        more = f" and {len(found) - _SHOWN_BREACHES} more" if len(found) > _SHOWN_BREACHES else ""
        raise UnusableError(f"{named}{more}; {SEE_SCHEMA}")
    if not record["id"].strip():
        raise UnusableError(f"$.id: is blank; {SEE_SCHEMA}")
    return record


def _outlet(record: dict[str, Any], origin: str, settings: InputSettings) -> str:
    """The outlet; where it is blank that of the page's address, else the name of the file."""
    return normalised(record["outlet"]).strip() or outlet_of(record.get("url") or "", "", settings) or PurePosixPath(origin).stem


def _given(record: dict[str, Any], name: str) -> str | None:
    """An optional value in NFC; a blank one was not given."""
    value = record.get(name)
    return normalised(value) if value and value.strip() else None
