"""A request for a report -> a file with the run as reviewers left it, in one of the report formats."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response

from compare.review.app.log.log_screen import download
from compare.review.app.requests.requested_story import application_of, story_review_of
from compare.review.reviewed_document import reviewed_document
from reports.formats import render_format
from reports.report_files import ReportOptions

# File name -> its report format and media type.
FILES: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "report.html": ("html", "text/html"),
        "report.md": ("markdown", "text/markdown"),
        "report.csv": ("csv", "text/csv"),
        "facts.csv": ("facts", "text/csv"),
        "claimreview.json": ("claimreview", "application/ld+json"),
    }
)
PATHS = tuple("/runs/{run}/" + file for file in FILES)


def download_report(request: Request) -> Response:
    """The report as a file; if its HTML has several pages, all of them in a ZIP. Not a coroutine, because it may take seconds."""
    story_review, file = story_review_of(request), request.scope["path"].rpartition("/")[2]
    report_format, media_type = FILES[file]
    language = application_of(request).preferences(request.scope).language
    report = render_format(reviewed_document(story_review.snapshot().state), report_format, ReportOptions(language=language, name=file))
    pages = [(file, report.text), *((f"{report.folder}/{name}", text) for name, text in report.pages)]
    return download(zipped(pages), "report.zip", "application/zip") if len(pages) > 1 else download(report.text, file, media_type)


def zipped(pages: Iterable[tuple[str, str]]) -> bytes:
    """Files by name as a ZIP; without times, so that equal pages give equal bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in pages:
            archive.writestr(zipfile.ZipInfo(name), text.encode("utf-8", "replace"), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
