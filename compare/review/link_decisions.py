"""Decision events in force -> which pairs of passages belong together and which do not; the last decision on a pair holds."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations, product

from compare.model import Links, Passage
from compare.review.anchors import Anchor
from compare.review.events import About, Event

Pair = tuple[Passage, Passage]  # sorted
_TOGETHER = {"must_link": True, "cannot_link": False}
_IMPLY_TOGETHER = frozenset(["verdict", "wording"])


def links_of(events: Iterable[Event], about: About, passage_by_anchor: Mapping[Anchor, Passage]) -> Links:
    """The links that the events make, in order; anchors that are not in ``passage_by_anchor`` are ignored."""
    decided: dict[Pair, bool] = {}
    for event in events:
        if event.about == about:
            apply_link(decided, event, passage_by_anchor)
    return Links(
        together=frozenset(pair for pair, together in decided.items() if together),
        apart=frozenset(pair for pair, together in decided.items() if not together),
    )


def apply_link(decided: dict[Pair, bool], event: Event, passage_by_anchor: Mapping[Anchor, Passage]) -> None:
    """Update ``decided``, which says of a pair whether it belongs together, with one more event.

    The rejection of a group only revokes that its pairs belong together, since they may be right in other groups; a rejected pair does not
    belong together. A verdict or wording implies that the passages are one claim.
    """
    if event.kind in _IMPLY_TOGETHER:
        for pair in pairs_of(event, passage_by_anchor):
            decided.setdefault(pair, True)
    if event.kind in _TOGETHER:
        pairs = pairs_of(event, passage_by_anchor)
        if is_rejection(event) and len(event.passages) > 2:
            for pair in pairs:
                if decided.get(pair):
                    del decided[pair]
        else:
            decided.update(dict.fromkeys(pairs, _TOGETHER[event.kind]))


def is_rejection(event: Event) -> bool:
    """Whether the event rejects a whole group."""
    return event.kind == "cannot_link" and not event.others


def pairs_of(event: Event, passage_by_anchor: Mapping[Anchor, Passage]) -> list[Pair]:
    """The pairs that a link decision is about: its passages with each other, or each with each of the others."""
    passages, others = located_passages(event.passages, passage_by_anchor), located_passages(event.others, passage_by_anchor)
    pairs = product(passages, others) if event.others else combinations(passages, 2)
    return [(min(a, b), max(a, b)) for a, b in pairs if a != b]


def located_passages(anchors: Sequence[Anchor], passage_by_anchor: Mapping[Anchor, Passage]) -> list[Passage]:
    """The passages of those anchors that were found."""
    return [passage_by_anchor[anchor] for anchor in anchors if anchor in passage_by_anchor]
