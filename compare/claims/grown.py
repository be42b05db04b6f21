"""A clash of tolls and when its articles appeared -> whether the later one only tells of a higher toll."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from compare.claims.clash import Clash, Filler
from compare.claims.frame import person_heads
from compare.model import ArticleId, Number, Published

# Articles nearer than this tell of one state of things.
_LEAST_APART = timedelta(hours=2)


def has_grown(clash: Clash, published: Mapping[ArticleId, Published | None]) -> bool:
    """Whether a count of people is higher in the article that appeared at least two hours later, both known to the minute."""
    left, right = _count(clash.left), _count(clash.right)
    times = _minute(published.get(clash.left.claim.article)), _minute(published.get(clash.right.claim.article))
    if left is None or right is None or times[0] is None or times[1] is None:
        return False
    apart = times[1] - times[0]
    return abs(apart) >= _LEAST_APART and (apart > timedelta()) == (right.values[0] > left.values[0])


def _count(filler: Filler) -> Number | None:
    counts = [n for n in filler.claim.facts.numbers if n.span == filler.span and n.unit == ""]
    return next((n for n in counts if set(n.counted) & person_heads()), None)


def _minute(published: Published | None) -> datetime | None:
    return datetime.fromisoformat(published.value) if published and published.precision == "minute" else None
