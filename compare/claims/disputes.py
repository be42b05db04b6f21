"""The conflicts of a claim -> its disputes: each slot with the values given for it and who gives them."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from compare.claims.clash import Clash
from compare.model import ArticleId, Dispute, Side

_Sides = dict[str, set[ArticleId]]  # value -> the articles that give it


def disputes_of(conflicts: Sequence[Clash]) -> tuple[Dispute, ...]:
    """Clashes of one slot together, in the order in which the slots were found; sides are sorted by value.

    No article stands on two sides of a dispute: two brothers of 13 and 14 in one article, and of 14 and 16 in another, are two disputes,
    though both have a 14.
    """
    disputes: list[tuple[str, _Sides]] = []
    for clash in conflicts:
        joined = _dispute_of(clash, disputes)
        if joined is None:
            joined = {}
            disputes.append((clash.slot, joined))
        for filler in (clash.left, clash.right):
            joined.setdefault(filler.value, set()).add(filler.claim.article)
    return tuple(
        Dispute(slot, tuple(Side(value, tuple(sorted(articles))) for value, articles in sorted(sides.items()))) for slot, sides in disputes
    )


def _dispute_of(clash: Clash, disputes: Sequence[tuple[str, _Sides]]) -> _Sides | None:
    """The dispute that has one of the two values already, else one of the same name; none if an article would then be on two sides."""
    values = {clash.left.value, clash.right.value}
    open_ones = [(slot, sides) for slot, sides in disputes if _fits(clash, sides)]
    by_value = next((sides for _, sides in open_ones if values & set(sides)), None)
    return by_value if by_value is not None else next((sides for slot, sides in open_ones if slot == clash.slot), None)


def _fits(clash: Clash, sides: Mapping[str, AbstractSet[ArticleId]]) -> bool:
    return not any(
        filler.claim.article in articles
        for filler in (clash.left, clash.right)
        for value, articles in sides.items()
        if value != filler.value
    )
