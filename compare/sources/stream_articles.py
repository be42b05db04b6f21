"""Files of any size -> articles one after the other, with their text in stretches, and what was skipped."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import PurePosixPath
from sys import maxsize

from compare.model import Article, ArticleId, Published, Skipped
from compare.settings import InputSettings
from compare.sources.decode import Encoding
from compare.sources.entries import entries, format_at
from compare.sources.find_files import Found
from compare.sources.line_blocks import Stretch
from compare.sources.seen_ids import Taken
from compare.sources.source_formats import Format
from compare.sources.stream_text_file import Seen, open_told, read_lines, survey
from compare.sources.unusable_text import unreadable


@dataclass(frozen=True, slots=True)
class Streamed:
    """An article whose text is read while ``stretches`` are taken, before the next article is asked for."""

    id: ArticleId
    outlet: str
    published: Published | None
    stretches: Iterable[Stretch | Skipped]


def stream(files: Sequence[Found], settings: InputSettings, seen: Seen) -> Iterator[Streamed | Skipped]:
    """Articles in the order of files, then of lines or rows; each id once, at the first article that has it.

    Memory holds one article, or a few million characters of a text file, and 8 bytes for each id. ``seen`` hears how many bytes were read.
    """
    taken = Taken()
    settings = replace(settings, largest_unpacked_bytes=maxsize)
    for file in files:
        try:
            is_text = format_at(file.source()) is Format.TEXT
        except OSError as error:
            yield Skipped(file.origin, unreadable(error))
            continue
        yield from _text(file, settings, seen, taken) if is_text else _whole(file, settings, seen, taken)


def _whole(file: Found, settings: InputSettings, seen: Seen, taken: Taken) -> Iterator[Streamed | Skipped]:
    """A record keeps its id, so a second one of that id goes; a page gets another one."""
    source = replace(file.source(), open=partial(open_told, file, seen))
    for place, item, own_id in entries(source, settings):
        if isinstance(item, Skipped):
            yield item
        elif not own_id:
            yield _streamed(item, taken.apart(item.id, item.origin))
        elif taken.take(item.id):
            yield _streamed(item, item.id)
        else:
            yield Skipped(place, f"has the id {item.id!r} of an earlier article; give each article its own")


def _streamed(article: Article, name: ArticleId) -> Streamed:
    return Streamed(name, article.outlet, article.published, (Stretch(0, article.text),))


def _text(file: Found, settings: InputSettings, seen: Seen, taken: Taken) -> Iterator[Streamed | Skipped]:
    """A text of any size, as it is read."""
    try:
        found = survey(file, settings)
    except OSError as error:
        found = Skipped(file.origin, unreadable(error))
    if isinstance(found, Skipped):
        yield found
        return
    name, encoding = found
    yield Streamed(taken.apart(name, file.origin), PurePosixPath(file.origin).stem, None, _lines(file, encoding, settings, seen))


def _lines(file: Found, encoding: Encoding, settings: InputSettings, seen: Seen) -> Iterator[Stretch | Skipped]:
    try:
        yield from read_lines(file, encoding, settings, seen)
    except OSError as error:
        yield Skipped(file.origin, unreadable(error))
