"""The first paragraphs of a body -> the agencies whose dateline they open with: ``LONDON, March 3 (Reuters) -``, ``Theo AFP, …``."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

import regex

from compare.languages.registry import PACKS
from compare.outlets.register import Register

_FIRST = 3  # paragraphs: a lead without a dateline may stand before the one that has it
# A place, perhaps a day, the agency in brackets, and a dash; the dash may be missing where no place or one in capitals stands before.
_DATELINE = regex.compile(r"(?P<place>[^()\n!?;:]{0,70}?)\s*\((?P<agencies>[^()\n]{2,50})\)\s*(?P<dash>[-–—―:])?")
_PARTS = regex.compile(r"\s*+(?:[/,;&+]|(?<!\p{L})(?:và|and)(?!\p{L}))\s*+")
_SMALL = frozenset(["of", "the", "de", "del", "la", "le", "ngày", "tháng", "and", "và"])
_LETTER = regex.compile(r"\p{L}")


def dateline_agencies(paragraphs: Sequence[str], register: Register) -> tuple[str, ...]:
    """Names of the agencies, in order; none of a text that is told as somebody's own.

    A sentence that opens with the source it follows counts in the first paragraph alone: further down it speaks for itself.
    """
    for number, paragraph in enumerate(islice(paragraphs, _FIRST)):
        found = tuple(dict.fromkeys(_by_dateline(paragraph, register))) or (_by_attribution(paragraph, register) if number == 0 else ())
        if found:
            return found
    return ()


def _by_dateline(paragraph: str, register: Register) -> Iterator[str]:
    match = _DATELINE.match(paragraph)
    if match is None or not _is_place(match["place"], sure=match["dash"] is not None):
        return
    for part in _PARTS.split(match["agencies"]):
        said = _attribution().sub("", part.strip(), count=1).lower()
        if said in register.agencies:
            yield register.agencies[said]


def _is_place(place: str, *, sure: bool) -> bool:
    """Whether nothing, or only a name and a day, stands before the brackets; in capitals throughout where no dash says so."""
    names = [word for word in regex.split(r"[\s,./-]+", place) if _LETTER.search(word)]
    if not sure:
        return all(word.isupper() for word in names)
    return all(word[0].isupper() or word.lower() in _SMALL for word in names)


def _by_attribution(paragraph: str, register: Register) -> tuple[str, ...]:
    """``Theo AFP, …``: the one agency that the first words name as the source."""
    opening = _attribution().match(paragraph.lstrip("( "))
    if opening is None:
        return ()
    behind = paragraph.lstrip("( ")[opening.end() :]
    agency = _agency(register).match(behind)
    is_alone = agency is not None and _PARTS.match(behind.removeprefix(agency.group()).replace(",", "", 1)) is None
    return (register.agencies[agency.group().lower()],) if agency and is_alone and agency.group()[0].isupper() else ()


@cache
def _agency(register: Register) -> "regex.Pattern[str]":
    longest_first = sorted(register.agencies, key=lambda name: (-len(name), name))
    return regex.compile(
        r"(?:" + "|".join(map(regex.escape, longest_first)) + r")(?=\s*(?:[,:)–—-]|\Z|(?:đưa tin|dẫn|và|and)\b))", regex.IGNORECASE
    )


@cache
def _attribution() -> "regex.Pattern[str]":
    """The words before a source, with those that say what kind of source it is."""
    words = sorted({w for pack in PACKS.values() for w in pack.sentences.attributions}, key=lambda w: (-len(w), w))
    kinds = r"(?:(?:hãng|tin|thông tấn|tin tức|nguồn tin|the|news agency)\s+){0,4}"
    return regex.compile(rf"(?:{'|'.join(words)})\s+{kinds}", regex.IGNORECASE)
