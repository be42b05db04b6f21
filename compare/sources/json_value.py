"""A file of one JSON value -> the articles in it: one, a list of them, or what another form holds; all of it is in memory."""

import json
from collections.abc import Iterator
from typing import Any, BinaryIO

from compare.model import Skipped
from compare.settings import InputSettings
from compare.sources.decode import LONGEST_BOM, SAVE_AS_UTF8, encoding_of_bom
from compare.sources.json_objects import RecordContext, PlacedItem, articles_of
from compare.sources.other_json import records_of
from compare.sources.read_file import read_whole
from schemas.check import checker

_NO_ARTICLE = "is one JSON value, which is not read; write one article a line in a .jsonl file"
_EMPTY = "is empty; give it the text of an article"


def read_json(file: BinaryIO, origin: str, settings: InputSettings) -> Iterator[PlacedItem]:
    """An article has the place of its file, one of a list ``origin:number``."""
    data = read_whole(file, origin, settings)
    if isinstance(data, Skipped):
        yield origin, data
        return
    value = _value(data)
    if isinstance(value, str):
        yield origin, Skipped(origin, value)
        return
    door = RecordContext(origin, settings, checker("article"))
    for number, each in enumerate(value, 1):
        place = f"{origin}:{number}" if len(value) > 1 else origin
        yield from articles_of(json.dumps(each, allow_nan=False).encode(), place, door)
    if not value:
        yield origin, Skipped(origin, _EMPTY)


def _value(data: bytes) -> list[Any] | str:
    """What is in the file, or why nothing of it can be read."""
    mark, encoding = encoding_of_bom(data[:LONGEST_BOM])
    try:
        text = data[len(mark) :].decode(encoding)
        value = json.loads(text, parse_constant=lambda _: None) if text.strip() else []
    except UnicodeDecodeError as error:
        return f"is {encoding.upper()} with a broken byte at {error.start}; {SAVE_AS_UTF8} again"
    except json.JSONDecodeError as error:
        return f"is not JSON ({error.msg}, line {error.lineno} column {error.colno}); write one article a line"
    except (ValueError, RecursionError):
        return "is JSON beyond any article; write one article a line"
    if isinstance(value, list):
        return value
    return [value] if _may_be_articles(value) else _NO_ARTICLE


def _may_be_articles(value: object) -> bool:
    return isinstance(value, dict) and ("text" in value or records_of(value) is not None)
