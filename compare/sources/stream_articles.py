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
from compare.sources.find_files import FoundFile
from compare.sources.line_blocks import LineBlock
from compare.sources.seen_ids import SeenIds
from compare.sources.source_formats import Format
from compare.sources.stream_text_file import ReadProgress, open_with_progress, read_lines, scan_text_file
from compare.sources.unusable_text import why_unreadable


@dataclass(frozen=True, slots=True)
class StreamedArticle:
    """An article whose text is read while ``stretches`` are taken, before the next article is asked for."""

    id: ArticleId
    outlet: str
    published: Published | None
    blocks: Iterable[LineBlock | Skipped]


def stream_articles(files: Sequence[FoundFile], settings: InputSettings, progress: ReadProgress) -> Iterator[StreamedArticle | Skipped]:
    """Articles in the order of files, then of lines or rows; each id once, at the first article that has it.

    Memory holds one article, or a few million characters of a text file, and 8 bytes for each id. ``seen`` hears how many bytes were read.
    """
    taken = SeenIds()
    settings = replace(settings, largest_unpacked_bytes=maxsize)
    for file in files:
        try:
            is_text = format_at(file.source()) is Format.TEXT
        except OSError as error:
            yield Skipped(file.origin, why_unreadable(error))
            continue
        yield from _text(file, settings, progress, taken) if is_text else _whole(file, settings, progress, taken)


def _whole(file: FoundFile, settings: InputSettings, progress: ReadProgress, seen_ids: SeenIds) -> Iterator[StreamedArticle | Skipped]:
    """A record keeps its id, so a second one of that id goes; a page gets another one."""
    source = replace(file.source(), open=partial(open_with_progress, file, progress))
    for place, item, own_id in entries(source, settings):
        if isinstance(item, Skipped):
            yield item
        elif not own_id:
            yield _streamed(item, seen_ids.make_unique(item.id, item.origin))
        elif seen_ids.add(item.id):
            yield _streamed(item, item.id)
        else:
            yield Skipped(place, f"has the id {item.id!r} of an earlier article; give each article its own")


def _streamed(article: Article, name: ArticleId) -> StreamedArticle:
    return StreamedArticle(name, article.outlet, article.published, (LineBlock(0, article.text),))


def _text(file: FoundFile, settings: InputSettings, progress: ReadProgress, seen_ids: SeenIds) -> Iterator[StreamedArticle | Skipped]:
    """A text of any size, as it is read."""
    try:
        found = scan_text_file(file, settings)
    except OSError as error:
        found = Skipped(file.origin, why_unreadable(error))
    if isinstance(found, Skipped):
        yield found
        return
    name, encoding = found
    yield StreamedArticle(seen_ids.make_unique(name, file.origin), PurePosixPath(file.origin).stem, None, _lines(file, encoding, settings, progress))


def _lines(file: FoundFile, encoding: Encoding, settings: InputSettings, progress: ReadProgress) -> Iterator[LineBlock | Skipped]:
    try:
        yield from read_lines(file, encoding, settings, progress)
    except OSError as error:
        yield Skipped(file.origin, why_unreadable(error))
