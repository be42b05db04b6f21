"""Lines of a page and those that an extractor took for the article -> the article's lines, in the page's own order and wording.

trafilatura says well what is body text and what is not, but moves paragraphs to the end, joins lines, and drops two things that a
comparison rests upon: the lead, where a template keeps it outside of the body, and the line that credits the source.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import accumulate, takewhile

import regex

from compare.sources.pages.text_blocks import BETWEEN_CELLS, Block, Element

_MOST_MISSES = 200  # lines looked for in vain; each costs a search through the page
_LEAD = regex.compile(
    r"(?:^|[\s_-])(?:sapo|lead|lede|description|desc|standfirst|dek|deck|chap(?:eau|o)|summary|sub-?title|sub-?head(?:line)?|excerpt|intro"
    r"|brief|teaser|synopsis|abstract|mo-?ta|tom-?tat|trich-?dan|hometext)(?:$|[\s_-])",
    regex.IGNORECASE,
)
# Of these, what only a lead is called: the first paragraph of the article, in a heading's tag or not.
_OWN_LEAD = regex.compile(
    r"(?:^|[\s_-])(?:sapo|lead|lede|chap(?:eau|o)|intro|mo-?ta|tom-?tat|trich-?dan|hometext)(?:$|[\s_-])", regex.IGNORECASE
)
_DECK = regex.compile(r"(?:^|[\s_-])(?:dek|deck|sub-?title|sub-?head(?:line)?)(?:$|[\s_-])", regex.IGNORECASE)
_LONGEST_HEADLINE_WORDS = 30  # what has more is a paragraph, whatever it is called
_HUMP = regex.compile(r"(?<=\p{Ll})(?=\p{Lu})")  # "articleLead" is "article-lead"
_CREDIT = regex.compile(r"author|byline|tac-?gia|nguon|(?<!re)source|credit|translator|writer|reporter", regex.IGNORECASE)
_NO_CREDIT = regex.compile(
    r"comment|related|footer|share|social|nav|(?<!\p{L})tags?(?!\p{L})|sidebar|bio|profile|newsletter|caption", regex.IGNORECASE
)
# Theo Báo Mẫu; Minh An (Theo TTXVN); AFP; Minh An - VnExpress.
_SAYS_WHOSE = regex.compile(r"\A(?:theo|nguồn|source|via|tổng hợp)\b|[(]|(?-i:\A\p{Lu}{2,}\Z)|\s[-–]\s", regex.IGNORECASE)
_HEADLINES = frozenset(["h1", "h2", "h3", "h4"])
_LEAST_LEAD_WORDS = 8
_LEAST_DESCRIPTION = 40  # code points without spaces; a shorter description says the title once more
_LEAD_WITHIN = 12  # lines before the first one of the body
_CREDIT_WITHIN = 6  # lines behind the last one
_LONGEST_CREDIT_WORDS = 14
_CLASS_DEPTH = 3  # elements, from the line's own one outwards
_STEP = 2.0**-20  # between pieces of one line of the page
_WHOLE = 0.5  # share of a line that has to be taken for it to be taken whole


def arrange_lines(page: Sequence[Block], extracted: Sequence[str], description: str) -> list[str]:
    """``taken`` where the page has it, with the lead before and the credits behind; what the page has not stays where it was."""
    placed = _placed(page, extracted)
    if not placed:
        return list(extracted)
    first, last = int(min(placed)), int(max(placed))
    held = set(placed.values())
    for at in (*_leads(page, first, description), *_credits(page, last)):
        if page[at].text not in held:  # a template shows its lead on wide screens and on small ones
            held.add(placed.setdefault(at, page[at].text))
    return [placed[at] for at in sorted(placed)]


def template_names(element: Element) -> Iterator[str]:
    """What a template calls an element and those around it, from the inside outwards: classes, ids, properties."""
    for _ in range(_CLASS_DEPTH):
        if element is None:
            return
        yield " ".join(element.get(name) or "" for name in ("class", "id", "itemprop", "rel"))
        element = element.getparent()


def is_credit(block: Block) -> bool:
    """Whether the template says that the line names who wrote, translated or first published the article."""
    if len(block.text.split()) > _LONGEST_CREDIT_WORDS or block.text.endswith((".", "?", "!")) or block.element.tag == "h1":
        return False
    for names in template_names(block.element):
        if _NO_CREDIT.search(names):
            return False
        if _CREDIT.search(names):
            return True
    return False


def bare_key(text: str) -> str:
    """Without white space, which an extractor moves."""
    return "".join(text.split())


def _placed(page: Sequence[Block], extracted: Sequence[str]) -> dict[float, str]:
    """Each line taken at the number of its line in the page; one that is found nowhere just behind the line before it."""
    keys = [bare_key(block.text) for block in page]
    ends = list(accumulate(map(len, keys)))
    whole = "".join(keys)
    placed: dict[float, str] = {}
    pieces: Counter[int] = Counter()
    at, misses, before = 0, 0, -1.0
    for line in extracted:
        key = bare_key(line)
        found = _find(whole, key, at) if key and misses < _MOST_MISSES else -1
        if found < 0:
            misses += 1
            before += 1 / (len(extracted) + 1)
            placed[before] = line
            continue
        at = found + len(key)
        before = float(_place_match(placed, pieces, page, _Match(line, found, at), ends))
    return _rejoined(placed, page)


def _find(whole: str, key: str, at: int) -> int:
    found = whole.find(key, at)
    return found if found >= 0 else whole.find(key, 0, at)


class _Match:
    """Where a line stands in the page's text without spaces."""

    __slots__ = ("end", "line", "start")

    def __init__(self, line: str, start: int, end: int) -> None:
        self.line, self.start, self.end = line, start, end


