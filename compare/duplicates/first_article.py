"""The articles of a cluster and their dates -> who was first, if the dates decide it."""

from collections.abc import Iterable, Mapping

from compare.model import ArticleId, Published
from compare.publication import is_before

_SAID = ("metadata", "text")  # an inferred date proves no priority


def first_article(articles: Iterable[ArticleId], published: Mapping[ArticleId, Published | None]) -> ArticleId | None:
    """The article whose moment of publication ends before any other's begins.

    None if there is one article only, if any of them has no date of its own (it might be the earlier), or if two dates
    overlap: a day and a minute of the same day leave it open, and so do clocks that may differ (``compare.publication``).
    """
    dates: dict[ArticleId, Published] = {}
    for article in sorted(set(articles)):
        date = published.get(article)
        if date is None or date.origin not in _SAID:
            return None
        dates[article] = date
    if len(dates) < 2:
        return None
    earliest = next(iter(dates))
    for article, date in dates.items():  # who is before all others is before whoever stands here when its turn comes
        if article != earliest and not is_before(dates[earliest], date):
            earliest = article
    return earliest if all(article == earliest or is_before(dates[earliest], date) for article, date in dates.items()) else None
