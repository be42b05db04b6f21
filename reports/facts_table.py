"""``facts`` of a document -> a table of facts × articles as CSV, one line a fact, safe to open in a spreadsheet.

The form is that of ``csv_table``; its words are English for the same reason.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from reports.claim_standings import name_of
from reports.csv_table import safe_cell
from reports.labels import Column, label_in, outlets_of

# ``compare.sources.own_files`` knows our files by the head of this row.
_HEADER = ("fact", "label", "slot", "about", "state", "values", "voices")


def render(document: Mapping[str, Any]) -> str:
    """Facts in the order of the document, one column an article with the values that it gives as it prints them; empty if it gives none."""
    columns = tuple(column for outlet in outlets_of(document["articles"]) for column in outlet.columns)
    table = io.StringIO()
    table.write("\ufeff")
    writer = csv.writer(table, lineterminator="\r\n")
    writer.writerow([*_HEADER, *(safe_cell(name_of(column)) for column in columns)])
    writer.writerows([safe_cell(value) for value in _row(fact, columns)] for fact in document.get("facts", ()))
    return table.getvalue()


def _row(fact: Mapping[str, Any], columns: Sequence[Column]) -> list[str]:
    values = fact["values"]
    row = [fact["id"], label_in(fact, "en"), fact["slot"], fact["about"], fact["state"]]
    row += [" | ".join(value["display"] for value in values), " | ".join(str(value["voices"]) for value in values)]
    return row + [_given(values, column.id) for column in columns]


def _given(values: Sequence[Mapping[str, Any]], article: str) -> str:
    printed = [said["says"] for value in values for said in value["said"] if said["article"] == article]
    return " / ".join(dict.fromkeys(printed))
