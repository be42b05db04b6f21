"""A user's rows of outlets -> the rows as they are kept, and every fault of theirs with its place."""

from collections.abc import Iterable, Sequence

import regex

from compare.outlets.register import FIXED, is_host, plain_host, surface
from compare.user_tables.word_rows import PlacedRow, Rows, repeated_entries, with_single_spaces

_KINDS = ("outlet", "agency")
_LANGUAGE = regex.compile(r"(?:[a-z]{2})?")
_COUNTRY = regex.compile(r"(?:[A-Z]{2})?")
# Below "com.vn" or "co.uk" stand the outlets of a whole country.
_PUBLIC = regex.compile(r"(?:ac|biz|co|com|edu|go|gob|gouv|gov|info|int|name|ne|net|or|org|pro)\.[a-z]{2}")


def check_outlets(rows: Iterable[PlacedRow]) -> tuple[Rows, list[str]]:
    """Rows of name, kind, language, country and any number of other names and hosts; no two rows have one of these in common."""
    seen: dict[str, str] = {}
    faults: list[str] = []
    kept = []
    for place, raw in rows:
        row = _kept(with_single_spaces(raw))
        faults += [f"{place} {fault}" for fault in (*_faults(row), *repeated_entries(_names(row), seen, surface))]
        seen.update({surface(entry): place for _, entry in _names(row)})
        kept.append(row)
    return tuple(kept), faults


def _kept(row: tuple[str, ...]) -> tuple[str, ...]:
    """Without the empty cells by which a spreadsheet fills short rows up."""
    return row[:FIXED] + tuple(filter(None, row[FIXED:]))


def _names(row: Sequence[str]) -> list[tuple[int, str]]:
    """With their numbers in the row."""
    return [(number, entry) for number, entry in enumerate(row, start=1) if entry and (number == 1 or number > FIXED)]


def _faults(row: Sequence[str]) -> list[str]:
    """What is wrong with one row, whatever the others are."""
    if len(row) < FIXED:
        return [f"has {len(row)} of four entries: name, kind, language, country; the last two may be empty"]
    name, kind, language, country = row[:FIXED]
    faults = [] if name else ["has no name"]
    faults += [] if kind in _KINDS else ["has another kind than outlet or agency"]
    faults += [] if _LANGUAGE.fullmatch(language) else ["has a language that is neither a code of two small letters nor nothing"]
    faults += [] if _COUNTRY.fullmatch(country) else ["has a country that is neither a code of two capitals nor nothing"]
    faults += [f"has no letter in entry {number}" for number, entry in _names(row) if not any(char.isalpha() for char in entry)]
    faults += [f"has an address in entry {number}; write its host alone" for number, entry in _names(row) if "://" in entry]
    public = [number for number, entry in _names(row) if is_host(entry) and _is_public(entry)]
    return faults + [f"has in entry {number} a host under which many outlets stand" for number in public]


def _is_public(host: str) -> bool:
    return _PUBLIC.fullmatch(plain_host(host)) is not None
