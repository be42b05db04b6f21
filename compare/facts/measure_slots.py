"""Measures and sums of money -> slots: the length of the bridge, the loss, by the word beside the figure and what the sentences share."""

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

from compare.claims.frame import content_words
from compare.facts.mention import Mention, phrase
from compare.facts.slot import Slot
from compare.facts.values import articles_with_several, by_value
from compare.languages.registry import money

_BESIDE = 25  # characters before a figure in which its dimension is named
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
        for thing in _things(filled):
            values = by_value(thing)
            if not articles_with_several(values):
                found.append(Slot(name, "", values))
    return found


def _name(mention: Mention) -> str | None:
    number, words = mention.number, mention.words
    if number is None or number.high is not None or not number.unit:
        return None
    beside = words.sums if number.unit in money() else words.dimensions
    before = mention.before if number.unit in money() else mention.before[-_BESIDE:]
    return next((name for name, said in beside.items() if phrase(said).search(before)), None)


def _things(filled: Sequence[Mention]) -> list[list[Mention]]:
    said = [frozenset(content_words(m.claim.quote, m.claim.language)) for m in filled]
    together = list(range(len(filled)))
    for a, b in combinations(range(len(filled)), 2):
        if filled[a].article != filled[b].article and len(said[a] & said[b]) >= _SHARED and _comparable(filled[a], filled[b]):
            old, new = together[b], together[a]
            together = [new if group == old else group for group in together]
    return [[m for m, own in zip(filled, together, strict=True) if own == group] for group in sorted(set(together))]


def _comparable(a: Mention, b: Mention) -> bool:
    if a.number is None or b.number is None or a.number.unit != b.number.unit:
        return False
    low, high = sorted((abs(a.number.values[0]), abs(b.number.values[0])))
    return high <= _MOST_TIMES * low
