"""A comparison document -> one HTML file that opens from disk, makes no request and reads without JavaScript."""

from collections.abc import Mapping
from typing import Any

from reports.inline import filled
from reports.page import page_of

SCHEMA = "comparison/1"


class UnknownSchemaError(ValueError):
    """The document is of a version that this report cannot read."""

    def __init__(self, given: object) -> None:
        super().__init__(
            f"comparison document: its schema is {given!r}, this report reads {SCHEMA!r}; "
            "make the document anew with this version of tellings, or the report with the version that made the document"
        )
        self.given = given


def render(document: Mapping[str, Any]) -> str:
    """The report of a document that holds against ``comparison.schema.json``; ``UnknownSchemaError`` for another version."""
    if document.get("schema") != SCHEMA:
        raise UnknownSchemaError(document.get("schema"))
    return filled("report.html", {"page": page_of(document)}, ("report.css", "report.js"))
