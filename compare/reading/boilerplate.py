"""Lines of an article -> marks on those that are no body text, each with the rule that says so; nothing is deleted."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby

import regex

from compare.languages.registry import PACKS
from compare.model import Article, Mark, MarkKind, Span
from compare.reading.overlong_lines import is_overlong
from compare.sources.cut_text import LAST_LINES, find_wall
from compare.sources.publication_dates import read_publication_date
from compare.text.invisible import visible_text
from compare.text.tokens import key

_SENTENCE_END = regex.compile(r"[.!?…:;][\"”’»)]*$")
_CLOSED = regex.compile(r"[.!?][\"”’»)]*$")
# A line of so many words that closes like a sentence is one, whatever it begins with; but for rules that describe whole sentences.
_LEAST_SENTENCE_WORDS = 6
_CLOSED_RULES = frozenset(["rights", "source-link", "hotline"])
_LONGEST_HEADING_WORDS = 12  # under a heading of links: a longer line is a paragraph again
_LEAST_LIST = 3  # lines; a heading may have one under it, before the text
_LONGEST_TITLE_WORDS = 45  # of a linked or a first line; a headline with its deck fits, a paragraph ends like a sentence
_LONGEST_DATELINE_WORDS = 9  # "Thứ bảy, ngày 28 tháng 5 năm 2016, 10:15" fits
OVERLONG_RULE = "endless-line"


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line with text in it: its place, what a reader sees of it, its number among such lines and how many there are."""

    span: Span
    text: str
    number: int
    count: int


@dataclass(frozen=True, slots=True)
class _Pattern:
    rule: str
    kind: MarkKind
    form: "regex.Pattern[str]"


def lines_of(text: str, spans: Sequence[Span]) -> list[TextLine]:
    """The lines behind paragraph spans."""
    return [TextLine(span, visible_text(span.of(text)).text, number, len(spans)) for number, span in enumerate(spans)]


def mark_lines(article: Article, lines: Sequence[TextLine]) -> list[Mark]:
    """Marks of boilerplate, captions, date lines, the title and its repeats, links under a "related" heading, section headings.

    The patterns of all packs are tried on every article: a Vietnamese page may stand in an English template. At most one mark a line.
    """
    marks: dict[int, Mark] = {}
    for line in lines:
        found = _overlong(line) or _by_pattern(line) or _dateline(line)
        if found:
            marks[line.number] = found
    _mark_walls(lines, marks)
    _mark_related(lines, marks)
    _mark_title(article, lines, marks)
    for line in _section_headings(article, [line for line in lines if line.number not in marks]):
        marks[line.number] = Mark(line.span, "title", "section-heading")
    return [marks[number] for number in sorted(marks)]


@cache
def _patterns() -> tuple[_Pattern, ...]:
    flags = regex.IGNORECASE | regex.UNICODE
    return tuple(
        pattern
        for pack in PACKS.values()
        for pattern in (
            *(_Pattern(rule.name, rule.kind, regex.compile(rule.pattern, flags)) for rule in pack.scrape.boilerplate),
            *(_Pattern("photo-credit", "caption", regex.compile(form, flags)) for form in pack.scrape.captions),
        )
    )


def _overlong(line: TextLine) -> Mark | None:
    return Mark(line.span, "boilerplate", OVERLONG_RULE) if is_overlong(line.text) else None


def _by_pattern(line: TextLine) -> Mark | None:
    if len(line.text) > 500:  # every rule describes a line of a page's furniture; the longest caption of 979 articles has 310
        return None
    is_sentence = _CLOSED.search(line.text) is not None and len(line.text.split()) >= _LEAST_SENTENCE_WORDS
    for pattern in _patterns():
        if (pattern.kind == "caption" or not is_sentence or pattern.rule in _CLOSED_RULES) and pattern.form.fullmatch(line.text):
            return Mark(line.span, pattern.kind, pattern.rule)
    return None


def _dateline(line: TextLine) -> Mark | None:
    short = len(line.text.split()) <= _LONGEST_DATELINE_WORDS and not line.text.endswith((".", "?", "!"))
    return Mark(line.span, "dateline", "date-line") if short and read_publication_date(line.text) else None


def _mark_walls(lines: Sequence[TextLine], marks: dict[int, Mark]) -> None:
    for line in lines[-LAST_LINES:]:
        if find_wall([line.text]):
            marks.setdefault(line.number, Mark(line.span, "boilerplate", "wall-words"))


@cache
def _related_headings() -> tuple["regex.Pattern[str]", ...]:
    return tuple(regex.compile(form, regex.IGNORECASE) for pack in PACKS.values() for form in pack.scrape.related_headings)


def _mark_related(lines: Sequence[TextLine], marks: dict[int, Mark]) -> None:
    """A "related" heading and the short lines without a closing stop right after it."""
    under = False
    for line in lines:
        if _CLOSED.search(line.text) is None and any(form.fullmatch(line.text) for form in _related_headings()):
            under = True
            marks.setdefault(line.number, Mark(line.span, "boilerplate", "related-heading"))
        elif under and _SENTENCE_END.search(line.text) is None and len(line.text.split()) <= _LONGEST_TITLE_WORDS:
            marks.setdefault(line.number, Mark(line.span, "boilerplate", "related-link"))
        else:
            under = False


def _mark_title(article: Article, lines: Sequence[TextLine], marks: dict[int, Mark]) -> None:
    """The title where the text holds it (the first unmarked line of a plain file), and every repeat of it below."""
    first = next((line for line in lines[:6] if line.number not in marks), None)
    if first is None:
        return
    title = article.title
    if title is None:
        if _SENTENCE_END.search(first.text) or not 3 <= len(first.text.split()) <= _LONGEST_TITLE_WORDS or first.count == 1:
            return
        title = first.text
        marks[first.number] = Mark(first.span, "title", "first-line")
    wanted = key(title)
    for line in lines:
        is_first = line.number == first.number
        if not is_overlong(line.text) and key(line.text) == wanted and (not is_first or article.title is not None):
            marks[line.number] = Mark(line.span, "title" if is_first else "boilerplate", "title-in-text" if is_first else "title-repeat")


def _section_headings(article: Article, lines: Sequence[TextLine]) -> Iterator[TextLine]:
    """Of a page, whose links to other stories are gone, three and more beside one another are a list or a table, which is text."""
    for is_short, run in groupby(lines, _is_section_heading):
        neighbours = list(run)
        if is_short and not (article.form == "page" and len(neighbours) >= _LEAST_LIST):
            yield from neighbours


def _is_section_heading(line: TextLine) -> bool:
    """A short line without a closing stop between two others; the first line may be a lead, the last a credit."""
    inside = 0 < line.number < line.count - 1
    return inside and len(line.text.split()) <= _LONGEST_HEADING_WORDS and _SENTENCE_END.search(line.text) is None


def title_in_text(text: str, marks: Iterable[Mark]) -> str | None:
    """The title that was found inside the text."""
    return next((m.span.of(text) for m in marks if m.rule == "first-line"), None)
