"""Decisions in force -> which pairs of passages belong together and which do not; the last word on a pair holds."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from compare.model import Links, Passage
from compare.review.anchors import Anchor
from compare.review.events import About, Event

_TOGETHER = {"must_link": True, "cannot_link": False}


def links_of(events: Iterable[Event], about: About, where: Mapping[Anchor, Passage]) -> Links:
    """The links of events in force, in order; a passage that ``where`` does not have takes no part.

    A group that was rejected says nothing of its pairs, which may be right in other groups, unless it was one pair.
    """
    decided: dict[tuple[Passage, Passage], bool] = {}
    for event in events:
        if event.about == about and event.kind in _TOGETHER:
            decided.update(dict.fromkeys(_pairs(event, where), _TOGETHER[event.kind]))
    return Links(
        together=frozenset(pair for pair, together in decided.items() if together),
        apart=frozenset(pair for pair, together in decided.items() if not together),
    )


def _pairs(event: Event, where: Mapping[Anchor, Passage]) -> Iterable[tuple[Passage, Passage]]:
    passages, others = _found(event.passages, where), _found(event.others, where)
    if event.kind == "cannot_link" and not event.others and len(event.passages) != 2:
        return []
    pairs = product(passages, others) if event.others else combinations(passages, 2)
    return [(min(a, b), max(a, b)) for a, b in pairs if a != b]


def _found(anchors: Sequence[Anchor], where: Mapping[Anchor, Passage]) -> list[Passage]:
    return [where[anchor] for anchor in anchors if anchor in where]
