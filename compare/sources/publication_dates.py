"""A metadata line as pages and feeds print it -> when an article appeared; the language of the words around the digits does not matter."""

import re
from collections.abc import Iterable, Iterator
from datetime import date

from compare.model import Published
from compare.text.tokens import composed

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPELLED = {name: number for number, name in enumerate(("một", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"), start=1)}
_MONTH_WORDS = {**_SPELLED, "giêng": 1, "bẩy": 7, "mười một": 11, "mười hai": 12}
_MONTHS = {**{name: number for number, name in enumerate(_NAMES, start=1)}, **_MONTH_WORDS}
_YEAR = r"(?P<year>(?:19|20)\d\d)(?=\D|\Z|\d\d:\d\d)"  # "19/05/201600:00:00" lost its space
_DAY = r"(?<!\d)(?P<day>\d{1,2})"
# Whole names: "Marathon 5, 2019" is no day of March.
_NAMED = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?![^\W\d_])\.?"
)
_VIETNAMESE_MONTH = r"(?:tháng |thg ?|th)(?P<month>\d{1,2}|mười một|mười hai|[^\W\d_]+)"  # "Th5" is how blogs print it
_MARKS, _CENTURIES = ("/", "-", "."), ("19", "20")
_VIETNAMESE_SIGNS = ("tháng", "thg", *(f"th{digit}" for digit in range(10)))
# White space is one space where these are tried: a run of it under two quantifiers would cost its square.
# Each group with the signs of which a line has one if a form of the group is in it: most lines have those of two groups.
_FORMS = tuple(
    (signs, tuple(map(re.compile, forms)))
    for signs, forms in (
        (
            ("-",),
            (r"(?<!\d)(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)",),
        ),
        (
            ("/",),
            (r"(?<!\d)(?P<year>(?:19|20)\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?!\d)",),
        ),
        (
            _MARKS,
            (
                rf"{_DAY} ?[./-] ?(?P<month>\d{{1,2}}) ?[./-] ?{_YEAR}",
                rf"{_DAY}(?P<sep>[./-])(?P<month>\d{{1,2}})(?P=sep)(?P<short>\d\d)(?![\d:./-])",
            ),
        ),
        (
            _VIETNAMESE_SIGNS,
            (
                rf"{_DAY} {_VIETNAMESE_MONTH} ?,? ?(?:năm )?{_YEAR}",
                rf"(?<![^\W\d_]){_VIETNAMESE_MONTH} {_DAY},? {_YEAR}",
            ),
        ),
        (
            _NAMES,
            (
                rf"(?<![^\W\d_]){_NAMED} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? {_YEAR}",
                rf"(?<![^\W\d_]){_NAMED} (?P<day>\d{{1,2}}) \d\d:\d\d:\d\d (?:[+-]\d{{4}} |[a-z]{{2,4}} )?{_YEAR}",  # as C prints it
                rf"{_DAY}(?:st|nd|rd|th)?[ -]{{1,2}}(?:of )?{_NAMED}[ ,-]{{1,3}}{_YEAR}",
                rf"{_DAY}[ -]{_NAMED}[ -](?P<short>\d\d)(?= \d{{1,2}}:|\Z)",  # RFC 822 before it was mended
            ),
        ),
        (
            _CENTURIES,
            (r"(?<!\d)(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01])(?!\d)",),
        ),
    )
)
_ZONE = re.compile(r"(?:gmt|utc)\s?[+-]\s?\d{1,2}(?::?\d\d)?|(?:(?<=\d)|(?<=\d\s))[+-]\d\d:?\d\d(?!\d)")
_ZONE_SIGNS = ("+", "-", "gmt", "utc")
# What is read as a zone. "-04:00" may close a stretch of time ("08:30-10:00"), so it is one behind seconds, a T or without its colon alone.
_ZONE_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?:gmt|utc)\s?(?P<sign>[+-])\s?(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?(?!\d)",
        r"(?:(?<=\d)|(?<=\d\s))(?P<sign>[+-])(?P<hours>\d\d)(?P<minutes>\d\d)(?!\d)",
        r"(?:(?<=\d)|(?<=\d\s))(?P<sign>\+)(?P<hours>\d\d):(?P<minutes>\d\d)(?!\d)",
        r"(?<=\d:\d\d:\d\d)(?:\.\d+)?\s?(?P<sign>-)(?P<hours>\d\d):(?P<minutes>\d\d)(?!\d)",
        r"\At\d\d:\d\d(?P<sign>-)(?P<hours>\d\d):(?P<minutes>\d\d)(?!\d)",
        r"(?<=[\d.]\d)\s?(?:[ap]\.?m\.?)?\s?\(?(?P<name>z|gmt|utc|edt|est|cdt|mdt|mst|pdt|pst|cest|cet|jst|kst|ict)(?![^\W_]|\s?[+-]\s?\d)",
    )
)
# RFC 5322, 4.3, and zones that no two countries name alike; CST, IST and BST stand for several.
_NAMED_ZONES = {
    **dict.fromkeys(("z", "gmt", "utc"), 0),
    "edt": -4,
    "est": -5,
    "cdt": -5,
    "mdt": -6,
    "mst": -7,
    "pdt": -7,
    "pst": -8,
    "cet": 1,
    "cest": 2,
    "ict": 7,
    "jst": 9,
    "kst": 9,
}
_FURTHEST = 14  # hours
_HALF = r"(?P<half>a\.?m\b|p\.?m\b|sa\b|ch\b|sáng|chiều|tối)"
_SECONDS = r"(?: ?(?:['’]|phút)? ?:? ?\d{1,2}(?:\.\d+)?(?:'')?(?!\d))"
_TIMES = tuple(
    re.compile(form)
    for form in (
        rf"(?<![\d:])(?P<hour>\d{{1,2}}) ?(?:h ?:?|:|giờ|g) ?(?P<minute>\d{{1,2}})(?!\d){_SECONDS}? ?(?:phút )?{_HALF}?",
        # A stop may stand between hour and minute where something says that they are no other figure.
        rf"(?<![\d.])(?P<hour>\d{{1,2}})\.(?P<minute>\d\d) ?(?:{_HALF}|(?:gmt|utc|bst|[ecmp][ds]?t)\b)",
        r"\At(?P<hour>\d\d)(?P<minute>\d\d)(?:\d\d)?(?!\d)",  # ISO 8601 without its marks
    )
)
_CHANGED = re.compile(r"(?<![^\W\d_])(?:cập nhật|sửa đổi|chỉnh sửa|updated|modified|edited)")
_HOUR = re.compile(r"\d ?[:hg.]|\At\d")  # without which nothing is a time
_AFTERNOON, _MORNING = ("p", "ch", "tối"), ("a", "s")
_NOON, _HOURS, _MINUTES, _MONTHS_A_YEAR = 12, 24, 60, 12


