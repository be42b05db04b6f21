"""Rows of field and column, where an export calls fields otherwise -> the rows as they are kept, and every fault with its place."""

import json
from collections.abc import Iterable

from compare.user_tables.word_rows import PlacedRow, Rows
from schemas.check import schema_text


def check_columns(rows: Iterable[PlacedRow]) -> tuple[Rows, list[str]]:
    """Rows of a field of ``schemas/article.schema.json`` and the column that holds it; one column may hold several fields."""
    fields = tuple(json.loads(schema_text("article"))["properties"])
    faults: list[str] = []
    kept: list[tuple[str, ...]] = []
    for place, raw in rows:
        row = tuple(entry.strip() for entry in raw)
        if len(row) != 2 or not all(row):
            faults.append(f"{place} wants a field and its column, and has {len(row)} entries")
        elif row[0] not in fields:
            faults.append(f"{place} gives no field of an article; wants one of {', '.join(fields)}")
        elif any(row[0] == name for name, *_ in kept):
            faults.append(f"{place} gives the field {row[0]} a second time")
        else:
            kept.append(row)
    return tuple(kept), faults
