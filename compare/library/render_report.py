"""A comparison -> its report as a text: HTML, Markdown, CSV or ClaimReview."""

from typing import Literal, get_args

from compare.errors import DocumentError
from compare.library.comparison import Document, StoryComparison, load_comparison
from reports.claimreview import InvalidClaimReviewError
from reports.formats import render_format
from reports.html import render
from reports.report_files import ReportOptions

ReportFormat = Literal["html", "markdown", "csv", "facts", "claimreview"]
ReportLanguage = Literal["en", "vi"]


def report(
    comparison: StoryComparison | Document,
    *,
    format: ReportFormat = "html",  # noqa: A002 - as the option of the command
    language: ReportLanguage = "en",
    full_text: bool = False,
) -> str:
    """The report that `tellings report` writes; HTML is one page that opens from disk, however long it is.

    ``language`` is that of the report's own words, which a CSV has none of; with ``full_text`` an HTML report holds every article whole. A
    document is checked first (``DocumentError``). ``ValueError`` for a format or language that there is not.
    """
    for given, known in ((format, ReportFormat), (language, ReportLanguage)):
        if given not in get_args(known):
            raise ValueError(f"{given!r} is none of {', '.join(get_args(known))}")
    document = (comparison if isinstance(comparison, StoryComparison) else load_comparison(comparison)).document
    if format == "html":
        return render(document, language, full_text=full_text)
    try:
        return render_format(document, format, ReportOptions(language=language)).text
    except InvalidClaimReviewError as error:
        raise DocumentError("comparison document", f"makes no valid ClaimReview ({error})", "mend what is named there") from error
