"""The kernels compiled by numba, for runs of many paragraphs: equal results, a hundredth of the time, after 8 s of compiling once.

What is compiled is kept on disk beside this file or in numba's own cache; a run that loads it from there waits .7 s. Every function takes
flat arrays and works on all threads that numba is told to use. Rows are independent, so the number of threads changes no result.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

import numpy as np
from numba import get_num_threads
from numpy.typing import NDArray

from compare.duplicates.kernels import jit_bands, jit_rows, jit_sets, jit_text, numpy_kernels
from compare.duplicates.kernels.batch import Hashes, Indices, Rows, SignedTexts, Texts, offsets_of
from compare.duplicates.kernels.fold_table import fold_table
from compare.duplicates.sketch_settings import Sketch

Item = TypeVar("Item")
Made = TypeVar("Made")

NAME = "numba"

# What is exact in numpy and costs nothing beside the rest.
components = numpy_kernels.components
bags = numpy_kernels.bags


def tokenise(texts: Texts) -> Rows:
    """As ``plain.tokenised``."""
    table = fold_table()
    lengths = jit_text.count_words(texts.buffer, texts.offsets, table, get_num_threads())
    offsets = offsets_of(lengths)
    return Rows(jit_text.hash_words(texts.buffer, texts.offsets, table, offsets, get_num_threads()), offsets)


def shingle(tokens: Rows, size: int) -> Rows:
    """As ``plain.shingled``."""
    offsets = offsets_of(np.maximum(tokens.lengths - size + 1, 0))
    return Rows(jit_text.hash_runs(tokens.values, tokens.offsets, offsets, size), offsets)


def sets_of(texts: Texts, at: Indices, size: int) -> tuple[Rows, Indices]:
    """As ``plain.sets_of``."""
    rooms = offsets_of((texts.offsets[at + 1] - texts.offsets[at]) // 2 + 1)
    values, lengths, words = jit_sets.sets_of(texts.buffer, texts.offsets, fold_table(), at, size, rooms, get_num_threads())
    offsets = offsets_of(lengths)
    return Rows(jit_sets.pack_sets(values, rooms, offsets), offsets), words


def signatures(shingles: Rows, permutations: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """As ``plain.signatures``."""
    return jit_bands.signatures(shingles.values, shingles.offsets, permutations[0].copy(), permutations[1].copy())


def count_shared(of: Rows, low: Indices, high: Indices) -> Indices:
    """As ``plain.shared``."""
    return jit_sets.count_shared(of.values, of.offsets, low, high, get_num_threads())


def anchors(shingles: Rows, size: int) -> Rows:
    """As ``plain.anchors``."""
    offsets = offsets_of(jit_rows.count_anchors(shingles.values, shingles.offsets, size, numpy_kernels.WINDOW))
    return Rows(jit_rows.anchors(shingles.values, shingles.offsets, offsets, size, numpy_kernels.WINDOW), offsets)


def sign_texts(texts: Texts, sketch: Sketch) -> SignedTexts:
    """As ``plain.signed``; for anchors the words are read a second time."""
    a, b = sketch.permutations[0].copy(), sketch.permutations[1].copy()
    keys, found_bags, lengths = jit_bands.sign_texts(
        texts.buffer, texts.offsets, fold_table(), sketch.size, a, b, sketch.bands, get_num_threads()
    )
    if sketch.containment is None:
        return SignedTexts(keys, found_bags, lengths, numpy_kernels.no_anchors(len(texts)))
    return SignedTexts(keys, found_bags, lengths, anchors(shingle(tokenise(texts), sketch.size), sketch.size))


def map_items(work: Callable[[Item], Made], items: Iterable[Item]) -> list[Made]:
    """On as many threads as numba has."""
    with ThreadPoolExecutor(get_num_threads()) as pool:
        return list(pool.map(work, items))


def bucket_pairs(keys: Hashes, ids: Indices, pivots: int) -> tuple[Indices, Indices]:
    """As ``plain.bucket_pairs``."""
    numpy_kernels.check_sorted(keys, ids)
    return jit_rows.bucket_pairs(keys, ids, pivots)


def packed_pairs(packed: Hashes, pivots: int) -> Hashes:
    """As ``plain.packed_pairs``."""
    if not jit_rows.is_strictly_rising(packed):
        raise ValueError(numpy_kernels.UNSORTED)
    return jit_rows.packed_pairs(packed, pivots)
