"""A comparison document -> its report: one page, or where that would be too large, a cover and the pages of a folder beside it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from reports.duplicate_paragraphs import SharedParagraphs, duplicate_clusters, shared_paragraphs
from reports.html import SCHEMA, STATIC, UnknownSchemaError, render
from reports.inline import fill_template
from reports.labels import Column, outlets_of
from reports.matrix import WholeStory, whole_story
from reports.page_parts import DUPLICATES, SOURCES, PageLimits, PagePart, part_of_anchors, parts_of, without_lists
from reports.report_page import Page, cover_of, page_of
from reports.report_words import Words, words_of
from reports.source_texts import texts_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """How a report is to be written; ``name`` is that of its file, to which the pages of its folder lead back."""

    language: str = "en"
    full_text: bool = False
    name: str = "report.html"


@dataclass(frozen=True, slots=True)
class ReportFiles:
    """The page to open first, and the files of ``folder`` beside it, made one by one as they are asked for."""

    text: str
    folder: str
    pages: Iterable[tuple[str, str]] = ()


@dataclass(frozen=True, slots=True)
class _Story:
    """What every page of a folder draws on."""

    document: Mapping[str, Any]
    columns: tuple[Column, ...]
    parts: tuple[PagePart, ...]
    look: ReportOptions
    words: Words


def report(document: Mapping[str, Any], look: ReportOptions, limits: PageLimits | None = None) -> ReportFiles:
    """``UnknownSchemaError`` for a document of another version; a page is made to know its size, unless the claims are too many for one."""
    if document.get("schema") != SCHEMA:
        raise UnknownSchemaError(document.get("schema"))
    allowed = limits or PageLimits()
    if len(document["claims"]) <= allowed.claims:
        page = render(document, look.language, full_text=look.full_text)
        if len(page.encode("utf-8", "replace")) <= allowed.size:
            return ReportFiles(page, folder_of(look.name))
    columns = tuple(column for outlet in outlets_of(document["articles"]) for column in outlet.columns)
    story = _Story(document=document, columns=columns, parts=parts_of(document, columns, allowed), look=look, words=words_of(look.language))
    return ReportFiles(_cover(story), folder_of(look.name), _pages(story))


def folder_of(name: str) -> str:
    """The folder that stands beside a file of this name: ``report`` beside ``report.html``."""
    path = PurePath(name)
    return path.stem if path.suffix else f"{name}-pages"


def _cover(story: _Story) -> str:
    folder = folder_of(story.look.name)
    groups = [(kind, list(parts)) for kind, parts in groupby(story.parts, key=lambda part: part.kind)]
    values = {
        "page": cover_of(story.document, story.words),
        "folder": folder,
        "groups": groups,
        "homes": part_of_anchors(story.parts, f"{quote(folder)}/"),
    }
    return fill_template("cover.html", values, STATIC, story.words)


def _pages(story: _Story) -> Iterator[tuple[str, str]]:
    whole, homes = whole_story(story.document, story.words.language, in_parts=True), part_of_anchors(story.parts)
    before = (None, *story.parts)
    after = (*story.parts[1:], None)
    for part, previous, following in zip(story.parts, before, after, strict=False):
        values = {
            "page": _page(part, story, whole),
            "part": part,
            "before": previous,
            "after": following,
            "cover": f"../{quote(story.look.name)}",
            "homes": homes if part.kind == SOURCES else {},
        }
        yield part.name, fill_template("part.html", values, STATIC, story.words)


def _page(part: PagePart, story: _Story, whole: WholeStory) -> Page:
    """Each part has the passages that it leads to; what else is shown of an article stands in the parts of sources."""
    if part.kind != SOURCES:
        page = page_of(part.document, story.words, whole=whole)
        return replace(page, borrowed=_borrowed(story) if part.number == 1 else ()) if part.kind == DUPLICATES else page
    mine = [column for column in story.columns if column.label in part.labels]
    texts = texts_of(story.document, mine, full=story.look.full_text)
    cut = any(line.left_out for text in texts for line in text.lines)
    return replace(page_of(without_lists(story.document), story.words), texts=texts, cut=cut)


def _borrowed(story: _Story) -> tuple[SharedParagraphs, ...]:
    return shared_paragraphs(duplicate_clusters(story.document["clusters"], story.columns))
