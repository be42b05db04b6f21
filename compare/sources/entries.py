"""A source of any format -> every article in it or why not, one after the other; packed ones are read as they are unpacked."""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import BinaryIO

from compare.faults import fault_of, skipped_by_fault
from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources.json_value import read_json
from compare.sources.jsonl import read_jsonl
from compare.sources.packed.bounded import UnpackBudget, UnpackError, damage_of
from compare.sources.packed.gzipped import gunzip
from compare.sources.packed.members import TOO_DEEP
from compare.sources.packed.tarred import untar
from compare.sources.packed.zipped import unzip
from compare.sources.pages.feed import read_feed
from compare.sources.pages.newsml import read_newsml
from compare.sources.pages.saved_page import read_page
from compare.sources.pages.warc import read_warc
from compare.sources.parquet import read_parquet
from compare.sources.plain_text import read_plain
from compare.sources.read_file import read_whole
from compare.sources.source import Entry, Source
from compare.sources.source_formats import HEAD_BYTES, Format, RefusedFormat, format_of
from compare.sources.table import read_csv, read_tsv
from compare.sources.unusable_text import why_unreadable

Reader = Callable[[BinaryIO, Source, InputSettings], Iterator[Entry]]
Unpacker = Callable[[BinaryIO, Source, UnpackBudget], Iterator[Source | Skipped]]
RecordReader = Callable[[BinaryIO, str, InputSettings], Iterator[tuple[str, Article | Skipped]]]


def entries(source: Source, settings: InputSettings) -> Iterator[Entry]:
    """In the order in which they stand there; nothing that the bytes hold raises, and what was read or left out is all that was there."""
    yield from _entries(source, _Nesting(settings))


def format_at(source: Source) -> Format | RefusedFormat:
    """By its first bytes; ``OSError`` as its file has it."""
    with source.open() as file:
        return format_of(file.read(HEAD_BYTES), source)


@dataclass(frozen=True, slots=True)
class _Nesting:
    """Where a source stands: how many packed ones are around it, and what the outermost may still unpack to."""

    settings: InputSettings
    budget: UnpackBudget | None = None
    depth: int = 0


def _entries(source: Source, within: _Nesting) -> Iterator[Entry]:
    try:
        with source.open() as file:
            head = file.read(HEAD_BYTES)
            file.seek(0)
            yield from _of_format(format_of(head, source), file, source, within)
            damage = damage_of(file)
            if damage:
                yield _skipped(source.origin, str(damage))
    except OSError as error:
        yield _skipped(source.origin, why_unreadable(error))
    except UnpackError as error:
        yield _skipped(source.origin, str(error))
    except Exception as error:  # noqa: BLE001 - the edge of one file: see compare.faults
        yield Entry(source.origin, skipped_by_fault(fault_of(error, "taking in a file", source.origin)))


def _of_format(found: Format | RefusedFormat, file: BinaryIO, source: Source, within: _Nesting) -> Iterator[Entry]:
    if isinstance(found, RefusedFormat):
        yield _skipped(source.origin, found.reason)
    elif found in _READERS:
        yield from _READERS[found](file, source, within.settings)
    elif within.depth >= within.settings.deepest_packing:
        yield _skipped(source.origin, TOO_DEEP.format(deepest=within.settings.deepest_packing))
    else:
        budget = within.budget or UnpackBudget(within.settings, file.seek(0, io.SEEK_END))
        file.seek(0)
        inside = replace(within, budget=budget, depth=within.depth + 1)
        empty = True
        for part in _UNPACKERS[found](file, source, budget):
            empty = False
            yield from [Entry(part.place, part)] if isinstance(part, Skipped) else _part(part, inside, budget)
        if empty:
            yield _skipped(source.origin, "is an archive without a file; put articles into it or give another")


def _part(part: Source, inside: _Nesting, budget: UnpackBudget) -> Iterator[Entry]:
    """Of a part that gives no article, the others get back what it took."""
    before, gave = budget.spent, False
    for entry in _entries(part, inside):
        gave = gave or isinstance(entry.item, Article)
        yield entry
    if not gave:
        budget.give_back(budget.spent - before)


def _skipped(origin: str, reason: str) -> Entry:
    return Entry(origin, Skipped(origin, reason))


def _read_text(file: BinaryIO, source: Source, settings: InputSettings) -> Iterator[Entry]:
    data = read_whole(file, source.origin, settings)
    yield Entry(source.origin, data if isinstance(data, Skipped) else read_plain(data, source.origin, settings))


def _reader_of_records(read: RecordReader) -> Reader:
    """A reader of records that bring their ids."""

    def entries_of(file: BinaryIO, source: Source, settings: InputSettings) -> Iterator[Entry]:
        return (Entry(place, item, own_id=True) for place, item in read(file, source.origin, settings))

    return entries_of


_READERS: Mapping[Format, Reader] = {
    Format.TEXT: _read_text,
    Format.PAGE: read_page,
    Format.FEED: read_feed,
    Format.NEWSML: read_newsml,
    Format.WARC: read_warc,
    Format.JSON: _reader_of_records(read_json),
    Format.JSONL: _reader_of_records(read_jsonl),
    Format.CSV: _reader_of_records(read_csv),
    Format.TSV: _reader_of_records(read_tsv),
    Format.PARQUET: _reader_of_records(read_parquet),
}
_UNPACKERS: Mapping[Format, Unpacker] = {Format.GZIP: gunzip, Format.ZIP: unzip, Format.TAR: untar}
