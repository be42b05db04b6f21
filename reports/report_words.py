"""A language of the interface -> its words, and how it writes numbers, shares and dates.

Catalogues are read with the standard library: Babel costs 115 ms to import, and is needed only to compile them
(`pybabel compile -d reports/locale -D messages`). What stands in a quotation is never translated.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from types import MappingProxyType

LANGUAGES = ("en", "vi")


def message(english: str) -> str:
    """Marks a message of a table for the catalogues; it is looked up by ``Words.say`` once the language is known."""
    return english


@dataclass(frozen=True, slots=True)
class LanguageForms:
    """How a language writes figures; dates as Babel's medium format, in Vietnamese as its ``yMd``, which newspapers write."""

    group: str
    decimal: str
    percent: str
    day: str
    month: str
    moment: str
    spoken: tuple[str, ...]  # 0, 1, 2, … as a sentence begins with them


_ENGLISH_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_VIETNAMESE_NUMBERS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_FORMS: Mapping[str, LanguageForms] = MappingProxyType(
    {
        "en": LanguageForms(",", ".", "{}%", "{month} {day}, {year}", "{month} {year}", "{date}, {time}", _ENGLISH_NUMBERS),
        "vi": LanguageForms(".", ",", "{}%", "{day}/{number}/{year}", "{number}/{year}", "{time} {date}", _VIETNAMESE_NUMBERS),
    }
)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()  # noqa: SIM905 - a row of months reads best as words
_ISO = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2})(?:[T ](\d{2}:\d{2})(?::\d{2})?(Z|[+-]\d{2}:\d{2})?)?)?")


@dataclass(frozen=True, slots=True)
class Words:
    """One language: ``say`` and ``many`` look messages up by their English words, the rest writes figures."""

    language: str
    catalogue: NullTranslations

    def say(self, message: str, **values: object) -> str:
        """The message in this language, with its values put in by name."""
        return self.catalogue.gettext(message) % values

    def many(self, one: str, several: str, count: int, **values: object) -> str:
        """The message in the form that ``count`` takes, which stands in it as ``%(num)s``."""
        return self.catalogue.ngettext(one, several, count) % {"num": self.number(count), **values}

    def number(self, count: int) -> str:
        """1234 -> ``1,234`` or ``1.234``."""
        return f"{count:,}".replace(",", _FORMS[self.language].group)

    def spoken(self, count: int) -> str:
        """A small number in words, a large one in digits."""
        spoken = _FORMS[self.language].spoken
        return spoken[count] if count < len(spoken) else self.number(count)

    def score(self, value: float) -> str:
        """Two decimals: ``0.54`` or ``0,54``."""
        return f"{value:.2f}".replace(".", _FORMS[self.language].decimal)

    def decimal(self, figure: str) -> str:
        """``5.5`` -> ``5.5`` or ``5,5``; other characters stay."""
        return figure.replace(".", _FORMS[self.language].decimal)

    def share(self, percent: int) -> str:
        """A whole number of per cent."""
        return _FORMS[self.language].percent.format(self.number(percent))

    def date(self, value: str) -> str:
        """ISO 8601 of any precision -> a date as it is written; what is no such date stays as it is."""
        found = _ISO.fullmatch(value)
        if not found or not 1 <= int(found[2]) <= len(_MONTHS):
            return value
        forms, number = _FORMS[self.language], int(found[2])
        parts = {"year": found[1], "number": number, "month": _MONTHS[number - 1], "day": int(found[3] or 0)}
        date = (forms.day if found[3] else forms.month).format(**parts)
        zone = {None: "", "Z": " UTC", "+00:00": " UTC"}.get(found[5], f" {found[5]}")
        return forms.moment.format(date=date, time=found[4] + zone) if found[4] else date


@cache
def words_of(language: str) -> Words:
    """The words of one of ``LANGUAGES``; English needs no catalogue, its words are the keys of the others."""
    catalogue = resources.files("reports").joinpath("locale", language, "LC_MESSAGES", "messages.mo")
    if language == "en":
        return Words(language, NullTranslations())
    with catalogue.open("rb") as stream:
        return Words(language, GNUTranslations(stream))


ENGLISH = words_of("en")
