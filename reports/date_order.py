"""A column's date -> its first and its last minute, so that columns can be put in order whatever zone their times are told in."""

from datetime import datetime

DAY = 1440  # minutes
_LAST = (1 << 62, 1 << 62)


def minutes_of(published: str) -> tuple[int, int] | None:
    """First and last minute, counted from the year 1: in UTC where a zone is named, else by the clock of whoever wrote the time.

    Nothing where there is no date.
    """
    day, _, time = published.partition(" ")
    try:
        start = datetime.fromisoformat(f"{(day + '-01-01')[:10]}T{time[:5] or '00:00'}")
    except ValueError:
        return None
    minutes = start.toordinal() * DAY + start.hour * 60 + start.minute - _ahead(time[5:])
    return minutes, minutes + (0 if time else DAY * {10: 1, 7: 31}.get(len(day), 366) - 1)


def date_sort_key(published: str) -> tuple[int, int]:
    """By which dates are sorted; those that are not known come last."""
    return minutes_of(published) or _LAST


def _ahead(zone: str) -> int:
    """Minutes by which a clock is ahead of UTC; none where no zone is named."""
    hours, _, minutes = zone[1:].partition(":")
    if not hours.isdigit() or not minutes.isdigit():
        return 0
    return (int(hours) * 60 + int(minutes)) * (-1 if zone.startswith("-") else 1)
