"""One contract for both implementations of the kernels, and datasketch's own slots."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pytest
from datasketch import MinHash
from hypothesis import given
from hypothesis import strategies as st

from compare.duplicates.kernels import numpy_kernels
from compare.duplicates.kernels.batch import Rows, concatenate, offsets_of, texts_of, texts_of_arrow
from compare.duplicates.kernels.fold_table import fold_table
from compare.duplicates.sketch_settings import Sketch
from compare.text.tokens import words_as_written

try:
    from compare.duplicates.kernels import numba_kernels
except ModuleNotFoundError:
    numba_kernels = None

without_numba = pytest.mark.skipif(numba_kernels is None, reason="the extra fast is not installed")
both = pytest.mark.parametrize("kernels", [numpy_kernels, pytest.param(numba_kernels, marks=without_numba)], ids=["numpy", "numba"])
PERMUTATIONS = MinHash(num_perm=128, seed=1).permutations
TEXTS = [
    "Phà Hải Âu rời bến lúc bảy giờ với 120 hành khách, chậm hai tiếng vì sương mù.",
    "The ferry left two hours late, with 120 passengers, because of fog.",
    "",
    "   …—!?  ",
    "ngắn quá",
    "ΟΔΟΣ ΣΑΣ İSTANBUL Đà Nẵng 𝐱 𐐀 中文 e\u0301te\u0301",
    "x" * 63 + " " + "y" * 64 + " " + "z" * 65 + " " + "w" * 1000,
    "một hai ba " * 400,
]
WORDS = [890955975191534813, 5778523759597688962]
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)


def rows(values: Sequence[Sequence[int]]) -> Rows:
    flat = [value for row in values for value in row]
    return Rows(np.array(flat, dtype=np.uint64), offsets_of([len(row) for row in values]))


def as_lists(found: Rows) -> list[list[int]]:
    return [found[at].tolist() for at in range(len(found))]


def prose_of_the_project(root: Path) -> list[str]:
    """The paragraphs of the samples, Vietnamese and English, and of the documentation: more words than one block of the kernels."""
    files = sorted([*root.glob("examples/*/*.txt"), *root.glob("docs/**/*.md"), *root.glob("*.md")])
    return [paragraph for file in files for paragraph in file.read_text(encoding="utf-8").split("\n")]


# --- words


@both
def test_a_text_is_parted_into_the_words_of_the_reading_room(kernels: Any) -> None:
    found = kernels.tokenise(texts_of(TEXTS))
    assert found.lengths.tolist() == [len(words_as_written(text)) for text in TEXTS]


@both
def test_words_have_one_hash_if_and_only_if_they_are_one_folded_word(kernels: Any) -> None:
    found = kernels.tokenise(texts_of([*TEXTS, *(text.upper() for text in TEXTS)]))
    said = [word for text in [*TEXTS, *(text.upper() for text in TEXTS)] for word in words_as_written(text)]
    of_word: dict[str, set[int]] = {}
    for word, value in zip(said, found.values.tolist(), strict=True):
        of_word.setdefault(word, set()).add(value)
    assert all(len(values) == 1 for values in of_word.values())
    assert len({value for values in of_word.values() for value in values}) == len(of_word)


@without_numba
@given(st.lists(NAMES, max_size=5))
def test_both_read_any_text_alike(texts: list[str]) -> None:
    batch = texts_of(texts)
    one, other = numpy_kernels.tokenise(batch), numba_kernels.tokenise(batch)
    assert as_lists(one) == as_lists(other)
    assert one.lengths.tolist() == [len(words_as_written(text)) for text in texts]


@without_numba
def test_every_sign_of_the_common_blocks_is_read_by_vectors_as_by_the_table() -> None:
    points = [point for point in [*range(1, 0x360), *range(0x1E00, 0x2040)] if chr(point) not in "İΣ"]
    batch = texts_of([around.replace("?", chr(point)) for point in points for around in ("?", "x?Y", "Đ ??")])
    assert as_lists(numba_kernels.tokenise(batch)) == as_lists(numpy_kernels.tokenise(batch))


def test_the_table_folds_every_sign_as_the_reading_room_does() -> None:
    table = fold_table()
    for point in [*range(0x3000), 0x1E9E, 0x10400, 0x1D7D8, 0xFB00, 0x2160, 0x24B6]:
        word = words_as_written(chr(point)) if not 0xD800 <= point < 0xE000 else []
        if chr(point) not in "İΣ":
            assert table[point] == (ord(word[0]) if word else 0), hex(point)


def test_the_hash_of_a_word_never_changes() -> None:
    """It stands in indexes on disk."""
    assert numpy_kernels.tokenise(texts_of(["phà " + "a" * 65])).values.tolist() == WORDS


@pytest.mark.parametrize("texts", [[], ["", "Phà rời bến"], TEXTS, TEXTS[:4]])
def test_a_column_of_arrow_is_read_as_its_strings_are(texts: list[str]) -> None:
    column = pa.array(["before", *texts, "behind"], pa.large_string()).slice(1, len(texts))
    one, other = texts_of_arrow(column), texts_of(texts)
    assert [one[at] for at in range(len(one))] == [other[at] for at in range(len(other))]
    assert as_lists(numpy_kernels.tokenise(one)) == as_lists(numpy_kernels.tokenise(other))


def test_a_missing_text_is_refused() -> None:
    with pytest.raises(ValueError, match="1 texts are missing"):
        texts_of_arrow(pa.array(["a", None], pa.large_string()))


def test_rows_of_several_parts_stand_one_after_the_other() -> None:
    assert as_lists(concatenate([rows([[1], []]), rows([[2, 3]])])) == [[1], [], [2, 3]]
    assert as_lists(concatenate([])) == []


@both
def test_work_is_done_on_each_item_and_answered_in_order(kernels: Any) -> None:
    assert kernels.map_items(lambda item: item * 2, range(100)) == [item * 2 for item in range(100)]


# --- shingles and sets


@both
def test_a_text_has_a_shingle_for_every_run_of_words_and_none_if_it_is_shorter(kernels: Any) -> None:
    shingles = kernels.shingle(kernels.tokenise(texts_of(TEXTS)), 3)
    assert shingles.lengths.tolist() == [max(0, len(words_as_written(text)) - 2) for text in TEXTS]


@both
def test_the_order_of_words_makes_another_shingle(kernels: Any) -> None:
    shingles = kernels.shingle(kernels.tokenise(texts_of(["a b c", "c b a", "a b c"])), 3).values.tolist()
    assert (shingles[0] == shingles[2], shingles[0] == shingles[1]) == (True, False)


@both
@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_set_has_each_shingle_once_in_order_of_place(kernels: Any, size: int) -> None:
    at = np.array([7, 0, 7, 3, 6, 5])
    sets, lengths = kernels.sets_of(texts_of(TEXTS), at, size)
    shingles = as_lists(kernels.shingle(kernels.tokenise(texts_of(TEXTS)), size))
    assert as_lists(sets) == [list(dict.fromkeys(shingles[text])) for text in at]
    assert lengths.tolist() == [len(words_as_written(TEXTS[text])) for text in at]


@both
def test_what_two_sets_share_is_counted(kernels: Any) -> None:
    of = rows([[1, 2, 3, 9], [2, 3, 4], [], [9]])
    low, high = np.array([0, 0, 0, 1, 2]), np.array([1, 2, 3, 3, 3])
    assert kernels.count_shared(of, low, high).tolist() == [2, 0, 1, 0, 0]


@given(st.lists(st.sets(st.integers(0, 40)), min_size=2, max_size=8))
def test_sharing_is_the_size_of_the_intersection(found: list[set[int]]) -> None:
    of = rows([sorted(one) for one in found])
    low, high = np.triu_indices(len(found), 1)
    assert numpy_kernels.count_shared(of, low, high).tolist() == [len(found[a] & found[b]) for a, b in zip(low, high, strict=True)]


@given(st.lists(st.integers(0, 2**64 - 1), unique=True, max_size=20), st.randoms())
def test_a_bag_is_one_whatever_its_order_and_another_without_a_member(values: list[int], random: Any) -> None:
    shuffled = random.sample(values, len(values))
    one, other, fewer = numpy_kernels.bags(rows([values, shuffled, values[1:]])).tolist()
    assert one == other
    assert (one == fewer) == (not values)


# --- anchors


def anchored(kernels: Any, texts: list[str], size: int = 3) -> list[list[int]]:
    return as_lists(kernels.anchors(kernels.shingle(kernels.tokenise(texts_of(texts)), size), size))


@both
@given(st.lists(st.sampled_from("abcdefghij"), min_size=9, max_size=30), st.data())
def test_nine_words_in_a_row_share_an_anchor_with_whatever_stands_around_them(kernels: Any, words_: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(words_) - 9))
    last = data.draw(st.integers(first + 9, len(words_)))
    whole, excerpt = anchored(kernels, [" ".join(words_), " ".join(["x", "y", *words_[first:last], "z"])])
    assert set(whole) & set(excerpt)


@both
def test_a_text_has_an_anchor_from_six_words_on_and_far_fewer_than_words(kernels: Any) -> None:
    numbers = [str(number) for number in range(400)]
    found = anchored(kernels, ["", "a b c d e", "a b c d e f", " ".join(numbers)])
    assert [len(row) for row in found[:3]] == [0, 0, 1]
    assert 120 < len(found[3]) < 200


@given(st.lists(st.lists(st.sampled_from("abcd"), max_size=20).map(" ".join), max_size=5), st.integers(1, 4))
def test_both_choose_the_same_anchors(texts: list[str], size: int) -> None:
    assert anchored(numpy_kernels, texts, size) == anchored(numba_kernels or numpy_kernels, texts, size)


# --- signatures and bands


def of_datasketch(shingles: Rows) -> np.ndarray:
    found = []
    for at in range(len(shingles)):
        made = MinHash(num_perm=128, seed=1, scheme="affine32", hashfunc=lambda value: int(value) >> 32)
        if len(shingles[at]):
            made.update_batch(shingles[at])
        found.append(made.hashvalues)
    return np.array(found)


@both
def test_slots_are_those_of_datasketch_bit_for_bit(kernels: Any) -> None:
    shingles = kernels.shingle(kernels.tokenise(texts_of(TEXTS)), 3)
    assert np.array_equal(kernels.signatures(shingles, PERMUTATIONS), of_datasketch(shingles))


@both
def test_slots_of_running_prose_are_those_of_datasketch_bit_for_bit(kernels: Any, root: Path) -> None:
    shingles = kernels.shingle(kernels.tokenise(texts_of(prose_of_the_project(root))), 3)
    assert len(shingles.values) > 20_000
    assert np.array_equal(kernels.signatures(shingles, PERMUTATIONS), of_datasketch(shingles))


@both
def test_a_text_longer_than_a_block_has_the_slots_of_all_its_words(kernels: Any) -> None:
    numbers = " ".join(map(str, range(70_000)))
    shingles = kernels.shingle(kernels.tokenise(texts_of(["before it all", numbers, "and behind it"])), 3)
    slots = kernels.signatures(shingles, PERMUTATIONS)
    assert np.array_equal(slots, of_datasketch(shingles))


def test_equal_slots_and_only_those_have_equal_keys_in_a_band() -> None:
    slots = np.array([[1, 2, 3, 4], [1, 2, 9, 9], [2, 1, 3, 4], [0, 0, 0, 0]], dtype=np.uint32)
    keys = numpy_kernels.band_keys(slots, 2)
    assert keys.shape == (2, 4)
    assert (keys[0, 0] == keys[0, 1], keys[1, 0] == keys[1, 2]) == (True, True)
    assert len(set(keys.ravel().tolist())) == 6


@without_numba
@pytest.mark.parametrize("size", [1, 3, 5])
@pytest.mark.parametrize("bands", [16, 32, 64])
def test_one_pass_over_the_text_gives_the_keys_of_the_steps(size: int, bands: int) -> None:
    batch = texts_of(TEXTS)
    steps = numpy_kernels.band_keys(
        numpy_kernels.signatures(numpy_kernels.shingle(numpy_kernels.tokenise(batch), size), PERMUTATIONS), bands
    )
    sketch = Sketch(size=size, permutations=PERMUTATIONS, bands=bands, jaccard=0.7, containment=0.8)
    one, other = (kernels.sign_texts(batch, sketch) for kernels in (numpy_kernels, numba_kernels))
    assert (
        as_lists(one.anchors)
        == as_lists(other.anchors)
        == as_lists(numpy_kernels.anchors(numpy_kernels.shingle(numpy_kernels.tokenise(batch), size), size))
    )
    assert np.array_equal(one.keys, steps >> np.uint64(32))
    for name in ("keys", "bags", "lengths"):
        assert np.array_equal(getattr(one, name), getattr(other, name)), name


# --- pairs


def pairs(keys: Sequence[int], ids: Sequence[int], pivots: int) -> list[tuple[int, int]]:
    """What both implementations say."""
    found = []
    for kernels in (numpy_kernels, numba_kernels or numpy_kernels):
        low, high = kernels.bucket_pairs(np.array(keys, dtype=np.uint64), np.array(ids, dtype=np.int64), pivots)
        found.append(sorted(zip(low.tolist(), high.tolist(), strict=True)))
        packed = kernels.packed_pairs(np.array([key << 32 | at for key, at in zip(keys, ids, strict=True)], dtype=np.uint64), pivots)
        found.append(sorted((pair >> 32, pair & 0xFFFFFFFF) for pair in packed.tolist()))
    assert all(one == found[0] for one in found)
    return found[0]


def test_members_of_a_bucket_are_paired_and_no_others() -> None:
    assert pairs([5, 5, 7, 9, 9, 9], [1, 4, 2, 0, 3, 8], 32) == [(0, 3), (0, 8), (1, 4), (3, 8)]


def test_a_large_bucket_is_paired_with_its_lowest_members_only() -> None:
    found = pairs([1] * 1000, range(1000), 32)
    assert len(found) == sum(min(rank, 32) for rank in range(1000))
    assert {low for low, _ in found} == set(range(32))


def test_an_empty_band_has_no_pairs() -> None:
    assert pairs([], [], 32) == []


@pytest.mark.parametrize(("keys", "ids"), [([2, 1], [0, 1]), ([1, 1], [1, 0]), ([1, 1], [0, 0])])
def test_a_band_that_is_not_sorted_is_refused(keys: list[int], ids: list[int]) -> None:
    with pytest.raises(ValueError, match="not sorted"):
        pairs(keys, ids, 32)
    packed = np.array([key << 32 | at for key, at in zip(keys, ids, strict=True)], dtype=np.uint64)
    for kernels in (numpy_kernels, numba_kernels or numpy_kernels):
        with pytest.raises(ValueError, match="not sorted"):
            kernels.packed_pairs(packed, 32)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 50)), unique_by=lambda row: row[1], max_size=40), st.integers(1, 5))
def test_a_bucket_stays_connected_however_few_pivots_it_has(rows_: list[tuple[int, int]], pivots: int) -> None:
    ordered = sorted(rows_)
    found = pairs([key for key, _ in ordered], [at for _, at in ordered], pivots)
    for key in {key for key, _ in rows_}:
        members = sorted(at for own, at in rows_ if own == key)
        assert {(low, high) for low, high in found if low == members[0]} == {(members[0], other) for other in members[1:]}


# --- components


def united(count: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """Union-find, one edge after the other."""
    labels = list(range(count))
    for a, b in edges:
        low, high = sorted((labels[a], labels[b]))
        labels = [low if label == high else label for label in labels]
    return labels


@given(st.lists(st.tuples(st.integers(0, 14), st.integers(0, 14)), max_size=25))
def test_nodes_that_edges_join_have_the_lowest_of_them_as_label(edges: list[tuple[int, int]]) -> None:
    low, high = (np.array([edge[side] for edge in edges], dtype=np.int64) for side in (0, 1))
    assert numpy_kernels.components(15, low, high).tolist() == united(15, edges)


def test_a_long_path_is_one_component() -> None:
    path = np.random.default_rng(7).permutation(20_000)
    assert numpy_kernels.components(20_000, path[:-1], path[1:]).max() == 0
