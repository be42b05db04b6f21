"""Distinct texts in content order -> connected components, each with the verified pairs that hold it together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from compare.duplicates.candidate_pairs import candidate_pairs
from compare.duplicates.shingles import ShingledText, is_near
from compare.settings import DuplicateSettings


@dataclass(frozen=True, slots=True)
class Component:
    """Indices of texts, rising, and one verified pair fewer than there are texts."""

    texts: tuple[int, ...]
    tree: tuple[tuple[int, int], ...]


def components(texts: Sequence[ShingledText], settings: DuplicateSettings) -> list[Component]:
    """A partition of ``texts``; a pair already joined is not verified again, which keeps crowds cheap."""
    parents = list(range(len(texts)))
    pairs = []
    for a, b in candidate_pairs(texts, settings):
        root, other = _root(parents, a), _root(parents, b)
        if root != other and is_near(texts[a], texts[b], settings):
            parents[max(root, other)] = min(root, other)
            pairs.append((a, b))
    members: defaultdict[int, list[int]] = defaultdict(list)
    trees: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for at in range(len(texts)):
        members[_root(parents, at)].append(at)
    for pair in pairs:
        trees[_root(parents, pair[0])].append(pair)
    return [Component(tuple(found), tuple(trees[root])) for root, found in members.items()]


def _root(parents: list[int], at: int) -> int:
    """Union-find with path halving."""
    while parents[at] != at:
        parents[at] = parents[parents[at]]
        at = parents[at]
    return at
