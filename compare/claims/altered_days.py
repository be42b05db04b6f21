"""Two days, months or years, one in the place of the other in a near-copy -> a clash, where both are of one event."""

from collections.abc import Iterable
from datetime import date, timedelta

import regex

from compare.claims.clash import Clash
from compare.claims.near_copy import Place, stops
from compare.claims.time_clashes import of_days, of_one_event
from compare.languages.registry import PACKS
from compare.model import Claim, Date, Span

# A slip of a figure moves a day within its month, or by a month; further apart are two of a series, with one headline for all.
_MOST_DAYS = 31
_DIGIT = regex.compile(r"\d")


def altered_days(left: Place, right: Place) -> Iterable[Clash]:
    """Days that differ; "yesterday" and "today" do in papers of one day alone, since a reprint of the next day keeps its words."""
    mine, other = _day_at(left), _day_at(right)
    if mine and other and _differ(left.claim, mine, right.claim, other) and of_one_event((left.claim, mine), (right.claim, other)):
        yield of_days((left.claim, mine), (right.claim, other))


def _differ(a: Claim, mine: Date, b: Claim, other: Date) -> bool:
    if mine.precision != other.precision or mine.value == other.value is not None:
        return False
    papers = _paper_of(mine, a.language), _paper_of(other, b.language)
    if None not in papers:
        return papers[0] == papers[1]
    if papers != (None, None) or (mine.value is None) != (other.value is None):
        return False
    if mine.value and other.value and mine.precision == "day":
        return abs((date.fromisoformat(mine.value) - date.fromisoformat(other.value)).days) <= _MOST_DAYS
    return mine.value is not None or (bool(_DIGIT.search(mine.says)) and bool(_DIGIT.search(other.says)))


def _paper_of(day: Date, language: str) -> date | None:
    """The day of the paper in which a word such as "yesterday" stands for this day; none of a day that is written out."""
    pack = PACKS.get(language)
    offset = pack.dates.relative_days.get(" ".join(day.says.lower().split())) if pack else None
    if offset is None or day.value is None or day.precision != "day":
        return None
    return date.fromisoformat(day.value) - timedelta(days=offset)


def _day_at(place: Place) -> Date | None:
    """The one day within which the change lies, small words around it left aside."""
    start = place.claim.span.start
    spans = [Span(word.start, word.end).shifted(start) for word in place.words]
    holding = [d for d in place.claim.facts.dates if any(d.span.start <= s.start and s.end <= d.span.end for s in spans)]
    if len(holding) != 1:
        return None
    outside = [
        w for w, s in zip(place.words, spans, strict=True) if not (holding[0].span.start <= s.start and s.end <= holding[0].span.end)
    ]
    return holding[0] if all(word.text.lower() in stops() for word in outside) else None
