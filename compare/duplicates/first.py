"""The articles of a cluster and their dates -> who was first, if the dates decide it."""

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime, timedelta

from compare.model import ArticleId, Precision, Published

_SAID = ("metadata", "text")  # an inferred date proves no priority


def first_article(articles: Iterable[ArticleId], published: Mapping[ArticleId, Published | None]) -> ArticleId | None:
    """The article whose moment of publication ends before any other's begins.

    None if there is one article only, if any of them has no date of its own (it might be the earlier), or if two dates
    overlap: a day and a minute of the same day leave it open.
    """
    ranges = []
    for article in sorted(set(articles)):
        date = published.get(article)
        if date is None or date.origin not in _SAID:
            return None
        ranges.append((*stretch(date), article))
    if len(ranges) < 2:
        return None
    ranges.sort()
    (_, end, earliest), others = ranges[0], ranges[1:]
    return earliest if all(end <= start for start, _, _ in others) else None


def stretch(published: Published) -> tuple[datetime, datetime]:
    """The half-open stretch of time that a date names."""
    return _RANGES[published.precision](published.value)


def _minute(value: str) -> tuple[datetime, datetime]:
    """Clock time as printed; it names no zone, so all outlets are taken to share a clock."""
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
