"""A language -> the words of the review application; those that its catalogue lacks, such as the relations, come from the reports.

After a change: ``pybabel compile -d compare/review/locale``.
"""

from functools import cache
from gettext import GNUTranslations
from importlib import resources

from reports.report_words import LANGUAGES, Words
from reports.report_words import words_of as words_of_reports

__all__ = ["LANGUAGES", "Words", "translatable", "words_of"]


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


def translatable(message: str) -> str:
    """The message itself. Marks the words of a table for extraction; they are translated when they are shown."""
    return message
