"""A web archive (WARC) -> one article or one reason a page, with no more than one page in memory."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, cast

import regex

from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources.page_address import is_web, outlet_of, path_of
from compare.sources.pages.saved_page import page_article
from compare.sources.plain_text import file_id, read_plain
from compare.sources.read_file import read_whole
from compare.sources.source import Entry, Source, SourceHeaders, source_of

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_PAGES = frozenset(["text/html", "application/xhtml+xml"])
_TEXTS = frozenset(["text/plain"])
_OK = range(200, 300)
_CHARSET = regex.compile(r"charset\s*+=\s*+[\"']?(?P<label>[\w.:-]{1,40})", regex.IGNORECASE)
_BEGIN = b"WARC/1."
_BLOCK = 1 << 20  # bytes searched at once for the next record
_MOST_KINDS = 8  # of records without a page that are named


def read_warc(file: BinaryIO, source: Source, settings: InputSettings) -> Iterator[Entry]:
    """Each page with its place ``origin:record``, in order, and one entry for all records that hold none.

    A damaged record costs itself; reading goes on at the next one that can be found.
    """
    reader = _Reader(file, source, settings)
    at: int | None = 0
    while at is not None:
        yield from reader.records(at)
        at = _next_record(file, reader.damaged + 1) if reader.damaged is not None else None
    if reader.others:
        kinds = ", ".join(f"{count} {kind}" for kind, count in reader.others.most_common(_MOST_KINDS))
        yield Entry(
            source.origin, Skipped(source.origin, f"holds {reader.others.total()} records without a page ({kinds}); nothing is to be done")
        )
    if not reader.number:
        yield Entry(source.origin, Skipped(source.origin, "holds no record that can be read; get it anew"))


class _Reader:
    """Goes through the records; counts them, so it is no value."""

    def __init__(self, file: BinaryIO, source: Source, settings: InputSettings) -> None:
        self.number = 0
        self.others: Counter[str] = Counter()
        self.damaged: int | None = None  # byte at which the record begins behind which nothing could be read
        self._file, self._source, self._settings = file, source, settings

    def records(self, at: int) -> Iterator[Entry]:
        """Of the records from byte ``at`` on, to the end or to the first that is damaged."""
        from fastwarc.warc import ArchiveIterator

        self._file.seek(at)
        self.damaged, begun = None, at
        try:
            for record in ArchiveIterator(self._file, parse_http=True, auto_decode="all"):
                self.number, begun = self.number + 1, record.stream_pos
                found = self._entry(record)
                if found:
                    yield found
                if isinstance(found, _CutEntry):
                    self.damaged = begun
                    return
        except OSError as error:
            self.damaged = begun
            place = self._place()
            yield Entry(place, Skipped(place, f"is damaged in or behind this record ({error}); get the archive anew"))

    def _place(self) -> str:
        return f"{self._source.origin}:{self.number}" if self.number else self._source.origin

    def _entry(self, record: "WarcRecord") -> Entry | None:
        place = self._place()
        media_type, charset, other = _described(record)
        if media_type is None:
            self.others.update([other] if other else [])
            return None
        declared = record.content_length
        data = read_whole(cast("BinaryIO", record.reader), place, self._settings)
        if isinstance(data, Skipped):
            return Entry(place, data)
        if len(data) < declared and not _is_coded(record):
            reason = f"is cut short: {declared} bytes are announced, {len(data)} are there; get the archive anew"
            return _CutEntry(place, Skipped(place, reason))
        url = (record.headers.get("WARC-Target-URI") or "").strip("<>")
        return Entry(place, _article(data, place, SourceHeaders(url if is_web(url) else "", media_type, charset), self._settings))


class _CutEntry(Entry):
    """Of a record that announces more than there is: what stands behind it was taken for a part of it."""


def _described(record: "WarcRecord") -> tuple[str | None, str, str]:
    """Media type and charset of a record with a page, else what it is instead; nothing of those that only describe others."""
    from fastwarc.warc import WarcRecordType

    notes = (WarcRecordType.request, WarcRecordType.metadata, WarcRecordType.warcinfo)
    if record.record_type in notes or (record.headers.get("WARC-Target-URI") or "").strip("<").startswith("urn:"):
        return None, "", ""  # a crawler's picture or text of a page is called urn:view:…, urn:text:…
    said = record.headers.get("Content-Type") or ""
    charset = _CHARSET.search(said)
    media_type, label = said.split(";")[0].strip().lower(), charset["label"] if charset else ""
    if record.record_type == WarcRecordType.revisit:
        return None, "", "revisits"
    if record.is_http and record.http_headers is not None:
        status = record.http_headers.status_code
        media_type, label = (record.http_content_type or "").lower(), record.http_charset or ""
        if status not in _OK:
            return None, "", f"answers {status}" if status else "answers without a status"
    if media_type in _PAGES or media_type in _TEXTS:
        return media_type, label, ""
    return None, "", media_type or "of no media type"


def _is_coded(record: "WarcRecord") -> bool:
    """Whether the page was sent in another form than it is read in, so that lengths differ."""
    headers = record.http_headers
    return headers is not None and any(headers.get(name) for name in ("Content-Encoding", "Transfer-Encoding"))


def _article(data: bytes, place: str, headers: SourceHeaders, settings: InputSettings) -> Article | Skipped:
    if headers.media_type in _PAGES:
        return page_article(data, source_of(data, place, headers), settings)
    article = read_plain(data, place, settings)
    if isinstance(article, Skipped) or not headers.url:
        return article
    stem = PurePosixPath(path_of(headers.url)).stem
    return replace(article, id=file_id(article.sha256, stem), outlet=outlet_of(headers.url, "", settings), url=headers.url, form="page")


def _next_record(file: BinaryIO, at: int) -> int | None:
    """The byte at which the next record may begin, from ``at`` on."""
    file.seek(at)
    held, begin = b"", at
    while block := file.read(_BLOCK):
        held += block
        found = held.find(_BEGIN)
        if found >= 0:
            return begin + found
        begin, held = begin + len(held) - len(_BEGIN) + 1, held[-len(_BEGIN) + 1 :]
    return None
