"""A comparison document -> one HTML file that opens from disk, makes no request and reads without JavaScript."""

from collections.abc import Mapping
from typing import Any

from reports.inline import fill_template
from reports.report_page import page_of
from reports.report_words import words_of

SCHEMA = "comparison/1"
STATIC = ("report.css", "report.js")


class UnknownSchemaError(ValueError):
    """The document is of a version that this report cannot read."""

    def __init__(self, given: object) -> None:
        super().__init__(
            f"comparison document: its schema is {given!r}, this report reads {SCHEMA!r}; "
            "make the document anew with this version of tellings, or the report with the version that made the document"
        )
        self.given = given


def render(document: Mapping[str, Any], language: str = "en", *, full_text: bool = False) -> str:
    """The report of a document that holds against ``comparison.schema.json``; ``UnknownSchemaError`` for another version.

    ``language`` is that of the interface. Articles stand in it as far as they are cited, or with ``full_text`` in full.
    """
    if document.get("schema") != SCHEMA:
        raise UnknownSchemaError(document.get("schema"))
    words = words_of(language)
    return fill_template("report.html", {"page": page_of(document, words, full_text=full_text)}, STATIC, words)
