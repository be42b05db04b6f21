"""Sentences of the engine (warnings, reasons for skipping) -> the same in the report's language, as far as their shape is known.

The engine tells them in English, and a document keeps them so. Each shape is a message of the catalogues; what stands for ``%(name)s`` in
the English sentence is put into the translation as it is, but for counts, which are written as the language writes them.
"""

import re
from dataclasses import dataclass
from functools import cache

from reports.report_words import Words, message

MESSAGE_SHAPES = (
    message("%(place)s: names no outlet; its file name stands for it"),
    message("%(place)s: has a line of %(num)s characters, in which nothing is compared; put each paragraph on a line of its own"),
    message("%(place)s: has a title of %(num)s characters, in which nothing is compared"),
    message("%(num)s possibly related pairs are not listed (%(setting)s)"),
    message("%(num)s of %(all)s sentences were not aligned (%(setting)s)"),
    message(
        "%(num)s articles tell of %(all)s different things, and only sentences on one of them were compared (%(setting)s); "
        "`tellings compare --stories auto` makes a story of each"
    ),
    message("%(num)s articles tell of %(all)s different things, and only sentences on one of them were compared (%(setting)s)"),
    message(
        "%(num)s articles hang together, more than are linked at once (%(setting)s): "
        "they were linked in parts, and a story may stand in several"
    ),
    message("%(num)s sentences have more than %(all)s figures, and these were not compared"),
    message("claim %(place)s was not checked for conflicts: a fault of tellings (%(kind)s); see fault.txt"),
    message("met a fault of tellings (%(kind)s); send fault.txt to those who make tellings"),
    message("the index was not asked where paragraphs stood before: it is damaged (%(problem)s)"),
    message("sentence vector %(place)s is damaged and is computed again"),
    message("sentence vector %(place)s cannot be read (%(problem)s) and is computed again"),
    message("sentence vectors are not kept in %(place)s (%(problem)s): name another folder in claims.encoder_cache"),
    message("is empty; give it the text of an article"),
    message("is empty; write one article a line"),
    message("is an empty folder; put articles into it or give another"),
    message("is given twice; it was read once"),
    message("is a link to a folder; give the folder itself"),
    message("is a link to a file; give the file itself"),
    message("stands behind %(num)s bytes that were unpacked in vain, and was not read; unpack it yourself"),
    message("is not a regular file; give a file, or - for standard input"),
    message("is a picture, sound or film; give its text as .txt"),
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
    message(
        "unpacks to more than %(num)s times its size, as what is made to fill a disk does; unpack it yourself or raise input.largest_ratio"
    ),
    message("is an archive without a file; put articles into it or give another"),
    message(
        "unpacks to more than %(num)s times its size, as what is made to fill a disk does; unpack it yourself or raise input.largest_ratio"
    ),
    message("has a cell of more than %(num)s characters; split it or raise input.largest_article_chars"),
    message("stands where its file is damaged, and may be a part of a row; get the file anew"),
    message("stands where its feed is cut off, and may be a part of an entry; save the feed again"),
    message("%(place)s: is what a feed tells of an article, which may be a part of it"),
    message("is no URL (%(problem)s); give one like https://example.com/page"),
    message("is no http or https URL; give one like https://example.com/page"),
    message("holds a user name or password; give it without them"),
    message("names no host and port that can be asked; give one like https://example.com/page"),
    message("has a host that cannot be looked up (%(problem)s); look for a slip in the name, or try again later"),
    message("leads to %(address)s, which is no address of the public internet; set fetch.allow_private if that is meant"),
    message("cannot be reached (%(problem)s); try again later"),
    message("cannot be reached safely (%(problem)s); if you trust it, save the page from a browser"),
    message("did not answer within %(num)s s (fetch.timeout_s); try again later"),
    message("takes longer than %(num)s s (fetch.deadline_s); try again later"),
    message("does not answer as HTTP asks (%(problem)s); save the page from a browser"),
    message("breaks off before its end; try again later"),
    message("comes with damaged compression; try again later"),
    message("comes compressed as %(coding)s, which was not asked for; save the page from a browser"),
    message("is larger than %(num)s bytes (fetch.largest_bytes); raise the setting if you want it"),
    message("is empty; save the page from a browser"),
    message("answers with status %(status)s; save the page from a browser"),
    message("answers with status %(status)s; look for a slip in the URL"),
    message("answers with status %(status)s; try again later"),
    message("asks to be left alone for %(num)s s (status %(status)s); try again after that"),
    message("redirects in a circle; save the page from a browser"),
    message("redirects more than %(num)s times; save the page from a browser"),
    message("redirects more than %(num)s times; try again later"),
    message("redirects to %(url)s, which cannot be followed; open the URL in a browser"),
    message("redirects from https to http, where anyone on the way can change it; give the http URL if that is meant"),
    message("is closed to programs by %(url)s; save the page from a browser, or set fetch.robots = false if the outlet agreed to it"),
    message("has a robots.txt that cannot be read (status %(status)s), which closes the site; try again later"),
    message("has a robots.txt that cannot be read, which closes the site: %(problem)s"),
    message("is %(type)s, no page, feed or text; save it yourself if you can use it"),
    message("does not say what it is; save it yourself if you can use it"),
    message("is an address, which only `tellings compare` asks for; fetch it first: `tellings fetch`"),
    message("cannot be unpacked (%(problem)s); pack it anew as ordinary ZIP"),
    message("has %(num)s cells where %(all)s columns are named; quote the cells that hold a %(mark)s"),
    message("has %(all)s files, and %(num)s were left out; split it or raise input.most_files"),
    message("holds more than %(num)s files, and those behind were not read; split it or raise input.most_files"),
    message("has a name that leads out of its archive; rename it"),
    message("has letters that could not be decoded; save it again as UTF-8"),
    message("has no column %(name)s; name the columns in input.columns, or see `tellings schema article`"),
    message("has no line of column names (%(problem)s); write them into the first line"),
    message("has quotes that do not fit (%(problem)s), up to line %(place)s; quote each cell whole and double the quotes in it"),
    message("has two columns %(name)s; give each its own name"),
    message("holds %(num)s records without a page (%(kinds)s); nothing is to be done"),
    message("holds no record that can be read; get it anew"),
    message("is XML and neither a feed nor a page; save its text as .txt"),
    message("is a document with its own format, which is not read; save its text as .txt"),
    message("is a feed of %(num)s tags; split it or raise input.most_elements"),
    message("is a feed too damaged to be read; save it again"),
    message("is a feed without an entry; save it again"),
    message("is a link inside an archive; put the file itself into it"),
    message("is a page of %(num)s elements; save the article's text as .txt or raise input.most_elements"),
    message("is of the type %(type)s, and no mapping of fields to values; see `tellings schema article`"),
    message("the facts of the story were not found: a fault of tellings (%(kind)s); see fault.txt"),
    message("is a page packed with its pictures, which is not read; save it as HTML"),
    message("is a page without an article that could be told from the rest; save the article's text as .txt"),
    message("is a section or front page, which tells of many articles; save each article's own page"),
    message("is a program or data with a format of its own, which is not read; save its text as .txt"),
    message("is a spreadsheet, which is not read; save it as CSV in UTF-8"),
    message("is cut short: %(all)s bytes are announced, %(num)s are there; get the archive anew"),
    message("is damaged in or behind this record (%(problem)s); get the archive anew"),
    message("is damaged, and entries behind the damage may be missing (%(problem)s); save it again"),
    message("is damaged, and what is behind the damage was not read (%(problem)s); get it anew"),
    message("is empty; write one line of column names, then one article a row"),
    message("is encrypted; unpack it with its password"),
    message("has files that overlap one another, as what is made to fill a disk does; pack them anew"),
    message("was written by tellings, and is no article; give the articles alone"),
    message("is full of control characters; write it as text"),
    message("is in %(encoding)s, an old Vietnamese encoding by fonts; convert it to Unicode"),
    message("is not UTF-8; save it as UTF-8"),
    message("is not a regular file; give a file"),
    message("is news in XML too damaged to be read (%(problem)s); get it anew"),
    message("is a news item without a text in it, such as of a picture; nothing is to be done"),
    message("is a news item that its provider withdrew; nothing is to be done"),
    message("is news in XML without an item; get it anew"),
    message("is one JSON value, which is not read; write one article a line in a .jsonl file"),
    message("is packed %(num)s times already; unpack it or raise input.deepest_packing"),
    message("is packed in a way that is not read; unpack it, or pack it as .zip or .tar.gz"),
    message("lies in %(num)s folders already, and was not looked into; move it up or raise input.deepest_folder"),
    message("unpacks to more than %(num)s bytes, and what is behind them was not read; split it or raise input.largest_unpacked_bytes"),
    message(
        "unpacks to more than %(num)s times its size, as what is made to fill a disk does; unpack it yourself or raise input.largest_ratio"
    ),
)
_NAME = re.compile(r"%\((\w+)\)s")
_COUNTS = ("num", "all")
_MOST_DIGITS = 300  # of a count: what is longer is none of the engine's


@dataclass(frozen=True, slots=True)
class TranslatedMessage:
    """A sentence and the language in which it stands."""

    text: str
    language: str


def translate_message(sentence: str, words: Words) -> TranslatedMessage:
    """English where the language is English or the sentence has none of the known shapes."""
    for shape in MESSAGE_SHAPES if words.language != "en" else ():
        found = _pattern(shape).fullmatch(sentence)
        if found:
            values = {name: _value(name, value, words) for name, value in found.groupdict().items()}
            return TranslatedMessage(words.say(shape, **values), words.language)
    return TranslatedMessage(sentence, "en")


@cache
def _pattern(shape: str) -> re.Pattern[str]:
    """Odd pieces of the split are names; a name stands for whatever the sentence has there."""
    pieces = _NAME.split(shape)
    form = "".join(f"(?P<{piece}>.+?)" if number % 2 else re.escape(piece) for number, piece in enumerate(pieces))
    return re.compile(form, re.DOTALL)


def _value(name: str, value: str, words: Words) -> str:
    is_count = name in _COUNTS and value.isascii() and value.isdigit() and len(value) <= _MOST_DIGITS
    return words.number(int(value)) if is_count else value
