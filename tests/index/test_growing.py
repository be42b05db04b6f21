"""In whatever batches paragraphs come, and whenever segments are joined: the clusters and links of one batch."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.duplicates.index.container import Stamp
from compare.duplicates.index.info import Merge, index_info, cluster_info
from compare.duplicates.index.join_segments import FANOUT, segments_due
from compare.duplicates.index.lowest_members import directory_of, lowest_members
from compare.duplicates.index.manifest import SegmentEntry
from compare.duplicates.index.open_index import check, open_index
from compare.duplicates.index.stored_paragraphs import read_texts
from compare.duplicates.index.writer import open_writer
from compare.duplicates.kernels import numpy_kernels

try:
    from compare.duplicates.index import jit_lowest_members
    from compare.duplicates.kernels import numba_kernels
except ModuleNotFoundError:
    numba_kernels = jit_lowest_members = None

without_numba = pytest.mark.skipif(numba_kernels is None, reason="the extra fast is not installed")
both = pytest.mark.parametrize("kernels", [numpy_kernels, pytest.param(numba_kernels, marks=without_numba)], ids=["numpy", "numba"])
FERRY = "Phà Hải Âu rời bến lúc bảy giờ với một trăm hai mươi hành khách"
STORM = "The storm tore two roofs off and nobody in the whole harbour was hurt that night"
WORDS = ["phà", "bến", "khách", "sương", "mù", "İzmir", "ΟΔΟΣ", "Cảng", "fog"]
LINES = st.lists(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), max_size=25)


@both
@settings(max_examples=60)
@given(texts=LINES, cuts=st.lists(st.tuples(st.integers(0, 25), st.sampled_from(["tidy", "compact", ""])), max_size=8))
def test_any_batches_make_the_clusters_and_links_of_one(kernels: Any, desk: Any, texts: list[str], cuts: list[tuple[int, str]]) -> None:
    with TemporaryDirectory() as folder, open_writer(Path(folder), None) as writer:
        for end, join in [*sorted(cuts), (len(texts), "")]:
            writer.add(desk.arrived(texts[len(writer.index) : end], len(writer.index)), kernels)
            if join:
                getattr(writer, join)()
        assert desk.found_by(writer.index) == desk.found_at_once(texts, writer.index)
        assert [read_texts(writer.index, np.array([at]))[0] for at in range(len(texts))] == texts
        check(open_index(Path(folder)))


@both
@pytest.mark.parametrize("size", [3, 64, 200])
def test_a_crowd_larger_than_any_bucket_is_compared_with_makes_the_links_of_one_batch(
    kernels: Any, tmp_path: Path, desk: Any, size: int
) -> None:
    texts = desk.crowd(200)
    with open_writer(tmp_path, None) as writer:
        for start in range(0, len(texts), size):
            writer.add(desk.arrived(texts[start : start + size], start), kernels)
            writer.join_due()
        assert len(writer.index.segments) < 2 * FANOUT
        found = desk.found_by(writer.index)
    assert found == desk.found_at_once(texts, writer.index)
    assert len(found[1]) > 1000


@both
def test_a_batch_so_large_that_threads_share_it_makes_the_links_of_one_batch(
    kernels: Any, tmp_path: Path, desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("compare.duplicates.index.buckets._THREADED", 0)
    texts = desk.crowd(200)
    for part in (texts[:90], texts[90:]):
        desk.added(tmp_path, part, kernels)
    index = open_index(tmp_path)
    assert desk.found_by(index) == desk.found_at_once(texts, index)


def test_a_receipt_says_what_an_add_did(tmp_path: Path, desk: Any) -> None:
    first = desk.added(tmp_path, [FERRY, FERRY + " và hàng", STORM, STORM + " at all", "Không ai bị thương trong vụ việc"])
    assert (first.paragraphs, first.copies, first.links, first.new_clusters) == (5, 0, 2, 2)
    second = desk.added(tmp_path, [FERRY.upper(), "Không ai bị thương trong vụ việc"])
    assert (second.copies, second.links, second.new_clusters, second.grown_clusters) == (2, 0, 1, 1)
    third = desk.added(tmp_path, [f"{FERRY} {STORM}"])
    assert (third.new_clusters, third.grown_clusters, third.merged_clusters) == (0, 1, 1)


def test_merged_clusters_keep_the_lower_id_and_the_other_one_leads_there(tmp_path: Path, desk: Any) -> None:
    desk.added(tmp_path, ["ngắn", FERRY, FERRY + " và hàng", STORM, STORM + " at all"])
    before = cluster_info(open_index(tmp_path), "c-3")
    assert (before.id, [place.article for place in before.members], before.merges) == ("c-3", ["a3", "a4"], ())
    desk.added(tmp_path, [f"{FERRY} {STORM}"])
    for name in ("c-1", "c-3", "c-5"):
        now = cluster_info(open_index(tmp_path), name)
        assert (now.id, [place.article for place in now.members]) == ("c-1", ["a1", "a2", "a3", "a4", "a5"])
        assert now.merges == (Merge(2, "c-1", "c-3"),)
    assert (index_info(open_index(tmp_path)).clusters, index_info(open_index(tmp_path)).merges) == (1, 1)


def test_a_cluster_that_went_away_twice_is_found_where_it_is_now(tmp_path: Path, desk: Any) -> None:
    fog = "Sương mù dày đặc phủ kín cả cửa sông từ nửa đêm cho tới gần trưa"
    desk.added(tmp_path, [FERRY, FERRY + " và hàng", STORM, STORM + " at all", fog, fog + " nay"])
    desk.added(tmp_path, [f"{STORM} {fog}"])
    desk.added(tmp_path, [f"{FERRY} {STORM}"])
    now = cluster_info(open_index(tmp_path), "c-4")
    assert (now.id, len(now.members)) == ("c-0", 8)
    assert now.merges == (Merge(2, "c-2", "c-4"), Merge(3, "c-0", "c-2"))


def test_a_text_is_kept_as_it_was_said(tmp_path: Path, desk: Any) -> None:
    desk.added(tmp_path, ["ΟΔΟΣ İSTANBUL \ud800 và phà"])
    assert read_texts(open_index(tmp_path), np.array([0]))[0] == "ΟΔΟΣ İSTANBUL \ud800 và phà"


# --- joining


def test_segments_of_one_size_are_joined_when_there_are_too_many() -> None:
    def parts(*sizes: int) -> list[SegmentEntry]:
        return [SegmentEntry(f"{at}", sum(sizes[:at]), size, 1, Stamp(0, 0)) for at, size in enumerate(sizes)]

    assert segments_due(parts(*[10] * (FANOUT - 1))) == 0
    assert segments_due(parts(*[10] * FANOUT)) == FANOUT
    assert segments_due(parts(1_000_000, *[10] * FANOUT)) == FANOUT
    assert segments_due(parts(10**6, *[8_000] * FANOUT, 10, 10)) == FANOUT + 2


@given(st.lists(st.sampled_from([1, 900, 1_000, 5_000, 40_000]), max_size=120))
def test_segments_stay_few_however_many_adds_there_are(sizes: list[int]) -> None:
    parts: list[SegmentEntry] = []
    for size in sizes:
        parts.append(SegmentEntry("", parts[-1].end if parts else 0, size, 1, Stamp(0, 0)))
        if count := segments_due(parts):
            parts[-count:] = [SegmentEntry("", parts[-count].first, sum(part.paragraphs for part in parts[-count:]), 1, Stamp(0, 0))]
    assert len(parts) <= 4 * FANOUT


@without_numba
@given(
    entries=st.lists(st.tuples(st.integers(0, 12), st.integers(0, 40)), max_size=120),
    heads=st.sets(st.integers(0, 12)),
    spread=st.sampled_from([1, 2**10, 2**28]),
    room=st.integers(0, 5),
)
def test_both_find_the_same_members_of_a_bucket(entries: list[tuple[int, int]], heads: set[int], spread: int, room: int) -> None:
    packed = np.unique(np.array([(key * spread << 32) | at for key, at in entries], dtype=np.uint64))
    asked = np.array(sorted(heads), dtype=np.uint64) * np.uint64(spread)
    rooms = [np.full(len(asked), room), np.full(len(asked), room)]
    one, other = (
        find(packed, directory_of(packed), asked, left) for find, left in zip((lowest_members, jit_lowest_members.lowest_members), rooms, strict=True)
    )
    assert [part.tolist() for part in one] == [part.tolist() for part in other]
    assert rooms[0].tolist() == rooms[1].tolist()
    members = {head: sorted({at for key, at in entries if key == head})[:room] for head in sorted(heads)}
    assert one[1].tolist() == [at for found in members.values() for at in found]
