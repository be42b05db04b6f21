"""Article -> its title, body and date, without sentences and what they state: 2 ms where ``read`` takes 20."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from compare.languages.registry import PACKS, language_of
from compare.model import Article, Mark, Published
from compare.outlets.register import Register, register_of
from compare.reading.boilerplate import TextLine, lines_of, mark_lines, title_in_text
from compare.reading.credits import CreditLine, credit_lines
from compare.reading.find_dates import CompiledDates, compile_dates, infer_published
from compare.reading.paragraphs_and_sentences import paragraphs
from compare.sources.publication_dates import read_publication_date
from compare.text.invisible import visible_text
from compare.user_tables.word_rows import Rows


@dataclass(frozen=True, slots=True)
class ArticleOutline:
    """What an article says of itself, and its paragraphs but for those that are marked as no body text."""

    article: Article
    language: str
    title: str | None
    body: tuple[str, ...]
    published: Published | None


def outline_of(article: Article, own_outlets: Rows = ()) -> ArticleOutline:
    """Title, body and date as ``read`` finds them."""
    text, spans = article.text, paragraphs(article.text)
    language = detected_language(article)
    marks, _ = marks_and_credits(article, lines_of(text, spans), register_of(own_outlets))
    taken = {m.span for m in marks}
    body = tuple(span.of(text) for span in spans if span not in taken)
    published = published_of(article, marks, _dates(language if language in PACKS else "en"))
    return ArticleOutline(article, language, article.title or title_in_text(text, marks), body, published)


def detected_language(article: Article) -> str:
    """As a record gives it; a page's template often says another language than its text is in, so there it only has the last word."""
    if article.form == "record" and article.language:
        return article.language
    return language_of(article.text, article.language)


def marks_and_credits(article: Article, lines: Sequence[TextLine], register: Register) -> tuple[list[Mark], list[CreditLine]]:
    """All marks in order of place, at most one a line, and the credit lines behind some of them."""
    marks = mark_lines(article, lines)
    by_span = {line.span: line.number for line in lines}
    credited = credit_lines(lines, frozenset(by_span[m.span] for m in marks if m.rule != "section-heading"), register)
    taken = {line.mark.span for line in credited}
    return sorted([m for m in marks if m.span not in taken] + [line.mark for line in credited]), credited


def published_of(article: Article, marks: Sequence[Mark], dates: CompiledDates) -> Published | None:
    """The date that the article came with, else that of its date lines, else a window inferred from its weekdays."""
    return article.published or _published_in(article, marks) or infer_published(visible_text(article.text).text, dates)


def _published_in(article: Article, marks: Sequence[Mark]) -> Published | None:
    """The most precise date line; of equally precise ones the first."""
    read_lines = [read_publication_date(visible_text(m.span.of(article.text)).text) for m in marks if m.kind == "dateline"]
    dates = [replace(date, origin="text") for date in read_lines if date is not None]
    return min(dates, key=lambda date: date.precision != "minute", default=None)


@cache
def _dates(language: str) -> CompiledDates:
    return compile_dates(PACKS[language].dates)
