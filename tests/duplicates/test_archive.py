"""`tellings duplicates`: the same clusters as in memory, whatever is cut where, and the same again after a kill."""

import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st

from compare.cli import main
from compare.duplicates.archive import parquet_tables
from compare.duplicates.archive.candidate_stage import bucket_pairs
from compare.duplicates.archive.cluster_stage import unite
from compare.duplicates.archive.stages import STAGES
from compare.duplicates.kernels import numpy_kernels
from compare.duplicates.kernels.batch import texts_of
from compare.duplicates.near_texts import find_near_pairs
from compare.duplicates.sketch_settings import PIVOTS, sketch_of
from compare.errors import EngineError, InputError, OutputError
from compare.model import ArticleId
from compare.publishing.archive_duplicates import DuplicatesTarget, find_duplicates
from compare.settings import ArchiveSettings, Settings
from compare.sources.read_inputs import read_inputs
from compare.system.console import Console
from schemas.check import breaches, checker

FERRY = "Phà Hải Âu rời bến lúc bảy giờ sáng với một trăm hai mươi hành khách trên tàu"
STORM = "Bão số năm đổ bộ vào đất liền tối qua và làm tốc mái hàng trăm ngôi nhà ven biển"
LONGER = f"Theo cảng vụ, {FERRY}, và không ai bị thương khi tàu cập bến chậm hai giờ vì sương mù dày đặc"
WORDS = ["phà", "bến", "khách", "sương", "mù", "cảng", "tàu", "neo", "sóng", "gió", "ferry", "harbour", "fog", "late"]
NAMES = ("clusters.jsonl", "clusters.parquet", "summary.json")
SETTINGS = Settings()
AT = "2026-01-02T03:04:05+00:00"


def article(name: str, *lines: str, **more: str) -> dict[str, str]:
    return {"id": name, "outlet": f"outlet of {name}", "text": "\n".join(lines), **more}


def lines_file(path: Path, *records: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(record, ensure_ascii=False) + "\n" for record in records), encoding="utf-8")
    return path


def run(*given_paths: Path, out: Path, by: Settings = SETTINGS) -> dict[str, Any]:
    return dict(find_duplicates([str(path) for path in given_paths], by, DuplicatesTarget(out, AT), Console(quiet=True)))


def clusters(out: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (out / "clusters.jsonl").read_text(encoding="utf-8").splitlines()]


def members(out: Path) -> list[list[tuple[str, int, int]]]:
    return [[(m["article"], m["start"], m["end"]) for m in cluster["members"]] for cluster in clusters(out)]


