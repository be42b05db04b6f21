"""The framed sentences of a claim -> the clashes between two articles that nothing else in the claim settles."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import combinations

from compare.claims.clash import Clash, Filler, Framed
from compare.claims.fact_kinds import FACT_KINDS
from compare.claims.rules import near_copy_clashes
from compare.claims.slot_clashes import clashes
from compare.model import ArticleId, Claim

OneClaim = Callable[[Claim, Claim], bool]  # whether two sentences surely tell one claim


def unsettled_clashes(framed: Mapping[ArticleId, Sequence[Framed]], one_claim: OneClaim) -> list[Clash]:
    """Every clash but those that either article settles by also giving the other's value, or any one sentence by giving both.

    Sentences that do not surely tell one claim are compared only as near-copies.
    """
    unsettled = []
    for a, b in combinations(sorted(framed), 2):
        for left in framed[a]:
            for right in framed[b]:
                clashing = clashes(left, right) if one_claim(left[0], right[0]) else near_copy_clashes(left, right)
                unsettled += [clash for clash in clashing if not (_give(framed[a], clash.right) or _give(framed[b], clash.left))]
    stating = _Statements(one for own in framed.values() for one in own)
    return [clash for clash in unsettled if not stating.in_one_sentence(clash.left, clash.right)]


class _Statements:
    """The sentences of a claim by the values that they state: of hundreds of sentences few state one figure."""

    def __init__(self, claims: Iterable[Framed]) -> None:
        self._claims = list(claims)
        self._stating: dict[object, set[int]] = defaultdict(set)
        for at, (claim, _) in enumerate(self._claims):
            for kind in FACT_KINDS:
                for fact in kind.stated(claim):
                    for reading in kind.readings(fact):
                        self._stating[reading].add(at)

    def in_one_sentence(self, one: Filler, other: Filler) -> bool:
        """Whether a single sentence states both values."""
        candidates = sorted(self._of(one) & self._of(other))
        return any(_give([self._claims[at]], one) and _give([self._claims[at]], other) for at in candidates)

    def _of(self, side: Filler) -> set[int]:
        values = (side.value, side.says) if side.number is None else side.number.values
        return set().union(*(self._stating.get(value, ()) for value in values))


def _give(claims: Iterable[Framed], side: Filler) -> bool:
    """Whether one of the claims states this side's number, day or name too."""
    return any(kind.settles(fact, side) for claim, _ in claims for kind in FACT_KINDS for fact in kind.stated(claim))
