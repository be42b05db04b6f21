"""New texts and an index -> which are copies, and which pairs of them, with each other and with texts of the index, are near."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compare.duplicates.index import buckets
from compare.duplicates.index.lowest_members import SortedKeys
from compare.duplicates.index.open_index import Index
from compare.duplicates.index.stored_paragraphs import kernel_texts, read_texts
from compare.duplicates.kernels.batch import Hashes, Indices, SignedTexts, Texts, offsets_of
from compare.duplicates.kernels.kernel_protocol import Kernels
from compare.duplicates.kernels.sorted_unique import sorted_unique
from compare.duplicates.near_texts import first_with_bag
from compare.duplicates.sketch_settings import Sketch
from compare.duplicates.verify_pairs import VerifiedPairs, verify_pairs

NO_TEXT = -1


@dataclass(frozen=True, slots=True)
class NewTexts:
    """What there is to know of n new texts, which have the numbers behind those of the index.

    ``same`` (n) is the number of the first text with its very shingles, ``own`` are the places of new texts that are the first of theirs
    and have a shingle, ``columns`` their packed keys, ``near`` the verified pairs in order.
    """

    signed: SignedTexts
    first_copy: Indices
    own: Indices
    columns: Sequence[Hashes]
    near: VerifiedPairs


def match_new_texts(index: Index, texts: Texts, sketch: Sketch, kernels: Kernels) -> NewTexts:
    """As if all texts, those of the index first, were one batch: same copies, same pairs."""
    signed, first = kernels.sign_texts(texts, sketch), len(index)
    everyone, has_some = np.arange(len(texts)), signed.lengths > 0
    same = first + np.where(has_some, first_with_bag(signed.bags), everyone)
    known = copies_of(index, signed.bags)
    same = np.where(has_some & (known != NO_TEXT), known, same)
    own = np.flatnonzero(has_some & (same == first + everyone))
    columns = _columns(signed, own)
    low, high = buckets.distinct_pairs(*buckets.index_candidates(columns, _columns_of(index), kernels), first)
    pairs = _pairs(index, texts, low, high)
    near = verify_pairs(pairs.texts, pairs.low, pairs.high, sketch, kernels)
    return NewTexts(signed, same, own, columns, pairs.numbered(near, first))


def near_in_index(index: Index, texts: Texts, sketch: Sketch, kernels: Kernels) -> VerifiedPairs:
    """Texts of the index (``low``) that each text (``high``, its place among the texts, rising) is near, copies among them."""
    signed, first = kernels.sign_texts(texts, sketch), len(index)
    has_some = np.flatnonzero(signed.lengths > 0)
    low, high = buckets.index_candidates(_columns(signed, has_some), _columns_of(index), kernels)
    old = low < 0
    known = copies_of(index, signed.bags[has_some])
    copies = np.flatnonzero(known != NO_TEXT)
    low, high = np.concatenate([low[old], known[copies] - first]), np.concatenate([high[old], has_some[copies]])
    pairs = _pairs(index, texts, *buckets.distinct_pairs(low, high, first))
    near = pairs.numbered(verify_pairs(pairs.texts, pairs.low, pairs.high, sketch, kernels), first)
    order = np.argsort(near.high, kind="stable")
    return VerifiedPairs(near.low[order], near.high[order] - first, near.jaccard[order], near.containment[order])


def copies_of(index: Index, bags: Hashes) -> Indices:
    """For each bag the number of the text that has it, or ``NOBODY``."""
    found = np.full(len(bags), NO_TEXT)
    order = np.argsort(bags[:, 0])  # needles in order go through the pages of an array in order
    needles, rest = bags[order].T
    for segment in index.segments:
        keys, others = segment["bags"], segment["bags_rest"]
        place = np.searchsorted(keys, needles)
        open_ = np.arange(len(needles))
        while len(open_):  # ends after one round, but where half a bag is another's half
            open_ = open_[place[open_] < len(keys)]
            open_ = open_[keys[place[open_]] == needles[open_]]
            hit = others[place[open_]] == rest[open_]
            found[order[open_[hit]]] = segment["bags_of"][place[open_[hit]]].astype(np.int64) + segment.part.first
            open_ = open_[~hit]
            place[open_] += 1
    return found


def _columns(signed: SignedTexts, own: Indices) -> list[Hashes]:
    return [*buckets.pack_bands(signed, own), buckets.pack_anchors(signed.anchors, own)]


def _columns_of(index: Index) -> list[list[SortedKeys]]:
    """For each band, and for the anchors, the keys of the segments, in order."""
    of_segments = [
        zip([*segment["bands"], segment["anchors"]], [*segment["bands_at"], segment["anchors_at"]], strict=True)
        for segment in index.segments
    ]
    offsets = [segment.part.first - len(index) for segment in index.segments]
    columns = [[SortedKeys(*keys, offset) for keys in of_one] for of_one, offset in zip(of_segments, offsets, strict=True)]
    return [[keys[band] for keys in columns] for band in range(index.settings.archive_bands + 1)]


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Pairs of places in ``texts``, of which ``every`` says the numbers, counted from the first new text."""

    numbers: Indices
    texts: Texts
    low: Indices
    high: Indices

    def numbered(self, near: VerifiedPairs, first: int) -> VerifiedPairs:
        """The same pairs by their numbers in the index."""
        return VerifiedPairs(self.numbers[near.low] + first, self.numbers[near.high] + first, near.jaccard, near.containment)


def _pairs(index: Index, texts: Texts, low: Indices, high: Indices) -> _Pairs:
    """Pairs in order -> the texts of the index that are in some, each once, and behind them all new ones."""
    before = low[low < 0]
    old = sorted_unique(before)
    both = _concatenated(kernel_texts(read_texts(index, old + len(index))), texts)
    place = np.concatenate([np.searchsorted(old, before), low[len(before) :] + len(old)])
    return _Pairs(np.concatenate([old, np.arange(len(texts))]), both, place, high + len(old))


def _concatenated(one: Texts, other: Texts) -> Texts:
    """The texts of both, in order."""
    lengths = np.concatenate([np.diff(one.offsets), np.diff(other.offsets)])
    bodies = [texts.buffer[texts.offsets[0] : texts.offsets[-1]] for texts in (one, other)]
    return Texts(np.concatenate(bodies), offsets_of(lengths))
