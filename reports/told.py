"""Sentences of the engine (warnings, reasons for skipping) -> the same in the report's language, as far as their shape is known.

The engine tells them in English, and a document keeps them so. Each shape is a message of the catalogues; what stands for ``%(name)s`` in
the English sentence is put into the translation as it is, but for counts, which are written as the language writes them.
"""

import re
from dataclasses import dataclass
from functools import cache

from reports.words import Words, message

SHAPES = (
    message("%(place)s: names no outlet; its file name stands for it"),
    message("%(num)s possibly related pairs are not listed (%(setting)s)"),
    message("%(num)s of %(all)s sentences were not aligned (%(setting)s)"),
    message(
        "%(num)s articles hang together, more than are linked at once (%(setting)s): "
        "they were linked in parts, and a story may stand in several"
    ),
    message("sentence vector %(place)s is damaged and is computed again"),
    message("sentence vector %(place)s cannot be read (%(problem)s) and is computed again"),
    message("sentence vectors are not kept in %(place)s (%(problem)s): name another folder in claims.encoder_cache"),
    message("is empty; give it the text of an article"),
    message("is empty; write one article a line"),
    message("is an empty folder; put articles into it or give another"),
    message("is given twice; it was read once"),
    message("is a link to a folder; give the folder itself"),
    message("is not a regular file; give a file, or - for standard input"),
    message("is a document with its own format, which cannot be read yet; save its text as .txt or .jsonl"),
    message("is a page or document with its own format, which cannot be read yet; save its text as .txt"),
    message("is a page or feed, which cannot be read yet; save its text as .txt or .jsonl"),
    message("is a table, which cannot be read yet; save its text as .txt or .jsonl"),
    message("is an archive, which cannot be read yet; unpack it"),
    message("is a picture, sound or film; give its text as .txt"),
    message("is one JSON value, which cannot be read yet; write one article a line in a .jsonl file"),
    message("is empty; write one article a row"),
    message("has no column %(name)s; see `tellings schema article`"),
    message("cannot be read as Parquet (%(problem)s); write it anew"),
    message("is not UTF-8; write the column as UTF-8"),
    message("holds what is no text (%(problem)s); see `tellings schema article`"),
    message("is no whole UTF-16, and nothing behind it was read; save it as UTF-8"),
    message("has more than %(num)s bytes; split it or raise %(setting)s"),
    message("has more than %(num)s characters; split it or raise %(setting)s"),
    message("has the id %(id)s of an earlier article; give each article its own"),
    message("no such file; check its name"),
    message("permission denied; make it readable"),
    message("cannot be opened (%(problem)s); check its name"),
    message("cannot be read (%(problem)s); check the file"),
    message("has %(num)s bytes; split it or raise %(setting)s"),
    message("has %(num)s characters; split it or raise %(setting)s"),
    message("has no sentence (three words in a line); give it the text of an article"),
    message("is full of control characters and no text; save it as UTF-8"),
    message("has NUL bytes, so it is binary or UTF-16 without its mark; save it as UTF-8"),
    message("is %(encoding)s with a broken byte at %(place)s; save it as UTF-8 again"),
    message("is in an encoding that is neither UTF-8, UTF-16, windows-1258 nor windows-1252; save it as UTF-8"),
    message("has the id %(id)s of %(place)s; give each article its own"),
    message("is not JSON (%(problem)s); write one article a line"),
    message("is not UTF-8 (byte %(place)s); save the file as UTF-8"),
    message("is not an object; write one article a line, see `tellings schema article`"),
    message("is JSON beyond any article; write one article a line"),
    message("has half a surrogate pair; write the character whole"),
    message("%(place)s: is blank; see `tellings schema article`"),
)
_NAME = re.compile(r"%\((\w+)\)s")
_COUNTS = ("num", "all")


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence and the language in which it stands."""

    text: str
    language: str


def told(sentence: str, words: Words) -> Told:
    """English where the language is English or the sentence has none of the known shapes."""
    for shape in SHAPES if words.language != "en" else ():
        found = _pattern(shape).fullmatch(sentence)
        if found:
            values = {name: _value(name, value, words) for name, value in found.groupdict().items()}
            return Told(words.say(shape, **values), words.language)
    return Told(sentence, "en")


@cache
def _pattern(shape: str) -> re.Pattern[str]:
    """Odd pieces of the split are names; a name stands for whatever the sentence has there."""
    pieces = _NAME.split(shape)
    form = "".join(f"(?P<{piece}>.+?)" if number % 2 else re.escape(piece) for number, piece in enumerate(pieces))
    return re.compile(form, re.DOTALL)


def _value(name: str, value: str, words: Words) -> str:
    return words.number(int(value)) if name in _COUNTS and value.isascii() and value.isdigit() else value
