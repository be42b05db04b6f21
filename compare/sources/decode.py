"""Bytes of a file or line -> its text in NFC, or ``UndecodableError`` with the reason."""

import codecs

import regex

from compare.text import normalised

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# The eight-bit encodings that Vietnamese and English news is found in. With every codec allowed, charset-normalizer takes
# three short Vietnamese lines in eight for Chinese or Central European, and English curly quotes for Icelandic.
_EIGHT_BIT = ["cp1258", "cp1252"]
_CONTROLS = regex.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.01  # of all characters; articles have next to none, programs and pictures more than a tenth
_SAVE = "save it as UTF-8"


class UndecodableError(ValueError):
    """The bytes are no text that can be read; the message says why and what to do."""


def decode(data: bytes) -> str:
    """UTF-8, then UTF-16 and UTF-32 by their mark, then windows-1258 or windows-1252 as charset-normalizer finds them."""
    text = normalised(_decoded(data))
    if is_binary(text):
        raise UndecodableError(f"is full of control characters and no text; {_SAVE}")
    return text


def is_binary(text: str) -> bool:
    """Whether control characters are too many for an article."""
    return sum(1 for _ in _CONTROLS.finditer(text)) > _CONTROL_SHARE * len(text)


def _decoded(data: bytes) -> str:
    marked = next(((mark, encoding) for mark, encoding in _MARKS if data.startswith(mark)), None)
    try:
        if marked:
            mark, encoding = marked
            return data[len(mark) :].decode(encoding)
        if b"\0" in data:
            raise UndecodableError(f"has NUL bytes, so it is binary or UTF-16 without its mark; {_SAVE}")
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if marked or _mostly_utf8(data):
            name = marked[1] if marked else "utf-8"
            raise UndecodableError(f"is {name.upper()} with a broken byte at {error.start}; {_SAVE} again") from error
    return _guessed(data)


def _mostly_utf8(data: bytes) -> bool:
    """Whether whole UTF-8 letters outnumber the broken ones: one lost byte must not turn an article into another alphabet."""
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    return sum(1 for char in text if char > "\x7f") - broken > broken


def _guessed(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_EIGHT_BIT).best()
    if best is None:
        raise UndecodableError(f"is in an encoding that is neither UTF-8, UTF-16, windows-1258 nor windows-1252; {_SAVE}")
    return str(best)
