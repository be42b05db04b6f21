"""Files, folders and standard input -> articles and what was skipped."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import file_digest, sha256
from typing import BinaryIO

from compare.errors import InputError
from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources.entries import entries
from compare.sources.fetch.fetched_page import FetchedPage, page_source
from compare.sources.find_files import NO_SUCH_FILE, FoundFile, find_files
from compare.sources.read_file import read_at_most
from compare.sources.source import Entry, source_of
from compare.sources.unique_ids import first_of_each, with_unique_ids
from compare.sources.unusable_text import why_too_large, why_unreadable
from compare.sources.walk_folder import Progress

_STDIN = "stdin"
_SHOWN_REASONS = 5  # of an error; nobody reads more at a prompt


@dataclass(frozen=True, slots=True)
class Intake:
    """What was read, sorted by story and id, and what was not; the two together are all that was given."""

    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class _Batch:
    """What one file held; ``order`` is the same wherever the file stands and whenever it was named."""

    order: tuple[str, str]  # origin; sha256 of the bytes, or why they were not read
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IntakeOptions:
    """Pages of the network, read beside the inputs; who is told how many more names were looked at, and how many more files read."""

    pages: Iterable[FetchedPage | Skipped] = ()
    on_listed: Progress = lambda _: None
    on_read: Progress = lambda _: None


_DEFAULT_OPTIONS = IntakeOptions()


def read_inputs(inputs: Sequence[str], settings: InputSettings, stdin: BinaryIO | None = None, options: IntakeOptions = _DEFAULT_OPTIONS) -> Intake:
    """Files, folders and ``-``; the order and the place of the inputs change nothing, and no input raises."""
    found, left_out = find_files([given for given in inputs if given != "-"], settings, options.on_listed)
    batches = [_skipped(item) for item in left_out]
    for file in found:
        batches.append(_read_file(file, settings))
        options.on_read(1)
    if "-" in inputs:
        batches.append(_read_stdin(stdin, settings))
        batches += [_skipped(Skipped(_STDIN, "is given twice; it was read once"))] * (list(inputs).count("-") - 1)
    batches += [_read_page(page, settings) for page in options.pages]
    batches.sort(key=lambda batch: batch.order)
    read = [entry for batch in batches for entry in batch.entries]
    given, repeated = first_of_each([(entry.place, entry.item) for entry in read if entry.own_id and isinstance(entry.item, Article)])
    made = [entry.item for entry in read if not entry.own_id and isinstance(entry.item, Article)]
    skipped = [entry.item for entry in read if isinstance(entry.item, Skipped)]
    articles = sorted(given + with_unique_ids(made, given), key=lambda article: (article.story or "", article.id))
    return Intake(tuple(articles), (*skipped, *repeated))


def require_articles(intake: Intake) -> tuple[Article, ...]:
    """The articles; ``InputError`` with the first reasons when there are none."""
    if intake.articles:
        return intake.articles
    if not intake.skipped:
        raise InputError("input", "nothing was given", "name a file, a folder, or - for standard input")
    told = [f"{place}: {reason}" for place, reason in merge_missing(intake.skipped)]
    more = len(told) - _SHOWN_REASONS
    raise InputError("input", "nothing could be read", "; ".join(told[:_SHOWN_REASONS]) + (f"; and {more} more" if more > 0 else ""))


def merge_missing(skipped: Sequence[Skipped]) -> list[tuple[str, str]]:
    """Place and reason of each, in order; first all names that are not there, as one: who mistyped them looks for them together."""
    missing = ", ".join(dict.fromkeys(item.place for item in skipped if item.reason == NO_SUCH_FILE))
    others = [(item.place, item.reason) for item in skipped if item.reason != NO_SUCH_FILE]
    return [*([(missing, NO_SUCH_FILE)] if missing else []), *others]


def _skipped(item: Skipped) -> _Batch:
    return _Batch((item.place, item.reason), (Entry(item.place, item),))


def _read_file(file: FoundFile, settings: InputSettings) -> _Batch:
    try:
        reason = why_too_large(file.path.stat().st_size, settings)
        digest = "" if reason else _checksum(file)
    except OSError as error:
        reason = why_unreadable(error)
    if reason:
        return _skipped(Skipped(file.origin, reason))
    return _Batch((file.origin, digest), tuple(entries(file.source(), settings)))


def _read_page(page: FetchedPage | Skipped, settings: InputSettings) -> _Batch:
    if isinstance(page, Skipped):
        return _skipped(page)
    source = page_source(page)
    return _Batch((source.origin, sha256(page.data).hexdigest()), tuple(entries(source, settings)))


def _checksum(file: FoundFile) -> str:
    with file.path.open("rb") as data:
        return file_digest(data, "sha256").hexdigest()


def _read_stdin(stdin: BinaryIO | None, settings: InputSettings) -> _Batch:
    """JSON, or lines of it, if the first character that is not blank is one of theirs, else what it looks like."""
    data = read_at_most(stdin, settings.largest_file_bytes + 1) if stdin else b""
    reason = why_too_large(len(data), settings)
    if reason:
        return _skipped(Skipped(_STDIN, reason))
    source = replace(source_of(data, _STDIN), name=_STDIN + _json_suffix(data.removeprefix(b"\xef\xbb\xbf").lstrip()))
    return _Batch((_STDIN, sha256(data).hexdigest()), tuple(entries(source, settings)))


def _json_suffix(data: bytes) -> str:
    """Of lines, the first one ends as it began; one value goes over many, or is a list."""
    if data.startswith(b"["):
        return ".json"
    first = data.partition(b"\n")[0].rstrip()
    return "" if not data.startswith(b"{") else ".jsonl" if first.endswith(b"}") else ".json"
