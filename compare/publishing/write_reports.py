"""A comparison document, or a folder of them -> a report of each on disk."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.documents.load import comparisons_in, load_document
from compare.documents.write import write_with_pages
from compare.errors import DocumentError
from compare.system.console import Console, counted
from reports.claimreview import InvalidClaimReviewError
from reports.formats import RenderedReport, render_format
from reports.html import UnknownSchemaError
from reports.report_files import ReportOptions

if TYPE_CHECKING:
    from compare.review.events import Event

_ENDINGS = {"html": ".html", "markdown": ".md", "csv": ".csv", "facts": ".csv", "claimreview": ".json"}


@dataclass(frozen=True, slots=True)
class ReportRequest:
    """Of what, to where, in which format and language; ``decisions`` of reviewers may be on any of the stories."""

    document: Path
    out: Path
    format: str
    language: str = "en"  # of the report's own words
    full_text: bool = False
    decisions: tuple["Event", ...] = ()
    force: bool = False


def write_reports(request: ReportRequest, console: Console) -> int:
    """One report into the file ``out``; of a folder with several stories, one of each into the folder ``out``.

    The answer is how many of several could not be made, each told with its reason; of a single one that is raised (``DocumentError``).
    """
    paths = comparisons_in(request.document)
    if len(paths) == 1:
        document = load_document(paths[0])
        _say_written(request.out, _write(_with_decisions(document, request), paths[0], request.out, request), console)
        return 0
    failed = 0
    for path in paths:
        out = request.out / f"{path.parent.name}{_ENDINGS[request.format]}"
        try:
            document = load_document(path)
            own = replace(request, decisions=_decisions_of(document, request))
            _write(_with_decisions(document, own), path, out, request)
        except DocumentError as error:
            console.fail(str(error))
            failed += 1
    console.result(f"{counted(len(paths) - failed, 'report')} written to {request.out}", reports=len(paths) - failed, failed=failed)
    return failed


def _decisions_of(document: Mapping[str, Any], request: ReportRequest) -> tuple["Event", ...]:
    """The decisions on articles of this document."""
    if not request.decisions:
        return ()
    from compare.review.decisions_by_story import decisions_by_story

    ids = [article["id"] for article in document["articles"]]
    by_story, _ = decisions_by_story(request.decisions, {document["story"]["id"]: ids})
    return by_story[document["story"]["id"]]


def _with_decisions(document: Mapping[str, Any], request: ReportRequest) -> Mapping[str, Any]:
    if not request.decisions:
        return document
    from compare.review.reviewed_document import with_decisions

    return with_decisions(document, request.decisions)


def _write(document: Mapping[str, Any], path: Path, out: Path, request: ReportRequest) -> RenderedReport:
    try:
        report = render_format(
            document, request.format, ReportOptions(language=request.language, full_text=request.full_text, name=out.name)
        )
    except UnknownSchemaError as error:
        raise DocumentError(str(path), f"is of schema {error.given!r}", "make it anew with this version of tellings") from error
    except InvalidClaimReviewError as error:
        raise DocumentError(str(path), f"makes no valid ClaimReview ({error})", "mend what is named there") from error
    write_with_pages(out, report, force=request.force)
    return report


def _say_written(out: Path, report: RenderedReport, console: Console) -> None:
    console.result(f"written: {out}" + (f" ({report.remark})" if report.remark else ""), file=str(out))
