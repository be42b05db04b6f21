"""A comparison document and the name of a format -> the text to write, with a remark where it needs one."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from reports.html import SCHEMA, UnknownSchemaError
from reports.report_files import ReportOptions, report

_HEAVY = 10_000_000  # bytes


@dataclass(frozen=True, slots=True)
class RenderedReport:
    """A report; ``remark`` is empty unless a reader would ask why there is so little in it, or so much.

    With ``folder`` it is HTML, and ``pages`` are the files of that folder beside it, made as they are asked for; none if it is one page.
    """

    text: str
    remark: str = ""
    folder: str = ""
    pages: Iterable[tuple[str, str]] = ()


def render_format(document: Mapping[str, Any], form: str, look: ReportOptions | None = None) -> RenderedReport:
    """``UnknownSchemaError`` for a document of another version, ``KeyError`` for a format that is not in ``FORMATS``.

    ``look`` names the language of the words of HTML, Markdown and ClaimReview; a CSV has one form for all programs. The rest of it is for
    HTML.
    """
    if document.get("schema") != SCHEMA:
        raise UnknownSchemaError(document.get("schema"))
    reviewed = any((claim.get("review") or {}).get("verdict") for claim in document["claims"])
    remark = "an empty list: no claim has a person's verdict yet" if form == "claimreview" and not reviewed else ""
    look = look or ReportOptions()
    if form == "html":
        made = report(document, look)
        said = f"its pages stand in {made.folder}/ beside it" if made.pages else weight(len(made.text.encode("utf-8", "replace")))
        return RenderedReport(made.text, said, made.folder, made.pages)
    return RenderedReport(_OTHERS[form](document, look), remark)


def _markdown(document: Mapping[str, Any], look: ReportOptions) -> str:
    from reports.markdown import render

    return render(document, look.language)


def _csv(document: Mapping[str, Any], _: ReportOptions) -> str:
    from reports.csv_table import render

    return render(document)


def _facts(document: Mapping[str, Any], _: ReportOptions) -> str:
    from reports.facts_table import render

    return render(document)


def _claimreview(document: Mapping[str, Any], look: ReportOptions) -> str:
    from reports.claimreview import render

    return render(document, look.language)


# Each is loaded when it is asked for: `compare` writes HTML only.
_OTHERS: Mapping[str, Callable[[Mapping[str, Any], ReportOptions], str]] = {
    "markdown": _markdown,
    "csv": _csv,
    "facts": _facts,
    "claimreview": _claimreview,
}
FORMATS = ("html", *_OTHERS)


def weight(size: int) -> str:
    """What to say of a report of so many bytes; nothing of one that any mail takes."""
    return f"{size / 1e6:.0f} MB are slow to open and to send; leave out --full-text, or compare fewer articles" if size > _HEAVY else ""