def small(paragraphs: int, size: int = 1 << 20) -> Settings:
    return replace(SETTINGS, archive=ArchiveSettings(batch_paragraphs=paragraphs, batch_bytes=size))


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three articles: a copy, an excerpt, and a line that all three have."""
    return lines_file(
        tmp_path / "archive.jsonl",
        article("a", FERRY, STORM, "Đọc thêm tin tức tại đây", published="2026-01-01"),
        article("b", STORM + " miền Trung", LONGER, "Đọc thêm tin tức tại đây", published="2026-01-02"),
        article("c", "Đọc thêm tin tức tại đây", "Ngắn", published="2026-01-02"),
    )


# What is found


def test_a_copy_an_excerpt_and_a_repeated_line_are_clusters(archive: Path, tmp_path: Path) -> None:
    run(archive, out=tmp_path / "out")
    assert [[name for name, _, _ in cluster] for cluster in members(tmp_path / "out")] == [["a", "b"], ["a", "b"], ["a", "b", "c"]]


def test_a_member_points_at_its_paragraph(archive: Path, tmp_path: Path) -> None:
    run(archive, out=tmp_path / "out")
    texts = {record["id"]: record["text"] for record in map(json.loads, archive.read_text(encoding="utf-8").splitlines())}
    assert [texts[name][start:end] for name, start, end in members(tmp_path / "out")[0]] == [FERRY, LONGER]


def test_a_link_says_how_much_two_paragraphs_share(archive: Path, tmp_path: Path) -> None:
    run(archive, out=tmp_path / "out")
    excerpt, copy, line = (cluster["links"] for cluster in clusters(tmp_path / "out"))
    assert (excerpt[0]["containment"], excerpt[0]["jaccard"] < 0.5) == (1.0, True)
    assert 0.5 <= copy[0]["jaccard"] < copy[0]["containment"] == 1.0
    assert line == [{"a": 0, "b": at, "jaccard": 1.0, "containment": 1.0} for at in (1, 2)]


def test_the_article_that_was_first_is_named_where_dates_decide_it(archive: Path, tmp_path: Path) -> None:
    run(archive, out=tmp_path / "out")
    assert [cluster["first"] for cluster in clusters(tmp_path / "out")] == ["a", "a", "a"]
    assert clusters(tmp_path / "out")[0]["members"][0]["published"] == {
        "value": "2026-01-01",
        "precision": "day",
        "from": "metadata",
        "zone": None,
    }


def test_without_dates_nobody_is_named_first(tmp_path: Path) -> None:
    run(lines_file(tmp_path / "x.jsonl", article("a", FERRY), article("b", FERRY)), out=tmp_path / "out")
    assert [(cluster["first"], cluster["members"][0]["published"]) for cluster in clusters(tmp_path / "out")] == [(None, None)]


def test_the_table_holds_what_the_lines_hold(archive: Path, tmp_path: Path) -> None:
    run(archive, out=tmp_path / "out")
    assert pq.read_table(tmp_path / "out" / "clusters.parquet").to_pylist() == clusters(tmp_path / "out")


def test_the_summary_counts_everything_and_holds_against_its_schema(archive: Path, tmp_path: Path) -> None:
    summary = run(archive, out=tmp_path / "out")
    assert breaches(summary, checker("duplicates")) == []
    assert json.loads((tmp_path / "out" / "summary.json").read_text(encoding="utf-8")) == summary
    found = {name: summary["counts"][name] for name in ("articles", "paragraphs", "too_short", "copies", "verified", "clusters", "members")}
    assert found == {"articles": 3, "paragraphs": 8, "too_short": 1, "copies": 2, "verified": 2, "clusters": 3, "members": 7}


def test_an_archive_without_copies_has_no_cluster(tmp_path: Path) -> None:
    summary = run(lines_file(tmp_path / "x.jsonl", article("a", FERRY), article("b", STORM)), out=tmp_path / "out")
    assert (summary["counts"]["clusters"], (tmp_path / "out" / "clusters.jsonl").read_bytes()) == (0, b"")
    assert pq.read_table(tmp_path / "out" / "clusters.parquet").num_rows == 0


def test_no_paragraph_with_enough_words_is_no_error(tmp_path: Path) -> None:
    summary = run(lines_file(tmp_path / "x.jsonl", article("a", "Three good words"), article("b", "Hai")), out=tmp_path / "out")
    assert (summary["counts"]["members"], summary["skipped"]["count"]) == (0, 1)


def test_a_line_of_a_text_file_is_a_paragraph_like_one_of_a_record(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "x.txt").write_text(f"\ufeff\r\n  {FERRY}\r\n\r\n{STORM}\n", encoding="utf-8")
    lines_file(folder / "a.jsonl", article("a", STORM, FERRY))
    run(folder, out=tmp_path / "out")
    (name,) = {m[0] for cluster in members(tmp_path / "out") for m in cluster} - {"a"}
    assert name.endswith("-x")
    end = 3 + len(FERRY)
    assert [cluster[1] for cluster in members(tmp_path / "out")] == [(name, end + 2, end + 2 + len(STORM)), (name, 3, end)]


def test_rows_of_a_table_are_read_as_lines_are(archive: Path, tmp_path: Path) -> None:
    records = [json.loads(line) for line in archive.read_text(encoding="utf-8").splitlines()]
    pq.write_table(pa.Table.from_pylist(records), tmp_path / "archive.parquet", row_group_size=2)
    run(archive, out=tmp_path / "lines")
    run(tmp_path / "archive.parquet", out=tmp_path / "rows")
    assert clusters(tmp_path / "rows") == clusters(tmp_path / "lines")


# The same whatever is cut where


def in_memory(texts: list[str]) -> list[list[int]]:
    labels = find_near_pairs(texts_of(texts), sketch_of(SETTINGS.duplicates), numpy_kernels).labels().tolist()
    groups: dict[int, list[int]] = {}
    for at, label in enumerate(labels):
        groups.setdefault(label, []).append(at)
    return [group for group in groups.values() if len(group) > 1]


def news(count: int) -> list[str]:
    random = np.random.default_rng(count)
    texts = [" ".join(random.choice(WORDS, random.integers(1, 30))) for _ in range(count)]
    return [texts[int(random.integers(0, at))] if at % 5 == 4 else texts[at] for at in range(count)]


@pytest.mark.parametrize("batch", [1, 7, 64, 1000])
def test_batches_of_any_size_make_the_clusters_of_one_in_memory(batch: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = news(120)
    monkeypatch.setattr(parquet_tables, "BATCH_ROWS", 5 * batch)
    path = lines_file(
        tmp_path / "x.jsonl", *(article(f"{at:03}", f"{text}\nXem") for at, text in enumerate(texts) if len(text.split()) > 2)
    )
    kept = [text for text in texts if len(text.split()) > 2]
    names = [f"{at:03}" for at, text in enumerate(texts) if len(text.split()) > 2]
    run(path, out=tmp_path / "out", by=small(batch, 200 * batch))
    found = [[name for name, _, _ in cluster] for cluster in members(tmp_path / "out")]
    assert found == [[names[at] for at in group] for group in in_memory(kept)]


@settings(max_examples=20)
@given(st.lists(st.lists(st.sampled_from(WORDS[:5]), min_size=3, max_size=8).map(" ".join), min_size=2, max_size=9), st.integers(1, 4))
def test_any_paragraphs_cluster_on_disk_as_in_memory(tmp_path_factory: pytest.TempPathFactory, texts: list[str], batch: int) -> None:
    folder = tmp_path_factory.mktemp("any")
    run(lines_file(folder / "x.jsonl", article("a", *texts)), out=folder / "out", by=small(batch))
    starts = np.cumsum([0, *(len(text) + 1 for text in texts)]).tolist()
    assert [[starts.index(start) for _, start, _ in cluster] for cluster in members(folder / "out")] == in_memory(texts)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 200)), unique=True, max_size=150).map(sorted), st.integers(1, 60))
def test_a_bucket_cut_into_blocks_makes_the_pairs_of_a_whole_one(band: list[tuple[int, int]], size: int) -> None:
    keys, ids = np.array([key for key, _ in band], dtype=np.uint32), np.array([text for _, text in band], dtype=np.int64)
    cut = [(keys[at : at + size], ids[at : at + size]) for at in range(0, len(keys), size)]
    found = {pair for low, high in bucket_pairs(cut, numpy_kernels) for pair in zip(low.tolist(), high.tolist(), strict=True)}
    low, high = numpy_kernels.bucket_pairs(keys.astype(np.uint64), ids, PIVOTS)
    assert found == set(zip(low.tolist(), high.tolist(), strict=True))


@given(st.lists(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)).filter(lambda p: p[0] < p[1]), max_size=6), max_size=6))
def test_pairs_joined_block_by_block_make_the_components_of_all(blocks: list[list[tuple[int, int]]]) -> None:
    parents = np.arange(21)
    for block in blocks:
        pairs = np.array(block, dtype=np.int64).reshape(-1, 2)
        unite(parents, pairs[:, 0], pairs[:, 1])
    while not np.array_equal(parents, parents[parents]):
        parents = parents[parents]
    every = np.array([pair for block in blocks for pair in block], dtype=np.int64).reshape(-1, 2)
    assert parents.tolist() == numpy_kernels.components(21, every[:, 0], every[:, 1]).tolist()


def test_two_runs_write_the_same_bytes(archive: Path, tmp_path: Path) -> None:
    for out in ("one", "two"):
        run(archive, out=tmp_path / out)
    assert [(tmp_path / "one" / name).read_bytes() for name in NAMES] == [(tmp_path / "two" / name).read_bytes() for name in NAMES]


# Killed

KILLED = """
import os, signal, sys
from pathlib import Path
from compare.duplicates.archive import work_folder
from compare.cli import main

