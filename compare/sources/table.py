"""A CSV or TSV file with a line of column names -> one article or one reason a row, with no more than one row in memory."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, TextIO

import regex

from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources.decode import LONGEST_BOM, SAVE_AS_UTF8, BrokenUtf8Error, Encoding, UndecodableError, detect_encoding, encoding_of_bom
from compare.sources.packed.bounded import damage_of
from compare.sources.record import UnusableError, article_of
from compare.sources.table_columns import columns_of
from schemas.check import Checker, checker

if TYPE_CHECKING:
    from _csv import Reader

Row = tuple[str, Article | Skipped]  # place, what was made of it

_BLOCK = 1 << 20  # bytes
_LONGEST_LINE_ARTICLES = 2  # articles; so many times the longest one a line of the file may have
_NAMED = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_TOO_LONG = "field limit"  # what the parser says of a cell that is too long
# Excel's own line before the names, which says what parts cells; where it was saved from a table, with its empty cells behind it.
_SEPARATOR = regex.compile(r"\s*+\"?sep=(?P<mark>[,;\t|])\"?(?P=mark)*+\s*+", regex.IGNORECASE)
_LOST = regex.compile("[\udc80-\udcff]")  # a byte that is no UTF-8, as Python holds it


def read_csv(file: BinaryIO, origin: str, settings: InputSettings) -> Iterator[Row]:
    """Each row with its place ``origin:line``; as in RFC 4180, but for what parts cells: what parts the names."""
    return _read(file, origin, settings, None)


def read_tsv(file: BinaryIO, origin: str, settings: InputSettings) -> Iterator[Row]:
    """The same, with cells parted by tabs."""
    return _read(file, origin, settings, "\t")


def _read(file: BinaryIO, origin: str, settings: InputSettings, mark: str | None) -> Iterator[Row]:
    try:
        encoding = _encoding(file)
    except UndecodableError as error:
        yield origin, Skipped(origin, str(error))
        return
    file.seek(len(encoding.bom))
    before = csv.field_size_limit(settings.largest_article_chars)  # of the whole process, since the module knows no other
    text = io.TextIOWrapper(file, encoding=encoding.name, errors="surrogateescape", newline="")
    try:
        lines = _Lines(text, _LONGEST_LINE_ARTICLES * settings.largest_article_chars)
        yield from _whole(_table(lines, mark, origin, settings), file)
    except UnicodeError:
        yield origin, Skipped(origin, f"is no whole UTF-16, and nothing behind it was read; {SAVE_AS_UTF8}")
    finally:
        text.detach()
        csv.field_size_limit(before)


class _Lines:
    """Lines of a file; of one that is too long its begin, which is too long for an article too."""

    def __init__(self, text: TextIO, longest: int) -> None:
        self._text, self._longest = text, longest
        self._quotes = 0  # since the last row began; an odd number leaves a cell open
        self.passed = 0  # lines that no row has

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        first = line = self._text.readline(self._longest)
        if not line:
            raise StopIteration
        self._quotes += line.count('"')
        while len(line) == self._longest and not line.endswith("\n"):
            line = self._text.readline(self._longest)
            self._quotes += line.count('"')
        return first

    def begin_row(self) -> None:
        """The next line is the first one of a row."""
        self._quotes = 0

    def pass_row(self) -> None:
        """To the end of a row of which a cell is still open."""
        while self._quotes % 2 and next(self, None) is not None:
            self.passed += 1


def _whole(rows: Iterator[Row], file: BinaryIO) -> Iterator[Row]:
    """The last row of a file that is damaged behind it may be half a row, which nothing shows."""
    last: Row | None = None
    for row in rows:
        if last:
            yield last
        last = row
    if last and damage_of(file):
        last = last[0], Skipped(last[0], "stands where its file is damaged, and may be a part of a row; get the file anew")
    if last:
        yield last


def _table(lines: _Lines, mark: str | None, origin: str, settings: InputSettings) -> Iterator[Row]:
    first = _first(lines)
    told = _SEPARATOR.fullmatch(first)
    if told:
        lines.passed += 1
        first, mark = _first(lines), told["mark"]
    header = _header(first, mark, settings)
    if isinstance(header, str):
        yield origin, Skipped(origin, header)
        return
    found = False
    for number, cells in _rows(csv.reader(lines, delimiter=header.mark, strict=True), lines):
        found = True
        place = f"{origin}:{number}"
        try:
            yield place, article_of(_line(cells, header), origin, settings, header.validator)
        except UnusableError as error:
            yield place, Skipped(place, str(error))
    if not found:
        yield origin, Skipped(origin, "is empty; write one article a row")


def _first(lines: _Lines) -> str:
    """The line of names: the first one that is not blank."""
    for line in lines:
        if line.strip():
            return line
        lines.passed += 1
    return ""


@dataclass(frozen=True, slots=True)
class _Header:
    """The names of the columns, those that are read, what parts cells, and what an article has to hold."""

    names: tuple[str, ...]
    read: tuple[str, ...]
    mark: str
    validator: Checker


def _header(line: str, mark: str | None, settings: InputSettings) -> _Header | str:
    """Or why nothing can be read under it."""
    if not line.strip():
        return "is empty; write one line of column names, then one article a row"
    mark = mark or max(",;\t|", key=line.count)
    try:
        names = tuple(name.strip() for name in next(csv.reader([line], delimiter=mark, strict=True)))
    except csv.Error as error:
        return f"has no line of column names ({error}); write them into the first line"
    validator = checker("article")
    read, missing = columns_of(validator.schema, settings).find_in(names)
    twice = next((name for name in read if names.count(name) > 1), None)
    if twice:
        return f"has two columns {twice}; give each its own name"
    return missing or _Header(names, tuple(read), mark, validator)


def _rows(reader: "Reader", lines: _Lines) -> Iterator[tuple[int, list[str] | str]]:
    """Cells of every row that is not blank, with the number of its first line; why it has none where quotes are broken."""
    while True:
        number = reader.line_num + lines.passed + 2  # behind the last line of the row before, and behind the names
        lines.begin_row()
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            if _TOO_LONG in str(error):
                lines.pass_row()
            yield number, _broken(str(error), reader.line_num + lines.passed + 1)
            continue
        if any(cell.strip() for cell in cells):
            yield number, cells


def _broken(problem: str, last: int) -> str:
    """What the parser says of a row that ends with line ``last``; a cell that is too long is a field larger than its limit to it."""
    if _TOO_LONG in problem:
        return f"has a cell of more than {csv.field_size_limit()} characters; split it or raise input.largest_article_chars"
    return f"has quotes that do not fit ({problem}), up to line {last}; quote each cell whole and double the quotes in it"


def _line(cells: list[str] | str, header: _Header) -> bytes:
    """The row as a line of JSONL; an empty cell was not given."""
    if isinstance(cells, str):
        raise UnusableError(cells)
    while len(cells) > len(header.names) and not cells[-1].strip():  # a spreadsheet fills rows up to the longest one
        cells = cells[:-1]
    if len(cells) != len(header.names):
        raise UnusableError(
            f"has {len(cells)} cells where {len(header.names)} columns are named; quote the cells that hold a {_NAMED[header.mark]}"
        )
    row = dict(zip(header.names, cells, strict=True))
    if any(_LOST.search(row[name]) for name in header.read):
        raise UnusableError(f"is not UTF-8; {SAVE_AS_UTF8}")
    return json.dumps(
        {name: row[name] for name in header.read if row[name] or name in header.validator.schema["required"]},
        ensure_ascii=False,
        allow_nan=False,
    ).encode()


def _encoding(file: BinaryIO) -> Encoding:
    """UTF-8 even if some rows are broken: each of them is told by itself."""
    marked = encoding_of_bom(file.read(LONGEST_BOM))
    if marked.bom:
        return marked

    def blocks() -> Iterator[bytes]:
        file.seek(0)
        while block := file.read(_BLOCK):
            yield block

    try:
        return detect_encoding(blocks)
    except BrokenUtf8Error:
        return marked
