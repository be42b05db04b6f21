"""Bytes of a saved page -> the article in it, or why there is none."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import BinaryIO

from compare.model import Article, Credits, Cut, Published, Skipped
from compare.outlets.register import register_of
from compare.settings import InputSettings
from compare.sources.archived_copies import names_archive
from compare.sources.decode import UndecodableError
from compare.sources.page_address import outlet_of, path_of
from compare.sources.pages.arrange_lines import arrange_lines, bare_key
from compare.sources.pages.charset import LOST, decode_page
from compare.sources.pages.extract_article import ExtractedArticle, extract_article
from compare.sources.pages.limit_attributes import limit_attributes
from compare.sources.pages.linked_data import LinkedData, read_linked_data
from compare.sources.pages.page_head import site_or_publisher
from compare.sources.pages.page_metadata import LinesAround, address_of, byline_of, archive_copy_of, published_of, title_of
from compare.sources.pages.paywall import find_page_cut
from compare.sources.pages.section_pages import SECTION, is_section
from compare.sources.pages.text_blocks import Block, Element, blocks
from compare.sources.plain_text import file_id
from compare.sources.read_file import read_whole
from compare.sources.source import Entry, Source
from compare.sources.unusable_text import why_unusable
from compare.text.tokens import key, normalised

NO_ARTICLE = "is a page without an article that could be told from the rest; save the article's text as .txt"
_HEAD_LINES = 12  # before and behind the first line of the article: title, byline, date
_FOOT_LINES = 3  # behind its last line; below stand other stories with theirs


def read_page(file: BinaryIO, source: Source, settings: InputSettings) -> Iterator[Entry]:
    """One entry; its id is made of the bytes and the name."""
    data = read_whole(file, source.origin, settings)
    yield Entry(source.origin, data if isinstance(data, Skipped) else page_article(data, source, settings))


def page_article(data: bytes, source: Source, settings: InputSettings) -> Article | Skipped:
    """The article keeps the lines that are its body, in the page's order; what the page says of itself fills its fields."""
    try:
        text = limit_attributes(decode_page(data, source.headers.charset))
    except UndecodableError as error:
        return Skipped(source.origin, str(error))
    root = parse_html(text)
    if root is not None and (count := root.xpath("count(//*)")) > settings.most_elements:
        return Skipped(source.origin, f"is a page of {count:.0f} elements; save the article's text as .txt or raise input.most_elements")
    page = None if root is None else _page(text, root, source.headers.url, settings)
    if page is None or isinstance(page, str):
        return Skipped(source.origin, page or NO_ARTICLE)
    body = normalised("\n".join(page.lines))
    problem = "has letters that could not be decoded; save it again as UTF-8" if LOST in body else why_unusable(body, settings)
    if problem:
        return Skipped(source.origin, problem)
    digest = hashlib.sha256(data).hexdigest()
    stem = PurePosixPath(path_of(source.headers.url) if source.headers.url else source.name).stem
    return Article(
        id=file_id(digest, stem),
        outlet=page.outlet or stem,
        text=body,
        origin=source.origin,
        sha256=digest,
        title=normalised(page.title) or None,
        published=page.published,
        url=page.url,
        kept_at=page.kept_at,
        language=page.language,
        credits=Credits(byline=normalised(page.byline) if page.byline else None),
        form="page",
        cut=page.cut,
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """What a page holds and says of itself."""

    lines: Sequence[str]
    title: str
    outlet: str  # "" where neither the page nor the register knows it
    byline: str | None
    url: str | None
    kept_at: str | None  # the archive's copy that was read
    published: Published | None
    language: str
    cut: Cut | None


def _page(text: str, root: Element, server_url: str, settings: InputSettings) -> _Page | str | None:
    """Nothing if no body can be told from the rest; why there is none if the page tells of many articles."""
    found = extract_article(text, server_url)
    linked = read_linked_data(root)
    taken = _article_lines(found, linked)
    if found is None or not taken:
        return None
    page, said = list(blocks(root)), found.head
    lines = arrange_lines(page, taken, said.description)
    if not (said.is_article or linked.is_article) and is_section(page, lines):
        return SECTION
    head = _head(page, lines)
    url = address_of(root, said.url, server_url, text)
    kept = archive_copy_of(root, said.url, server_url, text)
    site = site_or_publisher(said.site, linked.publisher)
    outlet = outlet_of(url or "", "" if kept and names_archive(site, kept) else site, settings)
    return _Page(
        lines=lines,
        title=title_of(said, linked.headline, root),
        outlet=outlet,
        byline=byline_of((", ".join(linked.people), said.author), head.lines, lambda name: _is_outlet_name(name, outlet, settings)),
        url=url,
        kept_at=kept,
        published=published_of(root, linked.published, head, url or ""),
        language=(root.get("lang") or "").replace("_", "-").split("-")[0].lower(),
        cut=find_page_cut(root, linked, page, lines),
    )


def _article_lines(found: ExtractedArticle | None, linked: LinkedData) -> Sequence[str]:
    """What the extractor found; of a text that it took from the page's linked data, or missed, the lines as they stand there."""
    if found is None:
        return ()
    said, taken = bare_key("".join(linked.lines)), bare_key("".join(found.lines))
    return linked.lines if said and (taken == said or 2 * len(taken) < len(said)) else found.lines


def _is_outlet_name(name: str, outlet: str, settings: InputSettings) -> bool:
    """Whether a byline is only the name of the outlet."""
    known = register_of(settings.outlets).named(name)
    return key(name) == key(outlet) or (known is not None and known.name == outlet)


def parse_html(text: str) -> Element | None:
    """The tree of a page, whatever is wrong with it; nothing where there is no element."""
    from lxml import etree

    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, collect_ids=False, huge_tree=True)
    return etree.fromstring(text.encode("utf-8", "replace"), parser=parser) if text.strip() else None


def _head(lines: Sequence[Block], said: Sequence[str]) -> LinesAround:
    """The lines of the page around the article's first one, where bylines and dates stand; few of those behind its last one."""
    first = next((at for at, block in enumerate(lines) if block.text == said[0]), 0) if said else 0
    last = next((at for at in range(len(lines) - 1, first, -1) if lines[at].text == said[-1]), first)
    begin = max(0, first - _HEAD_LINES)
    return LinesAround(lines[begin : min(first + _HEAD_LINES, last + _FOOT_LINES)], first - begin)
