"""A user's rows, from a CSV or TSV file or from TOML -> the rows as checked, or every fault with its line; and the check of rows of words.

A fault names line and entry by their numbers alone: settings may name any file, and nothing of it is printed.

A row of words means one thing, and its first entry stands for the others; it holds for every language. Entries are parted by tabs, else by
semicolons, else by commas, with the quotes of a spreadsheet; empty lines and lines that begin with ``#`` are passed over.
"""

import csv
import errno
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from compare.text.tokens import key

_LARGEST_BYTES = 20_000_000
_MOST_FAULTS = 20  # of a file; one that is no list of words has as many as it has lines
Rows = tuple[tuple[str, ...], ...]
PlacedRow = tuple[str, Sequence[str]]  # ``file:line`` or the like, and the entries
# Rows -> those that are kept, and the faults, each with its place.
Check = Callable[[Iterable[PlacedRow]], tuple[Rows, list[str]]]


def check_words(rows: Iterable[PlacedRow]) -> tuple[Rows, list[str]]:
    """Rows of at least two words; no word stands twice."""
    seen: dict[str, str] = {}
    faults: list[str] = []
    kept = []
    for place, raw in rows:
        row = with_single_spaces(raw)
        faults += [f"{place} {fault}" for fault in _faults(row, seen)]
        seen.update({key(entry): place for entry in row})
        kept.append(row)
    return tuple(kept), faults


def read_rows(path: Path, check: Check = check_words) -> tuple[Rows, list[str]]:
    """Rows of a file and its faults, each as ``file:line what is wrong``."""
    try:
        text = read_limited(path).decode("utf-8-sig")
    except OSError as error:
        return (), [f"{path} cannot be read ({error.strerror or error})"]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return (), [f"{path}:{line} is not UTF-8; save it as CSV UTF-8"]
    try:
        rows = split_rows(text, str(path))
    except csv.Error as error:  # an entry of more than 131,072 characters
        return (), [f"{path} is no list of words ({error}); write one row a line"]
    kept, faults = check(rows)
    more = len(faults) - _MOST_FAULTS
    return kept, faults if more <= 0 else [*faults[:_MOST_FAULTS], f"{path} has {more} more faults"]


def read_limited(path: Path) -> bytes:
    """A file that people write, whole; ``OSError`` if it is larger than any of these is: a device has no end."""
    try:
        file = path.open("rb")
    except ValueError as error:  # a NUL in the name
        raise OSError(errno.EINVAL, str(error)) from error
    with file:
        data = file.read(_LARGEST_BYTES + 1)
    if len(data) > _LARGEST_BYTES:
        raise OSError(errno.EFBIG, f"has more than {_LARGEST_BYTES} bytes")
    return data


def split_rows(text: str, place: str) -> list[PlacedRow]:
    """The rows of a file's text."""
    mark = next((mark for mark in "\t;" if mark in text), ",")
    numbered = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip() and not line.startswith("#")]
    return [(f"{place}:{number}", next(csv.reader([line], delimiter=mark))) for number, line in numbered]


def check_given_rows(given: Sequence[object], place: str, check: Check = check_words) -> tuple[Rows, list[str]]:
    """Rows that stand in the settings file itself, as ``[["the form", "another", …], …]``, and their faults by place and row."""
    rows: list[PlacedRow] = []
    faults = []
    for number, row in enumerate(given, start=1):
        if isinstance(row, (list, tuple)) and all(isinstance(entry, str) for entry in row):
            rows.append((f"{place} row {number}", row))
        else:
            faults.append(f"{place} row {number} wants a list of words, not {row!r}")
    found, more = check(rows)
    return found, [*faults, *more]


def with_single_spaces(row: Sequence[str]) -> tuple[str, ...]:
    """The entries with one space where there are several, and none around them."""
    return tuple(" ".join(entry.split()) for entry in row)


def repeated_entries(entries: Iterable[tuple[int, str]], seen: Mapping[str, str], folded: Callable[[str], str] = key) -> list[str]:
    """Faults of numbered entries that another row has; ``seen`` tells where, by the folded entry."""
    return [f"gives in entry {number} what stands in {seen[folded(entry)]} already" for number, entry in entries if folded(entry) in seen]


def _faults(row: Sequence[str], seen: Mapping[str, str]) -> list[str]:
    """What is wrong with one row of words."""
    if len(row) < 2:
        return ["has one entry; it wants the form and at least one other" if row else "is empty"]
    given = [(number, entry) for number, entry in enumerate(row, start=1) if entry]
    faults = [f"has an empty entry, number {number}" for number, entry in enumerate(row, start=1) if not entry]
    faults += [f"has no letter in entry {number}" for number, entry in given if not any(char.isalpha() for char in entry)]
    faults += repeated_entries(given, seen)
    return faults + [f"gives entry {number} twice" for number, entry in given if key(entry) in map(key, row[: number - 1])]
