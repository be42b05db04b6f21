"""Bytes of a file -> its text in NFC, or how they are encoded; ``UndecodableError`` with the reason."""

import codecs
from collections.abc import Callable, Iterable
from typing import NamedTuple

import regex

from compare.sources.old_vietnamese_encodings import LEGACY, legacy_encoding
from compare.text.tokens import normalised

# Longest first: the UTF-32 mark begins with the UTF-16 one.
_BOMS = (
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
_EACH_CONTROL = tuple(char for code in range(0x80) if _CONTROLS.match(char := chr(code)))
CONTROL_SHARE = 0.01  # of all characters; articles have next to none, programs and pictures more than a tenth
SAVE_AS_UTF8 = "save it as UTF-8"
LONGEST_BOM = 4  # bytes
BINARY = f"is full of control characters and no text; {SAVE_AS_UTF8}"

Blocks = Callable[[], Iterable[bytes]]  # the bytes of a file from its begin, as often as they are asked for


class Encoding(NamedTuple):
    """The mark to leave out at the begin, and the codec of what follows."""

    bom: bytes
    name: str


_UTF8 = Encoding(b"", "utf-8")


class UndecodableError(ValueError):
    """The bytes are no text that can be read; the message says why and what to do."""


class BrokenUtf8Error(UndecodableError):
    """The bytes are UTF-8 but for a few: who reads line by line can leave out the lines with these."""


def decode(data: bytes) -> str:
    """UTF-8, then UTF-16 and UTF-32 by their mark, then windows-1258 or windows-1252 as charset-normalizer finds them."""
    encoding = detect_encoding(lambda: (data,))
    text = normalised(data[len(encoding.bom) :].decode(encoding.name))
    if is_binary(text):
        raise UndecodableError(BINARY)
    return text


def is_binary(text: str) -> bool:
    """Whether control characters are too many for an article; to ask for each of them takes a tenth of a search for any."""
    if not any(map(text.__contains__, _EACH_CONTROL)):
        return False
    return sum(1 for _ in _CONTROLS.finditer(text)) > CONTROL_SHARE * len(text)


def encoding_of_bom(head: bytes) -> Encoding:
    """The encoding that the first ``LONGEST_MARK`` bytes name; UTF-8 if they name none."""
    return next((Encoding(mark, name) for mark, name in _BOMS if head.startswith(mark)), Encoding(b"", "utf-8"))


def detect_encoding(blocks: Blocks) -> Encoding:
    """How to decode all of the blocks, which are looked at one at a time; ``UndecodableError`` if they are no text."""
    encoding = encoding_of_bom(next(iter(blocks()), b"")[:LONGEST_BOM])
    broken = _broken_at(blocks(), encoding)
    if broken is None:
        return encoding
    if encoding.bom or _mostly_utf8(blocks()):
        kind = BrokenUtf8Error if encoding.name == "utf-8" else UndecodableError
        raise kind(f"is {encoding.name.upper()} with a broken byte at {broken}; {SAVE_AS_UTF8} again")
    return _guessed(blocks)


def _broken_at(blocks: Iterable[bytes], encoding: Encoding) -> int | None:
    """The first byte behind the mark that is none of the encoding."""
    decoder = codecs.getincrementaldecoder(encoding.name)()
    seen, mark = 0, len(encoding.bom)
    try:
        for block in blocks:
            if encoding == _UTF8 and b"\0" in block:
                raise UndecodableError(f"has NUL bytes, so it is binary or UTF-16 without its mark; {SAVE_AS_UTF8}")
            held = len(decoder.getstate()[0])  # the first bytes of a letter whose others are in the next block
            decoder.decode(block[mark:])
            seen, mark = seen + len(block) - mark, 0
        held = len(decoder.getstate()[0])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        return seen - held + error.start
    return None


def _mostly_utf8(blocks: Iterable[bytes]) -> bool:
    """Whether whole UTF-8 letters outnumber the broken ones: one lost byte must not turn an article into another alphabet."""
    decoder = codecs.getincrementaldecoder("utf-8")("replace")
    whole = broken = 0
    for block in blocks:
        text = decoder.decode(block)
        lost = text.count("\ufffd")
        whole += sum(1 for char in text if char > "\x7f") - lost
        broken += lost
    return whole > broken


def _guessed(blocks: Blocks) -> Encoding:
    """By the first block that is not ASCII, if all of them can be read so."""
    from charset_normalizer import from_bytes

    block = next(block for block in blocks() if not block.isascii())
    legacy = legacy_encoding(block.decode("cp1252", "replace"))
    if legacy:
        raise UndecodableError(LEGACY.format(name=legacy))
    best = from_bytes(block, cp_isolation=_EIGHT_BIT).best()
    found = Encoding(b"", best.encoding) if best else None
    if found is None or _broken_at(blocks(), found) is not None:
        raise UndecodableError(f"is in an encoding that is neither UTF-8, UTF-16, windows-1258 nor windows-1252; {SAVE_AS_UTF8}")
    return found
