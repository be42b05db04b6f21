"""Items of which some belong together in pairs -> the groups that the pairs make."""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import TypeVar

Item = TypeVar("Item")


def connected(items: Sequence[Item], belong: Callable[[Item, Item], bool]) -> list[list[Item]]:
    """Groups in which each item belongs to another one of it; in order of their first items, which keep theirs."""
    group_of = list(range(len(items)))
    for a, b in combinations(range(len(items)), 2):
        if group_of[a] != group_of[b] and belong(items[a], items[b]):
            kept, taken = sorted((group_of[a], group_of[b]))
            group_of = [kept if group == taken else group for group in group_of]
    return [[item for item, own in zip(items, group_of, strict=True) if own == group] for group in sorted(set(group_of))]
