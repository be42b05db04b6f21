"""A page's own data on itself -> when it appeared, where it stands, and who wrote it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

import regex

from compare.model import Published
from compare.sources.address_date import date_in_url
from compare.sources.archived_copies import original_url
from compare.sources.page_address import is_web, path_of
from compare.sources.pages.arrange_lines import template_names, is_credit
from compare.sources.pages.extract_article import guessed_date
from compare.sources.pages.page_head import PageHead
from compare.sources.pages.text_blocks import Block, Element, one_line
from compare.sources.publication_dates import read_publication_date

# Names under which templates give the moment of publication; those of a change come nowhere in here.
_PUBLISHED = frozenset(
    """article:published_time og:published_time og:article:published_time datepublished date_published pubdate publishdate publish-date
    publish_date published_date publication_date article.published article_date_original dc.date.issued dc.date dcterms.created dcterms.issued
    dcterms.date parsely-pub-date sailthru.date cxenseparse:recs:publishtime date originalpublicationdate""".split()
)
_NAMES = ("property", "name", "itemprop", "http-equiv")
_DATE_NAMES = regex.compile(r"date|time|publish|ngay|post|meta", regex.IGNORECASE)
_ANOTHER = regex.compile(r"Comment|Object|Review|Rating")
_SENTENCE = regex.compile(r"(?<!\b[ap]\.?m)[.!?][\"”’»)]*\Z", regex.IGNORECASE)
_SCOPE_WITHIN = 50  # elements, outwards
_LONGEST_DATE_WORDS = 12
_MOST_HEADLINES = 10
_LEAST_LABEL = 3  # words
_LONGEST_SUFFIX = 60  # code points
_PREFIX = r"{site}\s*+(?:[-–—|·•»:]|::)\s++(?P<title>\S.*)"
_DAY_ALONE = 5  # words beside the digits: "Thứ Sáu, 20 tháng 5 năm 2016"
_SUFFIX = regex.compile(r"\s++(?:[-–—|·•»]|::)\s*+(?P<site>\S.*)")
_CREDITED = regex.compile(r"(?:theo|nguồn|by|from|source|via|tác giả|bài|tin)\b", regex.IGNORECASE)
_COMMENTS = regex.compile(r"\s++\d{1,5}\s++(?:comments?|bình luận)\Z", regex.IGNORECASE)
_SAVED_FROM = regex.compile(
    r"<!--\s*+(?:saved from url=\(\d{4,}\)|Page saved with SingleFile\s+url:\s*+)(?P<url>https?://[^\s<>\"]{1,2000})", regex.I
)
_SAVED_WITHIN = 4096  # code points


@dataclass(frozen=True, slots=True)
class LinesAround:
    """Lines of a page around the article's first one, and how many of them stand before it."""

    lines: Sequence[Block]
    before: int


def published_of(root: Element, linked: str, head: LinesAround, url: str) -> Published | None:
    """What the page states for machines; else a date line behind the headline; else what htmldate finds; else the address.

    What htmldate finds gets the time of day of a date line around. A clock in the page's banner shows the day when it was saved.
    """
    stated = next((date for raw in _stated(root, linked) if (date := read_publication_date(raw))), None)
    if stated:
        return stated
    dated = [(at, date) for at, block in enumerate(head.lines) if (date := _date_line(block, is_before=at < head.before))]
    headline = _headline(head.lines)
    behind = [date for at, date in dated if headline is not None and at > headline]
    if behind:
        return behind[0]
    lines = [date for _, date in dated]
    guessed = guessed_date(root, url)
    day = read_publication_date(guessed) if guessed else None
    if day:
        return next((line for line in lines if line.value.startswith(day.value)), day)
    return lines[0] if lines else date_in_url(url)


def _headline(head: Sequence[Block]) -> int | None:
    return next((at for at in range(len(head) - 1, -1, -1) if _is_headline(head[at].element)), None)


def _is_headline(element: Element) -> bool:
    return element.tag == "h1" or next(element.iterancestors("h1"), None) is not None


def _stated(root: Element, linked: str) -> Iterator[str]:
    for meta in root.iter("meta"):
        if any((meta.get(name) or "").lower() in _PUBLISHED for name in _NAMES):
            yield meta.get("content") or ""
    yield linked
    for name in ("time", "span", "abbr", "p", "div"):
        for element in root.iter(name):
            is_named = element.get("itemprop") == "datePublished" or (name == "time" and element.get("pubdate") is not None)
            if is_named and not _is_of_another(element):
                yield element.get("datetime") or element.get("content") or element.text or ""


