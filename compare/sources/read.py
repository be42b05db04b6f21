"""Files, folders and standard input -> articles and what was skipped."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO

from compare.errors import InputError
from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources.find import Found, find_files
from compare.sources.formats import RECORDS, ReadRecords
from compare.sources.jsonl import read_jsonl
from compare.sources.judge import too_large, unreadable
from compare.sources.plain import read_plain
from compare.sources.unique import first_of_each, told_apart

_STDIN = "stdin"
_SHOWN_REASONS = 5  # of an error; nobody reads more at a prompt

_Entry = tuple[str, Article | Skipped]  # place, what was made of it


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read, sorted by story and id, and what was not; the two together are all that was given."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class _Batch:
    """What one file held; ``order`` is the same wherever the file stands and whenever it was named."""

    order: tuple[str, str]  # origin; sha256 of the bytes, or why they were not read
    entries: tuple[_Entry, ...]
    records: bool = False


def read_inputs(inputs: Sequence[str], settings: InputSettings, stdin: BinaryIO | None = None) -> Intake:
    """Read files, folders and ``-``; the order and the place of the inputs change nothing, and no input raises."""
    found, left_out = find_files([given for given in inputs if given != "-"])
    batches = [_left_out(item) for item in left_out] + [_read_file(file, settings) for file in found]
    if "-" in inputs:
        batches.append(_read_stdin(stdin, settings))
        batches += [_left_out(Skipped(_STDIN, "is given twice; it was read once"))] * (list(inputs).count("-") - 1)
    batches.sort(key=lambda batch: batch.order)
    given, repeated = first_of_each([entry for batch in batches if batch.records for entry in _articles(batch)])
    made = [article for batch in batches if not batch.records for _, article in _articles(batch)]
    skipped = [item for batch in batches for _, item in batch.entries if isinstance(item, Skipped)]
    articles = sorted(given + told_apart(made, given), key=lambda article: (article.story or "", article.id))
    return Intake(tuple(articles), (*skipped, *repeated))


def require_articles(intake: Intake) -> tuple[Article, ...]:
    """The articles; ``InputError`` with the first reasons when there are none."""
    if intake.articles:
        return intake.articles
    if not intake.skipped:
        raise InputError("input", "nothing was given", "name a file, a folder, or - for standard input")
    shown = "; ".join(f"{item.place}: {item.reason}" for item in intake.skipped[:_SHOWN_REASONS])
    more = len(intake.skipped) - _SHOWN_REASONS
    raise InputError("input", "nothing could be read", shown + (f"; and {more} more" if more > 0 else ""))


def _articles(batch: _Batch) -> list[tuple[str, Article]]:
    return [(place, item) for place, item in batch.entries if isinstance(item, Article)]


def _left_out(item: Skipped) -> _Batch:
    return _Batch((item.place, item.reason), ((item.place, item),))


def _read_file(file: Found, settings: InputSettings) -> _Batch:
    try:
        reason = too_large(file.path.stat().st_size, settings)
        data = b"" if reason else file.path.read_bytes()
    except OSError as error:
        reason = unreadable(error)
    if reason:
        return _left_out(Skipped(file.origin, reason))
    return _read_bytes(data, file.origin, settings, RECORDS.get(file.path.suffix.lower()))


def _read_stdin(stdin: BinaryIO | None, settings: InputSettings) -> _Batch:
    """JSONL if the first character that is not blank is ``{``, else one article."""
    data = stdin.read(settings.largest_file_bytes + 1) if stdin else b""
    reason = too_large(len(data), settings)
    if reason:
        return _left_out(Skipped(_STDIN, reason))
    records = data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"{")
    return _read_bytes(data, _STDIN, settings, read_jsonl if records else None)


def _read_bytes(data: bytes, origin: str, settings: InputSettings, records: ReadRecords | None) -> _Batch:
    """Records, or a text if nobody reads records in it."""
    read = records(io.BytesIO(data), origin, settings) if records else ((origin, read_plain(data, origin, settings)),)
    return _Batch((origin, sha256(data).hexdigest()), tuple(read), records is not None)
