"""A source's first bytes, name and media type -> who reads it, or why nobody does.

Strong signs go before the name, and the name before weak ones: a gzip file is one whatever it is called, ``<html`` in a ``.csv`` a cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import PurePosixPath

import regex

from compare.sources.decode import LONGEST_BOM, encoding_of_bom
from compare.sources.own_files import is_own_file
from compare.sources.packed.zipped import DOCUMENT
from compare.sources.source import Source

HEAD_BYTES = 1 << 16


class Format(Enum):
    """How articles stand in a source."""

    TEXT = "text"
    PAGE = "page"
    FEED = "feed"
    NEWSML = "newsml"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    TSV = "tsv"
    PARQUET = "parquet"
    WARC = "warc"
    GZIP = "gzip"
    ZIP = "zip"
    TAR = "tar"


@dataclass(frozen=True, slots=True)
class RefusedFormat:
    """Nobody reads it; why, and what to do."""

    reason: str


_SPREADSHEET = RefusedFormat("is a spreadsheet, which is not read; save it as CSV in UTF-8")
_PACKED = RefusedFormat("is packed in a way that is not read; unpack it, or pack it as .zip or .tar.gz")
_MEDIA = RefusedFormat("is a picture, sound or film; give its text as .txt")
_ONE_PAGE = RefusedFormat("is a page packed with its pictures, which is not read; save it as HTML")
_BINARY = RefusedFormat("is a program or data with a format of its own, which is not read; save its text as .txt")
_OWN_FILE = RefusedFormat("was written by tellings, and is no article; give the articles alone")
_XML = RefusedFormat("is XML and neither a feed nor a page; save its text as .txt")

# First bytes that nothing else begins with.
_MAGIC: tuple[tuple[bytes, Format | RefusedFormat], ...] = (
    (b"\x1f\x8b", Format.GZIP),
    (b"PK\x03\x04", Format.ZIP),
    (b"PK\x05\x06", Format.ZIP),
    (b"PAR1", Format.PARQUET),
    (b"WARC/", Format.WARC),
    (b"%PDF-", RefusedFormat(DOCUMENT)),
    (b"\xd0\xcf\x11\xe0", RefusedFormat(DOCUMENT)),
    (b"{\\rtf", RefusedFormat(DOCUMENT)),
    (b"BZh", _PACKED),
    (b"\xfd7zXZ\x00", _PACKED),
    (b"\x28\xb5\x2f\xfd", _PACKED),
    (b"7z\xbc\xaf\x27\x1c", _PACKED),
    (b"Rar!", _PACKED),
    (b"\x89PNG", _MEDIA),
    (b"\xff\xd8\xff", _MEDIA),
    (b"GIF8", _MEDIA),
    (b"RIFF", _MEDIA),
    (b"ID3", _MEDIA),
    (b"\x7fELF", _BINARY),
    (b"SQLite format 3\x00", _BINARY),
    (b"bplist00", _ONE_PAGE),
)
_TAR_MAGIC, _TAR_AT = b"ustar", 257
_SUFFIXES: Mapping[str, Format | RefusedFormat] = {
    ".jsonl": Format.JSONL,
    ".ndjson": Format.JSONL,
    ".csv": Format.CSV,
    ".tsv": Format.TSV,
    ".tab": Format.TSV,
    ".parquet": Format.PARQUET,
    ".warc": Format.WARC,
    ".gz": Format.GZIP,
    ".tgz": Format.GZIP,
    ".zip": Format.ZIP,
    ".tar": Format.TAR,
    **dict.fromkeys((".html", ".htm", ".xhtml", ".shtml", ".php", ".asp", ".aspx", ".jsp"), Format.PAGE),
    **dict.fromkeys((".pdf", ".docx", ".doc", ".odt", ".rtf", ".epub", ".mobi", ".pptx"), RefusedFormat(DOCUMENT)),
    **dict.fromkeys((".xlsx", ".xls", ".ods"), _SPREADSHEET),
    **dict.fromkeys((".bz2", ".xz", ".zst", ".7z", ".rar", ".lz4", ".br", ".lzma"), _PACKED),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".mp3", ".mp4", ".wav", ".mov", ".avi", ".webm"), _MEDIA),
    **dict.fromkeys((".mht", ".mhtml", ".webarchive", ".maff"), _ONE_PAGE),
    ".json": Format.JSON,
}
_XML_SUFFIXES = (".xml", ".rss", ".atom", ".rdf")
_DOCUMENT_SUFFIXES = (".docx", ".pptx", ".odt", ".epub", ".xlsx", ".ods")  # ZIP archives inside
_MEDIA_TYPES: Mapping[str, Format | RefusedFormat] = {
    **dict.fromkeys(("text/html", "application/xhtml+xml"), Format.PAGE),
    **dict.fromkeys(("application/rss+xml", "application/atom+xml"), Format.FEED),
    **dict.fromkeys(("application/json", "application/feed+json"), Format.JSON),
    "text/csv": Format.CSV,
    "text/tab-separated-values": Format.TSV,
    **dict.fromkeys(("application/x-ndjson", "application/jsonl", "application/jsonlines"), Format.JSONL),
}
_ROOT = r"(?:[\s\ufeff]|<!--(?:[^-]|-(?!->))*+-->|<\?[^>]*+>|<!doctype[^>]*+>)*+<"
_FEED = regex.compile(_ROOT + r"(?:rss|feed|(?:\w+:)?RDF)\b", regex.IGNORECASE)
_NEWS = regex.compile(_ROOT + r"(?:\w+:)?(?:newsItem|newsMessage|nitf)\b", regex.IGNORECASE)
_PAGE = regex.compile(
    r"\s*+(?:<!--(?:[^-]|-(?!->))*+-->\s*+)*+<(?:!doctype\s++html|\?xml[^>]*+>.*?<(?:!doctype\s++html|html)|html|head|body)\b",
    regex.I | regex.S,
)
_XML_BEGIN = regex.compile(r"\s*+<\?xml\b", regex.IGNORECASE)
_TAG = regex.compile(r"<[!/a-z]", regex.IGNORECASE)


def format_of(head: bytes, source: Source) -> Format | RefusedFormat:
    """By the first ``HEAD_BYTES`` bytes, the suffix of the name, and what a server said."""
    if is_own_file(head):
        return _OWN_FILE
    suffix = PurePosixPath(source.name).suffix.lower()
    strong = next((found for magic, found in _MAGIC if head.startswith(magic)), None)
    if strong is not None and not (strong is Format.ZIP and suffix in _DOCUMENT_SUFFIXES):
        return strong
    if head[_TAR_AT:].startswith(_TAR_MAGIC):
        return Format.TAR
    text = _text_of(head)
    if suffix in _XML_SUFFIXES or source.headers.media_type.endswith("/xml"):
        return _of_xml(text) or _XML
    named = _MEDIA_TYPES.get(source.headers.media_type) or _SUFFIXES.get(suffix)
    if named is Format.PAGE:
        return Format.FEED if _FEED.match(text) else Format.PAGE if _TAG.search(text) else Format.TEXT
    return named or _by_sight(text)


def _by_sight(text: str) -> Format | RefusedFormat:
    """Of a file whose name says nothing of what is in it: a page is often saved without a suffix, or as ``.txt``."""
    return _of_xml(text) or (_XML if _XML_BEGIN.match(text) else Format.TEXT)


def _of_xml(text: str) -> Format | None:
    """By its root; news in XML may hold pages."""
    readers = ((_FEED, Format.FEED), (_NEWS, Format.NEWSML), (_PAGE, Format.PAGE))
    return next((found for root, found in readers if root.match(text)), None)


def _text_of(head: bytes) -> str:
    mark = encoding_of_bom(head[:LONGEST_BOM])
    return head[len(mark.bom) :].decode(mark.name, "replace")
