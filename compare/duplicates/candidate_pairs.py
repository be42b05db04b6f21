"""Distinct texts in content order -> pairs that may be near-duplicates; what is missed and why stands here."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from compare.duplicates.shingles import ShingledText
from compare.settings import DuplicateSettings

if TYPE_CHECKING:
    from datasketch import MinHash

# Up to here every pair of a crowd is tried, which finds all; beyond, each text is tried with the first of the crowd and with its
# neighbour in content order, which keeps a crowd of n at 2n pairs. Crowds that large are boilerplate, alike enough to hold together.
LARGEST_PAIRED_GROUP = 50
_ROUNDING = 1e-9  # .8 of 10 shingles is 8, not 8.000000000000002


def candidate_pairs(texts: Sequence[ShingledText], settings: DuplicateSettings) -> Iterator[tuple[int, int]]:
    """Pairs of indices a < b, possibly repeated, always in one order for one input; nothing is verified yet."""
    often = Counter(shingle for text in texts for shingle in text.shingles)
    yield from lsh_pairs(texts, often, settings)
    yield from excerpt_pairs(texts, often, settings)


def lsh_pairs(texts: Sequence[ShingledText], frequency: Counter[str], settings: DuplicateSettings) -> Iterator[tuple[int, int]]:
    """Pairs that share an LSH bucket: at Jaccard j and b bands of r rows all but (1 - j^r)^b of them.

    A text of n shingles can reach j only if j n of them stand in another text too: the rest, most of any story, stay out.
    """
    from datasketch import MinHashLSH

    repeated = {shingle for shingle, count in frequency.items() if count > 1}
    hopeful = [at for at, text in enumerate(texts) if len(text.shingles & repeated) >= settings.jaccard * len(text.shingles) - _ROUNDING]
    rows = settings.permutations // settings.bands
    index = MinHashLSH(num_perm=settings.permutations, params=(settings.bands, rows))
    for at, signature in zip(hopeful, _signatures([texts[at] for at in hopeful], settings), strict=True):
        index.insert(at, signature, check_duplication=False)
    for table in index.hashtables:
        for bucket in table.keys():  # noqa: SIM118 - a storage of datasketch, not a dict
            found = table.get(bucket)
            if len(found) > 1:
                yield from _pairs(sorted(found))


def excerpt_pairs(texts: Sequence[ShingledText], frequency: Counter[str], settings: DuplicateSettings) -> Iterator[tuple[int, int]]:
    """Pairs in which the shorter text may be contained in the longer; exact but for crowds, MinHash being blind to unequal lengths.

    Prefix filter (Chaudhuri, Ganti, Kaushik 2006): of n shingles at most n - ceil(c n) may be missing in the longer text, so
    one of the n - ceil(c n) + 1 rarest has to be there.
    """
    owners = _owners_of_rare(texts, frequency, settings)
    crowds: dict[str, list[int]] = {shingle: list(found) for shingle, found in owners.items() if len(found) > LARGEST_PAIRED_GROUP}
    for longer, text in enumerate(texts):
        found: set[int] = set()
        for shingle in text.shingles & owners.keys():
            if shingle in crowds:
                crowds[shingle].append(longer)
            else:
                found.update(owners[shingle])
        size = len(text.shingles)
        yield from ((min(at, longer), max(at, longer)) for at in sorted(found) if at != longer and len(texts[at].shingles) <= size)
    for shingle in sorted(crowds):
        yield from _pairs(sorted(set(crowds[shingle])))


def _owners_of_rare(texts: Sequence[ShingledText], frequency: Counter[str], settings: DuplicateSettings) -> dict[str, list[int]]:
    """Which texts, long enough to be an excerpt, have a shingle among their rarest."""
    owners: defaultdict[str, list[int]] = defaultdict(list)
    for at, text in enumerate(texts):
        if len(text.words) < settings.containment_words:
            continue
        rarest = sorted(text.shingles, key=lambda shingle: (frequency[shingle], shingle))
        needed = math.ceil(settings.containment * len(rarest) - _ROUNDING)
        for shingle in rarest[: len(rarest) - needed + 1]:
            owners[shingle].append(at)
    return owners


def _pairs(crowd: Sequence[int]) -> Iterator[tuple[int, int]]:
    if len(crowd) <= LARGEST_PAIRED_GROUP:
        yield from ((a, b) for place, a in enumerate(crowd) for b in crowd[place + 1 :])
        return
    for before, at in pairwise(crowd):
        yield crowd[0], at
        if before != crowd[0]:
            yield before, at


def _signatures(texts: Sequence[ShingledText], settings: DuplicateSettings) -> Iterator["MinHash"]:
    """One MinHash a text, of slots that our kernels fill as datasketch would, in a tenth of the time."""
    from datasketch import MinHash

    from compare.duplicates.kernels.choose_kernels import kernels_for
    from compare.duplicates.kernels.numpy_kernels import hash_tokens

    scheme = "affine32"
    permutations = MinHash(num_perm=settings.permutations, seed=settings.seed, scheme=scheme).permutations
    kernels = kernels_for(len(texts), settings)
    shingles = kernels.shingle(hash_tokens([text.words for text in texts]), settings.shingle_words)
    for slots in kernels.signatures(shingles, permutations):
        yield MinHash(seed=settings.seed, hashvalues=slots, permutations=permutations, scheme=scheme)
