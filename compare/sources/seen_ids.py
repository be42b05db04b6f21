"""Ids one after the other -> whether each is the first of its kind, in 8 bytes an id."""

from hashlib import blake2b

import numpy as np

from compare.model import ArticleId
from compare.text.tokens import checksum

_RECENT = 1 << 16  # ids that are not yet among the sorted ones


class SeenIds:
    """Digests of all ids so far; of ten million ids two share a digest once in 370,000 runs, and the later one goes for the earlier."""

    def __init__(self) -> None:
        self._sorted = np.empty(0, dtype=np.uint64)
        self._recent: set[int] = set()

    def add(self, name: str) -> bool:
        """True once for each name."""
        digest = int.from_bytes(blake2b(name.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
        at = int(np.searchsorted(self._sorted, np.uint64(digest)))
        if digest in self._recent or (at < len(self._sorted) and int(self._sorted[at]) == digest):
            return False
        self._recent.add(digest)
        if len(self._recent) == _RECENT:
            recent = np.fromiter(self._recent, dtype=np.uint64, count=_RECENT)
            self._sorted = np.sort(np.concatenate([self._sorted, recent]), kind="stable")
            self._recent.clear()
        return True

    def make_unique(self, name: ArticleId, origin: str) -> ArticleId:
        """The name, told apart by its place where it is not the first of its kind, and taken."""
        found, number = name, 0
        while not self.add(found):
            number += 1
            found = ArticleId(f"{name}-{checksum(origin)[:8]}" + (f"-{number}" if number > 1 else ""))
        return found
