"""Files of any size -> articles one after the other, with their text in stretches, and what was skipped."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from compare.model import Article, ArticleId, Published, Skipped
from compare.settings import InputSettings
from compare.sources.find import Found
from compare.sources.formats import RECORDS
from compare.sources.judge import unreadable
from compare.sources.lines import Stretch
from compare.sources.taken import Taken
from compare.sources.textfile import Seen, open_told, read_lines, survey
from compare.text import checksum


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
    for file in files:
        try:
            yield from _records(file, settings, seen, taken) if file.path.suffix.lower() in RECORDS else _text(file, settings, seen, taken)
        except OSError as error:
            yield Skipped(file.origin, unreadable(error))


def _records(file: Found, settings: InputSettings, seen: Seen, taken: Taken) -> Iterator[Streamed | Skipped]:
    """A record keeps its id, so a second one of that id goes."""
    with open_told(file, seen) as raw:
        for place, item in RECORDS[file.path.suffix.lower()](raw, file.origin, settings):
            if isinstance(item, Skipped):
                yield item
            elif taken.take(item.id):
                yield _whole(item)
            else:
                yield Skipped(place, f"has the id {item.id!r} of an earlier article; give each article its own")


def _whole(article: Article) -> Streamed:
    return Streamed(article.id, article.outlet, article.published, (Stretch(0, article.text),))


def _text(file: Found, settings: InputSettings, seen: Seen, taken: Taken) -> Iterator[Streamed | Skipped]:
    """A file gets an id, told apart by its place where its bytes and name are not the first of their kind."""
    found = survey(file, settings)
    if isinstance(found, Skipped):
        yield found
        return
    name, encoding = found
    number = 0
    while not taken.take(name):
        number += 1
        name = ArticleId(f"{found[0]}-{checksum(file.origin)[:8]}" + (f"-{number}" if number > 1 else ""))
    lines = read_lines(file, encoding, settings, seen)
    yield Streamed(name, PurePosixPath(file.origin).stem, None, lines)
