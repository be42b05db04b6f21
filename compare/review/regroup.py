"""Groups of passages and link decisions, in order -> the groups as reviewers want them; the engine's own groups where nobody spoke."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.model import Passage
from compare.review.anchors import Anchor
from compare.review.events import About, Event
from compare.review.link_decisions import Pair, decide, found, is_rejection, pairs_of

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
    links = [event for event in events if event.about == about]
    spoken_of = frozenset(passage for event in links for passage in found(event.passages + event.others, where))
    touched = [group for group in groups if not group.isdisjoint(spoken_of)]
    # What touched groups become may hold another one whole: only if they share passages.
    within_reach = spoken_of.union(*touched)
    within, untouched = list[Regrouped](), list[Regrouped]()
    for index, group in enumerate(groups):
        (untouched if group.isdisjoint(within_reach) else within).append(Regrouped(group, (index,)))
    regrouped = _maximal(_decided(within, links, where))
    return sorted([*untouched, *regrouped], key=lambda group: min(group.origins, default=len(groups)))


def _decided(now: list[Regrouped], links: Iterable[Event], where: Mapping[Anchor, Passage]) -> list[Regrouped]:
    """The groups after one decision after the other; each stands where the first of its origins stood."""
    decided: dict[Pair, bool] = {}
    for event in links:
        decide(decided, event, where)
        if event.kind == "must_link":
            now = _joined(now, pairs_of(event, where), decided)
        elif is_rejection(event):
            now = _rejected(now, found(event.passages, where), len(event.passages), decided)
        elif event.kind == "cannot_link":
            now = _parted(now, frozenset(found(event.passages, where)), frozenset(found(event.others, where)), decided)
    return now


def _joined(now: list[Regrouped], pairs: Sequence[Pair], decided: Mapping[Pair, bool]) -> list[Regrouped]:
    """Every pair in one group, with all that was joined and what has come to the groups that they were, as far as nobody parted it."""
    spoken_of = frozenset(passage for pair in pairs for passage in pair)
    waiting = {pair for pair in pairs if not any(set(pair) <= group.members for group in now)}
    while waiting:
        seed = min(waiting)
        homes = _homes(now, spoken_of, seed)
        wanted = [*seed, *sorted(spoken_of), *(passage for home in homes for passage in sorted(home.members))]
        members = _compatible(wanted, decided)
        origins = tuple(dict.fromkeys(index for home in homes for index in home.origins))
        joined = Regrouped(members, origins)
        taken = {id(home) for home in homes}
        place = next((at for at, group in enumerate(now) if id(group) in taken), len(now))
        gone = {id(home) for home in homes if home.members <= members}
        now = [*now[:place], joined, *(group for group in now[place:] if id(group) not in gone)]
        waiting = {pair for pair in waiting if not set(pair) <= members}
    return now


def _homes(now: Sequence[Regrouped], spoken_of: Members, seed: Pair) -> list[Regrouped]:
    """The groups that the joined passages were: most of such a group was spoken of, and it holds one of the pair."""
    homes = [group for group in now if 2 * len(group.members & spoken_of) > len(group.members) and group.members & set(seed)]
    return sorted(homes, key=lambda group: (-len(group.members & spoken_of), -len(group.members)))


def _compatible(wanted: Iterable[Passage], decided: Mapping[Pair, bool]) -> Members:
    """The passages in their order, without those that were parted from an earlier one."""
    kept: list[Passage] = []
    for passage in dict.fromkeys(wanted):
        if all(decided.get((min(passage, other), max(passage, other))) is not False for other in kept):
            kept.append(passage)
    return frozenset(kept)


def _parted(now: list[Regrouped], out: Members, rest: Members, decided: Mapping[Pair, bool]) -> list[Regrouped]:
    """Every group that has some of both falls in two.

    Members nobody spoke of stay with the rest; those that belong together with what goes out, by an earlier word, go with it as well.
    """
    parted = []
    for group in now:
        gone, stay = group.members & out, group.members - out
        if not gone or not group.members & rest:
            parted.append(group)
            continue
        with_them = [m for m in sorted(stay - rest) if any(decided.get((min(m, one), max(m, one))) for one in gone)]
        parted += [Regrouped(stay, group.origins), Regrouped(gone.union(with_them), group.origins)]
    return parted


def _rejected(now: list[Regrouped], rejected: Sequence[Passage], said: int, decided: Mapping[Pair, bool]) -> list[Regrouped]:
    """All of them are no group, nor is a part of them; other groups may share pairs with it, and keep them.

    A group that has grown around the rejected one keeps what is new in it, and what belongs to that by an earlier word. If not all of the
    ``said`` passages were found, the rest of them tell of a group that may be a right one.
    """
    if len(rejected) < said:
        return now
    if said == 2:
        return _parted(now, frozenset(rejected[:1]), frozenset(rejected[1:]), decided)
    gone, kept = frozenset(rejected), []
    for group in now:
        if group.members <= gone or group.members >= gone:
            new = group.members - gone
            for one in sorted(group.members & gone):
                with_it = [other for other in sorted(new) if decided.get((min(one, other), max(one, other)))]
                kept.append(Regrouped(frozenset([one, *with_it]), group.origins))
            kept += [Regrouped(new, group.origins)] if new else []
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
        if any(len(holders[passage]) == 1 for passage in group.members):
            kept.append(group)
            continue
        shared = set.intersection(*(set(holders[passage]) for passage in group.members))
        if not any(now[other].members > group.members or other < at for other in shared - {at}):
            kept.append(group)
    return kept
