"""When articles appeared -> which of two was earlier, on whatever clocks their times were told.

A time with a zone is a moment. A time or a day without one stands on the clock of its newsroom, which it does not name; it is held

* against another one without a zone as printed, as if the newsrooms shared a clock;
* against a time with a zone as printed too, on the clock of that zone;
* against a time in UTC, which is the clock of a machine and of hardly a newsroom, on every clock on earth, UTC-12 to UTC+14.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

from compare.model import Precision, Published

_AT_ONCE = timedelta()
_WEST, _EAST = timedelta(hours=12), timedelta(hours=14)  # how far the clocks on earth are behind and ahead of UTC
_TIME = len("2016-05-20T14:00")


def time_range(published: Published) -> tuple[datetime, datetime]:
    """The half-open stretch of time that a date names: in UTC if it has a zone, else as printed.

    For lists and for days; which of two was earlier ``is_before`` tells.
    """
    start, end = _printed(published)
    return start - _ahead(published.zone), end - _ahead(published.zone)


def is_before(one: Published, other: Published, by: timedelta = _AT_ONCE) -> bool:
    """Whether the stretch of one has ended, for at least so long, when the other's begins, whatever is not known of their clocks."""
    (_, end), (start, _) = _printed(one), _printed(other)
    if one.zone and other.zone:
        return start - _ahead(other.zone) - (end - _ahead(one.zone)) >= by
    if one.zone == other.zone:
        return start - end >= by
    if _ahead(one.zone or other.zone):
        return start - end >= by
    return start - end - (_EAST if one.zone else _WEST) >= by


def value_with_zone(published: Published) -> str:
    """The value with its zone behind it, as one column of a table holds them."""
    return published.value + published.zone


def split_zone(word: str) -> tuple[str, str]:
    """Value and zone of such a word; only a time of day has a zone."""
    return word[:_TIME], word[_TIME:]


def _ahead(zone: str) -> timedelta:
    """How far a clock is ahead of UTC; nothing for one that is not named."""
    if not zone:
        return _AT_ONCE
    hours, _, minutes = zone[1:].partition(":")
    ahead = timedelta(hours=int(hours), minutes=int(minutes))
    return -ahead if zone.startswith("-") else ahead


def _printed(published: Published) -> tuple[datetime, datetime]:
    return _RANGES[published.precision](published.value)


def _minute(value: str) -> tuple[datetime, datetime]:
    start = datetime.fromisoformat(value)
    return start, start + timedelta(minutes=1)


def _day(value: str) -> tuple[datetime, datetime]:
    start = datetime.fromisoformat(value)
    return start, start + timedelta(days=1)


def _week(value: str) -> tuple[datetime, datetime]:
    start = datetime.fromisoformat(f"{value}-1")  # the Monday of 2016-W20
    return start, start + timedelta(weeks=1)


def _month(value: str) -> tuple[datetime, datetime]:
    start = datetime.fromisoformat(f"{value}-01")
    return start, (start + timedelta(days=31)).replace(day=1)


def _year(value: str) -> tuple[datetime, datetime]:
    start = datetime.fromisoformat(f"{value}-01-01")
    return start, (start + timedelta(days=366)).replace(day=1)


# Precision -> the half-open stretch of time that a value names.
_RANGES: dict[Precision, Callable[[str], tuple[datetime, datetime]]] = {
    "minute": _minute,
    "day": _day,
    "week": _week,
    "month": _month,
    "year": _year,
}
