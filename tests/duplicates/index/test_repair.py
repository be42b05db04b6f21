"""An index that lost its manifest or has a damaged segment: it is told, nothing gets worse, and `index repair` makes it an index again."""

import json
import os
import shutil
import struct
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from compare.cli import main
from compare.duplicates.index import manifest
from compare.duplicates.index.container import MAGIC
from compare.duplicates.index.info import cluster_info, index_info
from compare.duplicates.index.join_segments import FANOUT
from compare.duplicates.index.new_articles import new_paragraphs
from compare.duplicates.index.open_index import check, open_and_check, open_index
from compare.duplicates.index.query import find_matches
from compare.duplicates.index.repair import SCRATCH, RepairResult, repair
from compare.duplicates.index.stored_paragraphs import read_texts
from compare.duplicates.index.writer import open_writer
from compare.duplicates.kernels import numpy_kernels
from compare.errors import DamagedIndexError, IndexFolderError
from compare.model import Article, ArticleId
from compare.settings import DuplicateSettings

pytestmark = pytest.mark.thorough

SIZE = 30  # paragraphs of a segment
FERRY = "Phà Hải Âu rời bến lúc bảy giờ với một trăm hai mươi hành khách"


@pytest.fixture(scope="session")
def three_segments(tmp_path_factory: pytest.TempPathFactory, tools: Any) -> Path:
    """Made once; the second has copies and near-copies of the first, and the third of both."""
    folder = tmp_path_factory.mktemp("made") / "index"
    for at in range(3):
        tools.add_texts(folder, tools.near_copies(3 * SIZE)[at * SIZE : (at + 1) * SIZE])
    return folder


@pytest.fixture
def index(three_segments: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(three_segments, tmp_path / "index"))


def segment(folder: Path, number: int) -> Path:
    return folder / "segments" / manifest.name_of(number)


def repaired(folder: Path) -> RepairResult:
    return repair(folder, lambda _: numpy_kernels)


def files(folder: Path) -> dict[str, bytes]:
    return {str(file.relative_to(folder)): file.read_bytes() for file in folder.rglob("*") if file.is_file() and file.name != "writer.lock"}


def flip(file: Path, at: int) -> None:
    data = bytearray(file.read_bytes())
    data[at] ^= 1
    file.write_bytes(bytes(data))


