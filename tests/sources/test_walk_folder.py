"""Folders of any size: what is looked at is told while it is looked at, links in them stay closed, and a person can stop it."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from compare.cli import main
from compare.settings import InputSettings
from compare.sources.find_files import find_files
from compare.sources.read_inputs import IntakeOptions, read_inputs
from compare.system import console as spoken
from compare.system.console import Console

SAYS = "The noon ferry left Port Ellery two hours late."
SAYS_VI = "Chuyến phà trưa rời bến Cồn Lau muộn hai giờ."


@pytest.fixture
def crowded(tmp_path: Path) -> Path:
    """A folder of 2,500 files in three folders."""
    for at in range(2_500):
        place = tmp_path / "in" / f"d{at % 3}" / f"{at}.txt"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    return tmp_path / "in"


def test_every_name_that_was_looked_at_is_told(crowded: Path) -> None:
    counts: list[int] = []
    find_files([str(crowded)], progress=counts.append)
    assert sum(counts) == 2_503


def test_names_are_told_before_all_are_seen(tmp_path: Path) -> None:
    for at in range(2_500):
        (tmp_path / f"{at}.txt").touch()
    counts: list[int] = []
    find_files([str(tmp_path)], progress=counts.append)
    assert counts == [1_000, 1_000, 500]


def test_the_walk_ends_where_a_person_stops_it(crowded: Path) -> None:
    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        find_files([str(crowded)], progress=stop)


def test_a_stopped_run_says_so(crowded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("compare.sources.walk_folder.os.scandir", stop)
    assert main(["compare", str(crowded), "--out", str(tmp_path / "out")]) == 130
    assert "interrupted" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_every_file_that_was_read_is_told(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(SAYS, encoding="utf-8")
    counts: list[int] = []
    read_inputs([str(tmp_path)], InputSettings(), None, IntakeOptions(on_read=counts.append))
    assert counts == [1, 1, 1]


def counted(console: Console, seconds: list[float], monkeypatch: pytest.MonkeyPatch) -> str:
    """What is said while names come, at these seconds of a clock."""
    clock = iter([0.0, *(second for each in seconds for second in (each, each))])
    monkeypatch.setattr(spoken, "monotonic", lambda: next(clock))
    with console.counting("names looked at", "files read") as (looked, read):
        looked(1_000)
        looked(1_000)
        read(1)
    assert isinstance(console.stream, io.StringIO)
    return console.stream.getvalue()


def test_short_work_is_silent(monkeypatch: pytest.MonkeyPatch) -> None:
    assert counted(Console(io.StringIO()), [0.1, 0.2, 0.3], monkeypatch) == ""


def test_long_work_is_told_soon_and_then_seldom(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 3.0, 3.0, 5.0, 40.0, 40.0])
    monkeypatch.setattr(spoken, "monotonic", lambda: next(clock))
    console = Console(io.StringIO(), log_format="json")
    with console.counting("names looked at", "files read") as (looked, read):
        looked(1_000)
        looked(1_000)
        read(1)
    assert isinstance(console.stream, io.StringIO)
    said = [json.loads(line)["message"] for line in console.stream.getvalue().splitlines()]
    assert said == ["names looked at: 1000 so far", "names looked at: 2000, files read: 1 so far"]


def test_a_quiet_program_counts_in_silence(monkeypatch: pytest.MonkeyPatch) -> None:
    assert counted(Console(io.StringIO(), quiet=True), [9.0, 99.0, 199.0], monkeypatch) == ""


# Links


@pytest.mark.parametrize("target", ["/etc/passwd", "beside.txt", "gone.txt", "pw.txt", "/dev/zero"])
@pytest.mark.parametrize("where", ["pw.txt", "deep/pw.txt"])
def test_a_link_to_a_file_in_a_folder_is_not_followed(target: str, where: str, tmp_path: Path) -> None:
    (tmp_path / "in" / "deep").mkdir(parents=True)
    (tmp_path / "beside.txt").write_text(SAYS, encoding="utf-8")
    (tmp_path / "in" / "good.txt").write_text(SAYS_VI, encoding="utf-8")
    (tmp_path / "in" / where).symlink_to(tmp_path / target if target == "beside.txt" else target)
    intake = read_inputs([str(tmp_path / "in")], InputSettings())
    assert [article.text for article in intake.articles] == [SAYS_VI]
    assert [(item.place, item.reason) for item in intake.skipped] == [(where, "is a link to a file; give the file itself")]


@pytest.mark.parametrize("command", ["compare", "duplicates"])
def test_a_link_in_a_folder_is_told_by_each_command(command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "good.txt").write_text(SAYS_VI, encoding="utf-8")
    (tmp_path / "in" / "pw.txt").symlink_to("/etc/passwd")
    assert main([command, str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--strict"]) == 1
    assert "skipped pw.txt: is a link to a file" in capsys.readouterr().err
    assert all("root:" not in path.read_text(encoding="utf-8", errors="replace") for path in (tmp_path / "out").rglob("*.json*"))


def test_a_link_that_a_person_names_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAYS, encoding="utf-8")
    (tmp_path / "b.txt").symlink_to("a.txt")
    assert [article.origin for article in read_inputs([str(tmp_path / "b.txt")], InputSettings()).articles] == ["b.txt"]


def test_a_file_and_a_link_to_it_that_are_both_named_are_one(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(SAYS, encoding="utf-8")
    (tmp_path / "b.txt").symlink_to("a.txt")
    intake = read_inputs([str(tmp_path / "a.txt"), str(tmp_path / "b.txt")], InputSettings())
    assert ([item.reason for item in intake.skipped], len(intake.articles)) == (["is given twice; it was read once"], 1)


# Names that are not there


def said(capsys: pytest.CaptureFixture[str], *arguments: Any) -> list[str]:
    main(["compare", *map(str, arguments)])
    return capsys.readouterr().err.splitlines()


def test_all_names_that_are_not_there_are_told_in_one_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = [tmp_path / "a.txt", tmp_path / "b.txt", tmp_path / "a.txt", tmp_path / "Bão.txt"]
    assert said(capsys, *given, "--out", tmp_path / "out") == [
        "tellings: input: nothing could be read; Bão.txt, a.txt, b.txt: no such file; check its name"
    ]


def test_names_that_are_not_there_are_told_once_beside_those_that_are(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.txt").write_text(SAYS, encoding="utf-8")
    (tmp_path / "empty.txt").touch()
    lines = said(capsys, tmp_path / "x.txt", tmp_path / "good.txt", tmp_path / "empty.txt", tmp_path / "y.txt", "--out", tmp_path / "out")
    assert lines[:2] == [
        "skipped x.txt, y.txt: no such file; check its name",
        "skipped empty.txt: is empty; give it the text of an article",
    ]
    assert sum("x.txt" in line for line in lines) == 1


def test_each_name_that_is_not_there_stands_in_the_document(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text(SAYS, encoding="utf-8")
    main(["compare", str(tmp_path / "x.txt"), str(tmp_path / "y.txt"), str(tmp_path / "good.txt"), "--out", str(tmp_path / "out")])
    document = json.loads((tmp_path / "out" / "comparison.json").read_text(encoding="utf-8"))
    assert [item["place"] for item in document["skipped"]] == ["x.txt", "y.txt"]
