"""The address of a page -> the day that stands in its path, if it can be nothing else; the last resort for a page without a date.

Numbers of articles look like dates: a day counts only in the forms of the table, each with what bounds it.
"""

from datetime import date
from urllib.parse import urlsplit

import regex

from compare.model import Published

_NAMES = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YEAR = r"(?P<year>(?:199[5-9]|20\d\d))"  # there were no pages of news before
_TIME = r"(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d\d{0,3})?"
# The surest form first. One that gives two different days tells nothing, and the next is tried.
_FORMS = tuple(
    regex.compile(form)
    for form in (
        rf"/{_YEAR}/(?P<month>\d\d?|(?:{'|'.join(_NAMES)}))/(?P<day>\d\d?)(?=/|\Z)",
        rf"/{_YEAR}/(?P<month>\d\d)/(?P<again>\d\d)(?P=month)(?P<day>\d\d)(?=_|\Z)",  # /2019/06/190604_harbour
        rf"(?<!\d){_YEAR}(?P<month>\d\d)(?P<day>\d\d){_TIME}(?!\d)",  # with the time to the minute or nearer, as in numbers of articles
        rf"(?<![\p{{L}}\p{{N}}]){_YEAR}(?P<month>\d\d)(?P<day>\d\d)(?![\p{{L}}\p{{N}}])",
        rf"(?<![\p{{L}}\p{{N}}]|\d[._-]){_YEAR}(?P<sep>[._-])(?P<month>\d\d?)(?P=sep)(?P<day>\d\d?)(?![\p{{L}}\p{{N}}]|[._-]\d)",
        rf"(?<![\p{{L}}\p{{N}}])(?P<first>\d\d?)(?P<sep>[/._-])(?P<second>\d\d?)(?P=sep){_YEAR}(?![\p{{L}}\p{{N}}])",
    )
)
_MONTHS_A_YEAR = 12


def date_in_url(url: str) -> Published | None:
    """The day in the path of an address; ``None`` if there is none, or more than one reading (``/5-6-2019``)."""
    path = _path(url)
    for form in _FORMS:
        days = {day for match in form.finditer(path, overlapped=True) if (day := _day(match.groupdict()))}
        if len(days) == 1:
            return Published(days.pop().isoformat(), "day", "metadata")
    return None


def _path(url: str) -> str:
    """In lower case, without the host and what is asked of it; of what is no address (``http://[::1``) nothing."""
    try:
        return urlsplit(url.strip()).path.lower()
    except ValueError:
        return ""


def _day(parts: dict[str, str | None]) -> date | None:
    year, again = parts["year"] or "", parts.get("again")
    if again and again != year[2:]:
        return None
    month, day = parts.get("month"), parts.get("day")
    if "first" in parts:
        month, day = _in_order(int(parts["first"] or 0), int(parts["second"] or 0))
    try:
        return date(int(year), _NAMES.index(month) + 1 if month in _NAMES else int(month or 0), int(day or 0))
    except ValueError:
        return None


def _in_order(first: int, second: int) -> tuple[str, str]:
    """Month and day of which only one order is possible, or of none."""
    if first == second or second > _MONTHS_A_YEAR >= first:
        return str(first), str(second)
    return (str(second), str(first)) if first > _MONTHS_A_YEAR else ("", "")
