"""Decisions in force -> which pairs of passages belong together and which do not; the last word on a pair holds."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from compare.model import Links, Passage
from compare.review.anchors import Anchor
from compare.review.events import About, Event

Pair = tuple[Passage, Passage]  # in order
_TOGETHER = {"must_link": True, "cannot_link": False}
_TAKEN_FOR_ONE = frozenset(["verdict", "wording"])


def links_of(events: Iterable[Event], about: About, where: Mapping[Anchor, Passage]) -> Links:
    """The links of events in force, in order; a passage that ``where`` does not have takes no part."""
    decided: dict[Pair, bool] = {}
    for event in events:
        if event.about == about:
            decide(decided, event, where)
    return Links(
        together=frozenset(pair for pair, together in decided.items() if together),
        apart=frozenset(pair for pair, together in decided.items() if not together),
    )


def decide(decided: dict[Pair, bool], event: Event, where: Mapping[Anchor, Passage]) -> None:
    """Take one more event into what is decided: whether each pair belongs together.

    A group that was rejected takes back that its pairs belong together, no more: they may be right in other groups. If it was one pair,
    that pair does not. Who judges or words a claim takes its passages for one claim.
    """
    if event.kind in _TAKEN_FOR_ONE:
        for pair in pairs_of(event, where):
            decided.setdefault(pair, True)
    if event.kind in _TOGETHER:
        pairs = pairs_of(event, where)
        if is_rejection(event) and len(event.passages) > 2:
            for pair in pairs:
                if decided.get(pair):
                    del decided[pair]
        else:
            decided.update(dict.fromkeys(pairs, _TOGETHER[event.kind]))


def is_rejection(event: Event) -> bool:
    """Whether the event says of a whole group that it is none."""
    return event.kind == "cannot_link" and not event.others


def pairs_of(event: Event, where: Mapping[Anchor, Passage]) -> list[Pair]:
    """The pairs that a link decision speaks of: its passages with each other, or each with each of the others."""
    passages, others = found(event.passages, where), found(event.others, where)
    pairs = product(passages, others) if event.others else combinations(passages, 2)
    return [(min(a, b), max(a, b)) for a, b in pairs if a != b]


def found(anchors: Sequence[Anchor], where: Mapping[Anchor, Passage]) -> list[Passage]:
    """Where those of the anchors are that were found."""
    return [where[anchor] for anchor in anchors if anchor in where]
