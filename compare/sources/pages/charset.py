"""Bytes of a page and what its server said -> its text, as a browser would decide: mark, server, ``<meta>``, then by sight.

The order is that of the HTML standard, "Determining the character encoding"; the labels are those of the Encoding standard that pages use.
"""

import codecs

import regex

from compare.sources.decode import LONGEST_MARK, encoding_of, mark_of

_META_WITHIN = 4096  # bytes; the standard looks at 1024, and Vietnamese templates put scripts before it
_META = regex.compile(rb"<meta\b[^>]{0,400}?charset\s*+=\s*+[\"']?\s*+(?P<label>[A-Za-z0-9_:.-]{1,40})|<\?xml[^>]{0,200}?encoding\s*+=\s*+[\"'](?P<label>[A-Za-z0-9_:.-]{1,40})", regex.IGNORECASE)
# What a browser reads instead of what is written: nobody who writes "latin-1" means its control characters.
_INSTEAD = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "gb2312": "gb18030", "gbk": "gb18030", "utf-16": "utf-8"}
_FAMILIES = ("utf-8", "utf_8", "utf-16", "iso8859", "cp125", "cp874", "cp866", "koi8", "gb", "big5", "shift_jis", "cp932", "euc", "mac", "ascii", "tis")
# A page with so many broken letters was decoded as what it is not.
_LOST_SHARE = 0.005
LOST = "\ufffd"


def decode_page(data: bytes, charset: str) -> str:
    """The text; a letter that cannot be decoded is U+FFFD. ``UndecodableError`` if nothing says how to decode it and sight does not help."""
    mark = mark_of(data[:LONGEST_MARK])
    if mark.mark:
        return data[len(mark.mark) :].decode(mark.name, "replace")
    found = _META.search(data, 0, _META_WITHIN)
    for label in (charset, found["label"].decode("ascii") if found else "", "utf-8"):
        codec = _codec(label)
        text = data.decode(codec, "replace") if codec else ""
        if codec and text.count(LOST) <= _LOST_SHARE * max(len(text), 1):
            return text
    return data.decode(encoding_of(lambda: (data,)).name)


def _codec(label: str) -> str | None:
    """Of those that stand for letters: Python knows others, such as ``rot13`` and ``unicode_escape``."""
    try:
        name = codecs.lookup(label.strip()).name
    except (LookupError, ValueError):
        return None
    return _INSTEAD.get(name, name) if name.startswith(_FAMILIES) else None
