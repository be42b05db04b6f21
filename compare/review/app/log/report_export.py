"""A request for the report -> the run as reviewers left it, in a format to publish."""

import io
import zipfile
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response

from compare.review.app.log.log_screen import attached
from compare.review.app.requests.requested_run import application_of, work_of
from compare.review.reviewed_document import as_document
from reports.formats import render_format
from reports.report_files import ReportOptions

# File -> its format and type.
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


def report(request: Request) -> Response:
    """The file; of HTML that is too large for one page, all of its pages in a ZIP. No coroutine: it may take seconds."""
    work, file = work_of(request), request.scope["path"].rpartition("/")[2]
    form, kind = FILES[file]
    language = application_of(request).preferences(request.scope).language
    made = render_format(as_document(work.view().state), form, ReportOptions(language=language, name=file))
    pages = [(file, made.text), *((f"{made.folder}/{name}", text) for name, text in made.pages)]
    return attached(packed(pages), "report.zip", "application/zip") if len(pages) > 1 else attached(made.text, file, kind)


def packed(pages: Iterable[tuple[str, str]]) -> bytes:
    """Files by name as a ZIP; no clock is asked, so that equal pages give equal bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in pages:
            archive.writestr(zipfile.ZipInfo(name), text.encode("utf-8", "replace"), zipfile.ZIP_DEFLATED)
    return stream.getvalue()
