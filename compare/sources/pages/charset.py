"""Bytes of a page and what its server said -> its text, as a browser would decide: mark, server, ``<meta>``, then by sight.

The order is that of the HTML standard, "Determining the character encoding".
"""

import codecs
from collections.abc import Iterator

import regex

from compare.sources.decode import LONGEST_BOM, BrokenUtf8Error, UndecodableError, detect_encoding, encoding_of_bom

_WITHIN = 4096  # bytes; the standard looks at 1024, and templates put scripts before it
_SAID = regex.compile(
    rb"<meta\b[^>]{0,400}?\bcharset\s*+=\s*+[\"']?\s*+(?P<label>[\w:.-]{1,40})"
    rb"|<\?xml\b[^>]{0,200}?\bencoding\s*+=\s*+[\"'](?P<label>[\w:.-]{1,40})",
    regex.IGNORECASE,
)
# Codecs of Python that no page is written in, and one that hides markup.
_NOT_OF_PAGES = frozenset(["idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7"])
# Servers name these by default. As in browsers they mean windows-1252; but what can be read as UTF-8 is UTF-8.
_DEFAULTS = frozenset(["ascii", "iso8859-1", "cp1252"])
LOST = "\ufffd"


def decode_page(data: bytes, charset: str) -> str:
    """The text; a letter that cannot be decoded is ``LOST``. ``UndecodableError`` if nothing says how, and sight does not help."""
    mark = encoding_of_bom(data[:LONGEST_BOM])
    if mark.bom:
        return data[len(mark.bom) :].decode(mark.name, "replace")
    named = list(_named(data, charset))
    for codec in named:
        try:
            return data.decode(codec)
        except UnicodeDecodeError:
            continue
    try:
        return data.decode(detect_encoding(lambda: (data,)).name)
    except BrokenUtf8Error:
        return data.decode("utf-8", "replace")
    except UndecodableError:
        if not named:
            raise
        return data.decode(named[0], "replace")


def _named(data: bytes, charset: str) -> Iterator[str]:
    """Codecs, the one to trust most first."""
    yield from _codecs(charset)
    said = _SAID.search(data, 0, _WITHIN)
    if said:
        label = said["label"].decode("ascii", "replace")
        # That it could be read shows that it is not UTF-16.
        yield from _codecs("utf-8" if label.lower().startswith(("utf-16", "utf-32")) else label)


def _codecs(label: str) -> tuple[str, ...]:
    try:
        name = codecs.lookup(label.strip()).name
        bytes(4).decode(name)  # refuses what is no encoding of text; four of them are whole letters in all others
    except (LookupError, ValueError):
        return ()
    if name in _NOT_OF_PAGES:
        return ()
    return ("utf-8", "cp1252") if name in _DEFAULTS else (name,)
