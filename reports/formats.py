"""A comparison document and the name of a format -> the text to write, with a word about it where it needs one."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from reports.claimreview import render as claimreview
from reports.csv_table import render as csv_table
from reports.html import SCHEMA, UnknownSchemaError
from reports.html import render as html
from reports.markdown import render as markdown

Render = Callable[[Mapping[str, Any]], str]
_HEAVY = 10_000_000  # bytes
RENDERS: Mapping[str, Render] = {"html": html, "markdown": markdown, "csv": csv_table, "claimreview": claimreview}
_SPOKEN: Mapping[str, Callable[[Mapping[str, Any], str], str]] = {"markdown": markdown, "claimreview": claimreview}


@dataclass(frozen=True, slots=True)
class Rendered:
    """A report; ``remark`` is empty unless a reader would ask why there is so little in it."""

    text: str
    remark: str = ""


def rendered(document: Mapping[str, Any], form: str, language: str = "en", *, full_text: bool = False) -> Rendered:
    """``UnknownSchemaError`` for a document of another version, ``KeyError`` for a format that is not in ``RENDERS``.

    ``language`` is that of the words of HTML, Markdown and ClaimReview; a CSV has one form for all programs. ``full_text`` is for HTML.
    """
    if document.get("schema") != SCHEMA:
        raise UnknownSchemaError(document.get("schema"))
    reviewed = any(claim.get("review") for claim in document["claims"])
    remark = "an empty list: no claim has a person's verdict yet" if form == "claimreview" and not reviewed else ""
    if form == "html":
        page = html(document, language, full_text=full_text)
        return Rendered(page, weight(len(page.encode("utf-8", "replace"))))
    spoken = _SPOKEN.get(form)
    return Rendered(spoken(document, language) if spoken else RENDERS[form](document), remark)


def weight(size: int) -> str:
    """What to say of a report of so many bytes; nothing of one that any mail takes."""
    return f"{size / 1e6:.0f} MB are slow to open and to send; leave out --full-text, or compare fewer articles" if size > _HEAVY else ""