def rename(self, target, real=Path.rename):
    if target.name == sys.argv[1] and sys.argv[2] == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(self, target)
    if target.name == sys.argv[1]:
        os.kill(os.getpid(), signal.SIGKILL)

def replace(self, target, real=Path.replace):
    if Path(target).name == sys.argv[1] and sys.argv[2] == "before":
        os.kill(os.getpid(), signal.SIGKILL)
    real(self, target)
    if Path(target).name == sys.argv[1]:
        os.kill(os.getpid(), signal.SIGKILL)

Path.rename, Path.replace = rename, replace
main(sys.argv[3:])
"""


@pytest.mark.thorough
@pytest.mark.parametrize("when", ["before", "after"])
@pytest.mark.parametrize("place", [*(stage.name for stage in STAGES), *NAMES])
def test_a_run_killed_anywhere_ends_as_one_that_was_not(place: str, when: str, archive: Path, tmp_path: Path) -> None:
    run(archive, out=tmp_path / "whole")
    command = [sys.executable, "-P", "-c", KILLED, place, when, "duplicates", str(archive), "--out", str(tmp_path / "out"), "--quiet"]
    assert subprocess.run(command, check=False).returncode == -9
    run(archive, out=tmp_path / "out")
    whole, resumed = ((tmp_path / folder / "clusters.jsonl").read_bytes() for folder in ("whole", "out"))
    assert (resumed == whole, sorted(path.name for path in (tmp_path / "out").iterdir())) == (True, sorted(NAMES))


def begun(archive: Path, out: Path, place: str = "verify") -> None:
    """A run that was killed behind a stage."""
    command = [sys.executable, "-P", "-c", KILLED, place, "after", "duplicates", str(archive), "--out", str(out), "--quiet"]
    subprocess.run(command, check=False)


def test_a_run_that_goes_on_says_so_and_does_no_finished_stage_again(
    archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    begun(archive, tmp_path / "out")
    main(["duplicates", str(archive), "--out", str(tmp_path / "out")])
    said = capsys.readouterr().err
    assert "it goes on behind verify" in said
    assert [stage.name for stage in STAGES if f"{stage.name}: done" in said] == ["join", "write"]


@pytest.mark.parametrize("change", ["the file", "a setting"])
def test_a_run_of_something_else_begins_anew(change: str, archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    begun(archive, tmp_path / "out")
    (tmp_path / "my.toml").write_text("[duplicates]\njaccard = 0.9\n", encoding="utf-8")
    if change == "the file":
        archive.write_text(archive.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    more = ["--settings", str(tmp_path / "my.toml")] if change == "a setting" else []
    main(["duplicates", str(archive), "--out", str(tmp_path / "out"), *more])
    assert "read: done" in capsys.readouterr().err


def test_a_run_beside_another_one_is_refused(archive: Path, tmp_path: Path) -> None:
    begun(archive, tmp_path / "out")
    with FileLock(tmp_path / "out" / ".duplicates-work" / "lock"), pytest.raises(OutputError, match="in use by another run"):
        run(archive, out=tmp_path / "out")


def test_a_folder_that_is_not_our_work_stays(archive: Path, tmp_path: Path) -> None:
    folder = tmp_path / "out" / ".duplicates-work"
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="no work of tellings"):
        run(archive, out=tmp_path / "out")
    assert (folder / "notes.txt").read_text(encoding="utf-8") == "mine"


# Files that are not ours


def test_a_second_run_replaces_what_the_first_one_made(archive: Path, tmp_path: Path) -> None:
    assert [run(archive, out=tmp_path / "out")["counts"]["clusters"] for _ in range(2)] == [3, 3]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_that_is_not_ours_is_kept(name: str, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    data = b"PAR1 mine PAR1" if name.endswith("parquet") else b'{"id": "mine"}\n'
    (tmp_path / "out" / name).write_bytes(data)
    with pytest.raises(OutputError, match="was not made by tellings"):
        run(archive, out=tmp_path / "out")
    assert (tmp_path / "out" / name).read_bytes() == data
    assert main(["duplicates", str(archive), "--out", str(tmp_path / "out"), "--force", "--quiet"]) == 0


# What is skipped


def reasons(summary: dict[str, Any]) -> dict[str, str]:
    return {item["place"]: item["why"] for item in summary["skipped"]["first"]}


def test_what_cannot_be_read_is_counted_by_reason_and_the_first_are_named(tmp_path: Path) -> None:
    path = lines_file(tmp_path / "x.jsonl", article("a", FERRY), article("a", STORM), *([{"id": "b"}] * 150))
    summary = run(path, tmp_path / "gone.txt", out=tmp_path / "out")
    assert (summary["skipped"]["count"], len(summary["skipped"]["first"])) == (152, 100)
    assert [reason["count"] for reason in summary["skipped"]["reasons"]] == [150, 1, 1]
    assert reasons(summary)["gone.txt"] == "no such file; check its name"
    assert reasons(summary)["x.jsonl:2"] == "has the id 'a' of an earlier article; give each article its own"


def test_strict_ends_with_1_if_anything_was_skipped(archive: Path, tmp_path: Path) -> None:
    command = ["duplicates", str(archive), str(tmp_path / "gone.txt"), "--out", str(tmp_path / "out"), "--quiet"]
    assert [main(command), main([*command, "--strict"])] == [0, 1]


def test_nothing_to_read_is_an_error_that_says_why(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"gone\.txt: no such file"):
        run(tmp_path / "gone.txt", out=tmp_path / "out")
    assert list((tmp_path / "out").iterdir()) == []


def test_a_sort_without_room_is_told_in_one_line(tmp_path: Path) -> None:
    import duckdb

    with pytest.raises(EngineError, match=r"DuckDB gave up .*; make room"), parquet_tables.open_duckdb(ArchiveSettings(), tmp_path):
        raise duckdb.OutOfMemoryException("no room\nat all")


# Hostile


def test_one_paragraph_20_000_times_is_one_cluster(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text(f"{FERRY}\n" * 20_000 + STORM, encoding="utf-8")
    summary = run(tmp_path / "x.txt", out=tmp_path / "out")
    counts = {name: summary["counts"][name] for name in ("copies", "candidates", "clusters", "members", "links")}
    assert counts == {"copies": 19_999, "candidates": 0, "clusters": 1, "members": 20_000, "links": 19_999}


def test_a_line_that_is_too_long_is_skipped_and_the_next_ones_keep_their_places(tmp_path: Path) -> None:
    long = "a\u0301 từ " * 400_000  # in NFC one character less a time
    (tmp_path / "x.txt").write_text(f"{long}\n{FERRY}\n", encoding="utf-8")
    (tmp_path / "y.txt").write_text(f"{FERRY}\n", encoding="utf-8")
    summary = run(
        tmp_path / "x.txt",
        tmp_path / "y.txt",
        out=tmp_path / "out",
        by=replace(SETTINGS, input=replace(SETTINGS.input, largest_article_chars=9_999)),
    )
    assert reasons(summary) == {"x.txt:1": "has more than 9999 characters; split it or raise input.largest_article_chars"}
    assert members(tmp_path / "out")[0][0][1:] == (2_000_001, 2_000_001 + len(FERRY))


HOSTILE = {
    "a million empty lines": (b"\n" * 1_000_000, "is empty; give it the text of an article"),
    "punctuation": ("…!? — 12, «»\n".encode() * 50_000, "has no sentence"),
    "a broken byte": (
        f"{FERRY}\n".encode() * 50_000 + b"\xff" + f"{STORM}\n".encode() * 50_000,
        f"is UTF-8 with a broken byte at {50_000 * (len(FERRY.encode()) + 1)}",
    ),
    "NUL bytes": (f"{FERRY}\n".encode() * 50_000 + b"\0", "has NUL bytes"),
    "a document": (b"%PDF-1.7 Three good words", "is a document with its own format"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_file_that_is_no_text_is_skipped_with_its_reason(kind: str, archive: Path, tmp_path: Path) -> None:
    data, reason = HOSTILE[kind]
    (tmp_path / "x.txt").write_bytes(data)
    summary = run(archive, tmp_path / "x.txt", out=tmp_path / "out")
    assert (summary["counts"]["articles"], list(reasons(summary)), reason in reasons(summary)["x.txt"]) == (3, ["x.txt"], True)


def test_a_million_empty_lines_before_a_paragraph_only_move_it(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("\n" * 1_000_000 + FERRY, encoding="utf-8")
    run(archive, tmp_path / "x.txt", out=tmp_path / "out")
    assert members(tmp_path / "out")[0][-1][1:] == (1_000_000, 1_000_000 + len(FERRY))


def test_paragraphs_in_many_scripts_cluster_among_themselves(tmp_path: Path) -> None:
    lines = [
        FERRY,
        "Паром отошёл от причала в семь часов утра",
        "渡 轮 七 点 离 开 码 头",
        "غادرت العبارة الرصيف في السابعة صباحا",
        "İSTANBUL'DAN ΟΔΥΣΣΕΥΣ sea ferry",
    ]
    path = lines_file(tmp_path / "x.jsonl", article("a", *lines), article("b", *(line.upper() for line in lines), "🛳 🛳 🛳 🛳"))
    summary = run(path, out=tmp_path / "out")
    assert ([len(cluster) for cluster in members(tmp_path / "out")], summary["counts"]["too_short"]) == ([2] * 5, 1)


@pytest.mark.parametrize("at", [4, 700, -4])
def test_a_truncated_table_is_skipped_with_its_reason(at: int, archive: Path, tmp_path: Path) -> None:
    pq.write_table(pa.table({name: [f"{FERRY} {at}" for at in range(50)] for name in ("id", "outlet", "text")}), tmp_path / "x.parquet")
    (tmp_path / "x.parquet").write_bytes((tmp_path / "x.parquet").read_bytes()[:at])
    summary = run(archive, tmp_path / "x.parquet", out=tmp_path / "out")
    assert (list(reasons(summary)), "cannot be read as Parquet" in reasons(summary)["x.parquet"]) == (["x.parquet"], True)


def test_a_table_that_is_damaged_inside_gives_what_stands_before(archive: Path, tmp_path: Path) -> None:
    rows = [{"id": f"{at}", "outlet": "o", "text": f"{FERRY} số {at}"} for at in range(2_000)]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "x.parquet", row_group_size=500, compression="gzip")
    data = bytearray((tmp_path / "x.parquet").read_bytes())
    place = pq.ParquetFile(tmp_path / "x.parquet").metadata.row_group(3).column(2).data_page_offset
    data[place : place + 200] = b"\xff" * 200
    (tmp_path / "x.parquet").write_bytes(data)
    summary = run(archive, tmp_path / "x.parquet", out=tmp_path / "out")
    assert summary["skipped"]["count"] == 1
    assert summary["counts"]["articles"] > 1_000


MEASURED = """
import resource, sys
from compare.cli import main
status = main(sys.argv[1:])
print(status, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak_kb(*arguments: object) -> int:
    done = subprocess.run([sys.executable, "-P", "-c", MEASURED, *map(str, arguments)], check=True, capture_output=True, text=True)
    status, peak = done.stdout.splitlines()[-1].split()
    assert status == "0"
    return int(peak)


@pytest.mark.thorough
def test_a_line_of_50_mb_takes_no_more_memory_than_a_file_of_none(tmp_path: Path) -> None:
    (tmp_path / "small.txt").write_text(f"{FERRY}\n{FERRY}\n", encoding="utf-8")
    (tmp_path / "large.txt").write_text("tin " * 12_500_000 + f"\n{FERRY}\n{FERRY}\n", encoding="utf-8")
    one, other = (peak_kb("duplicates", tmp_path / name, "--out", tmp_path / name[:5], "--quiet") for name in ("small.txt", "large.txt"))
    assert other - one < 100_000
    assert members(tmp_path / "large")[0][0][1] == 50_000_001
    assert json.loads((tmp_path / "large" / "summary.json").read_text(encoding="utf-8"))["skipped"]["count"] == 1


@pytest.mark.thorough
def test_a_line_of_50_mb_is_a_paragraph_if_the_limit_is_raised(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_text("tin mới nhất " * 4_000_000, encoding="utf-8")
    by = replace(SETTINGS, input=replace(SETTINGS.input, largest_article_chars=60_000_000))
    summary = run(tmp_path / "x.txt", out=tmp_path / "out", by=by)
    assert {name: summary["counts"][name] for name in ("articles", "paragraphs", "too_short")} == {
        "articles": 1,
        "paragraphs": 1,
        "too_short": 0,
    }


# Whole articles


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_member_of_a_cluster_of_the_samples_is_a_whole_line_of_its_article(examples: Path, language: str, tmp_path: Path) -> None:
    run(examples / language, out=tmp_path / "out")
    texts = {article.id: article.text for article in read_inputs([str(examples / language)], SETTINGS.input).articles}
    found = [(texts[ArticleId(name)], start, end) for cluster in members(tmp_path / "out") for name, start, end in cluster]
    assert found
    assert [text[start:end] for text, start, end in found if text[start:end] not in text.split("\n")] == []


@pytest.fixture(scope="module")
def real(shared_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("real")
    run(shared_data / "vims" / "articles.jsonl", out=out)
    return out


def test_real_copies_are_found_across_the_outlets_of_a_story(real: Path, shared_data: Path) -> None:
    records = map(json.loads, (shared_data / "vims" / "articles.jsonl").read_text(encoding="utf-8").splitlines())
    stories = {record["id"]: record["story"] for record in records}
    across = [cluster for cluster in members(real) if len({name for name, _, _ in cluster}) > 1]
    of_one_story = [cluster for cluster in across if len({stories[name] for name, _, _ in cluster}) == 1]
    assert len(across) > 600
    assert len(of_one_story) > 0.88 * len(across)
