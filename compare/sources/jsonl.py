"""A JSONL file -> one article or one reason a line, with no more than one line in memory; of a line that is a feed, one an item."""

import io
from codecs import BOM_UTF8
from collections.abc import Callable, Iterator
from typing import BinaryIO

from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources.decode import LONGEST_BOM, SAVE_AS_UTF8, encoding_of_bom
from compare.sources.json_objects import RecordContext, articles_of
from schemas.check import checker

_ESCAPED_BYTES = 12  # a code point beyond the first plane, as \ud83d\ude00
_OTHER_BYTES = 1 << 20  # for everything but the text


def read_jsonl(file: BinaryIO, origin: str, settings: InputSettings) -> Iterator[tuple[str, Article | Skipped]]:
    """Each line that is not blank with its place ``origin:line``, in order; ids are as given and may repeat.

    A line that is longer than any article may be is read past, and a broken UTF-16 file up to where it breaks.
    """
    door = RecordContext(origin, settings, checker("article"))
    longest = _ESCAPED_BYTES * settings.largest_article_chars + _OTHER_BYTES
    number = found = 0
    try:
        for number, line in enumerate(_lines(file, longest), 1):
            record = line.strip().removeprefix(BOM_UTF8)  # files put together keep the marks of each
            if record:
                found += 1
                place = f"{origin}:{number}"
                if len(line) > longest:
                    yield place, Skipped(place, f"has more than {longest} bytes; split it or raise input.largest_article_chars")
                    continue
                yield from articles_of(record, place, door)
    except UnicodeError:
        place = f"{origin}:{number + 1}"
        yield place, Skipped(place, f"is no whole UTF-16, and nothing behind it was read; {SAVE_AS_UTF8}")
        return
    if not found:
        yield origin, Skipped(origin, "is empty; write one article a line")


def _lines(file: BinaryIO, longest: int) -> Iterator[bytes]:
    """Lines in UTF-8, of a longer one its begin; only a line feed parts them, since U+2028 may stand inside a JSON string."""
    mark, encoding = encoding_of_bom(file.read(LONGEST_BOM))
    file.seek(len(mark))
    if encoding == "utf-8":
        yield from _whole_lines(lambda: file.readline(longest + 1), longest)
        return
    text = io.TextIOWrapper(file, encoding=encoding, newline="\n")
    try:
        yield from _whole_lines(lambda: text.readline(longest + 1).encode("utf-8", "surrogatepass"), longest)
    finally:
        text.detach()


def _whole_lines(read: Callable[[], bytes], longest: int) -> Iterator[bytes]:
    while line := read():
        yield line
        while len(line) > longest and not line.endswith(b"\n"):
            line = read()
