"""Text as it is compared: NFC, tokens with exact offsets, folded keys."""

import hashlib
import unicodedata
from typing import NamedTuple

import regex

from compare.model import Span
from compare.text.invisible import in_new_places, visible_text

_TOKEN = regex.compile(r"[\p{L}\p{M}\p{N}_]+")
_FEW = 500  # code points, of which the square costs nothing
_MANY = 64  # marks in a run, of which the square begins to cost; the run covers one of every so many characters
_MARK = regex.compile(r"[^\p{ccc=0}]")
_MANY_MARKS = regex.compile(rf"{_MARK.pattern}{{{_MANY},}}")
_UNSHOWN = regex.compile(r"[\p{Cc}\p{Cs}\u2028\u2029\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_UNSAFE = regex.compile(r"[^a-z0-9]+")


class Token(NamedTuple):
    """A run of letters and digits as it is seen, and its place in the text as it is."""

    text: str
    start: int
    end: int


def normalised(text: str) -> str:
    r"""NFC with ``\n`` line ends and no byte-order mark; nothing else changes."""
    text = text.removeprefix("\ufeff")
    return composed(text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)


def composed(text: str) -> str:
    """NFC in linear time: many marks on one letter are put in order here, for which unicodedata takes the square of their number."""
    if text.isascii():
        return text
    if len(text) > _FEW and _MARK.search(text[::_MANY]):
        text = _MANY_MARKS.sub(lambda found: "".join(sorted(found.group(), key=unicodedata.combining)), text)
    return unicodedata.normalize("NFC", text)


def shown_name(name: str) -> str:
    r"""A file's name as it can be shown and written: NFC, and what is no UTF-8, a control or turns the direction of writing is spelled out.

    Two names stay two; ``a\xff.txt`` stands for a byte that Python holds as half a surrogate pair (PEP 383).
    """
    return unicodedata.normalize("NFC", _UNSHOWN.sub(_spelled, name))


def _spelled(found: "regex.Match[str]") -> str:
    code = ord(found.group())
    if 0xDC80 <= code <= 0xDCFF:
        return f"\\x{code - 0xDC00:02x}"
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def tokens(text: str) -> list[Token]:
    """Runs of letters, marks, digits and underscores, in order, in the case they have; what nobody sees (``unseen``) parts none."""
    plain = visible_text(text)
    found = (Span(*m.span()) for m in _TOKEN.finditer(plain.text))
    return [Token(span.of(plain.text), *plain.original_span(span)) for span in found]


def words(text: str) -> list[str]:
    """Lower-cased tokens; digits and tone marks stay, since they carry meaning, but not where on its vowels a mark stands."""
    return [m.group().lower() for m in _TOKEN.finditer(visible_text(text).text)]


def words_as_written(text: str) -> list[str]:
    """Lower-cased tokens of the very characters of the text: what the signatures of an index are made of."""
    return [m.group().lower() for m in _TOKEN.finditer(text)]


def lowered_as_written(text: str) -> str:
    """The text with its words in lower case, and nothing else changed."""
    return _TOKEN.sub(lambda m: m.group().lower(), text)


def key(text: str) -> str:
    """Lower case, tone marks in their new places, single spaces: for matching only, never for comparing what is meant."""
    return in_new_places(" ".join(words(text)))


def bare(text: str) -> str:
    """Lower case without diacritics (``Thủy`` and ``Thuy`` are one): for keys of names and of counted nouns only."""
    decomposed = unicodedata.normalize("NFD", visible_text(text).text.lower().replace("đ", "d"))
    return "".join(c for c in decomposed if not unicodedata.combining(c))


def slug(text: str) -> str:
    """Bare Latin letters and digits with ``-`` between them, as a name of a file may hold them; empty if there are none."""
    return _UNSAFE.sub("-", bare(text)).strip("-")


def checksum(text: str) -> str:
    """SHA-256 of the text's UTF-8 bytes, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def one_line(text: str, most: int = 120) -> str:
    """For a message: no line break or other sign that cannot be printed, and at most so many code points."""
    line = "".join(char if char.isprintable() else " " for char in text)
    return line if len(line) <= most else f"{line[: most - 1]}…"
