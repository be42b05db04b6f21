"""Values of a running figure and when their articles appeared -> who had which one when, and whether each took the place of the last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import combinations, pairwise

from compare.facts.mention import Mention
from compare.facts.stage_slots import DONE
from compare.model import ArticleId, Published
from compare.publication import is_before
from compare.story_result import Rung

# Articles less than two hours apart tell of one state of things, as for claims.
_LEAST_APART = timedelta(hours=2) - timedelta(minutes=1)
_RUNNING = frozenset(["dead", "injured", "missing", "rescued", "arrested", "evacuated", "stage"])


@dataclass(frozen=True, slots=True)
class Ladder:
    """The rungs in order of time.

    ``is_updated`` where each value was first printed after all smaller ones were, and no two articles print two of them at one time.
    """

    rungs: tuple[Rung, ...]
    is_updated: bool


@dataclass(frozen=True, slots=True)
class Printed:
    """A value of a slot, as a figure and as it is first printed, with the articles that print it."""

    figure: float
    says: str
    articles: frozenset[ArticleId]


def ladder_of(slot: str, values: Sequence[Printed], published: Mapping[ArticleId, Published | None]) -> Ladder:
    """Who printed which value of a running figure when; no rungs of any other slot, or where no article's date is known to the day.

    Nothing is guessed: a value that only undated articles print has no time, and the figure is not called updated where an undated article
    may have printed a newer value first.
    """
    dated = {a: when for value in values for a in value.articles if (when := published.get(a)) and when.precision in {"day", "minute"}}
    if slot not in _RUNNING or len(values) < 2 or not dated:
        return Ladder((), is_updated=False)
    rising = sorted(values, key=lambda value: value.figure)
    firsts = [_first(value, dated) for value in rising]
    known = firsts[0] is not None and all(article in dated for value in rising[1:] for article in value.articles)
    updated = known and all(_is_after(other, one) for one, other in pairwise(firsts)) and not _at_one_time(rising, dated)
    rungs = [_rung(value, dated, firsts[at + 1 :] if updated else ()) for at, value in enumerate(rising)]
    return Ladder(tuple(sorted(rungs, key=lambda rung: (rung.at is None, rung.at or "", rung.value))), is_updated=updated)


def printed_in(mentions: Sequence[Mention]) -> Printed:
    """The value that these mentions give."""
    first = mentions[0]
    figure = first.number.values[0] if first.number else figure_of(first.value)
    return Printed(figure, first.says, frozenset(mention.article for mention in mentions))


def figure_of(value: str) -> float:
    """The figure of a normalised value; of a stage, one that is done comes behind one that is planned."""
    try:
        return float(value.split(maxsplit=1)[0])
    except (ValueError, IndexError):
        return float(value == DONE)


def _first(value: Printed, dated: Mapping[ArticleId, Published]) -> Published | None:
    return min((dated[article] for article in value.articles if article in dated), key=lambda when: when.value, default=None)


def _at_one_time(rising: Sequence[Printed], dated: Mapping[ArticleId, Published]) -> bool:
    """Whether two dated articles print two of the values at what may be one time: one state of things, of which they differ."""
    when = [[dated[article] for article in value.articles if article in dated] for value in rising]
    return any(not _is_after(a, b) and not _is_after(b, a) for one, other in combinations(when, 2) for a in one for b in other)


def _is_after(one: Published | None, other: Published | None) -> bool:
    return one is not None and other is not None and is_before(other, one, _LEAST_APART)


def _rung(value: Printed, dated: Mapping[ArticleId, Published], newer: Sequence[Published | None]) -> Rung:
    """``newer`` are the first times of all larger values: whoever prints this one after one of them still has the old figure."""
    first = _first(value, dated)
    return Rung(
        at=first.value if first else None,
        value=value.says,
        articles=tuple(sorted(value.articles)),
        stale=tuple(article for article in sorted(value.articles) if any(_is_after(dated.get(article), when) for when in newer)),
    )
