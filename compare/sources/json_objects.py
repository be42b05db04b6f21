"""A line of JSON -> the articles in it, or why not: one of our own form, or what another form holds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace

from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources.other_json import FORM_SIGNS, Records, records_of
from compare.sources.page_address import outlet_of
from compare.sources.record import UnusableError, article_of
from schemas.check import Checker

PlacedItem = tuple[str, Article | Skipped]
_NO_TEXT = "is a news item without a text in it, such as of a picture; nothing is to be done"
_NO_ENTRY = "is a feed without an entry; save it again"


@dataclass(frozen=True, slots=True)
class RecordContext:
    """What a record needs to become an article, beside its bytes; ``origin`` is its file."""

    origin: str
    settings: InputSettings
    validator: Checker


def articles_of(line: bytes, place: str, context: RecordContext) -> Iterator[PlacedItem]:
    """Of UTF-8; of a feed each item with its place ``place:number``. What ``input.columns`` names is read as that says."""
    found = _records_of_other_form(line, context.settings) if any(sign in line for sign in FORM_SIGNS) else None
    if found is None:
        yield place, _read(line, place, context)
        return
    for number, record in enumerate(found.records, 1):
        within = f"{place}:{number}" if found.is_feed else place
        if found.is_feed:
            record["outlet"] = outlet_of(record.get("url", ""), record["outlet"], context.settings)
        made = _read(_line(record), within, context) if record["text"] else Skipped(within, _NO_TEXT)
        yield within, replace(made, origin=within, form="feed") if found.is_feed and isinstance(made, Article) else made
    if not found.records:
        yield place, Skipped(place, _NO_ENTRY)


def _records_of_other_form(line: bytes, settings: InputSettings) -> Records | None:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError):  # told by who reads it as a record
        return None
    is_mapped = isinstance(value, dict) and any(column in value for _, column in settings.columns)
    return None if is_mapped else records_of(value)


def _line(record: dict[str, object]) -> bytes:
    return json.dumps(record, ensure_ascii=True, allow_nan=False).encode()


def _read(line: bytes, place: str, context: RecordContext) -> Article | Skipped:
    try:
        return article_of(line, context.origin, context.settings, context.validator)
    except UnusableError as error:
        return Skipped(place, str(error))
