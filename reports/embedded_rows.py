"""Rows and texts of a large report -> one JSON value inside the page, from which a script draws what is looked at.

Rows are the same HTML as in a small report, made and escaped by the same templates, under zlib and in base64: 10,000 rows take 3 MB
instead of 20, no template is written a second time in the script, and no character of an article can end the element that holds it.
"""

import json
import zlib
from base64 import b64encode
from collections.abc import Sequence
from typing import TYPE_CHECKING

from reports.inline import environment
from reports.matrix import Row
from reports.report_words import Words
from reports.source_texts import SourceText

if TYPE_CHECKING:
    from markupsafe import Markup

_BETWEEN = "<!>"  # no escaped text can hold it
_ROWS_A_PIECE = 100  # half a piece is drawn at once; larger ones pack a tenth better and are slower to open


def embed_rows(rows: Sequence[Row], texts: Sequence[SourceText], words: Words, *, many: bool) -> "Markup":
    """Packed ``texts`` by label, and where any are given ``rows`` in pieces.

    ``kinds`` and ``order`` of every row are for filter and sort, ``ids`` for permalinks.
    """
    from markupsafe import Markup

    line = environment(words).get_template("rows.html").module.line  # type: ignore[attr-defined] # a macro of the template
    body = environment(words).get_template("body.html").module.lines  # type: ignore[attr-defined]
    pieces = [rows[at : at + _ROWS_A_PIECE] for at in range(0, len(rows), _ROWS_A_PIECE)]
    held: dict[str, object] = {"texts": {text.column.label: _packed(body(text)) for text in texts}}
    if rows:
        held |= {
            "size": _ROWS_A_PIECE,
            "rows": [_packed(_BETWEEN.join(line(row, many, open=True) for row in piece)) for piece in pieces],
            "kinds": [" ".join(row.kinds) for row in rows],
            "order": [[row.voices, row.said_by, row.position, row.score] for row in rows],
            "ids": [row.anchor for row in rows],
        }
    # The ids of claims are the only words in it that are not ours; < is the one character that could end the element.
    return Markup(json.dumps(held, ensure_ascii=True, separators=(",", ":"), allow_nan=False).replace("<", "\\u003c"))  # noqa: S704


def _packed(text: str) -> str:
    return b64encode(zlib.compress(text.encode("utf-8", "replace"), 9)).decode("ascii")
