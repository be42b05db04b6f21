"""The classes of hostile and broken inputs, each with its variants: what stands beside a good article, what is read of it, what is said.

``read`` counts the articles that have to be read of it; each of ``told`` is a pattern of one ``place: reason`` that is skipped, and
there are no others.
"""

import codecs
import gzip
import os
import socket
import tarfile
import unicodedata
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import pyarrow as pa
from making import (
    SAYS,
    SAYS_VI,
    capture,
    feed,
    item,
    lines,
    packed,
    page,
    record,
    table,
    tarred,
    tarred_as,
    with_byte,
    zip_overlapping,
    zip_with_flags,
    zipped,
    zipped_as,
)

Make = Callable[[Path], object]


@dataclass(frozen=True)
class Variant:
    make: Make
    reasons: tuple[str, ...] = ()
    read: int = 0
    settings: Mapping[str, object] = field(default_factory=dict)


def _write(name: str, data: bytes, folder: Path) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def one(name: str, data: bytes | str, *reasons: str, read: int = 0, **settings: object) -> Variant:
    """One file."""
    return Variant(partial(_write, name, data.encode() if isinstance(data, str) else data), reasons, read, settings)


def made(make: Make, *reasons: str, read: int = 0, **settings: object) -> Variant:
    return Variant(make, reasons, read, settings)


def _many(folder: Path) -> None:
    for at in range(7):
        _write(f"many/{at}.txt", f"{SAYS} {at}".encode(), folder)


def _deep(depth: int, folder: Path) -> None:
    _write("/".join(["d"] * depth) + "/a.txt", f"{SAYS} So deep.".encode(), folder)


def _name(name: bytes, folder: Path) -> None:
    with open(os.path.join(os.fsencode(folder), name), "wb") as file:  # noqa: PTH118, PTH123 - a name of bytes
        file.write(f"{SAYS} {name!r}".encode())


def _socket(folder: Path) -> None:
    here = os.open(".", os.O_RDONLY)
    os.chdir(folder)  # the name of a socket may have a hundred bytes
    try:
        with socket.socket(socket.AF_UNIX) as made_here:
            made_here.bind("a.txt")
    finally:
        os.fchdir(here)
        os.close(here)


def _same(folder: Path) -> None:
    _write("a.txt", SAYS_VI.encode(), folder)
    (folder / "b.txt").symlink_to("a.txt")


def _hidden(folder: Path) -> None:
    _write(".a.txt", SAYS.encode(), folder)
    _write(".git/a.txt", SAYS.encode(), folder)


_TCVN3 = (
    "Chñ tÞch x· cho biÕt c¬n b·o vµ lò ®· cuèn tr«i c©y cÇu gç cña lµng, kh«ng cã ng­êi nµo bÞ th­¬ng vµ mäi ng­êi ®· ®­îc ®­a ®Õn tr­êng häc."
)
_VNI = (
    "Chuû tòch xaõ cho bieát côn baõo vaø luõ ñaõ cuoán troâi caây caàu goã cuûa laøng, khoâng coù ngöôøi naøo bò thöông "
    "vaø moïi ngöôøi ñaõ ñöôïc ñöa ñeán."
)
_TONES = "\u0300\u0301\u0303\u0309\u0323"


def _windows_1258(text: str) -> bytes:
    out = b""
    for char in text:
        apart = unicodedata.normalize("NFD", char)
        base = unicodedata.normalize("NFC", "".join(part for part in apart if part not in _TONES))
        out += (base + "".join(part for part in apart if part in _TONES)).encode("cp1258")
    return out


_FAIR = record(id="b", text=f"{SAYS} A second one.")
_HEAD = "id,outlet,text\n"
_ROW = f"a,Sample,{SAYS}\n"
_LAUGHS = (
    "<!DOCTYPE r [<!ENTITY a 'aaaaaaaaaa'>" + "".join(f"<!ENTITY {chr(98 + at)} '{f'&{chr(97 + at)};' * 10}'>" for at in range(9)) + "]>"
)
_BOMB = gzip.compress(bytes(60_000_000))
_DEEP_JSON = "[" * 100_000
_ZIP = zipped({"a.txt": SAYS.encode() * 5, "b.txt": SAYS_VI.encode()})
_TAR = tarred({"a.txt": SAYS.encode(), "b.txt": SAYS_VI.encode()})
_GZ = gzip.compress(SAYS.encode() * 20)
_PARQUET = table(id=["a"], outlet=["b"], text=[SAYS])
_FILM = b"\x00\x00\x00\x18ftypmp42" + bytes(range(256)) * 8

_NEWS = (
    '<newsItem guid="urn:x:9"><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>'
    f"{SAYS} Says the agency.</p></body></html></inlineXML></contentSet></newsItem>"
)
_LONG_ROW = 'a,Sample,"' + f"{SAYS}\n" * 2_000 + '"\n'
_OURS = f'<!DOCTYPE html><html><head><meta name="generator" content="tellings 1"></head><body><p>{SAYS}</p></body></html>'


def _dated(published: pa.Array) -> bytes:
    return table(id=["a"], outlet=["b"], text=[SAYS], published=published)


