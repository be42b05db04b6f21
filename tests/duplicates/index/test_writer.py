"""Whatever is wrong with an index or stands in its way is told; what was added is there, and what was not is not half there."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from compare.duplicates.index.info import cluster_info
from compare.duplicates.index.open_index import check, open_index
from compare.duplicates.index.write_lock import LOCK
from compare.duplicates.index.writer import open_writer
from compare.duplicates.kernels import numpy_kernels
from compare.errors import IndexFolderError
from compare.settings import DuplicateSettings

FERRY = "Phà Hải Âu rời bến lúc bảy giờ với một trăm hai mươi hành khách"
HOLDER = """
import sys
from pathlib import Path
from compare.duplicates.index.writer import open_writer
with open_writer(Path(sys.argv[1]), None):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def index(tmp_path: Path, tools: Any) -> Path:
    """Two segments of a hundred paragraphs."""
    folder = tmp_path / "index"
    tools.add_texts(folder, tools.near_copies(100))
    tools.add_texts(folder, tools.near_copies(100, seed=2))
    return folder


def segments(folder: Path) -> list[Path]:
    return sorted((folder / "segments").iterdir())


# --- who may write, and where


def test_a_second_writer_is_told_and_writes_when_the_first_one_is_killed(tmp_path: Path, tools: Any) -> None:
    with subprocess.Popen(
        [sys.executable, "-P", "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(IndexFolderError, match="is being written by another program"), open_writer(tmp_path, None):
            pass
        holder.kill()
    assert tools.add_texts(tmp_path, [FERRY]).paragraphs == 1


def test_readers_need_no_lock(index: Path) -> None:
    with open_writer(index, None):
        assert len(open_index(index)) == 200


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "novel.txt").write_text("Chương một", encoding="utf-8")
    with pytest.raises(IndexFolderError, match=r"holds no index, but novel\.txt"), open_writer(tmp_path, None):
        pass
    assert [file.name for file in tmp_path.iterdir()] == ["novel.txt"]


def test_an_index_whose_making_was_cut_short_is_made_again(tmp_path: Path, tools: Any) -> None:
    (tmp_path / "segments").mkdir()
    (tmp_path / LOCK).touch()
    (tmp_path / "manifest.json.new").write_text("{", encoding="utf-8")
    assert tools.add_texts(tmp_path, [FERRY]).paragraphs == 1


def test_a_folder_without_an_index_is_no_index(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nowhere"):
        with pytest.raises(IndexFolderError, match="holds no index"):
            open_index(folder)


def test_other_settings_than_those_of_the_index_are_named_with_both_values(index: Path) -> None:
    message = r"duplicates\.archive_bands is 42 in the index and 32 in the settings; duplicates\.jaccard is 0\.5 in the index and 0\.7"
    with pytest.raises(IndexFolderError, match=message), open_writer(index, DuplicateSettings(archive_bands=32, jaccard=0.7)):
        pass


def test_an_index_keeps_the_settings_that_it_was_made_with(tmp_path: Path, tools: Any) -> None:
    with open_writer(tmp_path, DuplicateSettings(jaccard=0.9, containment=1.0)):
        pass
    assert tools.add_texts(tmp_path, [FERRY, FERRY.replace("bảy", "tám")]).links == 0


# --- what is broken


def damaged(part: float, step: int = 0, *, cut: bool = False) -> Callable[[Path], None]:
    def damage(folder: Path) -> None:
        file = segments(folder)[0]
        data = bytearray(file.read_bytes())
        at = int(part * len(data)) + step
        data[at] ^= 1
        file.write_bytes(bytes(data[:at] if cut else data))

    return damage


def rewritten(**values: Any) -> Callable[[Path], None]:
    def rewrite(folder: Path) -> None:
        path = folder / "manifest.json"
        path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | values), encoding="utf-8")

    return rewrite


def of_a_later_version(folder: Path) -> None:
    path = folder / "manifest.json"
    document = json.loads(path.read_text(encoding="utf-8")) | {"format": "tellings-index/2"}
    del document["sha256"]
    document["sha256"] = hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()
    path.write_text(json.dumps(document) + "\n", encoding="utf-8")


def with_text(text: str) -> Callable[[Path], None]:
    return lambda folder: (folder / "manifest.json").write_text(text, encoding="utf-8") and None


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (damaged(0, 3), r"00000001\.seg: is not the file that was written"),
        (damaged(1, -40), r"00000001\.seg: is not the file that was written"),
        (damaged(1, -5), r"00000001\.seg: is not the file that was written"),
        (damaged(0.5, cut=True), r"00000001\.seg: has \d+ bytes where \d+ were written"),
        (lambda folder: segments(folder)[1].unlink(), r"00000002\.seg: is named by the manifest and is not there"),
        (of_a_later_version, "is of format tellings-index/2, which is not tellings-index/1"),
        (rewritten(format="comparison/1"), "is no manifest of an index"),
        (rewritten(adds=7), "is not as it was written"),
        (with_text("{"), "is no manifest of an index"),
        (with_text("[]"), "is no manifest of an index"),
    ],
    ids=["head", "directory", "end", "cut", "absent", "newer", "foreign", "changed", "half", "list"],
)
def test_what_is_not_as_it_was_written_is_told(index: Path, damage: Callable[[Path], None], message: str) -> None:
    damage(index)
    with pytest.raises(IndexFolderError, match=message):
        open_index(index)


