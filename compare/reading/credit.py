"""Lines of an article -> who it credits: outlet, agencies, byline, translator, with a mark on each credit line."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import regex

from compare.languages.registry import PACKS
from compare.model import Credits, Mark
from compare.reading.mark import Line

# Credits stand at the head or the foot; in between, "Theo …" opens a sentence.
_HEAD_LINES = 5
_FOOT_LINES = 8
_LONGEST_CREDIT_WORDS = 14
_CAPITALISED = regex.compile(r"(?:(?:the|and|of|và|&)\s+|[\p{Lu}\p{N}][\p{L}\p{N}.&'’-]*\s*){1,5}")
_PLACEHOLDERS = frozenset(["tổng hợp", "t/h", "th", "internet", "st", ""])


@dataclass(frozen=True, slots=True)
class CreditLine:
    """One line that credits somebody, and what it says."""

    mark: Mark
    credits: Credits


def credit_lines(lines: Sequence[Line], marked: frozenset[int]) -> list[CreditLine]:
    """Credit lines near the head and the foot, in order; ``marked`` are numbers of lines that are something else already."""
    body = [line for line in lines if line.number not in marked]
    foot = {line.number for line in body[-_FOOT_LINES:]}
    head = {line.number for line in lines[:_HEAD_LINES]}
    found = []
    for line in lines:
        if line.number in marked or line.number not in foot | head or len(line.text.split()) > _LONGEST_CREDIT_WORDS:
            continue
        said = _by_form(line.text) or _lone_name(line.text)
        if said and not (line.number in head and line.number not in foot and line.text.endswith((".", "?", "!"))):
            found.append(CreditLine(Mark(line.span, "credit", said[0]), said[1]))
    return found


def merged(given: Credits, lines: Sequence[CreditLine], captions: Sequence[str], body: str) -> Credits:
    """All that an article credits: metadata first, then its credit lines; agencies also from photo credits and from its sentences."""
    said = given
    if given.byline:
        by_metadata = _by_form(given.byline) or _lone_name(given.byline)
        if by_metadata:
            more = by_metadata[1]
            byline = more.byline if more.translator else more.byline or given.byline
            said = replace(given, outlet=more.outlet, byline=byline, translator=more.translator)
    for line in lines:
        more = line.credits
        said = Credits(
            outlet=said.outlet or more.outlet,
            byline=said.byline or more.byline,
            translator=said.translator or more.translator,
            agencies=said.agencies,
        )
    credit_text = " / ".join([given.byline or "", *(line.credits.outlet or "" for line in lines), *_agency_only(lines)])
    agencies = dict.fromkeys([*_agencies_in(credit_text), *agencies_named(body), *(name for c in captions for name in _agencies_in(c))])
    return replace(said, agencies=tuple(agencies))


def wire_of(credited: Credits, lines: Sequence[CreditLine]) -> str | None:
    """The one agency whose text the whole article is said to be (``Theo TTXVN``, ``AP`` on a line of its own), if any."""
    named = [name for line in lines for name in line.credits.agencies]
    if credited.byline:
        named += _agencies_in(credited.byline)
    if credited.outlet:
        named += _agencies_in(credited.outlet)
    return named[0] if len(set(named)) == 1 else None


def _agency_only(lines: Sequence[CreditLine]) -> list[str]:
    return [name for line in lines for name in line.credits.agencies]


@cache
def _forms() -> tuple[tuple[str, "regex.Pattern[str]"], ...]:
    return tuple(("credit-line", regex.compile(form, regex.IGNORECASE)) for pack in PACKS.values() for form in pack.scrape.credits)


@cache
def _agency_names() -> dict[str, str]:
    return {surface: name for pack in PACKS.values() for surface, name in pack.scrape.agencies.items()}


@cache
def _agency_form() -> "regex.Pattern[str]":
    longest_first = sorted(_agency_names(), key=lambda surface: (-len(surface), surface))
    return regex.compile(
        r"(?<![\p{L}\p{N}])(?:" + "|".join(regex.escape(s) for s in longest_first) + r")(?![\p{L}\p{N}])", regex.IGNORECASE
    )


def _agencies_in(text: str) -> list[str]:
    """Agencies in a line that is a credit; short ones only in capitals (``AP``, never ``ap``)."""
    found = []
    for match in _agency_form().finditer(text):
        surface = match.group()
        if len(surface) > 5 or surface.isupper() or surface[0].isupper():
            found.append(_agency_names()[surface.lower()])
    return found


@cache
def _reporting_form() -> "regex.Pattern[str]":
    verbs = sorted({v for pack in PACKS.values() for v in pack.slots.reporting | pack.sentences.speech_verbs}, key=lambda v: (-len(v), v))
    longest_first = sorted(_agency_names(), key=lambda surface: (-len(surface), surface))
    cased = "|".join(regex.escape(form) for surface in longest_first for form in (surface.upper(), surface.title()))
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?P<agency>{cased})\s+(?:{'|'.join(map(regex.escape, verbs))})(?!\p{{L}})")


@cache
def _attribution_form() -> "regex.Pattern[str]":
    words = sorted({w for pack in PACKS.values() for w in pack.sentences.attributions}, key=lambda w: (-len(w), w))
    return regex.compile(
        r"(?<!\p{L})(?:" + "|".join(words) + r")\s+(?:(?:hãng|báo|tờ|đài|tin|thông tấn|the|news agency)\s+){0,4}", regex.IGNORECASE
    )


def agencies_named(body: str) -> list[str]:
    """Agencies that a sentence names as its source: ``Theo hãng tin Reuters``, ``Reuters reported``."""
    found = [_agency_names()[match["agency"].lower()] for match in _reporting_form().finditer(body)]
    for match in _attribution_form().finditer(body):
        agency = _agency_form().match(body, match.end())
        if agency and agency.group()[0].isupper():
            found.append(_agency_names()[agency.group().lower()])
    return list(dict.fromkeys(found))


def _by_form(text: str) -> tuple[str, Credits] | None:
    for rule, form in _forms():
        match = form.fullmatch(text.strip())
        if match is None:
            continue
        groups = {name: (value or "").strip(" .-–()") for name, value in match.groupdict().items()}
        outlet = groups.get("outlet", "")
        outlet = "" if outlet.lower() in _PLACEHOLDERS else outlet
        people = [groups.get("byline", ""), groups.get("translator", "")]
        if not all(name == "" or _is_name(name) for name in people) or not (outlet == "" or _is_outlet(outlet)):
            continue
        agency = _agency_names().get(outlet.lower())
        return rule, Credits(
            outlet=None if agency or not outlet else outlet,
            agencies=(agency,) if agency else (),
            byline=people[0] or None,
            translator=people[1] or None,
        )
    return None


def _is_name(text: str) -> bool:
    """Whether every word is capitalised but for the small words inside names."""
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in text.split())


def _is_outlet(text: str) -> bool:
    """A name, or up to four words that begin with a capital: ``Người đưa tin``."""
    return _is_name(text) or (text[0].isupper() and len(text.split()) <= _SHORT_OUTLET)


_SMALL = frozenset(["the", "of", "and", "và", "&", "for", "de", "van", "von", "-"])
_SHORT_OUTLET = 4


def _lone_name(text: str) -> tuple[str, Credits] | None:
    """A line that is nothing but an agency's or an outlet's name."""
    stripped = text.strip(" -–—()/")
    if stripped.lower() in _agency_names():
        return "agency-line", Credits(agencies=(_agency_names()[stripped.lower()],))
    words = {word for pack in PACKS.values() for word in pack.scrape.outlet_words}
    if _CAPITALISED.fullmatch(stripped) and words & set(stripped.lower().split()):
        return "outlet-line", Credits(outlet=stripped)
    return None
