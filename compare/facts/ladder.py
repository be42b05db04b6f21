"""Values of a running figure and when their articles appeared -> who had which one when, and whether each took the place of the last."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta

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
    """The rungs in order of time; ``is_updated`` where no article gave a lower one after a higher one was known."""

    rungs: tuple[Rung, ...]
    is_updated: bool


def ladder_of(slot: str, values: Sequence[Sequence[Mention]], published: Mapping[ArticleId, Published | None]) -> Ladder:
    """No rungs where the slot is no running figure, or where an article's date is not known to the day: nothing is guessed."""
    dated = {
        m.article: when for value in values for m in value if (when := published.get(m.article)) and when.precision in {"day", "minute"}
    }
    if slot not in _RUNNING or len(values) < 2 or any(m.article not in dated for value in values for m in value):
        return Ladder((), is_updated=False)
    rising = sorted(values, key=_figure)
    rungs = tuple(sorted((_rung(value, dated) for value in rising), key=lambda rung: (rung.at, rung.value)))
    firsts = [min((dated[m.article] for m in value), key=lambda when: when.value) for value in rising]
    lasts = [max((dated[m.article] for m in value), key=lambda when: when.value) for value in rising]
    updated = all(is_before(last, first, _LEAST_APART) for last, first in zip(lasts, firsts[1:], strict=False))
    return Ladder(rungs, is_updated=updated)


def _rung(value: Sequence[Mention], dated: Mapping[ArticleId, Published]) -> Rung:
    articles = tuple(sorted({m.article for m in value}))
    return Rung(min(dated[article].value for article in articles), value[0].says, articles)


def _figure(value: Sequence[Mention]) -> float:
    """The figure; of a stage, one that is done comes behind one that is planned."""
    return value[0].number.values[0] if value[0].number else float(value[0].value == DONE)