def _is_of_another(element: Element) -> bool:
    """Whether it dates a comment, a film or a picture (https://schema.org/docs/gs.html)."""
    thing = next((each for each in islice(element.iterancestors(), _SCOPE_WITHIN) if each.get("itemscope") is not None), None)
    return thing is not None and _ANOTHER.search(thing.get("itemtype") or "") is not None


def _date_line(block: Block, *, is_before: bool) -> Published | None:
    """Of no sentence, which may tell of a day of its own; of a line that the template calls so, as a whole or in a part.

    Before the article, the author's line too, and one that nobody calls anything if it has a time of day or nothing but the day.
    """
    if _SENTENCE.search(block.text) or len(block.text.split()) > _LONGEST_DATE_WORDS:
        return None
    date = read_publication_date(block.text)
    if date is None or any(_DATE_NAMES.search(names) for part in block.parts for names in template_names(part)):
        return date
    is_bare = date.precision == "minute" or sum(word.isalpha() for word in block.text.split()) <= _DAY_ALONE
    return date if is_before and (is_bare or is_credit(block)) else None


def title_of(head: PageHead, headline: str, root: Element) -> str:
    """What the page says for machines, without the site's name that it adds to its headline (``… - Báo VnExpress``, ``Báo Mẫu: …``)."""
    title = _without_suffix(head.title, headline, root)
    named = regex.fullmatch(_PREFIX.format(site=regex.escape(head.site)), title) if head.site else None
    return named["title"] if named else title


def _without_suffix(said: str, headline: str, root: Element) -> str:
    for shown in (headline, *(one_line("".join(each.itertext())) for each in islice(root.iter("h1"), _MOST_HEADLINES))):
        suffix = _SUFFIX.fullmatch(said[len(shown) :]) if shown and said.startswith(shown) else None
        if suffix and len(suffix["site"]) <= _LONGEST_SUFFIX:
            return shown
    return said


def byline_of(stated: Sequence[str], head: Sequence[Block], is_outlet: Callable[[str], bool]) -> str | None:
    """As the page states it for machines, else the line near its headline that names an author; not the outlet's own name."""
    shown = (name for block in head if is_credit(block) and (name := _undated(block)) and _names_author(name))
    return next((name for name in chain(stated, shown) if name and not is_outlet(name)), None)


def _undated(block: Block) -> str:
    """The line without the number of its comments; of one that holds a date as well the author's own element, if that holds none."""
    held = (block.text, one_line("".join(block.element.itertext())))
    return next((_COMMENTS.sub("", line) for line in held if not read_publication_date(line)), "")


def _names_author(line: str) -> bool:
    """Whether it may be a name or says whose text it is; ``Thông tin bài viết`` is a label."""
    return _CREDITED.match(line) is not None or len(line.split()) < _LEAST_LABEL or any(word[0].isupper() for word in line.split()[1:])


def address_of(root: Element, canonical: str, server_url: str, text: str) -> str | None:
    """The canonical address; that of the server where it leads to a front page; else where a browser says that it saved the page from.

    Of a copy in an archive that of the page.
    """
    read = server_url or _saved(root, text)
    canonical, known = original_url(canonical), original_url(read)
    if _is_inner(canonical):
        return canonical
    return known if _is_inner(known) else next(filter(is_web, (canonical, known)), None)


def archive_copy_of(root: Element, canonical: str, server_url: str, text: str) -> str | None:
    """The address of the copy, where what was read is one that an archive keeps."""
    return next((url for url in (server_url, _saved(root, text), canonical) if is_web(url) and original_url(url) != url), None)


def _saved(root: Element, text: str) -> str:
    saved = _SAVED_FROM.search(text, 0, _SAVED_WITHIN)
    return saved["url"].replace("%2D%2D", "--") if saved else _read_from(root)


def _is_inner(url: str) -> bool:
    """Whether it leads to more than a front page."""
    return is_web(url) and bool(path_of(url).strip("/"))


def _read_from(root: Element) -> str:
    """Where a page in a browser's reader view was read from."""
    return next((link.get("href") or "" for link in root.iter("a") if "reader-domain" in (link.get("class") or "").split()), "")
