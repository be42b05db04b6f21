"""Measures, money and shares -> slots: the length of the bridge, the loss, the turnout, by the word beside the figure and shared words."""

from collections import defaultdict
from collections.abc import Sequence

from compare.claims.frame import content_words
from compare.facts.connected import connected
from compare.facts.mention import Mention, phrase
from compare.facts.slot import Slot
from compare.facts.values import articles_with_several, by_value
from compare.languages.registry import money

_BESIDE = 25  # characters before a figure in which its dimension is named
_PERCENT = "%"
_SHARED = 3  # content words that sentences on one thing share
_MOST_TIMES = 5  # that one figure may be of another where both are of one thing


def measure_slots(mentions: Sequence[Mention]) -> list[Slot]:
    """One slot for each thing of which at least two articles give the measure; none where an article gives two that differ."""
    by_name: dict[str, list[Mention]] = defaultdict(list)
    for mention in mentions:
        name = _name(mention)
        if name:
            by_name[name].append(mention)
    found = []
    for name, filled in sorted(by_name.items()):
        for thing in connected(filled, _of_one_thing):
            values = by_value(thing)
            if not articles_with_several(values):
                found.append(Slot(name, "", values))
    return found


def _name(mention: Mention) -> str | None:
    number, words = mention.number, mention.words
    if number is None or number.high is not None or not number.unit:
        return None
    is_money = number.unit in money()
    beside = words.sums if is_money else words.shares if number.unit == _PERCENT else words.dimensions
    before = mention.before if is_money else mention.before[-_BESIDE:]
    return next((name for name, said in beside.items() if phrase(said).search(before)), None)


def _of_one_thing(a: Mention, b: Mention) -> bool:
    said = [set(content_words(m.claim.quote, m.claim.language)) for m in (a, b)]
    return a.article != b.article and len(said[0] & said[1]) >= _SHARED and _comparable(a, b)


def _comparable(a: Mention, b: Mention) -> bool:
    if a.number is None or b.number is None or a.number.unit != b.number.unit:
        return False
    low, high = sorted((abs(a.number.values[0]), abs(b.number.values[0])))
    return high <= _MOST_TIMES * low
