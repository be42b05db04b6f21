"""The conflicts of a claim -> its disputes: each slot with the values given for it and who gives them."""

from collections.abc import Mapping, Sequence

from compare.claims.clash import Clash
from compare.model import ArticleId, Dispute, Side


def disputes_of(conflicts: Sequence[Clash]) -> tuple[Dispute, ...]:
    """Clashes of one slot together, in the order in which the slots were found; sides are sorted by value."""
    slots: dict[str, dict[str, set[ArticleId]]] = {}
    for clash in conflicts:
        sides = slots.setdefault(_slot_of(clash, slots), {})
        for filler in (clash.left, clash.right):
            sides.setdefault(filler.value, set()).add(filler.claim.article)
    return tuple(
        Dispute(slot, tuple(Side(value, tuple(sorted(articles))) for value, articles in sorted(sides.items())))
        for slot, sides in slots.items()
    )


def _slot_of(clash: Clash, slots: Mapping[str, Mapping[str, object]]) -> str:
    """The slot of a dispute that already has one of the two values, else a new one named by the clash."""
    for slot, sides in slots.items():
        if {clash.left.value, clash.right.value} & set(sides):
            return slot
    return clash.slot
