"""A comparison document -> a table of claims × sources as CSV, safe to open in a spreadsheet.

RFC 4180 (commas, CRLF, doubled quotes), UTF-8 with a byte-order mark, without which Excel takes Vietnamese for another encoding.
One claim is one line: no cell holds a line break.

Its words are English whatever the language of the report: a CSV is read by programs, and a script, a pivot table or a filter that one desk
made has to read what another desk exports. (Exports that follow the language of the interface, or of the spreadsheet, are known for
breaking just that.) Values are those of the document, not dressed for a reader: ``2024-03-12``, ``5.5 km``.
"""

import csv
import io
import re
from collections.abc import Mapping, Sequence
from typing import Any

from reports.claim_standings import REVIEW_WORDS, article_standings, name_of, reviewed_as
from reports.labels import Column, outlets_of
from reports.visible_characters import one_line

# ``compare.documents.write`` knows our files by the head of this row.
_HEADER = ("claim", "wording", "voices", "score", "disputes", "verdict", "verdict wording", "verdict note")
_LONGEST_CELL = 32_000  # characters; past 32,767 Excel breaks a cell, and what follows could be read as a formula
# A spreadsheet runs a cell that begins with one of these (OWASP, "CSV Injection"), some of them also in full width or as a minus sign.
# After a semicolon too: where the decimal sign is a comma, as in Vietnam, Excel may part cells there, whatever the quotes say.
_FORMULA = re.compile("(^|;)(?=[\\s\u00ad\u200b-\u200d\u2060\ufeff]*[=+@|%\\-＝＋－＠﹢﹣﹦﹫−])")


def render(document: Mapping[str, Any]) -> str:
    """Claims in the order of the document, two columns an article: how it stands to the claim, and what it says."""
    columns = tuple(column for outlet in outlets_of(document["articles"]) for column in outlet.columns)
    table = io.StringIO()
    table.write("\ufeff")
    writer = csv.writer(table, lineterminator="\r\n")
    names = [f"{name_of(column)}: {what}" for column in columns for what in ("relation", "words")]
    writer.writerow([*_HEADER, *map(safe_cell, names)])
    writer.writerows([safe_cell(value) for value in _row(claim, columns)] for claim in document["claims"])
    return table.getvalue()


def _row(claim: Mapping[str, Any], columns: Sequence[Column]) -> list[str]:
    review = claim.get("review") or {}
    row = [claim["id"], claim["wording"], str(claim["voices"]), f"{claim['score']['total']:g}", _disputes(claim["disputes"], columns)]
    row += [REVIEW_WORDS[reviewed_as(review)] if review else "", review.get("wording") or "", review.get("note") or ""]
    for standing in article_standings(claim, columns):
        row += [standing.said(), " / ".join(standing.quotes)]
    return row


def _disputes(disputes: Sequence[Mapping[str, Any]], columns: Sequence[Column]) -> str:
    """``cars hit: 8 (A1, B1) / 9 (C1)``; several are parted by a bar."""
    return " | ".join(f"{dispute['slot']}: " + " / ".join(_side(side, columns) for side in dispute["sides"]) for dispute in disputes)


def _side(side: Mapping[str, Any], columns: Sequence[Column]) -> str:
    labels = ", ".join(column.label for column in columns if column.id in side["articles"])
    return f"{side['value']} ({labels})"


def safe_cell(text: str) -> str:
    """On one line, cut with a word about it, and with an apostrophe before whatever a spreadsheet would run."""
    safe = _FORMULA.sub(r"\1'", one_line(text))
    left_out = len(safe) - _LONGEST_CELL
    return safe if left_out <= 0 else f"{safe[:_LONGEST_CELL]}… ({left_out} more characters stand in the comparison document)"
