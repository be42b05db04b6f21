"""The kernels compiled by numba, for runs of many paragraphs: equal results, a hundredth of the time, after 8 s of compiling once.

What is compiled is kept on disk beside this file or in numba's own cache; a run that loads it from there waits .7 s. Every function takes
flat arrays and works on all threads that numba is told to use. Rows are independent, so the number of threads changes no result.
"""

import numpy as np
from numba import get_num_threads
from numpy.typing import NDArray

from compare.duplicates.kernels import jit_bands, jit_rows, jit_text, plain
from compare.duplicates.kernels.batch import Hashes, Indices, Rows, Signed, Texts, offsets_of
from compare.duplicates.kernels.folding import fold_table

NAME = "numba"

# What is exact in numpy and costs nothing beside the rest.
components = plain.components
bags = plain.bags


def tokenised(texts: Texts) -> Rows:
    """As ``plain.tokenised``."""
    table = fold_table()
    lengths = jit_text.count_words(texts.buffer, texts.offsets, table, get_num_threads())
    offsets = offsets_of(lengths)
    return Rows(jit_text.hash_words(texts.buffer, texts.offsets, table, offsets, get_num_threads()), offsets)


def shingled(tokens: Rows, size: int) -> Rows:
    """As ``plain.shingled``."""
    offsets = offsets_of(np.maximum(tokens.lengths - size + 1, 0))
    return Rows(jit_text.hash_runs(tokens.values, tokens.offsets, offsets, size), offsets)


def sets(shingles: Rows) -> Rows:
    """As ``plain.sets``."""
    values = shingles.values.copy()
    lengths = jit_rows.sort_rows(values, shingles.offsets)
    offsets = offsets_of(lengths)
    return Rows(jit_rows.packed(values, shingles.offsets, offsets), offsets)


def signatures(shingles: Rows, permutations: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """As ``plain.signatures``."""
    return jit_bands.signatures(shingles.values, shingles.offsets, permutations[0].copy(), permutations[1].copy())


def band_keys(slots: NDArray[np.uint32], bands: int) -> Hashes:
    """As ``plain.band_keys``."""
    return jit_bands.band_keys(slots, bands)


def shared(of: Rows, low: Indices, high: Indices) -> Indices:
    """As ``plain.shared``."""
    return jit_rows.shared(of.values, of.offsets, low, high)


def signed(texts: Texts, size: int, permutations: NDArray[np.uint32], bands: int) -> Signed:
    """As ``plain.signed``, each text read once."""
    a, b = permutations[0].copy(), permutations[1].copy()
    return Signed(*jit_bands.signed(texts.buffer, texts.offsets, fold_table(), size, a, b, bands, get_num_threads()))


def bucket_pairs(keys: Hashes, ids: Indices, pivots: int) -> tuple[Indices, Indices]:
    """As ``plain.bucket_pairs``."""
    plain.check_sorted(keys, ids)
    return jit_rows.bucket_pairs(keys, ids, pivots)
