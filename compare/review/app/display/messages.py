"""A language -> the words of the review application; what its catalogue lacks, such as the relations, is said as the reports say it.

After a change: ``pybabel compile -d compare/review/locale``.
"""

from functools import cache
from gettext import GNUTranslations
from importlib import resources

from reports.report_words import LANGUAGES, Words
from reports.report_words import words_of as words_of_reports

__all__ = ["LANGUAGES", "Words", "marked", "words_of"]


@cache
def words_of(language: str) -> Words:
    """The words of one of ``LANGUAGES``; English needs no catalogue."""
    of_reports = words_of_reports(language)
    if language == "en":
        return of_reports
    with resources.files("compare.review").joinpath("locale", language, "LC_MESSAGES", "messages.mo").open("rb") as stream:
        catalogue = GNUTranslations(stream)
    catalogue.add_fallback(of_reports.catalogue)
    return Words(language, catalogue)


def marked(message: str) -> str:
    """The message itself: a table's words, found by whoever collects what is to be translated, and said when they are shown."""
    return message
