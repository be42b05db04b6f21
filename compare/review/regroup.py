"""Groups of passages and link decisions, in order -> the groups as reviewers want them; the engine's own groups where nobody spoke."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.model import Passage
from compare.review.anchors import Anchor
from compare.review.events import About, Event

Members = frozenset[Passage]


@dataclass(frozen=True, slots=True)
class Regrouped:
    """A group and the indices of the groups that it came from, the one that gave it most first."""

    members: Members
    origins: tuple[int, ...]


def regroup(groups: Sequence[Members], events: Iterable[Event], about: About, where: Mapping[Anchor, Passage]) -> list[Regrouped]:
    """The groups after every link decision; a group of one passage may be left over.

    Events are those in force. After the last of them every pair that was last said to belong together stands in one group, no pair that was
    last said not to, and no whole group that was rejected. Groups that nobody spoke of come back as they were, in their place.
    """
    now = [Regrouped(group, (index,)) for index, group in enumerate(groups)]
    for event in events:
        if event.about != about:
            continue
        passages, others = _found(event.passages, where), _found(event.others, where)
        if event.kind == "must_link" and passages and (others or not event.others):
            now = _joined(now, passages, others)
        elif event.kind == "cannot_link":
            now = _parted(now, passages, others) if event.others else _rejected(now, passages, len(event.passages))
    return _maximal(now)


def _found(anchors: Sequence[Anchor], where: Mapping[Anchor, Passage]) -> Members:
    return frozenset(where[anchor] for anchor in anchors if anchor in where)


def _joined(now: list[Regrouped], passages: Members, others: Members) -> list[Regrouped]:
    """One group that holds them all, with what has come to the groups that they were."""
    together = passages | others
    if len(together) < 2 or any(together <= group.members for group in now):
        return now
    found = [group for side in (others, passages) for group in now if side and group is _home(now, side)]
    taken = list(dict.fromkeys(found))
    origins = tuple(dict.fromkeys(index for group in taken for index in group.origins))
    joined = Regrouped(together.union(*(group.members for group in taken)), origins)
    if not taken:
        return [*now, joined]
    place = now.index(taken[0])
    return [joined if at == place else group for at, group in enumerate(now) if at == place or group not in taken]


def _home(now: Sequence[Regrouped], side: Members) -> Regrouped | None:
    """The group that these passages are, give or take a few: most of them lie in it, and it has not as many others."""
    best = max(now, key=lambda group: (len(group.members & side), -len(group.members)), default=None)
    shared = len(best.members & side) if best else 0
    return best if best and 2 * shared > max(len(side), len(best.members)) else None


def _parted(now: list[Regrouped], out: Members, rest: Members) -> list[Regrouped]:
    """Every group that has some of both falls in two; members nobody spoke of stay with the rest."""
    parted = []
    for group in now:
        if group.members & out and group.members & rest:
            parted += [Regrouped(group.members - out, group.origins), Regrouped(group.members & out, group.origins)]
        else:
            parted.append(group)
    return parted


def _rejected(now: list[Regrouped], rejected: Members, said: int) -> list[Regrouped]:
    """All of them are no group, nor is a part of them; other groups may share pairs with it, and keep them.

    A group that has grown around the rejected one keeps what is new in it. If not all of the ``said`` passages were found, the rest of them
    tell of a group that may be a right one.
    """
    if len(rejected) < max(2, said):
        return now
    kept = []
    for group in now:
        if group.members <= rejected or group.members >= rejected:
            kept += [Regrouped(frozenset([passage]), group.origins) for passage in sorted(group.members & rejected)]
            kept += [Regrouped(group.members - rejected, group.origins)] if group.members - rejected else []
        else:
            kept.append(group)
    return kept


def _maximal(now: Sequence[Regrouped]) -> list[Regrouped]:
    """Without groups that another one holds, and of equal ones the first."""
    holders: dict[Passage, list[int]] = {}
    for at, group in enumerate(now):
        for passage in group.members:
            holders.setdefault(passage, []).append(at)
    kept = []
    for at, group in enumerate(now):
        shared = set.intersection(*(set(holders[passage]) for passage in group.members))
        if not any(now[other].members > group.members or other < at for other in shared - {at}):
            kept.append(group)
    return kept
