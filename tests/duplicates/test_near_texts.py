"""Texts -> verified pairs and clusters: complete against brute force, whoever computes and in whatever order they come."""

from dataclasses import replace
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from compare.duplicates.kernels import numpy_kernels
from compare.duplicates.kernels.batch import texts_of
from compare.duplicates.near_texts import NearPairs, first_with_bag, find_near_pairs
from compare.duplicates.shingles import jaccard, shingle_text
from compare.duplicates.sketch_settings import Sketch

try:
    from compare.duplicates.kernels import numba_kernels
except ModuleNotFoundError:
    numba_kernels = None

both = pytest.mark.parametrize(
    "kernels",
    [numpy_kernels, pytest.param(numba_kernels, marks=pytest.mark.skipif(numba_kernels is None, reason="the extra fast is not installed"))],
    ids=["numpy", "numba"],
)
SKETCH = Sketch(size=3, permutations=MinHash(num_perm=128, seed=1).permutations, bands=64, jaccard=0.5)
WORDS = ["phà", "bến", "khách", "sương", "mù", "cảng", "tàu", "neo", "sóng", "gió", "ferry", "harbour", "fog", "late"]
FERRY = "Phà Hải Âu rời bến lúc bảy giờ với một trăm hai mươi hành khách"


def pairs(found: NearPairs) -> dict[tuple[int, int], float]:
    return {(low, high): share for low, high, share in zip(found.low.tolist(), found.high.tolist(), found.jaccard.tolist(), strict=True)}


@both
def test_an_altered_copy_is_found_and_another_text_is_not(kernels: Any) -> None:
    found = find_near_pairs(texts_of([FERRY, "Không ai bị thương trong vụ việc", FERRY + " và hàng", "Ngắn"]), SKETCH, kernels)
    assert list(pairs(found)) == [(0, 2)]
    assert found.labels().tolist() == [0, 1, 0, 3]


@both
def test_a_copy_is_represented_by_the_first_of_its_kind(kernels: Any) -> None:
    found = find_near_pairs(texts_of(["một hai ba", FERRY, FERRY.upper(), FERRY + "!", FERRY + " và hàng"]), SKETCH, kernels)
    assert (found.first_copy.tolist(), list(pairs(found))) == ([0, 1, 1, 1, 4], [(1, 4)])
    assert found.labels().tolist() == [0, 1, 1, 1, 1]


@both
@pytest.mark.parametrize("texts", [[], [""], ["a b", "a b"], [FERRY]])
def test_texts_too_short_or_alone_are_in_no_pair(kernels: Any, texts: list[str]) -> None:
    assert pairs(find_near_pairs(texts_of(texts), SKETCH, kernels)) == {}


@both
def test_one_line_repeated_is_one_cluster_without_pairs(kernels: Any) -> None:
    found = find_near_pairs(texts_of([FERRY] * 3000 + ["Không ai bị thương trong vụ việc"]), SKETCH, kernels)
    assert (len(found.low), found.labels().tolist()) == (0, [0] * 3000 + [3000])


@both
def test_an_excerpt_is_found_in_a_text_ten_times_as_long_and_says_so(kernels: Any) -> None:
    page = " ".join(f"chữ{at}" for at in range(150))
    long = f"{page} {FERRY} {page.upper()}x"
    short, other = FERRY, "Ngắn như thế này cũng là một câu của bài"
    found = find_near_pairs(texts_of([long, short, other]), replace(SKETCH, containment=0.8, containment_words=10), kernels)
    assert (found.low.tolist(), found.high.tolist(), found.containment.tolist()) == ([0], [1], [1.0])
    assert found.jaccard[0] < 0.1
    assert len(find_near_pairs(texts_of([long, short, other]), SKETCH, kernels).low) == 0


@both
@pytest.mark.parametrize(("least", "links"), [(10, 1), (20, 0)])
def test_a_short_text_is_no_excerpt(kernels: Any, least: int, links: int) -> None:
    long = FERRY + " " + " ".join(f"chữ{at}" for at in range(40))
    assert len(find_near_pairs(texts_of([long, FERRY]), replace(SKETCH, containment=0.8, containment_words=least), kernels).low) == links


@given(st.lists(st.tuples(st.sampled_from([7, 7 << 40, 7 << 40 | 1, 9 << 40]), st.integers(0, 2)), max_size=12))
def test_bags_that_share_a_part_are_not_taken_for_copies(rows: list[tuple[int, int]]) -> None:
    bags = np.array(rows, dtype=np.uint64).reshape(-1, 2)
    assert first_with_bag(bags).tolist() == [rows.index(row) for row in rows]


@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), max_size=12))
def test_every_pair_that_shares_half_its_shingles_is_found_and_no_other(texts: list[str]) -> None:
    found = find_near_pairs(texts_of(texts), SKETCH, numpy_kernels)
    sets = [shingle_text(text, 3) for text in texts]
    first = {sets[at].shingles: at for at in reversed(range(len(texts)))}
    wanted = {
        (a, b): jaccard(sets[a], sets[b])
        for a, b in combinations(range(len(texts)), 2)
        if sets[a].shingles and sets[b].shingles and jaccard(sets[a], sets[b]) >= 0.5
    }
    distinct = {(a, b): share for (a, b), share in pairs(found).items() if sets[a].shingles != sets[b].shingles}
    assert all(wanted.get(pair) == pytest.approx(share) for pair, share in distinct.items())
    labels = found.labels().tolist()
    assert all(labels[a] == labels[b] for a, b in wanted)
    assert all(labels[at] == at for at in range(len(texts)) if not any(at in pair for pair in wanted))
    assert all(labels[first[one.shingles]] == labels[at] for at, one in enumerate(sets) if one.shingles)


@both
def test_the_order_of_texts_changes_no_cluster(kernels: Any) -> None:
    random = np.random.default_rng(7)
    texts = [" ".join(random.choice(WORDS, 8)) for _ in range(60)]
    order = random.permutation(60)
    one = find_near_pairs(texts_of(texts), SKETCH, kernels).labels()
    other = find_near_pairs(texts_of([texts[at] for at in order]), SKETCH, kernels).labels()
    for a, b in combinations(range(60), 2):
        assert (other[a] == other[b]) == (one[order[a]] == one[order[b]])
