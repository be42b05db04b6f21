"""What a reader made of a text -> nothing, or ``AssertionError`` naming what does not hold: places are exact, values are values."""

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import pairwise
from unicodedata import is_normalized

from compare.model import Article, Claim, Date, Facts, Name, Number, Published, Reading, Span

_FORMS = {
    "minute": re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d"),
    "day": re.compile(r"\d{4}-\d\d-\d\d"),
    "week": re.compile(r"\d{4}-W\d\d"),
    "month": re.compile(r"\d{4}-\d\d"),
    "year": re.compile(r"\d{4}"),
}


def span_holds(span: Span, text: str) -> None:
    """0 <= start < end <= len(text)."""
    assert 0 <= span.start < span.end <= len(text), f"{span} of {len(text)} characters"


def spans_hold(spans: Sequence[Span], text: str) -> None:
    """Each lies in the text, they are in order and share no character."""
    for span in spans:
        span_holds(span, text)
    assert all(first.end <= second.start for first, second in pairwise(spans)), f"not in order: {spans[:20]}"


def said_holds(found: Iterable[Number | Date | Name], text: str) -> None:
    """What is said stands where it is said to stand."""
    for item in found:
        span_holds(item.span, text)
        assert item.span.of(text) == item.says, f"{item.says!r} is not {item.span.of(text)!r} at {item.span}"


def numbers_hold(found: Sequence[Number], text: str) -> None:
    """In order, apart from each other, with finite values."""
    said_holds(found, text)
    spans_hold([number.span for number in found], text)
    for number in found:
        assert number.values, f"no value: {number}"
        assert all(map(math.isfinite, number.values)), f"no number: {number}"
        assert number.high is None or math.isfinite(number.high), f"no number: {number}"


def dates_hold(found: Sequence[Date], text: str) -> None:
    """In order, apart from each other, each of a calendar."""
    said_holds(found, text)
    spans_hold([date_.span for date_ in found], text)
    for item in found:
        if item.value is not None:
            value_holds(item.value, item.precision)


def names_hold(found: Sequence[Name], text: str) -> None:
    """In order, apart from each other, each with a key."""
    said_holds(found, text)
    spans_hold([name.span for name in found], text)
    assert all(name.key for name in found), f"no key: {found[:20]}"


def value_holds(value: str, precision: str) -> None:
    """ISO 8601, cut at the precision, and a day that there was."""
    assert _FORMS[precision].fullmatch(value), f"{value!r} is no {precision}"
    if precision == "minute":
        datetime.fromisoformat(value)
    elif precision in {"day", "week"}:
        date.fromisoformat(value if precision == "day" else f"{value}-1")


def published_holds(published: Published | None) -> None:
    """Nothing, or a value of its precision."""
    if published is not None:
        value_holds(published.value, published.precision)


def article_holds(article: Article) -> None:
    """A text that can be compared and written: NFC, one kind of line end, no half of a surrogate pair."""
    assert article.id.strip(), "a blank id"
    assert article.text.strip(), "a blank text"
    assert is_normalized("NFC", article.text), "not NFC"
    assert "\r" not in article.text, "a carriage return"
    for value in (article.id, article.outlet, article.text, article.title, article.url, article.credits.byline):
        (value or "").encode("utf-8")
    published_holds(article.published)


def facts_hold(facts: Facts, text: str, within: Span) -> None:
    """What a claim states stands inside it."""
    numbers_hold(facts.numbers, text)
    dates_hold(facts.dates, text)
    names_hold(facts.names, text)
    for item in (*facts.numbers, *facts.dates, *facts.names):
        assert within.start <= item.span.start, f"{item} begins before {within}"
        assert item.span.end <= within.end, f"{item} ends behind {within}"


def claim_holds(claim: Claim, article: Article) -> None:
    """The quotation stands in its field."""
    text = article.text if claim.field == "text" else article.title or ""
    span_holds(claim.span, text)
    assert claim.span.of(text) == claim.quote, f"{claim.quote!r} is not at {claim.span}"
    facts_hold(claim.facts, text, claim.span)


def reading_holds(reading: Reading) -> None:
    """Marks and paragraphs are lines, claims stand in their place."""
    text = reading.article.text
    spans_hold([paragraph.span for paragraph in reading.paragraphs], text)
    spans_hold([mark.span for mark in reading.marks], text)
    assert {mark.span for mark in reading.marks} <= {paragraph.span for paragraph in reading.paragraphs}, "a mark on no line"
    for claim in reading.claims:
        claim_holds(claim, reading.article)
    published_holds(reading.article.published)
