"""Pages that once lost their article, outlet, author or date -> what a reader sees in them."""

from pathlib import Path

import pytest
from saved import article

from compare.model import Article, Mark, Skipped
from compare.reading.read_article import read_article
from compare.settings import InputSettings, ReadingSettings
from compare.sources.pages.saved_page import page_article
from compare.sources.source import source_of

_FOUND = Path(__file__).parent.parent / "cases" / "found"


def _bytes(name: str) -> bytes:
    return (_FOUND / name / "page.html").read_bytes()


def _found(name: str) -> Article:
    return article(_bytes(name))


def _paragraphs(name: str) -> list[str]:
    """Lines that are no title, no credit and no furniture."""
    reading = read_article(_found(name), ReadingSettings())

    def is_marked(start: int) -> bool:
        return any(isinstance(mark, Mark) and mark.span.start <= start < mark.span.end for mark in reading.marks)

    text, lines, at = reading.article.text, [], 0
    for line in text.split("\n"):
        if not is_marked(at):
            lines.append(line)
        at += len(line) + 1
    return lines


@pytest.mark.parametrize(
    ("name", "first", "last", "count"),
    [
        ("01-script-less-than", "The passenger ferry", "Harbour master Tom Pell", 5),
        ("03-read-more-wrapper", "The passenger ferry", "Harbour master Tom Pell", 5),
        ("04-head-ended-early", "The passenger ferry", "Harbour master Tom Pell", 5),
        ("13-bordered-box", "Phà chở khách", "Trưởng bến Tom Pell", 5),
    ],
)
def test_every_paragraph_of_the_article_is_read(name: str, first: str, last: str, count: int) -> None:
    lines = [line for line in _paragraphs(name) if line.endswith(".")]
    assert (len(lines), lines[0].startswith(first), lines[-1].startswith(last)) == (count, True, True)


def test_a_brief_of_two_sentences_is_read_whole() -> None:
    assert [line.split()[0] for line in _paragraphs("10-brief")][:2] == ["The", "Captain"]


def test_what_stands_behind_an_element_that_ends_the_head_is_read() -> None:
    found = _found("04-head-ended-early")
    said = (found.outlet, found.url, found.published and found.published.value)
    assert said == ("Sample Courier", "https://courier.example/news/ferry-strikes-pier", "2024-06-09T18:05")


def test_the_outlet_is_the_site_not_the_news_service_that_publishes_there() -> None:
    found = _found("05-publisher-over-site-name")
    assert (found.outlet, found.credits.byline) == ("Sample Courier", "Ann Lowe")


def test_a_letter_written_as_a_reference_is_a_letter_of_the_authors_name() -> None:
    assert _found("07-entity-in-author").credits.byline == "NHẬT MINH, LÊ VŨ"


def test_the_date_behind_an_authors_name_is_the_articles() -> None:
    found = _found("08-date-behind-author")
    assert (found.published and found.published.value, found.credits.byline) == ("2026-03-07T08:47", "Lê Minh")


def test_a_section_page_is_no_article() -> None:
    data = _bytes("11-section-page")
    found = page_article(data, source_of(data, "page.html"), InputSettings())
    assert isinstance(found, Skipped)
    assert "section or front page" in found.reason
