"""A page as it was served -> its text, by what it says of its encoding; ``UndecodableError`` if it is none."""

import codecs
import re
from collections.abc import Iterator

from compare.sources.decode import LONGEST_MARK, UndecodableError, encoding_of, mark_of
from compare.sources.fetch.fetched import Fetched

_MARKED = "\ufeff"
# Where browsers look too, and a little further; the second is that of XHTML.
_WITHIN = 4096  # bytes
_SAID = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([\w:.-]+)|<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w:.-]+)""", re.IGNORECASE)
# Codecs of Python that no page is written in, and one that hides markup.
_NOT_OF_PAGES = frozenset({"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7"})
# Servers name these by default. As in browsers both mean windows-1252; but what can be read as UTF-8 is UTF-8.
_DEFAULTS = frozenset({"ascii", "iso8859-1", "cp1252"})


def text_of(page: Fetched) -> str:
    """By the byte-order mark, the server's charset or the page's own; else as files are read; else with what is broken replaced."""
    named = list(_named(page))
    for name in named:
        try:
            return page.data.decode(name).removeprefix(_MARKED)
        except UnicodeDecodeError:
            continue
    try:
        found = encoding_of(lambda: (page.data,))
    except UndecodableError:
        if not named:
            raise
        return page.data.decode(named[0], "replace").removeprefix(_MARKED)
    return page.data[len(found.mark) :].decode(found.name)


def _named(page: Fetched) -> Iterator[str]:
    """Codecs, the one to trust most first."""
    marked = mark_of(page.data[:LONGEST_MARK])
    if marked.mark:
        yield marked.name
    yield from _codecs(page.charset or "")
    said = _SAID.search(page.data[:_WITHIN])
    if said:
        name = (said[1] or said[2]).decode("ascii", "replace")
        # That it could be read shows that it is not UTF-16.
        yield from _codecs("utf-8" if name.lower().startswith(("utf-16", "utf-32")) else name)


def _codecs(label: str) -> tuple[str, ...]:
    try:
        name = codecs.lookup(label).name
        bytes(4).decode(name)  # refuses what is no encoding of text; four of them are whole letters in all others
    except (LookupError, ValueError):
        return ()
    if name in _NOT_OF_PAGES:
        return ()
    return ("utf-8", "cp1252") if name in _DEFAULTS else (name,)
