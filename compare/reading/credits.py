"""Lines of an article -> who it credits: outlet, agencies, byline, translator, with a mark on each credit line."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

import regex

from compare.languages.registry import PACKS
from compare.model import Credits, Mark
from compare.outlets.register import Register
from compare.reading.boilerplate import TextLine
from compare.reading.names_place import is_syllable
from compare.text.invisible import visible_text

# Credits stand at the head or the foot; in between, "Theo …" opens a sentence.
_HEAD_LINES = 5
_FOOT_LINES = 8
_LONGEST_CREDIT_WORDS = 14
# Each word is taken whole: a long one that may be cut into five has the fourth power of its length of ways to fail.
_CAPITALISED = regex.compile(r"(?:(?:the|and|of|và|&)\s++|[\p{Lu}\p{N}][\p{L}\p{N}.&'’-]*+(?:\s++|\Z)){1,5}+")
_PLACEHOLDERS = frozenset(["tổng hợp", "t/h", "th", "internet", "st", ""])


@dataclass(frozen=True, slots=True)
class CreditLine:
    """One line that credits somebody, and what it says."""

    mark: Mark
    credits: Credits


def credit_lines(lines: Sequence[TextLine], marked: frozenset[int], register: Register) -> list[CreditLine]:
    """Credit lines near the head and the foot, in order; ``marked`` are numbers of lines that are something else already."""
    body = [line for line in lines if line.number not in marked]
    foot = {line.number for line in body[-_FOOT_LINES:]}
    head = {line.number for line in lines[:_HEAD_LINES]}
    found = []
    for line in lines:
        if line.number in marked or line.number not in foot | head or len(line.text.split()) > _LONGEST_CREDIT_WORDS:
            continue
        said = _by_form(line.text, register) or _lone_name(line.text, register)
        if said and not (line.number in head and line.number not in foot and line.text.endswith((".", "?", "!"))):
            found.append(CreditLine(Mark(line.span, "credit", said[0]), said[1]))
    return found


def merge_credits(given: Credits, lines: Sequence[CreditLine], register: Register) -> Credits:
    """All that an article credits by its metadata first, then by its credit lines; an outlet goes by the register's name."""
    said = given
    if given.byline:
        byline_seen = visible_text(given.byline).text
        by_metadata = _by_form(byline_seen, register) or _lone_name(byline_seen, register)
        # A name by itself that no register knows (``VietNamNet News``) is not another outlet than the article's own.
        if by_metadata and (by_metadata[0] != "outlet-line" or register.named(by_metadata[1].outlet or "")):
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
    outlet = said.outlet and _outlet_in(said.outlet, register)
    return replace(said, outlet=outlet, agencies=tuple(dict.fromkeys(_agencies_in(credit_text, register))))


def _outlet_in(credit: str, register: Register) -> str:
    """By the register's name; of a person's and an outlet's name (``Minh An - VnExpress.net``) the outlet's, if the register knows it."""
    behind = register.named(credit.rpartition(" - ")[2])
    return behind.name if behind and behind.kind == "outlet" else register.canonical(credit)


def with_named_agencies(credited: Credits, body: str, captions: Sequence[str], register: Register) -> Credits:
    """The credits with the agencies that sentences of the body and photo credits name."""
    in_captions = [name for caption in captions for name in _agencies_in(caption, register)]
    return replace(credited, agencies=tuple(dict.fromkeys([*credited.agencies, *agencies_named(body, register), *in_captions])))


def credited_wire(credited: Credits, lines: Sequence[CreditLine], opened: Sequence[str], register: Register) -> str | None:
    """The one agency whose text the whole article is said to be, if any: by a line (``Theo TTXVN``, ``AP``), a byline or a dateline."""
    named = [*opened, *(name for line in lines for name in line.credits.agencies)]
    if credited.byline:
        named += _agencies_in(credited.byline, register)
    if credited.outlet:
        named += _agencies_in(credited.outlet, register)
    return named[0] if len(set(named)) == 1 else None


def _agency_only(lines: Sequence[CreditLine]) -> list[str]:
    return [name for line in lines for name in line.credits.agencies]


@cache
def _forms() -> tuple[tuple[str, "regex.Pattern[str]"], ...]:
    return tuple(("credit-line", regex.compile(form, regex.IGNORECASE)) for pack in PACKS.values() for form in pack.scrape.credits)


@cache
def _agency_form(register: Register) -> "regex.Pattern[str]":
    return regex.compile(r"(?<![\p{L}\p{N}])(?:" + _any_of(register.agencies) + r")(?![\p{L}\p{N}])", regex.IGNORECASE)


def _any_of(words: Iterable[str]) -> str:
    """The longest first: ``Associated Press of Pakistan`` is another agency."""
    return "|".join(map(regex.escape, sorted(words, key=lambda word: (-len(word), word))))


@lru_cache(maxsize=16)
def _agencies_in(text: str, register: Register) -> tuple[str, ...]:
    """Agencies in a line that is a credit; a byline is asked twice."""
    found = [match.group() for match in _agency_form(register).finditer(text)]
    return tuple(register.agencies[surface.lower()] for surface in found if surface.lower() in register.agencies and _is_meant(surface))


def _is_meant(surface: str) -> bool:
    """Whether it is written as an agency's name: a short one in capitals (``AP``, never ``ap``), ``The Conversation`` with one."""
    return surface[0].isupper() or (len(surface) > _SHORT_AGENCY and not surface.startswith("the ")) or surface[4:5].isupper()


