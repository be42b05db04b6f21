"""Groups of passages and link decisions, in order -> the groups as reviewers decided; groups that nobody decided on stay as they were."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from compare.model import Passage
from compare.review.anchors import Anchor
from compare.review.events import About, Event
from compare.review.link_decisions import Pair, apply_link, is_rejection, located_passages, pairs_of

PassageSet = frozenset[Passage]


@dataclass(frozen=True, slots=True)
class Regrouped:
    """A group, and the indices of the groups that it came from; first the one that most of it is from."""

    members: PassageSet
    origins: tuple[int, ...]


def regroup(
    groups: Sequence[PassageSet], events: Iterable[Event], about: About, passage_by_anchor: Mapping[Anchor, Passage]
) -> list[Regrouped]:
    """The groups after all link decisions in force; a group of a single passage is possible.

    The last decision on a pair holds: pairs that belong together are in one group, pairs that do not are in none, and a group that was
    rejected no longer exists. Groups that no decision mentions are unchanged and keep their position.
    """
    links = [event for event in events if event.about == about]
    mentioned = frozenset(passage for event in links for passage in located_passages(event.passages + event.others, passage_by_anchor))
    touched = [group for group in groups if not group.isdisjoint(mentioned)]
    # A changed group may come to contain another one, but only if the two share passages.
    within_reach = mentioned.union(*touched)
    within, untouched = list[Regrouped](), list[Regrouped]()
    for index, group in enumerate(groups):
        (untouched if group.isdisjoint(within_reach) else within).append(Regrouped(group, (index,)))
    regrouped = _maximal(_regrouped(within, links, passage_by_anchor))
    return sorted([*untouched, *regrouped], key=lambda group: min(group.origins, default=len(groups)))


def _regrouped(groups_now: list[Regrouped], links: Iterable[Event], passage_by_anchor: Mapping[Anchor, Passage]) -> list[Regrouped]:
    """The groups after applying one decision after the other."""
    decided: dict[Pair, bool] = {}
    for event in links:
        apply_link(decided, event, passage_by_anchor)
        if event.kind == "must_link":
            groups_now = _merged(groups_now, pairs_of(event, passage_by_anchor), decided)
        elif is_rejection(event):
            groups_now = _rejected(groups_now, located_passages(event.passages, passage_by_anchor), len(event.passages), decided)
        elif event.kind == "cannot_link":
            groups_now = _split(
                groups_now,
                frozenset(located_passages(event.passages, passage_by_anchor)),
                frozenset(located_passages(event.others, passage_by_anchor)),
                decided,
            )
    return groups_now


def _merged(groups_now: list[Regrouped], pairs: Sequence[Pair], decided: Mapping[Pair, bool]) -> list[Regrouped]:
    """Each pair is in one group, with all merged passages and the rest of their groups, except what a decision keeps apart."""
    mentioned = frozenset(passage for pair in pairs for passage in pair)
    waiting = {pair for pair in pairs if not any(set(pair) <= group.members for group in groups_now)}
    while waiting:
        seed = min(waiting)
        sources = _source_groups(groups_now, mentioned, seed)
        candidates = [*seed, *sorted(mentioned), *(passage for source in sources for passage in sorted(source.members))]
        members = _compatible(candidates, decided)
        origins = tuple(dict.fromkeys(index for source in sources for index in source.origins))
        merged = Regrouped(members, origins)
        taken = {id(source) for source in sources}
        position = next((at for at, group in enumerate(groups_now) if id(group) in taken), len(groups_now))
        gone = {id(source) for source in sources if source.members <= members}
        groups_now = [*groups_now[:position], merged, *(group for group in groups_now[position:] if id(group) not in gone)]
        waiting = {pair for pair in waiting if not set(pair) <= members}
    return groups_now


def _source_groups(groups_now: Sequence[Regrouped], mentioned: PassageSet, seed: Pair) -> list[Regrouped]:
    """The groups that the merged passages come from: the decision mentions most of such a group, and it contains one of the pair."""
    sources = [group for group in groups_now if 2 * len(group.members & mentioned) > len(group.members) and group.members & set(seed)]
    return sorted(sources, key=lambda group: (-len(group.members & mentioned), -len(group.members)))


def _compatible(candidates: Iterable[Passage], decided: Mapping[Pair, bool]) -> PassageSet:
    """The passages in their order, without those that a decision keeps apart from an earlier one."""
    kept: list[Passage] = []
    for passage in dict.fromkeys(candidates):
        if all(decided.get((min(passage, other), max(passage, other))) is not False for other in kept):
            kept.append(passage)
    return frozenset(kept)


def _split(groups_now: list[Regrouped], taken_out: PassageSet, rest: PassageSet, decided: Mapping[Pair, bool]) -> list[Regrouped]:
    """Each group that has passages of both sides is split in two.

    Members that the decision does not mention stay with the rest, unless an earlier decision says that they belong with what is taken out.
    """
    split = []
    for group in groups_now:
        gone, stay = group.members & taken_out, group.members - taken_out
        if not gone or not group.members & rest:
            split.append(group)
            continue
        with_them = [m for m in sorted(stay - rest) if any(decided.get((min(m, one), max(m, one))) for one in gone)]
        split += [Regrouped(stay, group.origins), Regrouped(gone.union(with_them), group.origins)]
    return split


def _rejected(
    groups_now: list[Regrouped], rejected: Sequence[Passage], mentioned_count: int, decided: Mapping[Pair, bool]
) -> list[Regrouped]:
    """The rejected passages are not a group, and no part of them is; other groups that share pairs with them are unchanged.

    A group that contains the rejected one keeps its new members, and what an earlier decision says belongs with these. If not all of the
    ``mentioned_count`` passages were found, nothing changes: what is left may be a group.
    """
    if len(rejected) < mentioned_count:
        return groups_now
    if mentioned_count == 2:
        return _split(groups_now, frozenset(rejected[:1]), frozenset(rejected[1:]), decided)
    gone, kept = frozenset(rejected), []
    for group in groups_now:
        if group.members <= gone or group.members >= gone:
            new = group.members - gone
            for one in sorted(group.members & gone):
                with_it = [other for other in sorted(new) if decided.get((min(one, other), max(one, other)))]
                kept.append(Regrouped(frozenset([one, *with_it]), group.origins))
            kept += [Regrouped(new, group.origins)] if new else []
        else:
            kept.append(group)
    return kept


def _maximal(groups_now: Sequence[Regrouped]) -> list[Regrouped]:
    """Without groups that another group contains; of equal groups, the first."""
    groups_with: dict[Passage, list[int]] = {}
    for at, group in enumerate(groups_now):
        for passage in group.members:
            groups_with.setdefault(passage, []).append(at)
    kept = []
    for at, group in enumerate(groups_now):
        if any(len(groups_with[passage]) == 1 for passage in group.members):
            kept.append(group)
            continue
        shared = set.intersection(*(set(groups_with[passage]) for passage in group.members))
        if not any(groups_now[other].members > group.members or other < at for other in shared - {at}):
            kept.append(group)
    return kept