def regions(file: Path) -> Iterator[tuple[str, int]]:
    """A byte of everything that a segment has: its head, each array, what fills up between arrays, the directory and the tail."""
    data = file.read_bytes()
    start, size, _ = struct.unpack("<QQQ", data[-24:])
    yield from (("magic", 5), ("directory", start + size // 2), ("checksum in the directory", data.rindex(b"crc32", 0, start + size) + 9))
    yield from ((f"tail {part}", len(data) - 24 + 8 * part) for part in range(3))
    end = len(MAGIC)
    for name, entry in json.loads(data[start : start + size]).items():
        if entry["offset"] > end:
            yield f"before {name}", end
        length = int(np.prod(entry["shape"])) * np.dtype(entry["dtype"]).itemsize
        if length:
            yield from ((f"{name} begins", entry["offset"]), (f"{name} ends", entry["offset"] + length - 1))
        end = entry["offset"] + length


# --- a manifest that is lost


def lost(path: Path) -> None:
    path.unlink()


def half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def foreign(path: Path) -> None:
    path.write_text('{"name": "a web app", "icons": []}', encoding="utf-8")


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def deep(path: Path) -> None:
    path.write_text("[" * 100_000, encoding="utf-8")


@pytest.mark.parametrize("damage", [lost, half, foreign, a_folder, deep], ids=lambda damage: damage.__name__)
def test_a_folder_whose_manifest_is_gone_is_not_added_to_and_every_segment_stays(
    index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], damage: Any
) -> None:
    damage(index / "manifest.json")
    before = files(index)
    (tmp_path / "new.jsonl").write_text(json.dumps({"id": "x", "outlet": "Báo", "text": FERRY}), encoding="utf-8")
    for command in (["add", str(index), str(tmp_path / "new.jsonl")], ["compact", str(index)], ["info", str(index)]):
        assert main(["index", *command]) == 1
        assert "tellings index repair" in capsys.readouterr().err
    assert files(index) == before


def test_what_stands_there_is_named(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lost(index / "manifest.json")
    assert main(["index", "info", str(index)]) == 1
    assert "has segments (00000001.seg, 00000002.seg, 00000003.seg) and no manifest.json" in capsys.readouterr().err


@pytest.mark.parametrize("damage", [lost, half, foreign, a_folder, deep], ids=lambda damage: damage.__name__)
def test_a_manifest_that_is_gone_is_made_again_from_segments_that_are_whole(index: Path, tools: Any, damage: Any) -> None:
    before, stood = tools.clusters_and_links(open_index(index)), manifest.read(index)
    damage(index / "manifest.json")
    done = repaired(index)
    assert (done.signed, done.left_out, done.lost) == (0, (), ())
    assert manifest.read(index) == stood
    assert tools.clusters_and_links(open_and_check(index, DuplicateSettings())) == before


def test_a_manifest_of_another_program_is_kept_under_another_name(index: Path) -> None:
    foreign(index / "manifest.json")
    text = (index / "manifest.json").read_bytes()
    assert repaired(index).unread == index / "manifest.json.unread"
    assert (index / "manifest.json.unread").read_bytes() == text


def test_a_repair_from_the_command_line_tells_what_it_did(index: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lost(index / "manifest.json")
    flip(segment(index, 2), segment(index, 2).read_bytes().index(b"ch\xe1\xbb\xaf"))
    assert main(["index", "repair", str(index)]) == 0
    messages = capsys.readouterr().err
    assert "left out 00000002.seg: it has damaged texts or places (text); the file stays where it is" in messages
    assert f"lost: paragraphs {SIZE} to {2 * SIZE - 1}" in messages
    assert f"{2 * SIZE} paragraphs in 2 segments are an index again; {SIZE} of them were signed anew, {SIZE} are lost" in messages
    assert main(["index", "repair", str(index)]) == 0
    assert "nothing to repair" in capsys.readouterr().err


def test_a_folder_without_a_segment_has_nothing_to_repair(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["index", "repair", str(tmp_path)]) == 1
    assert "holds no index" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_a_manifest_of_an_earlier_day_takes_no_later_segment_away(index: Path, tools: Any) -> None:
    early = (index / "manifest.json").read_bytes()
    for at in range(2):
        tools.add_texts(index, [f"{FERRY} lần thứ {at} trong tuần này"])
    before = tools.clusters_and_links(open_index(index))
    (index / "manifest.json").write_bytes(early)
    kept = files(index)
    for work in (lambda: open_index(index), lambda: tools.add_texts(index, [FERRY])):
        with pytest.raises(DamagedIndexError, match=r"is older than its segments \(00000005\.seg\)"):
            work()
    assert files(index) == kept
    repaired(index)
    assert tools.clusters_and_links(open_index(index)) == before


def test_a_manifest_of_one_add_earlier_is_put_right_by_the_next_writer(index: Path, tools: Any) -> None:
    early = (index / "manifest.json").read_bytes()
    tools.add_texts(index, [FERRY])
    (index / "manifest.json").write_bytes(early)
    tools.add_texts(index, [FERRY + " và hàng"])
    assert (len(open_index(index)), open_index(index).manifest.adds) == (3 * SIZE + 2, 5)
    check(open_index(index))


def test_the_manifest_of_another_index_is_no_manifest_of_this_one(index: Path, tmp_path: Path, tools: Any) -> None:
    tools.add_texts(tmp_path / "other", [FERRY])
    before = tools.clusters_and_links(open_index(index))
    for name in ("empty", "other"):
        with open_writer(tmp_path / name, None):
            pass
        shutil.copy(tmp_path / name / "manifest.json", index / "manifest.json")
        kept = files(index)
        with pytest.raises(DamagedIndexError):
            tools.add_texts(index, [FERRY])
        assert files(index) == kept
        repaired(index)
        assert tools.clusters_and_links(open_index(index)) == before


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda document: document["segments"][0].update(name="../../manifest.json"),
        lambda document: document["segments"].pop(1),
        lambda document: document["segments"][0].pop("stamp"),
        lambda document: document["header"]["settings"].update(speed=1),
        lambda document: document.update(segments=7),
    ],
    ids=["outside", "gap", "field", "setting", "type"],
)
def test_a_manifest_that_names_what_no_index_has_is_told(index: Path, rewrite: Any) -> None:
    path = index / "manifest.json"
    document = json.loads(path.read_text(encoding="utf-8"))
    rewrite(document)
    document["sha256"] = manifest._checksum(document)  # as one who forges it would
    path.write_text(json.dumps(document) + "\n", encoding="utf-8")
    with pytest.raises(DamagedIndexError, match="is no manifest that this program writes"):
        open_index(index)


def test_every_byte_of_a_manifest_counts(index: Path) -> None:
    path = index / "manifest.json"
    whole = path.read_bytes()
    for at in range(0, len(whole), 7):
        path.write_bytes(whole)
        flip(path, at)
        with pytest.raises(IndexFolderError):
            open_index(index)


# --- a segment that is damaged


def test_a_flip_in_any_region_of_a_segment_is_told_before_an_answer(index: Path) -> None:
    file = segment(index, 2)
    whole, missed = file.read_bytes(), []
    for name, at in regions(file):
        flip(file, at)
        try:
            open_and_check(index, DuplicateSettings())
            message = ""
        except DamagedIndexError as error:
            message = str(error)
        if "00000002.seg" not in message or "index repair" not in message:
            missed.append((name, message))
        file.write_bytes(whole)
    assert missed == []


def test_a_repair_after_a_flip_in_any_region_loses_only_what_is_gone_and_says_so(three_segments: Path, tmp_path: Path, tools: Any) -> None:
    before = open_index(three_segments)
    texts = [read_texts(before, np.array([at]))[0] for at in range(len(before))]
    clusters = tools.clusters_and_links(before)
    for at, (name, place) in enumerate(regions(segment(three_segments, 2))):
        folder = Path(shutil.copytree(three_segments, tmp_path / str(at)))
        flip(segment(folder, 2), place)
        damaged = segment(folder, 2).read_bytes()
        if at % 2:
            (folder / "manifest.json").unlink()
        done = repaired(folder)
        after = open_and_check(folder, DuplicateSettings())
        assert "00000002.seg" in [each.name for each in done.left_out], name
        assert segment(folder, 2).read_bytes() == damaged, name
        gone = {number for each in done.lost for number in range(each.first, each.end)}
        assert gone in (set(), set(range(SIZE, 2 * SIZE))), name
        texts_read = [read_texts(after, np.array([number]))[0] for number in range(len(after))]
        assert texts_read == ["" if number in gone else text for number, text in enumerate(texts)], name
        if not gone:
            assert tools.clusters_and_links(after) == clusters, name
        shutil.rmtree(folder)


@pytest.mark.parametrize("share_kept", [0, 1, 16, 23, 24, 40, 0.3, 0.9, -25, -24, -1])
def test_a_segment_that_is_cut_short_is_told_and_left_out(index: Path, tools: Any, share_kept: float) -> None:
    file = segment(index, 3)
    data = file.read_bytes()
    file.write_bytes(data[: int(share_kept * len(data))] if isinstance(share_kept, float) else data[:share_kept])
    with pytest.raises(DamagedIndexError, match=r"00000003\.seg: has \d+ bytes where \d+ were written"):
        open_index(index)
    done = repaired(index)
    assert [each.name for each in done.left_out] == ["00000003.seg"]
    assert [(each.first, each.paragraphs) for each in done.lost] == [(2 * SIZE, SIZE)]
    assert (done.index.paragraph_count, len(done.index)) == (2 * SIZE, 3 * SIZE)
    assert tools.add_texts(index, [FERRY]).paragraphs == 1
    assert len(open_index(index)) == 3 * SIZE + 1, "numbers of lost paragraphs are given to nobody"


def test_a_copy_of_a_lost_paragraph_is_still_found(tmp_path: Path, tools: Any) -> None:
    for text in ("Một tin khác hẳn về giá rau ở chợ sáng nay", FERRY, FERRY):
        tools.add_texts(tmp_path, [text])
    segment(tmp_path, 2).unlink()
    repaired(tmp_path)
    asked = Article(ArticleId("mới"), "Báo", FERRY, "", "")
    (answer,) = find_matches(open_and_check(tmp_path, DuplicateSettings()), new_paragraphs([asked]), numpy_kernels, 20)
    assert [(match.number, match.cluster) for match in answer.matches] == [(2, "c-2")]
    with pytest.raises(IndexFolderError, match="has lost paragraph 1"):
        cluster_info(open_index(tmp_path), "c-1")
    info = index_info(open_index(tmp_path))
    assert (info.paragraphs, info.articles, info.lost, info.left_out) == (
        2,
        2,
        1,
        (
            ("00000002.seg", "is named by the manifest and is not there"),
            ("00000003.seg", "came behind a damaged one; its texts stand in 00000006.seg"),
        ),
    )


def test_an_article_that_was_lost_can_be_added_again_and_one_that_was_not_is_known(index: Path, tools: Any) -> None:
    segment(index, 2).unlink()
    repaired(index)
    from compare.duplicates.index.new_articles import split_known

    texts = tools.near_copies(3 * SIZE)
    found = split_known(open_index(index), [*tools.paragraphs_of(texts).articles])
    assert [article.id for article in found.new] == [f"a{at}" for at in range(SIZE, 2 * SIZE)]


def test_what_was_left_out_stays_through_adds_and_joins(index: Path, tools: Any) -> None:
    flip(segment(index, 1), 2000)
    damaged = files(index / "segments")
    repaired(index)
    for at in range(2 * FANOUT):
        with open_writer(index, None) as writer:
            writer.add(tools.paragraphs_of([f"{FERRY} ngày {at}"], len(writer.index)), numpy_kernels)
            writer.join_due()
    with open_writer(index, None) as writer:
        writer.compact()
    assert damaged.items() <= files(index / "segments").items()
    check(open_index(index))


def test_a_second_damage_is_repaired_as_the_first(index: Path, tools: Any) -> None:
    before = tools.clusters_and_links(open_index(index))
    flip(segment(index, 2), 100)
    repaired(index)
    flip(segment(index, manifest.number_of(open_index(index).manifest.parts[-1].name) or 0), 100)
    (index / "manifest.json").unlink()
    done = repaired(index)
    assert (done.lost, tools.clusters_and_links(done.index)) == ((), before)


@pytest.mark.parametrize("step", range(0, 34, 3))
def test_a_repair_that_is_ended_at_any_step_on_files_ends_well_the_second_time(
    index: Path, tools: Any, monkeypatch: pytest.MonkeyPatch, step: int
) -> None:
    segment(index, 2).unlink()
    (index / "manifest.json").unlink()
    left = step

    def ended(real: Any) -> Any:
        def work(*given: Any, **more: Any) -> Any:
            nonlocal left
            left -= 1
            if left < 0:
                raise KeyboardInterrupt
            return real(*given, **more)

        return work

    with monkeypatch.context() as patch:
        for name in ("replace", "mkdir"):
            patch.setattr(Path, name, ended(getattr(Path, name)))
        patch.setattr(os, "fsync", ended(os.fsync))
        with suppress(KeyboardInterrupt):
            repaired(index)
    done = repaired(index)
    assert (done.index.paragraph_count, len(done.index)) == (2 * SIZE, 3 * SIZE)
    assert not (index / SCRATCH).exists()
    assert tools.add_texts(index, [FERRY]).paragraphs == 1


def test_segments_that_were_joined_are_not_counted_twice(index: Path, tools: Any) -> None:
    old = files(index / "segments")
    before = tools.clusters_and_links(open_index(index))
    with open_writer(index, None) as writer:
        writer.compact()
    for name, data in old.items():
        (index / "segments" / name).write_bytes(data)
    (index / "manifest.json").unlink()
    done = repaired(index)
    assert [part.name for part in done.index.manifest.parts] == ["00000004.seg"]
    assert tools.clusters_and_links(done.index) == before
    assert {each.why for each in done.left_out} == {"has no paragraph that others have not"}
    flip(segment(index, 4), 100)
    assert repaired(index).lost == ()
    assert tools.clusters_and_links(open_and_check(index, DuplicateSettings())) == before


def test_a_segment_of_another_index_is_left_out(index: Path, tmp_path: Path) -> None:
    with open_writer(tmp_path / "other", DuplicateSettings(jaccard=0.9)) as writer:
        writer.add(new_paragraphs([Article(ArticleId("x"), "Báo", FERRY, "", "")]), numpy_kernels)
        for at in range(3):
            writer.add(new_paragraphs([Article(ArticleId(f"y{at}"), "Báo", f"{FERRY} ngày {at}", "", "")]), numpy_kernels)
    shutil.copy(segment(tmp_path / "other", 4), segment(index, 4))
    shutil.copy(segment(index, 1), segment(index, 5))
    (index / "manifest.json").unlink()
    done = repaired(index)
    assert {each.name: each.why for each in done.left_out} == {
        "00000004.seg": "was signed by other settings: it is of another index",
        "00000005.seg": "was called 00000001.seg",
    }
    assert done.index.paragraph_count == 3 * SIZE


# --- nothing is rewritten that is not whole


@pytest.mark.parametrize("part", ["labels", "text", "link_low", "bags"])
def test_damage_gets_no_checksum_that_holds_by_joining(index: Path, tools: Any, part: str) -> None:
    place = dict(regions(segment(index, 1)))[f"{part} begins"]
    with open_writer(index, DuplicateSettings(index_check="join")) as writer:
        writer.add(tools.paragraphs_of([FERRY], 3 * SIZE), numpy_kernels)
        flip(segment(index, 1), place)
        kept = files(index)
        for work in (writer.join_due, writer.compact):
            with pytest.raises(DamagedIndexError, match=rf"00000001\.seg: {part}"):
                work()
        assert files(index) == kept
        assert len(writer.index) == 3 * SIZE + 1


def test_a_join_that_fails_says_what_of_the_add_is_kept(index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "new.jsonl").write_text(json.dumps({"id": "x", "outlet": "Báo", "text": FERRY}), encoding="utf-8")
    (tmp_path / "s.toml").write_text('[duplicates]\nindex_check = "join"\n', encoding="utf-8")
    flip(segment(index, 1), 100)
    assert main(["index", "add", str(index), str(tmp_path / "new.jsonl"), "--settings", str(tmp_path / "s.toml")]) == 1
    messages = capsys.readouterr().err.splitlines()
    assert "00000001.seg: bands" in messages[-1]
    assert "1 paragraph of 1 article added before, kept on the disk" in messages[-1]
    assert len(open_index(index)) == 3 * SIZE + 1


@pytest.mark.parametrize("command", ["query", "add", "compact", "info"])
def test_every_command_tells_a_flipped_bit_and_prints_no_answer(
    index: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (tmp_path / "new.jsonl").write_text(json.dumps({"id": "x", "outlet": "Báo", "text": FERRY}), encoding="utf-8")
    flip(segment(index, 2), 100)
    more = {"query": [str(tmp_path / "new.jsonl")], "add": [str(tmp_path / "new.jsonl")], "info": ["--check"]}
    kept = files(index)
    assert main(["index", command, str(index), *more.get(command, [])]) == 1
    printed = capsys.readouterr()
    assert (printed.out, "00000002.seg: bands" in printed.err) == ("", True)
    assert files(index) == kept