@cache
def _reporting_form(register: Register) -> "regex.Pattern[str]":
    verbs = {verb for pack in PACKS.values() for verb in pack.slots.reporting | pack.sentences.speech_verbs}
    cased = [form for surface in register.agencies for form in (surface.upper(), surface.title()) if form.lower() == surface]
    return regex.compile(rf"(?<![\p{{L}}\p{{N}}])(?P<agency>{_any_of(cased)})\s+(?:{_any_of(verbs)})(?!\p{{L}})")


@cache
def _attribution_form() -> "regex.Pattern[str]":
    words = sorted({w for pack in PACKS.values() for w in pack.sentences.attributions}, key=lambda w: (-len(w), w))
    return regex.compile(
        r"(?<!\p{L})(?:" + "|".join(words) + r")\s+(?:(?:hãng|báo|tờ|đài|tin|thông tấn|the|news agency)\s+){0,4}", regex.IGNORECASE
    )


def agencies_named(body: str, register: Register) -> list[str]:
    """Agencies that a sentence names as its source: ``Theo hãng tin Reuters``, ``Reuters reported``."""
    found = [register.agencies[match["agency"].lower()] for match in _reporting_form(register).finditer(body)]
    for match in _attribution_form().finditer(body):
        agency = _agency_form(register).match(body, match.end())
        if agency and agency.group()[0].isupper() and agency.group().lower() in register.agencies:
            found.append(register.agencies[agency.group().lower()])
    return list(dict.fromkeys(found))


def _by_form(text: str, register: Register) -> tuple[str, Credits] | None:
    for rule, form in _forms():
        match = form.fullmatch(_unbracketed(text.strip()))
        if match is None:
            continue
        groups = {name: (value or "").strip(" .-–()") for name, value in match.groupdict().items()}
        outlet = groups.get("outlet") or _outlet_at(groups.get("place") or "", register)
        outlet = "" if outlet.lower() in _PLACEHOLDERS else outlet
        known = register.named(outlet)
        several = [] if known else [each for part in _PARTS.split(outlet) if (each := register.named(part))]
        if len(several) > 1 or any(each.kind == "agency" for each in several):
            agencies = tuple(each.name for each in several if each.kind == "agency")
            outlet = next((each.name for each in several if each.kind == "outlet"), "")
        else:
            agencies = (known.name,) if known and known.kind == "agency" else ()
            outlet = "" if agencies else outlet
        people = [groups.get("byline", ""), groups.get("translator", "")]
        if groups.get("place") and groups.get("translator") and not outlet:
            continue
        if not all(name == "" or _is_name(name) for name in people) or not (outlet == "" or _is_outlet(outlet, register)):
            continue
        if outlet and register.named(outlet) is None and _is_persons(outlet):
            continue
        return rule, Credits(
            outlet=outlet or None,
            agencies=agencies,
            byline=people[0] or None,
            translator=people[1] or None,
        )
    return None


def _unbracketed(text: str) -> str:
    """``(Theo TTXVN)`` says what ``Theo TTXVN`` does."""
    return text[1:-1].strip() if text[:1] == "(" and text[-1:] == ")" and text.count("(") == 1 else text


def _outlet_at(place: str, register: Register) -> str:
    """What follows a person's name, if it is an outlet's: no post (``Health Editor``), no town."""
    return place if place and (register.named(place) is not None or _is_outlets(place)) else ""


def _is_outlets(name: str) -> bool:
    """Whether a word of the name is one that only outlets have, and none says what a person does there."""
    words = name.lower().split()
    scrapes = [pack.scrape for pack in PACKS.values()]
    if any(words[-1] in scrape.posts for scrape in scrapes):
        return False
    return any(scrape.outlet_words & {name.lower(), *(words[-1:] if scrape.outlet_words_close else words)} for scrape in scrapes)


def _is_persons(name: str) -> bool:
    """Whether what follows ``Theo`` or ``Source:`` names a person: behind a title, or in Vietnamese with the family name in front."""
    if _is_outlets(name):
        return False
    told = name.lower()
    packs = [pack.sentences for pack in PACKS.values()]
    if any(told.startswith(f"{title}{mark}") for sentences in packs for title in sentences.titles for mark in (" ", ". ")):
        return True
    syllables = name.split()
    is_full = len(syllables) in _FULL_NAME and all(word.istitle() and is_syllable(word) for word in syllables)
    return is_full and any(told.split()[0] in sentences.names.family_names for sentences in packs)


def _is_name(text: str) -> bool:
    """Whether every word is capitalised but for the small words inside names."""
    return all(word[0].isupper() or word[0].isdigit() or word.lower() in _SMALL for word in text.split())


def _is_outlet(text: str, register: Register) -> bool:
    """A name; begun with a capital, up to four words (``Người đưa tin``) or what the register knows; a host that it knows."""
    is_one = text[0].isupper() and (len(text.split()) <= _SHORT_OUTLET or register.named(text) is not None)
    return _is_name(text) or is_one or register.of_host(text) is not None


_SMALL = frozenset(["the", "of", "and", "và", "&", "for", "de", "van", "von", "-"])
_PARTS = regex.compile(r"\s*+(?:[,/;&+]|(?<!\p{L})(?:và|and)(?!\p{L}))\s*+")  # "Theo Reuters, AFP"
_SHORT_OUTLET = 4
_FULL_NAME = (3, 4)  # syllables of a Vietnamese name
_SHORT_AGENCY = 5  # letters


def _lone_name(text: str, register: Register) -> tuple[str, Credits] | None:
    """A line that is nothing but an agency's or an outlet's name."""
    stripped = text.strip(" -–—()/")
    if stripped.lower() in register.agencies:
        return "agency-line", Credits(agencies=(register.agencies[stripped.lower()],))
    if _CAPITALISED.fullmatch(stripped) and _is_outlets(stripped):
        return "outlet-line", Credits(outlet=stripped)
    return None
