"""A user's list of words that mean the same, from a CSV or TSV file or from TOML -> rows, or every fault with its line.

One row a line: the first entry stands for the others. Entries are parted by tabs, else by semicolons, else by commas, with the quotes of a
spreadsheet; empty lines and lines that begin with ``#`` are passed over. A row holds for every language.
"""

import csv
from collections.abc import Iterable, Sequence
from pathlib import Path

from compare.text import key

Rows = tuple[tuple[str, ...], ...]


def read_rows(path: Path) -> tuple[Rows, list[str]]:
    """Rows of a file and its faults, each as ``file:line what is wrong``."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except OSError as error:
        return (), [f"{path} cannot be read ({error.strerror or error})"]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return (), [f"{path}:{line} is not UTF-8; save it as CSV UTF-8"]
    mark = next((mark for mark in "\t;" if mark in text), ",")
    numbered = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip() and not line.startswith("#")]
    rows = [(f"{path}:{number}", next(csv.reader([line], delimiter=mark))) for number, line in numbered]
    return _checked(rows)


def given_rows(given: Sequence[object], place: str) -> tuple[Rows, list[str]]:
    """Rows that stand in the settings file itself, as ``[["the form", "another", …], …]``, and their faults by place and row."""
    rows = []
    faults = []
    for number, row in enumerate(given, start=1):
        if isinstance(row, (list, tuple)) and all(isinstance(entry, str) for entry in row):
            rows.append((f"{place} row {number}", list(row)))
        else:
            faults.append(f"{place} row {number} wants a list of words, not {row!r}")
    found, more = _checked(rows)
    return found, [*faults, *more]


def _checked(rows: Iterable[tuple[str, list[str]]]) -> tuple[Rows, list[str]]:
    seen: dict[str, str] = {}
    faults: list[str] = []
    kept = []
    for place, raw in rows:
        row = tuple(" ".join(entry.split()) for entry in raw)
        faults += [f"{place} {fault}" for fault in _faults(row, seen)]
        seen.update({key(entry): place for entry in row})
        kept.append(row)
    return tuple(kept), faults


def _faults(row: Sequence[str], seen: dict[str, str]) -> list[str]:
    """What is wrong with one row; ``seen`` tells where a word stood before."""
    if len(row) < 2:
        return [f"has one entry, {row[0]!r}; it wants the form and at least one other" if row else "is empty"]
    faults = [f"has an empty entry, number {number}" for number, entry in enumerate(row, start=1) if not entry]
    faults += [f"gives {entry!r}, which has no letter" for entry in row if entry and not any(char.isalpha() for char in entry)]
    faults += [f"gives {entry!r}, which stands in {seen[key(entry)]} already" for entry in row if entry and key(entry) in seen]
    return faults + [f"gives {row[i]!r} twice" for i in range(len(row)) if row[i] and key(row[i]) in map(key, row[:i])]