def _place_match(placed: dict[float, str], pieces: Counter[int], page: Sequence[Block], match: _Match, ends: Sequence[int]) -> int:
    """The page's own lines where the match covers them, else the match, behind other ``pieces`` of its line; the number of the last one."""
    number = bisect_right(ends, match.start)
    last, is_put = number, False
    while number < len(page) and (begin := ends[number - 1] if number else 0) < match.end:
        covered = min(ends[number], match.end) - max(begin, match.start)
        size = ends[number] - begin
        if covered == size:
            placed[number] = page[number].text
        elif not is_put and (covered > _WHOLE * size or begin <= match.start):
            if placed.get(number + _STEP * (pieces[number] - 1)) != match.line:  # taken twice, it stands there once
                placed[number + _STEP * pieces[number]] = match.line
                pieces[number] += 1
            is_put = True
        last = number
        number += 1
    return last


def _rejoined(placed: dict[float, str], page: Sequence[Block]) -> dict[float, str]:
    """A line of the page that an extractor took in pieces, all of them, is one line: a row of a table is."""
    pieces: dict[int, list[float]] = {}
    for at in sorted(placed):
        if at >= 0:
            pieces.setdefault(int(at), []).append(at)
    for number, places in pieces.items():
        row = page[number].text.replace(BETWEEN_CELLS.strip(), "")
        if len(places) > 1 and bare_key("".join(placed[at] for at in places)) == bare_key(row):
            for at in places:
                del placed[at]
            placed[float(number)] = page[number].text
    return placed


def _leads(page: Sequence[Block], first: int, description: str) -> list[int]:
    """Lines between the title and the body that the template calls a lead, or that the page's description repeats."""
    told = bare_key(description)
    begin = max(0, first - _LEAD_WITHIN)
    titles = [at for at in range(begin, first) if page[at].element.tag == "h1"]
    leads = []
    for at in range((titles[-1] + 1) if titles else begin, first):
        key = bare_key(page[at].text)
        described = len(key) >= _LEAST_DESCRIPTION and (told.startswith(key) or key.startswith(told) if told else False)
        long = len(page[at].text.split()) >= _LEAST_LEAD_WORDS
        named = titles and long and _is_called(_LEAD, page[at]) and not is_credit(page[at])
        if (described or named) and not _is_deck(page[at]):
            leads.append(at)
    return leads


def _is_called(names: "regex.Pattern[str]", block: Block) -> bool:
    return any(names.search(_HUMP.sub("-", each)) for each in template_names(block.element))


def _is_deck(block: Block) -> bool:
    """Whether it is the headline's second line, which says once more what the body says."""
    is_second = _is_headline(block.element) or _is_called(_DECK, block)
    return is_second and len(block.text.split()) <= _LONGEST_HEADLINE_WORDS and not _is_called(_OWN_LEAD, block)


def _credits(page: Sequence[Block], last: int) -> list[int]:
    """Lines right behind the body, before the headline of anything else, that say whose text it is; a mere name is a byline."""
    behind = takewhile(lambda at: not _is_headline(page[at].element), range(last + 1, min(last + 1 + _CREDIT_WITHIN, len(page))))
    return [at for at in behind if is_credit(page[at]) and _SAYS_WHOSE.search(page[at].text)]


def _is_headline(element: Element) -> bool:
    parent = element.getparent()
    return element.tag in _HEADLINES or (parent is not None and parent.tag in _HEADLINES)