def read_publication_date(raw: str) -> Published | None:
    """The first date of ``raw`` with the time of day beside it, as printed there, and its zone; ``None`` if it names no full date.

    The day of a change counts only if there is no other. The day comes first in a numeric date, unless only the other order is
    possible (``5/20/2016``).
    """
    line = " ".join(composed(raw).lower().split())
    days = list(_days(line))
    if not days:
        return None
    ends = [0, *(end for _, end, _ in days)]
    # "Cập nhật: 25/06/2024 | Đăng lúc: 20/05/2024": of a day of change and another the other.
    at = next((at for at, (start, _, _) in enumerate(days) if not _CHANGED.search(line, ends[at], start)), 0)
    start, end, day = days[at]
    stop = days[at + 1][0] if at + 1 < len(days) else len(line)
    parts = (line[:start] if at == 0 else "", line[start:end], line[end:stop])  # what stands between two days may be the other's time
    clock, zone = next(((clock, _zone(part, parts)) for part in parts if (clock := _clock(part))), (None, ""))
    if clock is None:
        return Published(day.isoformat(), "day", "metadata")
    return Published(f"{day.isoformat()}T{clock}", "minute", "metadata", zone)


def _days(line: str) -> Iterator[tuple[int, int, date]]:
    """Every date in order of place, without those that share a digit with an earlier one."""
    found = [(m.start(), m.end(), day) for form in _forms_of(line) for m in form.finditer(line) if (day := _day(m.groupdict()))]
    last = 0
    for start, end, day in sorted(found):
        if start >= last:
            last = end
            yield start, end, day


def _forms_of(line: str) -> Iterator[re.Pattern[str]]:
    for signs, forms in _FORMS:
        for sign in signs:
            if sign in line:
                yield from forms
                break


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
    if not _HOUR.search(part):
        return None
    bare = _ZONE.sub(" ", part) if any(sign in part for sign in _ZONE_SIGNS) else part
    match = next((match for form in _TIMES if (match := form.search(bare))), None)
    if match is None:
        return None
    parts = match.groupdict()
    hour, minute, half = int(parts["hour"]), int(parts["minute"]), parts.get("half") or ""
    if half.startswith(_AFTERNOON) and hour < _NOON:
        hour += _NOON
    elif half.startswith(_MORNING) and hour == _NOON:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < _HOURS and minute < _MINUTES else None


def _zone(part: str, parts: Iterable[str]) -> str:
    """How far ahead of UTC the clock of a time is that stands in ``part``: ``+07:00``; empty if neither it nor another part says so."""
    match = next((match for said in (part, *parts) for form in _ZONE_FORMS if (match := form.search(said))), None)
    if match is None:
        return ""
    parts = match.groupdict()
    if parts.get("name"):
        hours, minutes = _NAMED_ZONES[parts["name"] or ""], 0
        return f"{'-' if hours < 0 else '+'}{abs(hours):02d}:00"
    hours, minutes = int(parts["hours"] or 0), int(parts["minutes"] or 0)
    if hours > _FURTHEST or minutes >= _MINUTES:
        return ""
    return f"{'+' if not hours and not minutes else parts['sign']}{hours:02d}:{minutes:02d}"