def _near(text: str, folder: Path) -> None:
    for at in range(2):
        _write(f"{at}.txt", f"{SAYS}\n{text}end{at}.".encode(), folder)


CLASSES: Mapping[str, Mapping[str, Variant]] = {
    "empty": {
        "no byte": one("a.txt", "", "a.txt: is empty"),
        "white space": one("a.txt", " \n\t\n\u00a0", "a.txt: is empty"),
        "only a mark": one("a.txt", codecs.BOM_UTF8, "a.txt: is empty"),
        "jsonl": one("a.jsonl", "\n\n \n", "a.jsonl: is empty"),
        "csv": one("a.csv", "", "a.csv: is empty"),
        "only names of columns": one("a.csv", _HEAD, "a.csv: is empty"),
        "page": one("a.html", "", "a.html: is empty"),
        "feed": one("a.xml", "", "a.xml: is "),
        "warc": one("a.warc", "", "a.warc: holds no record"),
        "parquet": one("a.parquet", table(id=[], outlet=[], text=[]), "a.parquet: "),
        "zip": one("a.zip", zipped({}), "a.zip: is an archive without a file"),
        "gzip": one("a.txt.gz", gzip.compress(b""), "a.txt.gz: is empty"),
        "tar": one("a.tar", tarred({}), "a.tar: is "),
    },
    "no sentence": {
        "figures": one("a.txt", "12 34 --- !!!", "a.txt: has no sentence"),
        "two words": one("a.txt", "Two words\nonly here", "a.txt: has no sentence"),
        "signs": one("a.txt", "🛳" * 500, "a.txt: has no sentence"),
        "a word of a million letters": one("a.txt", "x" * 1_000_000, "a.txt: has no sentence"),
        "a letter with a million marks": one("a.txt", "a" + "\u0301\u0323" * 500_000, "a.txt: has no sentence"),
        "a million digits": one("a.txt", "1 " * 500_000, "a.txt: has no sentence"),
    },
    "binary": {
        "NUL": one("a.txt", b"ab\x00" * 300, "a.txt: has NUL bytes"),
        "controls": one("a.txt", b"\x01\x02\x03\x04 some words are here", "a.txt: is full of control characters"),
        "random bytes": one("a.txt", bytes((at * 7919 + at // 5) % 255 + 1 for at in range(5000)), "a.txt: is "),
        "program": one("a", b"\x7fELF\x02\x01" + bytes(200), "a: is a program or data"),
        "database": one("a.txt", b"SQLite format 3\x00" + bytes(200), "a.txt: is a program or data"),
    },
    "broken UTF-8": {
        "one byte": one("a.txt", SAYS_VI.encode() + b"\xff" + SAYS_VI.encode(), "a.txt: is UTF-8 with a broken byte at [0-9]+"),
        "cut inside a letter": one("a.txt", SAYS_VI.encode() + "ữ".encode()[:2], "a.txt: is UTF-8 with a broken byte"),
        "half a surrogate pair": one("a.txt", SAYS_VI.encode() + b"\xed\xa0\x80", "a.txt: is UTF-8 with a broken byte"),
        "longer than need be": one("a.txt", SAYS_VI.encode() + b"\xc0\xaf" + SAYS_VI.encode(), "a.txt: is UTF-8 with a broken byte"),
    },
    "UTF-16 and UTF-32": {
        "UTF-16": one("a.txt", SAYS_VI.encode("utf-16"), read=1),
        "UTF-16, high byte first": one("a.txt", codecs.BOM_UTF16_BE + SAYS_VI.encode("utf-16-be"), read=1),
        "UTF-32": one("a.txt", SAYS_VI.encode("utf-32"), read=1),
        "without a mark": one("a.txt", SAYS.encode("utf-16-le"), "a.txt: has NUL bytes"),
        "cut": one("a.txt", SAYS.encode("utf-16")[:-1], "a.txt: is UTF-16-LE with a broken byte"),
        "half a pair": one("a.txt", SAYS.encode("utf-16") + b"\x00\xd8", "a.txt: is UTF-16-LE with a broken byte"),
        "broken jsonl": one("a.jsonl", lines(record()).decode().encode("utf-16") + b"\n\x00\x00\xd8", "a.jsonl:", read=1),
        "broken csv": one("a.csv", (_HEAD + _ROW).encode("utf-16") + b"\x00\xd8a\x00", "a.csv: is "),
        "csv": one("a.csv", (_HEAD + _ROW).encode("utf-16"), read=1),
        "page": one("a.html", page().decode().encode("utf-16"), read=1),
    },
    "eight-bit encodings": {
        "windows-1258": one("a.txt", _windows_1258(SAYS_VI), read=1),
        "windows-1252": one("a.txt", "“The café’s ferry left two hours late,” said the owner.".encode("cp1252"), read=1),
        "page in windows-1258": one(
            "a.html", page("<p>@</p>").replace(b"utf-8", b"windows-1258").replace(b"@", _windows_1258(SAYS_VI)), read=1
        ),
    },
    "encodings by fonts": {
        "TCVN3 as UTF-8": one("a.txt", _TCVN3, r"a.txt: is in TCVN3 \(ABC\)"),
        "TCVN3 as windows-1252": one("a.txt", _TCVN3.encode("cp1252"), r"a.txt: is in TCVN3 \(ABC\)"),
        "TCVN3 in a record": one("a.jsonl", lines(record(text=_TCVN3), _FAIR), r"a.jsonl:1: .*TCVN3", read=1),
        "TCVN3 in a page": one("a.html", page(f"<p>{_TCVN3}</p>"), r"a.html: is in TCVN3"),
        "VNI as UTF-8": one("a.txt", _VNI, "a.txt: is in VNI"),
        "VNI as windows-1252": one("a.txt", _VNI.encode("cp1252"), "a.txt: is in VNI"),
        "VNI in a table": one("a.csv", _HEAD + f'a,Sample,"{_VNI}"\n' + _ROW.replace("a,", "b,", 1), "a.csv:2: .*VNI", read=1),
        "Spanish is none": one("a.txt", "El señor Núñez dijo que la niña, el niño y el año son así, mañana también, según él.", read=1),
    },
    "too large": {
        "text": one("a.txt", SAYS * 40, "a.txt: has 2320 bytes", largest_file_bytes=2000),
        "page": one("a.html", page(f"<p>{SAYS}</p>" * 40), "a.html: has [0-9]+ bytes", largest_file_bytes=2000),
        "member": one(
            "a.zip",
            zipped({"a.txt": SAYS.encode() * 90, "b.txt": SAYS_VI.encode()}),
            "a.zip/a.txt: has more than 2000",
            read=1,
            largest_file_bytes=2000,
        ),
        "article": one("a.txt", SAYS * 40, "a.txt: has 2320 characters", largest_article_chars=2000),
        "record": one("a.jsonl", lines(record(text=SAYS * 40), _FAIR), r"a.jsonl:1: \$.text: has 2320", read=1, largest_article_chars=2000),
        "line": one("a.jsonl", lines(record(text="x" * 3_000_000), _FAIR), "a.jsonl:1: has more than", read=1, largest_article_chars=2000),
        "cell": one(
            "a.csv", _HEAD + f"a,Sample,{SAYS * 90}\n" + _ROW.replace("a,", "b,", 1), "a.csv:2: ", read=1, largest_article_chars=2000
        ),
        "page by its elements": one("a.html", page("<p>x</p>" * 900 + f"<p>{SAYS}</p>"), "a.html: is a page of 9", most_elements=800),
        "feed by its tags": one("a.xml", feed(item() * 90), "a.xml: is a feed of", most_elements=80),
    },
    "broken JSON lines": {
        "files put together with their marks": one("a.jsonl", lines(_FAIR) + b"\n" + codecs.BOM_UTF8 + lines(record(id="c")), read=2),
        "no JSON": one("a.jsonl", lines("{", _FAIR), "a.jsonl:1: is not JSON", read=1),
        "a list": one("a.jsonl", lines("[1]", _FAIR), "a.jsonl:1: is not an object", read=1),
        "a number": one("a.jsonl", lines("5", "null", _FAIR), "a.jsonl:1: is not an object", "a.jsonl:2: is not an object", read=1),
        "no text": one("a.jsonl", lines({"id": "x", "outlet": "y"}, _FAIR), "a.jsonl:1: .*text", read=1),
        "another type": one(
            "a.jsonl", lines(record(text=5), record(title=[]), record(id=1), _FAIR), "a.jsonl:1:", "a.jsonl:2:", "a.jsonl:3:", read=1
        ),
        "a blank id": one("a.jsonl", lines(record(id=" "), _FAIR), "a.jsonl:1: .*is blank", read=1),
        "half a surrogate pair": one(
            "a.jsonl", lines('{"id": "x", "outlet": "y", "text": "three good words \\ud800"}', _FAIR), "a.jsonl:1: .*surrogate", read=1
        ),
        "brackets thousands deep": one("a.jsonl", lines(_DEEP_JSON, _FAIR), "a.jsonl:1: is JSON beyond", read=1),
        "a number of thousands of digits": one("a.jsonl", lines('{"id": ' + "1" * 5000 + "}", _FAIR), "a.jsonl:1: ", read=1),
        "not a number": one("a.jsonl", lines('{"id": NaN, "outlet": "x", "text": "a b c"}', _FAIR), "a.jsonl:1: ", read=1),
        "one line in Latin-1": one(
            "a.jsonl", lines(_FAIR) + b'\n{"id": "\xe9", "outlet": "x", "text": "a b c"}', "a.jsonl:2: is not UTF-8", read=1
        ),
        "an id twice": one("a.jsonl", lines(_FAIR, _FAIR), "a.jsonl:2: has the id 'b' of a.jsonl:1", read=1),
        "cut": one("a.jsonl", lines(_FAIR, record())[:-9], "a.jsonl:2: is not JSON", read=1),
        "one value": one("a.json", lines(_FAIR), read=1),
        "one value that is no article": one("a.json", '{"a": 1}', "a.json: is one JSON value"),
        "a list with holes": one("a.json", f"[{lines(_FAIR).decode()}, 5, null]", "a.json:2: is not an object", "a.json:3: ", read=1),
        "one value without an end": one("a.json", _DEEP_JSON, "a.json: is JSON beyond"),
        "one value in another encoding": one("a.json", b'{"text": "\xff"}', "a.json: is UTF-8 with a broken byte"),
        "one value cut": one("a.json", lines(_FAIR)[:-5], "a.json: is not JSON"),
        "news without an end": one("a.jsonl", lines('{"uri": "x", "bodies": ' + "[" * 90_000, _FAIR), "a.jsonl:1: is ", read=1),
    },
    "broken news in XML": {
        "cut": one("a.xml", _NEWS[:-30], "a.xml: is news in XML too damaged"),
        "entities": one("a.xml", _LAUGHS + _NEWS, "a.xml: is XML and neither"),
        "entities of the system": one(
            "a.xml", '<!DOCTYPE newsItem [<!ENTITY a SYSTEM "file:///etc/passwd">]>' + _NEWS, "a.xml: is XML and neither"
        ),
        "an outer definition": one("a.xml", '<!DOCTYPE newsItem SYSTEM "file:///etc/passwd">' + _NEWS, read=1),
        "nothing": one("a.xml", "<newsMessage></newsMessage>", "a.xml: is news in XML without an item"),
        "elements thousands deep": one("a.xml", "<newsItem>" * 9_000, "a.xml: is news in XML too damaged"),
    },
    "broken tables": {
        "no names": one("a.csv", _ROW, "a.csv: has no column id, outlet, text"),
        "a name missing": one("a.csv", "id,text\na,b c d\n", "a.csv: has no column outlet"),
        "a name twice": one("a.csv", "id,outlet,text,text\na,b,c d e,f\n", "a.csv: has two columns text"),
        "a row too long": one("a.csv", _HEAD + f"a,Sample,{SAYS},more\n" + _ROW.replace("a,", "b,", 1), "a.csv:2: has 4 cells", read=1),
        "a row too short": one("a.csv", _HEAD + "a,Sample\n" + _ROW, "a.csv:2: has 2 cells", read=1),
        "a quote inside": one("a.csv", _HEAD + 'a,"Sam"ple,x y z\n' + _ROW, "a.csv:2: has quotes", read=1),
        "a quote left open": one("a.csv", _HEAD + _ROW + f'b,Sample,"{SAYS}\n', "a.csv:3: has quotes", read=1),
        "one broken byte": one(
            "a.csv", (_HEAD + _ROW).encode() + "b,Mẫu,Một câu dài đủ chữ ".encode() + b"\xff\n", "a.csv:3: is not UTF-8", read=1
        ),
        "NUL": one("a.csv", (_HEAD + _ROW).encode() + b"\0", "a.csv: has NUL bytes"),
        "of semicolons": one("a.csv", (_HEAD + _ROW).replace(",", ";"), read=1),
        "a cell of lines": one("a.csv", _HEAD + f'a,Sample,"{SAYS}\n\nAnd more."\n', read=1),
        "of tabs": one("a.tsv", (_HEAD + _ROW).replace(",", "\t"), read=1),
        "of tabs, too long": one("a.tsv", _HEAD.replace(",", "\t") + "a\tb\tc d e\tf\n", "a.tsv:2: has 4 cells"),
    },
    "broken Parquet": {
        "no Parquet": one("a.parquet", SAYS, "a.parquet: cannot be read as Parquet"),
        "cut": one("a.parquet", _PARQUET[:-20], "a.parquet: cannot be read as Parquet"),
        "damaged inside": one("a.parquet", with_byte(_PARQUET, 40, 0xFF), "a.parquet", read=0),
        "a name missing": one("a.parquet", table(id=["a"], text=[SAYS]), "a.parquet: has no column outlet"),
        "another type": one("a.parquet", table(id=[1, 2], outlet=["a", "b"], text=[SAYS, SAYS]), "a.parquet:1: ", "a.parquet:2: "),
        "nothing": one("a.parquet", table(id=[None], outlet=["b"], text=[SAYS]), "a.parquet:1: "),
        "bytes": one("a.parquet", table(id=[b"\xff"], outlet=["b"], text=[SAYS]), "a.parquet:1: "),
    },
    "Parquet dates that are none": {
        "year 33,658": one("a.parquet", _dated(pa.array([10**18], pa.timestamp("us"))), "a.parquet:1: holds what is no text"),
        "before the year 1": one("a.parquet", _dated(pa.array([-(10**12)], pa.timestamp("s"))), "a.parquet:1: holds what is no text"),
        "zone of nowhere": one("a.parquet", _dated(pa.array([0], pa.timestamp("us", "No/Where"))), "a.parquet:1: holds what is no text"),
        "nanoseconds": one("a.parquet", _dated(pa.array([1_706_918_400_123_456_789], pa.timestamp("ns"))), read=1),
        "nanoseconds and a zone": one("a.parquet", _dated(pa.array([1_706_918_400_123_456_789], pa.timestamp("ns", "UTC"))), read=1),
    },
    "cells without end": {
        "one row": one("a.csv", _HEAD + _LONG_ROW, "a.csv:2: has a cell of more than ", largest_article_chars=1_000),
        "before a good row": one(
            "a.csv", _HEAD + _LONG_ROW + _ROW, "a.csv:2: has a cell of more than ", read=1, largest_article_chars=1_000
        ),
        "quote never closed": one(
            "a.csv", _HEAD + _LONG_ROW.rstrip('"\n') + "\n" + _ROW, "a.csv:2: has a cell of more than ", largest_article_chars=1_000
        ),
        "before the names": one("a.csv", "\n \n" + _HEAD + _ROW, read=1),
    },
    "what we wrote ourselves": {
        "report": one("report.html", _OURS.encode(), "report.html: was written by tellings"),
        "document": one("comparison.json", '{"schema": "comparison/1", "articles": []}', "comparison.json: was written by tellings"),
        "report in an archive": one("a.zip", zipped({"report.html": _OURS.encode()}), "a.zip/report.html: was written by tellings"),
        "story with the name of our index": one("a.jsonl", lines(record(story="index.html", id="x")), read=1),
    },
    "lines that are nearly the same": {
        "one word without end": made(partial(_near, "word " * 9_000), read=2),
        "two words without end": made(partial(_near, "port fire " * 5_000), read=2),
        "longer than a line may be": made(partial(_near, "word " * 50_000), read=2),
    },
    "broken web archives": {
        "no archive": one("a.warc", SAYS, "a.warc: is damaged", "a.warc: holds no record"),
        "cut": one("a.warc", capture(page()) + capture(page())[:-90], "a.warc:2: is ", read=1),
        "garbage between": one(
            "a.warc", capture(page()) + b"garbage\r\n" + capture(page(f"<p>{SAYS_VI}</p>")), "a.warc:1: is damaged", read=2
        ),
        "a length too long": one(
            "a.warc", capture(page(), length="99999") + capture(page(f"<p>{SAYS_VI}</p>")), "a.warc:1: is cut short", read=1
        ),
        "a length that is none": one("a.warc", capture(page(), length="x") + capture(page()), "a.warc:1: ", "a.warc: ", read=1),
        "a length below nought": one("a.warc", capture(page(), length="-1") + capture(page()), "a.warc:1: ", "a.warc: ", read=1),
        "no page": one("a.warc", capture(b"x", media_type="image/png") + capture(page()), "a.warc: holds 1 records without a page", read=1),
        "not found": one("a.warc", capture(page(), http="404 Not Found"), "a.warc: holds 1 records without a page .1 answers 404"),
        "no gzip inside": one(
            "a.warc", capture(b"none", headers="Content-Encoding: gzip\r\n") + capture(page()), "a.warc:1: is damaged", read=1
        ),
        "bomb inside": one(
            "a.warc",
            capture(gzip.compress(bytes(60_000_000)), headers="Content-Encoding: gzip\r\n") + capture(page()),
            "a.warc:1: has more than 1000000 bytes",
            read=1,
            largest_file_bytes=1_000_000,
        ),
        "damaged gzip around": one(
            "a.warc.gz",
            gzip.compress(capture(page())) + gzip.compress(capture(page()))[:-90],
            "a.warc.gz:2: is ",
            "a.warc.gz: is damaged",
            read=1,
        ),
    },
    "broken feeds": {
        "no entry": one("a.rss", feed(), "a.rss: is a feed without an entry"),
        "cut": one("a.rss", feed(item(), item(SAYS_VI))[:-60], "a.rss:2: stands where its feed is cut off", read=1),
        "an entry without text": one("a.rss", feed(item(), item("")), "a.rss:2: is empty", read=1),
        "entities in entities": one("a.rss", feed(item("&j; " + SAYS), before=_LAUGHS), "a.rss: "),
        "a file as an entity": one(
            "a.rss", feed(item(f"{SAYS} &x;"), before='<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>'), "a.rss: "
        ),
        "no feed": one("a.xml", '<?xml version="1.0"?><invoice><a>The ferry left late</a></invoice>', "a.xml: is XML and neither"),
        "an unknown encoding": one("a.rss", feed(item()).replace(b'"1.0"', b'"1.0" encoding="x-none"'), read=1),
        "tags without an end": one("a.rss", feed("<a>" * 5000 + item()), "a.rss:2: is damaged", read=1),
    },
    "pages without an article": {
        "only links": one("a.html", page("<nav><ul>" + "<li><a href=/>Home</a></li>" * 30 + "</ul></nav>"), "a.html: "),
        "only a script": one("a.html", page("<script>var ferry = 'The ferry left late';</script>"), "a.html: "),
        "an empty body": one("a.html", page(""), "a.html: "),
        "a frame": one("a.html", "<html><frameset><frame src=a.html></frameset></html>", "a.html: "),
        "nothing but tags": one("a.html", "<" * 5000, "a.html: "),
    },
    "pages that are hard on a parser": {
        "data that nests without end": one(
            "a.html", page(f"<p>{SAYS}</p>" * 6, f'<script type="application/ld+json">{_DEEP_JSON}</script>'), read=1
        ),
        "elements thousands deep": one("a.html", page("<div>" * 9_000 + f"<p>{SAYS}</p>"), "a.html: "),
        "tags of thousands of attributes": one("a.html", page(f"<p {' '.join(f'a{at}=b' for at in range(90_000))}>{SAYS}</p>"), read=1),
        "a comment left open": one("a.html", page(f"<p>{SAYS}</p><!-- <!-- <!--" + "<!--" * 9000), read=1),
        "NUL in its text": one("a.html", page(f"<p>{SAYS}\0\0\0</p>" + "\0" * 1000), read=1),
        "an unknown encoding": one("a.html", page().replace(b"utf-8", b"x-none"), read=1),
        "an encoding that hides markup": one("a.html", page().replace(b"utf-8", b"utf-7"), read=1),
        "a codec that is no encoding": one("a.html", page().replace(b"utf-8", b"rot13"), read=1),
        "letters that are lost": one(
            "a.html", page(f"<p>{SAYS_VI} </p>").replace("phà".encode(), b"ph\xff\xfe"), "a.html: has letters that could not"
        ),
        "a lost letter outside of its article": one(
            "a.html", page(f"<p>{SAYS_VI}</p><script>'\xff'</script>").replace("\xff".encode(), b"\xff"), read=1
        ),
        "a date of another world": one("a.html", page(head='<meta property="article:published_time" content="99999-99-99T99:99">'), read=1),
        "an address that is none": one("a.html", page(head='<link rel="canonical" href="http://[::1">'), read=1),
        "data for machines that is none": one(
            "a.html", page(head='<script type="application/ld+json">{"datePublished": [[[[</script>'), read=1
        ),
    },
    "documents of other programs": {
        "PDF": one("a.pdf", b"%PDF-1.7 The ferry left late", "a.pdf: is a document with its own format"),
        "PDF called text": one("a.txt", b"%PDF-1.7 The ferry left late", "a.txt: is a document with its own format"),
        "DOCX": one("a.docx", zipped({"[Content_Types].xml": b"x"}), "a.docx: is a document with its own format"),
        "DOCX called ZIP": one(
            "a.zip", zipped({"[Content_Types].xml": b"x", "word/document.xml": b"x"}), "a.zip: is a document with its own"
        ),
        "EPUB": one("a.epub", zipped({"mimetype": b"application/epub+zip"}), "a.epub: is a document with its own format"),
        "old Word": one("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "a.txt: is a document with its own format"),
        "RTF": one("a.txt", "{\\rtf1 The ferry left late}", "a.txt: is a document with its own format"),
        "spreadsheet": one("a.xlsx", zipped({"[Content_Types].xml": b"x"}), "a.xlsx: is a spreadsheet"),
        "a page with its pictures": one(
            "a.mhtml", "MIME-Version: 1.0\n\nThe ferry left late", "a.mhtml: is a page packed with its pictures"
        ),
    },
    "pictures, sound and film": {
        "PNG called text": one("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(50), "a.txt: is a picture"),
        "JPEG": one("a.jpg", b"\xff\xd8\xff\xe0" + bytes(50), "a.jpg: is a picture"),
        "film": one("a.mp4", _FILM, "a.mp4: is a picture"),
        "sound called a page": one("a.html", b"ID3\x03" + bytes(100), "a.html: is a picture"),
    },
    "packed otherwise": {
        "bzip2": one("a.txt.bz2", b"BZh91AY", "a.txt.bz2: is packed in a way"),
        "xz called gzip": one("a.gz", b"\xfd7zXZ\x00\x00", "a.gz: is packed in a way"),
        "7z": one("a.7z", b"7z\xbc\xaf\x27\x1c", "a.7z: is packed in a way"),
        "zstd": one("a.jsonl.zst", b"\x28\xb5\x2f\xfd\x00", "a.jsonl.zst: is packed in a way"),
    },
    "bytes that many files share": {
        "two": one("a.zip", zip_overlapping(SAYS.encode(), 2), "a.zip: has files that overlap"),
        "ten thousand": one("a.zip", zip_overlapping(SAYS.encode() * 100, 10_000), "a.zip: has files that overlap"),
        "one alone": one("a.zip", zip_overlapping(SAYS.encode(), 1), read=1),
    },
    "bombs": {
        "gzip": one("a.gz", _BOMB, "a.gz: unpacks to more than 200 times"),
        "zip": one("a.zip", zipped({"a.txt": bytes(60_000_000), "b.txt": SAYS_VI.encode()}), "a.zip/a.txt: unpacks to", read=1),
        "gzip in zip, before good ones": one("a.zip", zipped({"a.gz": _BOMB, "b.txt": SAYS_VI.encode()}), "a.zip/a.gz: unpacks to", read=1),
        "tar": one("a.tar.gz", gzip.compress(tarred({"a.txt": bytes(60_000_000)})), "a.tar.gz: unpacks to more than 200 times"),
        "gzip in gzip": one("a.gz", gzip.compress(_BOMB), "a.gz: unpacks to more than 200 times"),
        "gzip in zip": one("a.zip", zipped({"a.gz": _BOMB}), "a.zip/a.gz: unpacks to more than 200 times"),
        "lines": one("a.jsonl.gz", gzip.compress(lines(_FAIR) + b"\n" * 60_000_000), "a.jsonl.gz: unpacks to more than 200 times", read=1),
        "beyond the size": one(
            "a.txt.gz", gzip.compress(os.urandom(300_000)), "a.txt.gz: unpacks to more than 100000 bytes", largest_unpacked_bytes=100_000
        ),
        "a page of spaces is none": one("a.html.gz", gzip.compress(page(" " * 3_000_000 + f"<p>{SAYS}</p>")), read=1),
    },
    "damaged gzip": {
        "cut": one("a.txt.gz", _GZ[:-12], "a.txt.gz: is damaged"),
        "checksum": one("a.txt.gz", with_byte(_GZ, len(_GZ) - 7, _GZ[-7] ^ 0xFF), "a.txt.gz: is damaged"),
        "garbage behind": one("a.txt.gz", _GZ + b"garbage", "a.txt.gz: is damaged"),
        "damaged inside": one("a.txt.gz", with_byte(_GZ, 20, 0xFF), "a.txt.gz: is damaged"),
        "cut behind a line": one(
            "a.jsonl.gz",
            gzip.compress(lines(_FAIR, record(text=f"{SAYS} {os.urandom(90_000).hex()}")))[:-500],
            "a.jsonl.gz",
            "a.jsonl.gz",
            read=1,
        ),
        "no gzip": one("a.gz", SAYS, "a.gz: is damaged"),
        "nothing but its head": one("a.gz", _GZ[:10], "a.gz: is damaged"),
    },
    "damaged ZIP": {
        "cut": one("a.zip", _ZIP[:-30], "a.zip: is damaged"),
        "checksum": one(
            "a.zip", _ZIP.replace(zlib.crc32(SAYS.encode() * 5).to_bytes(4, "little"), b"\1\2\3\4"), "a.zip/a.txt: is damaged", read=1
        ),
        "encrypted": one("a.zip", zip_with_flags(_ZIP, flags=1), "a.zip/a.txt: is encrypted", read=1),
        "an unknown method": one("a.zip", zip_with_flags(_ZIP, method=97), "a.zip/a.txt: cannot be unpacked", read=1),
        "no ZIP": one("a.zip", SAYS, "a.zip: is damaged"),
        "something before it": one("a.zip", b"#!/bin/sh\n" + _ZIP, read=2),
    },
    "damaged tar": {
        "cut in a member": one("a.tar", _TAR[:1600], "a.tar: is damaged", read=1),
        "a broken head": one("a.tar", with_byte(_TAR, 1024 + 150, 0x39), "a.tar: is damaged", read=1),
        "no tar": one("a.tar", SAYS * 30, "a.tar: is damaged"),
        "a sparse file": one("a.tar", tarred_as(tarfile.GNUTYPE_SPARSE), "a.tar.*: is "),
    },
    "names that lead out of an archive": {
        "zip, up": one(
            "a.zip", zipped({"../a.txt": SAYS.encode(), "b.txt": SAYS_VI.encode()}), "a.zip/../a.txt: has a name that leads out", read=1
        ),
        "zip, from the root": one("a.zip", zipped({"/etc/a.txt": SAYS.encode()}), "a.zip.*: has a name that leads out"),
        "zip, a drive": one("a.zip", zipped({"C:/a.txt": SAYS.encode()}), "a.zip.*: has a name that leads out"),
        "zip, backslashes": one("a.zip", zipped({"..\\..\\a.txt": SAYS.encode()}), "a.zip.*: has a name that leads out"),
        "tar, up": one(
            "a.tar", tarred({"x/../../a.txt": SAYS.encode(), "b.txt": SAYS_VI.encode()}), "a.tar.*: has a name that leads out", read=1
        ),
        "tar, from the root": one("a.tgz", gzip.compress(tarred({"/a.txt": SAYS.encode()})), "a.tgz.*: has a name that leads out"),
    },
    "links in archives": {
        "tar, symbolic": one("a.tar", tarred_as(tarfile.SYMTYPE, target="/etc/passwd"), "a.tar/a.txt: is a link"),
        "tar, hard": one("a.tar", tarred_as(tarfile.LNKTYPE, target="../../etc/passwd"), "a.tar/a.txt: is a link"),
        "tar, to itself": one("a.tar", tarred_as(tarfile.SYMTYPE, target="a.txt"), "a.tar/a.txt: is a link"),
        "zip": one("a.zip", zipped_as("a.txt", b"/etc/passwd", 0o120777), "a.zip/a.txt: is a link"),
    },
    "devices in archives": {
        "tar, FIFO": one("a.tar", tarred_as(tarfile.FIFOTYPE), "a.tar/a.txt: is not a regular file"),
        "tar, of characters": one("a.tar", tarred_as(tarfile.CHRTYPE), "a.tar/a.txt: is not a regular file"),
        "tar, of blocks": one("a.tar", tarred_as(tarfile.BLKTYPE), "a.tar/a.txt: is not a regular file"),
        "zip, FIFO": one("a.zip", zipped_as("a.txt", b"x", 0o010644), "a.zip/a.txt: is not a regular file"),
    },
    "packed too deep": {
        "gzip": one("a.gz", packed(SAYS.encode(), 5), "a.gz: is packed 4 times already"),
        "zip in zip": one(
            "a.zip", zipped({"b.zip": zipped({"c.txt": SAYS.encode()})}), "a.zip/b.zip: is packed 1 times", deepest_packing=1
        ),
        "deep enough": one("a.zip", zipped({"b.tar.gz": gzip.compress(_TAR)}), read=2),
        "in itself": one(
            "a.zip", zipped({"a.zip": zipped({"a.zip": zipped({"a.zip": zipped({"a.zip": _ZIP})})})}), "a.zip/a.zip.*: is packed 4"
        ),
    },
    "too many files": {
        "folder": made(_many, r"[^:]*: has 8 files, and 5 were left out", read=2, most_files=3),
        "zip": one(
            "a.zip",
            zipped({f"{at}.txt": f"{SAYS} {at}".encode() for at in range(5)}),
            "a.zip: holds more than 3 files",
            read=3,
            most_files=3,
        ),
        "tar": one(
            "a.tar",
            tarred({f"{at}.txt": f"{SAYS} {at}".encode() for at in range(5)}),
            "a.tar: holds more than 3 files",
            read=3,
            most_files=3,
        ),
    },
    "folders in folders": {
        "too deep": made(partial(_deep, 4), "d/d/d: lies in 2 folders already", deepest_folder=2),
        "deep enough": made(partial(_deep, 4), read=1),
        "deeper than most systems go": made(partial(_deep, 60), "d/d/.*: lies in 50 folders already"),
    },
    "what is no file": {
        "FIFO": made(lambda folder: os.mkfifo(folder / "a.txt"), "a.txt: is not a regular file"),
        "socket": made(_socket, "a.txt: is not a regular file"),
        "link to a device": made(lambda folder: (folder / "a.txt").symlink_to("/dev/zero"), "a.txt: is a link to a file"),
        "link to a file of the system": made(lambda folder: (folder / "pw.txt").symlink_to("/etc/passwd"), "pw.txt: is a link to a file"),
        "link to nothing": made(lambda folder: (folder / "a.txt").symlink_to("gone.txt"), "a.txt: is a link to a file"),
        "link to itself": made(lambda folder: (folder / "a.txt").symlink_to("a.txt"), "a.txt: is a link to a file"),
        "link to its folder": made(lambda folder: (folder / "a").symlink_to("."), "a: is a link to a folder"),
        "link to another file": made(_same, "b.txt: is a link to a file", read=1),
        "hidden": made(_hidden),
    },
    "names of any bytes": {
        "no UTF-8": made(partial(_name, b"a\xff\xfe.txt"), read=1),
        "a line break": made(partial(_name, b"a\nb.txt"), read=1),
        "orders to a terminal": made(partial(_name, b"a\x1b[2J\x07.txt"), read=1),
        "another direction": made(partial(_name, "a\u202etxt.exe".encode()), read=1),
        "markup": made(partial(_name, b"<img src=x onerror=alert(1)>.txt"), read=1),
        "an option": made(partial(_name, b"--force"), read=1),
        "as long as may be": made(partial(_name, b"x" * 251 + b".txt"), read=1),
        "loose accents": made(partial(_name, unicodedata.normalize("NFD", "bão.txt").encode()), read=1),
        "in a zip": one("a.zip", zipped({"a\nb\x1b.txt": SAYS.encode()}), read=1),
        "in a tar": one("a.tar", tarred({"a\udcff.txt": SAYS.encode()}), read=1),
        "dots": one("a.zip", zipped({"....txt": SAYS.encode(), "a/./b.txt": SAYS_VI.encode()}), read=1),
    },
    "called what they are not": {
        "page called text": one("a.txt", page(), read=1),
        "page without a suffix": one("a", page(), read=1),
        "text called a page": one("a.html", SAYS, read=1),
        "gzip called a page": one("a.html", gzip.compress(page()), read=1),
        "zip called text": one("a.txt", _ZIP, read=2),
        "feed called a page": one("a.html", feed(item()), read=1),
        "Parquet called JSON lines": one("a.jsonl", _PARQUET, read=1),
        "archive called text": one("a.txt", capture(page()), read=1),
        "page called a table": one("a.csv", page(), "a.csv: has no "),
        "page called JSON lines": one("a.jsonl", page(), "a.jsonl:1: is not JSON"),
    },
    "articles that try to run something": {
        "script": one("a.txt", f"{SAYS} <script>alert(1)</script>", read=1),
        "formula": one("a.jsonl", lines(record(outlet="=1+1", title="@SUM(1)")), read=1),
        "template": one("a.txt", f"{SAYS} {{{{ 7 * 7 }}}} {{% raw %}}", read=1),
        "path as an id": one("a.jsonl", lines(record(id="../../../etc/passwd")), read=1),
        "path as a story": one("a.jsonl", lines(record(story="../../out", id="x")), read=1),
        "device as a story": one("a.jsonl", lines(record(story="con", id="x")), read=1),
        "controls": one("a.jsonl", lines(record(title="a\u0000b\u001b[2J", outlet="\u202ex")), read=1),
    },
}
