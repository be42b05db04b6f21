"""The lines of an article, and what its source says of it -> why it is known to be cut, or nothing.

What a cut article does not tell is not known: it must not count as silent.
"""

from collections.abc import Sequence
from functools import cache

import regex

from compare.languages.registry import PACKS
from compare.model import Cut, CutReason

LAST_LINES = 4  # where a wall stands, perhaps with a line or two of the page's foot behind it
_LONGEST_LINE = 300  # code points; a longer one is a paragraph
_SHOWN = 80  # code points of an end without a mark of its own
_SHORT = 80  # words; with more, an open list may close a whole article
# "[…]" and "[+1234 chars]" stand where an export cut a text, "…" too, but in one of sixty whole articles it closes a list: "ếch, nhái…".
_CUT_OFF = regex.compile(r"[\[(](?:…|\.{3}|\+\d{1,6} (?:chars|characters|more))[\])]\W{0,3}\Z")
_TRAILING = regex.compile(r"(?:…|\.{3,})[\"”’')\]]{0,2}\Z")
_AND_SO_ON = regex.compile(r"(?:\bv\.? ?v|\betc|\bvân vân)\W{0,5}\Z", regex.IGNORECASE)
_LEAST_ENDING = 6  # words of a line; "You may also like…" has fewer
_COMMAS = 2  # in the last sentence, from which it is a list
_SENTENCE_END = regex.compile(r"[.!?]\s")
_NO = frozenset({"", "false", "no", "0", "none", "null", "không"})
_YES = frozenset({"true", "yes", "1", "có"})
_REASONS: dict[str, CutReason] = {"paywall": "paywall", "excerpt": "excerpt", "truncated": "truncated"}


def find_cut(lines: Sequence[str]) -> Cut | None:
    """Read from the last lines of an article: a wall, a way to the rest, or an end without an end."""
    last = [line.strip() for line in lines if line.strip()][-LAST_LINES:]
    return find_wall(last) or _read_on(last) or (_broken_off(last[-1], lines) if last else None)


def find_wall(lines: Sequence[str]) -> Cut | None:
    """The first line that tells its reader to pay, register or log in for the rest."""
    walls = (line for line in lines if len(line) <= _LONGEST_LINE and any(form.search(line) for form in _walls()))
    return next((Cut("paywall", "wall-words", line) for line in walls), None)


def stated_cut(given: str | bool | None) -> tuple[bool, Cut | None]:  # noqa: FBT001 - a value of JSON
    """Whether an input says anything, and what: a reason of ours, ``true``, a reason in its own words, or that the article is whole."""
    if given is None:
        return False, None
    said = str(given).strip()
    if said.lower() in _NO:
        return said != "", None
    if said.lower() in _YES:
        return True, Cut("stated", "input")
    reason = _REASONS.get(said.lower())
    return True, Cut(reason, "input") if reason else Cut("stated", "input", said)


def _read_on(lines: Sequence[str]) -> Cut | None:
    found = (form.search(line) for line in lines[-1:] for form in _read_on_forms())
    return next((Cut("excerpt", "read-on", match["way"].strip()) for match in found if match), None)


def _broken_off(line: str, lines: Sequence[str]) -> Cut | None:
    trails = _TRAILING.search(line) and len(line.split()) >= _LEAST_ENDING and not _AND_SO_ON.search(line)
    if _CUT_OFF.search(line) or (trails and not _closes_list(line, lines)):
        return Cut("truncated", "ellipsis", line[-_SHOWN:])
    return None


def _closes_list(line: str, lines: Sequence[str]) -> bool:
    sentence = _SENTENCE_END.split(line)[-1]
    return sentence.count(",") + sentence.count(";") >= _COMMAS and sum(len(each.split()) for each in lines) > _SHORT


@cache
def _walls() -> tuple["regex.Pattern[str]", ...]:
    return tuple(regex.compile(form, regex.IGNORECASE) for pack in PACKS.values() for form in pack.scrape.walls)


@cache
def _read_on_forms() -> tuple["regex.Pattern[str]", ...]:
    """A whole line, or what follows the last sentence of one."""
    forms = (form for pack in PACKS.values() for form in pack.scrape.reads_on)
    return tuple(regex.compile(rf"(?:\A|[.!?…][\"”’\])]*\s+)(?P<way>(?:{form})\W{{0,3}})\Z", regex.IGNORECASE) for form in forms)
