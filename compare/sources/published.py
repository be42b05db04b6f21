"""A metadata line as pages and feeds print it -> when an article appeared; the language of the words around the digits does not matter."""

from collections.abc import Iterator
from datetime import date

import regex

from compare.model import Published

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPELLED = {name: number for number, name in enumerate(("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), start=1)}
_MONTHS = {**{name: number for number, name in enumerate(_NAMES, start=1)}, **_SPELLED, "giêng": 1, "mười một": 11, "mười hai": 12}
_YEAR = r"(?P<year>(?:19|20)\d\d)(?=\D|\Z|\d\d:\d\d)"  # "19/05/201600:00:00" lost its space
_DAY = r"(?<!\d)(?P<day>\d{1,2})"
_NAMED = r"(?P<month>(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\p{L}*)\.?"
_TOLD = r"tháng\s+(?P<month>\d{1,2}|mười một|mười hai|\p{L}+)"
_FORMS = tuple(
    regex.compile(form)
    for form in (
        r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)",
        rf"{_DAY}\s?[./-]\s?(?P<month>\d{{1,2}})\s?[./-]\s?{_YEAR}",
        rf"{_DAY}\s+{_TOLD}\s*,?\s*(?:năm\s+)?{_YEAR}",
        rf"(?<!\p{{L}}){_NAMED}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{_NAMED}[\s,-]+{_YEAR}",
        rf"{_DAY}(?P<sep>[./-])(?P<month>\d{{1,2}})(?P=sep)(?P<short>\d\d)(?![\d:./-])",
        r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",
    )
)
_ZONE = regex.compile(r"(?:gmt|utc)\s?[+-]\s?\d{1,2}(?::?\d\d)?|(?<=\d\s?)[+-]\d\d:?\d\d(?!\d)")
_TIME = regex.compile(
    r"(?<![\d:])(?P<hour>\d{1,2})\s?(?:h\s?:?|:|g)\s?(?P<minute>\d{1,2})(?!\d)"
    r"(?:\s?['’]?\s?:?\s?\d{1,2}(?:\.\d+)?(?:'')?(?!\d))?\s*(?P<half>(?:a\.?m\b|p\.?m\b|sa\b|ch\b|sáng|chiều|tối))?"
)
_AFTERNOON = ("p", "ch", "tối")
_NOON, _HOURS, _MINUTES, _MONTHS_A_YEAR = 12, 24, 60, 12


def read_published(raw: str) -> Published | None:
    """The first date of ``raw`` with the time of day beside it, as printed there (no zone is applied); ``None`` if it names no full date.

    The day comes first in a numeric date, unless only the other order is possible (``5/20/2016``).
    """
    line = raw.lower()
    days = list(_days(line))
    if not days:
        return None
    (start, end, day), *others = days
    stop = others[0][0] if others else len(line)
    clock = _clock(line[:start]) or _clock(line[end:stop])
    if clock is None:
        return Published(day.isoformat(), "day", "metadata")
    return Published(f"{day.isoformat()}T{clock}", "minute", "metadata")


def _days(line: str) -> Iterator[tuple[int, int, date]]:
    """Every date in order of place, without those that share a digit with an earlier one."""
    found = [(m.start(), m.end(), day) for form in _FORMS for m in form.finditer(line) if (day := _day(m.groupdict()))]
    last = 0
    for start, end, day in sorted(found):
        if start >= last:
            last = end
            yield start, end, day


def _day(parts: dict[str, str | None]) -> date | None:
    year = int(parts.get("year") or 2000 + int(parts.get("short") or 0))
    name, day = parts["month"] or "", int(parts["day"] or 0)
    month = int(name) if name.isdigit() else _MONTHS.get(name) or _MONTHS.get(name[:3], 0)
    if month > _MONTHS_A_YEAR >= day and name.isdigit():
        month, day = day, month
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _clock(part: str) -> str | None:
    match = _TIME.search(_ZONE.sub(" ", part))
    if match is None:
        return None
    hour, minute, half = int(match["hour"]), int(match["minute"]), match["half"] or ""
    if half.startswith(_AFTERNOON) and hour < _NOON:
        hour += _NOON
    elif half.startswith("a") and hour == _NOON:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < _HOURS and minute < _MINUTES else None