def test_a_flipped_bit_in_an_array_is_found_by_a_check_that_names_file_and_array(index: Path) -> None:
    damaged(0, 80)(index)
    opened = open_index(index)
    with pytest.raises(IndexFolderError, match=r"00000001\.seg: bands"):
        check(opened)


def test_an_index_that_hashes_in_another_way_is_refused(index: Path) -> None:
    from compare.duplicates.index import manifest

    before = manifest.read(index)
    manifest.write(index, manifest.Manifest({**before.header, "hashes": "affine64/9"}, before.adds, before.written, before.parts))
    with pytest.raises(IndexFolderError, match="hashes as 'affine64/9', and this version as 'affine32"):
        open_index(index)


@pytest.mark.parametrize("name", ["c-200", "200", "c--1", "c-1x", "c-99999999999999999999999"])
def test_a_cluster_that_is_not_there_is_told(index: Path, name: str) -> None:
    with pytest.raises(IndexFolderError, match=f"has no cluster {name}"):
        cluster_info(open_index(index), name)


# --- who reads while another one writes


def test_what_a_killed_writer_left_is_removed_by_the_next_one_and_by_no_reader(index: Path, tools: Any) -> None:
    stranger = index / "segments" / "00000003.seg"
    stranger.write_bytes(b"half a segment")
    assert len(open_index(index)) == 200
    assert stranger.exists()
    tools.add_texts(index, [FERRY])
    assert [file.name for file in segments(index)] == ["00000001.seg", "00000002.seg", "00000003.seg"]
    check(open_index(index))


@pytest.mark.skipif(sys.platform == "win32", reason="what is mapped cannot be removed there")
def test_a_reader_keeps_what_it_opened_when_segments_are_joined(index: Path, tools: Any) -> None:
    before = open_index(index)
    found = tools.clusters_and_links(before)
    with open_writer(index, None) as writer:
        assert writer.compact() == 2
        assert writer.compact() == 0
    assert [file.name for file in segments(index)] == ["00000003.seg"]
    assert tools.clusters_and_links(before) == found
    assert tools.clusters_and_links(open_index(index)) == found
    check(before)


def test_readers_that_open_while_segments_come_and_go_always_find_a_whole_index(tmp_path: Path, tools: Any) -> None:
    texts = tools.near_copies(80)
    tools.add_texts(tmp_path, texts[:2])

    def read_on(_: int) -> list[int]:
        sizes = [2]
        while sizes[-1] < len(texts):
            sizes.append(len(open_index(tmp_path)))
        return sizes

    with ThreadPoolExecutor(2) as pool:
        reading = pool.map(read_on, range(2))
        with open_writer(tmp_path, None) as writer:
            for start in range(2, len(texts), 2):
                writer.add(tools.paragraphs_of(texts[start : start + 2], start), numpy_kernels)
                writer.compact()
        assert all(sizes == sorted(sizes) and all(size % 2 == 0 for size in sizes) for sizes in reading)


# --- a disk that cannot be written


def test_a_manifest_that_cannot_be_written_leaves_the_index_as_it_was(index: Path, tools: Any) -> None:
    before, names = tools.clusters_and_links(open_index(index)), [file.name for file in segments(index)]
    in_the_way = index / "manifest.json.new"
    in_the_way.mkdir()
    with open_writer(index, None) as writer:
        for work in (lambda: writer.add(tools.paragraphs_of([FERRY], 200), numpy_kernels), writer.compact):
            with pytest.raises(IndexFolderError, match=r"manifest\.json: cannot be written"):
                work()
            assert (len(writer.index), [file.name for file in segments(index)]) == (200, names)
        in_the_way.rmdir()
        assert tools.clusters_and_links(writer.index) == before
        writer.add(tools.paragraphs_of([FERRY], 200), numpy_kernels)
    assert len(open_index(index)) == 201


FULL = """
import resource, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from conftest import near_copies, paragraphs_of
from compare.duplicates.index.writer import open_writer
from compare.duplicates.kernels import numpy_kernels as plain
from compare.errors import IndexFolderError
with open_writer(Path(sys.argv[1]), None) as writer:
    resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
    try:
        writer.add(paragraphs_of(near_copies(300, seed=3), len(writer.index)), plain)
    except IndexFolderError as error:
        print(error)
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print(len(writer.index))
    if sys.argv[4] == "again":
        writer.add(paragraphs_of(near_copies(5, seed=4), len(writer.index)), plain)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="files have no limit there")
@pytest.mark.parametrize("limit", [0, 100, 40_000])
def test_a_disk_that_fills_leaves_the_index_as_it_was(index: Path, tools: Any, limit: int) -> None:
    before, names = tools.clusters_and_links(open_index(index)), [file.name for file in segments(index)]

    def run(then: str) -> list[str]:
        command = [sys.executable, "-P", "-c", FULL, str(index), str(Path(__file__).parent), str(limit), then]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout.splitlines()

    message, size = run("no more")
    assert "cannot be written (File too large); make room" in message
    assert size == "200"
    assert [file.name for file in segments(index)] == names
    check(open_index(index))
    assert tools.clusters_and_links(open_index(index)) == before
    run("again")
    assert len(open_index(index)) == 205
