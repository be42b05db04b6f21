"""The command `tellings report`: a comparison document, or a folder of stories -> a report of each."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.documents.load import comparisons_in, load_document
from compare.documents.write import write_with_pages
from compare.errors import DocumentError
from compare.system.console import Console, counted
from reports.claimreview import InvalidClaimReviewError
from reports.formats import Rendered, rendered
from reports.html import UnknownSchemaError
from reports.report_files import Look

if TYPE_CHECKING:
    from compare.review.events import Event

_ENDINGS = {"html": ".html", "markdown": ".md", "csv": ".csv", "facts": ".csv", "claimreview": ".json"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Of what, to where, in which format and language; ``decisions`` of reviewers may be on any of the stories."""

    document: Path
    out: Path
    format: str
    language: str = "en"  # of the report's own words
    full_text: bool = False
    decisions: tuple["Event", ...] = ()
    force: bool = False


def write_reports(wanted: Wanted, console: Console) -> int:
    """One report into the file ``out``; of a folder with several stories, one of each into the folder ``out``.

    The answer is how many of several could not be made, each told with its reason; of a single one that is raised (``DocumentError``).
    """
    paths = comparisons_in(wanted.document)
    if len(paths) == 1:
        document = load_document(paths[0])
        _tell(wanted.out, _write(_decided(document, wanted), paths[0], wanted.out, wanted), console)
        return 0
    failed = 0
    for path in paths:
        out = wanted.out / f"{path.parent.name}{_ENDINGS[wanted.format]}"
        try:
            document = load_document(path)
            own = replace(wanted, decisions=_of_story(document, wanted))
            _write(_decided(document, own), path, out, wanted)
        except DocumentError as error:
            console.fail(str(error))
            failed += 1
    console.find(f"{counted(len(paths) - failed, 'report')} written to {wanted.out}", reports=len(paths) - failed, failed=failed)
    return failed


def _of_story(document: Mapping[str, Any], wanted: Wanted) -> tuple["Event", ...]:
    """The decisions on articles of this document."""
    if not wanted.decisions:
        return ()
    from compare.review.decisions_by_story import decisions_by_story

    ids = [article["id"] for article in document["articles"]]
    by_story, _ = decisions_by_story(wanted.decisions, {document["story"]["id"]: ids})
    return by_story[document["story"]["id"]]


def _decided(document: Mapping[str, Any], wanted: Wanted) -> Mapping[str, Any]:
    if not wanted.decisions:
        return document
    from compare.review.reviewed_document import with_decisions

    return with_decisions(document, wanted.decisions)


def _write(document: Mapping[str, Any], path: Path, out: Path, wanted: Wanted) -> Rendered:
    try:
        report = rendered(document, wanted.format, Look(language=wanted.language, full_text=wanted.full_text, name=out.name))
    except UnknownSchemaError as error:
        raise DocumentError(str(path), f"is of schema {error.given!r}", "make it anew with this version of tellings") from error
    except InvalidClaimReviewError as error:
        raise DocumentError(str(path), f"makes no valid ClaimReview ({error})", "mend what is named there") from error
    write_with_pages(out, report, force=wanted.force)
    return report


def _tell(out: Path, report: Rendered, console: Console) -> None:
    console.find(f"written: {out}" + (f" ({report.remark})" if report.remark else ""), file=str(out))
