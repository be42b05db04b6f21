"""A clash of tolls and when its articles appeared -> whether the later one only tells of a higher toll."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from compare.claims.clash import Clash, Filler
from compare.claims.frame import person_heads
from compare.model import ArticleId, Number, Published

# Articles nearer than this tell of one state of things.
_LEAST_APART = timedelta(hours=2)


def has_grown(clash: Clash, published: Mapping[ArticleId, Published | None]) -> bool:
    """Whether a count of people is higher in the article that appeared at least two hours later, by what its time or day leaves open."""
    left, right = _count(clash.left), _count(clash.right)
    one, other = _window(published.get(clash.left.claim.article)), _window(published.get(clash.right.claim.article))
    if left is None or right is None or one is None or other is None:
        return False
    lower, higher = (one, other) if right.values[0] > left.values[0] else (other, one)
    return higher[0] - lower[1] >= _LEAST_APART


def _count(filler: Filler) -> Number | None:
    counts = [n for n in filler.claim.facts.numbers if n.span == filler.span and n.unit == ""]
    return next((n for n in counts if set(n.counted) & person_heads()), None)


def _window(published: Published | None) -> tuple[datetime, datetime] | None:
    """The first and the last moment at which the article can have appeared."""
    if published is None or published.precision not in {"minute", "day"}:
        return None
    first = datetime.fromisoformat(published.value)
    return first, first + (timedelta(days=1) if published.precision == "day" else timedelta())
