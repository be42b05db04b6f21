"""Terms of the engine in a document (slots, units, rules, kinds of marks) -> words in the report's language.

What an article says is no term: a slot named in the words of an article, and a key that no table has, stay as they are.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from reports.report_words import Words, message
from reports.unit_words import unit_of

Table = Mapping[str, str]

RULES: Table = MappingProxyType(
    {
        "advertisement": message("advertisement"),
        "agency-line": message("name of an agency"),
        "comments": message("readers' comments"),
        "correction-box": message("box for corrections"),
        "counter": message("counter of views"),
        "credit-line": message("who the text is credited to"),
        "date-line": message("line with the date"),
        "endless-line": message("line too long for a paragraph"),
        "first-line": message("first line of the page"),
        "hotline": message("address for tips"),
        "media-label": message("label of a picture, film or sound"),
        "outlet-line": message("name of an outlet"),
        "photo-credit": message("who the picture is credited to"),
        "player-clock": message("clock of a player"),
        "read-more": message("invitation to read on"),
        "related-heading": message("heading over links"),
        "related-link": message("link under such a heading"),
        "rights": message("notice of rights"),
        "section-heading": message("heading of a section"),
        "share": message("button to share"),
        "sign-up": message("invitation to sign up"),
        "site-line": message("path through the site"),
        "source-link": message("address of a page"),
        "tags": message("list of tags"),
        "title-in-text": message("title in the text"),
        "title-repeat": message("title once more"),
        "update-line": message("when it was updated"),
        "wall-words": message("wall before the rest of the text"),
    }
)
KINDS: Table = MappingProxyType(
    {
        "boilerplate": message("boilerplate"),
        "caption": message("caption"),
        "credit": message("credit line"),
        "dateline": message("dateline"),
        "title": message("title"),
    }
)
CREDITS: Table = MappingProxyType(
    {"outlet": message("credits"), "agencies": message("agencies"), "byline": message("byline"), "translator": message("translator")}
)
ORIGINS: Table = MappingProxyType(
    {"metadata": message("from the page's data"), "text": message("read in the text"), "inferred": message("inferred")}
)
# Why an article is known to lack a part of what its outlet published.
CUTS: Table = MappingProxyType(
    {
        "paywall": message("behind a paywall"),
        "excerpt": message("only an excerpt"),
        "truncated": message("breaks off"),
        "stated": message("given as incomplete"),
    }
)
PRECISIONS: Table = MappingProxyType(
    {
        "minute": message("to the minute"),
        "day": message("to the day"),
        "week": message("to the week"),
        "month": message("to the month"),
        "year": message("to the year"),
    }
)
SLOTS: Table = MappingProxyType(
    {
        "%": message("share"),
        "‰": message("share"),
        "age": message("age"),
        "answer": message("answer"),
        "day": message("date"),
        "direction": message("direction"),
        "doer": message("who did it"),
        "name": message("name"),
        "negation": message("denial"),
        "number": message("number"),
        "number in a name": message("number in a name"),
        "order": message("before or after"),
        "outcome": message("outcome"),
        "person": message("person"),
        "rank": message("rank"),
        "score": message("score of a match"),
        "speaker": message("speaker"),
        "state": message("state"),
        "time of day": message("time of day"),
        "trend": message("rise or fall"),
        "vehicle": message("vehicle"),
    }
)
SIDES: Table = MappingProxyType({"negated": message("denied"), "affirmed": message("affirmed")})
_MEASURE = re.compile(r"(-?\d[\d.]*(?:e[+-]?\d+)?(?:-\d[\d.]*)?)(?: (\S+))?")
_LONG_NUMBER = re.compile(r"(?<![\d.,])[1-9]\d{4,999}(?![\d,])")
_POWER_OF_TEN = re.compile(r"\d[\d.]*e\+\d+")


def term(key: str, table: Table, words: Words) -> str:
    """The words for a key of a table; a key that the table lacks is shown as it is."""
    return words.say(table[key]) if key in table else key


def slot_of(slot: str, words: Words) -> str:
    """The slot of a dispute; only names that the engine gives are translated."""
    return term(slot, SLOTS, words) if slot in SLOTS else unit_of(slot, words)


def _grouped(found: re.Match[str]) -> str:
    return f"{int(found.group()):,}".replace(",", "\u202f")


def value_of(value: str, words: Words) -> str:
    """One side of a dispute for reading: ``2700000.5 usd``, a day, a denial; names and times of day stay as they are.

    Long numbers are parted by narrow spaces, which are no decimal mark in any language.
    """
    measure = _MEASURE.fullmatch(value)
    if not measure:
        return term(value, SIDES, words) if value in SIDES else words.date(value)
    if words.date(value) != value:
        return words.date(value)
    figure = _LONG_NUMBER.sub(_grouped, _POWER_OF_TEN.sub(lambda found: f"{float(found.group()):.0f}", measure[1]))
    unit = unit_of(measure[2], words) if measure[2] else ""
    gap = "" if unit in {"", "%", "‰"} else " "
    return words.decimal(figure) + gap + unit
