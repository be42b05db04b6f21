"""The command as a person at a prompt meets it: what it prints, what it writes, and how it ends."""

import io
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from compare.cli import main
from compare.settings import table
from schemas.check import NAMES, schema_text

FERRY = """The ferry Harbour Lark struck the pier at Port Ellery on Tuesday morning.

Police said that {} passengers were injured when the ferry struck the pier.
"""
SCRIPT = Path(sys.executable).with_name("tellings")


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder of two articles that disagree."""
    folder = tmp_path / "story"
    folder.mkdir()
    for name, injured in (("courier", 23), ("gazette", 26)):
        (folder / f"{name}.txt").write_text(FERRY.format(injured), encoding="utf-8")
    return folder


@pytest.fixture
def document(story: Path, tmp_path: Path) -> Path:
    """Its comparison."""
    assert run("compare", story, "--out", tmp_path / "made", "--quiet") == 0
    return tmp_path / "made" / "comparison.json"


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


def lines_file(path: Path, *stories: str) -> Path:
    """Two articles a story."""
    reports = [(story, outlet, injured) for story in stories for outlet, injured in (("courier", 23), ("gazette", 26))]
    records = [{"id": f"{story}-{o}", "story": story, "outlet": o, "text": FERRY.format(injured)} for story, o, injured in reports]
    path.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    return path


def files(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def the_error(capsys: pytest.CaptureFixture[str]) -> str:
    """The one line that the program ends with."""
    (line,) = capsys.readouterr().err.splitlines()
    return line


# compare


def test_a_folder_of_articles_becomes_a_document_and_a_report(story: Path, tmp_path: Path) -> None:
    assert run("compare", story, "--out", tmp_path / "out") == 0
    assert files(tmp_path / "out") == ["comparison.json", "report.html"]


def test_the_last_line_names_the_page_to_open(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("compare", story, "--out", tmp_path / "out")
    assert capsys.readouterr().out == f"2 articles, 2 claims, 1 dispute; open {tmp_path / 'out' / 'report.html'}\n"


def test_several_files_are_one_story(story: Path, tmp_path: Path) -> None:
    run("compare", story / "courier.txt", story / "gazette.txt", "--out", tmp_path / "out")
    assert len(json.loads((tmp_path / "out" / "comparison.json").read_text(encoding="utf-8"))["articles"]) == 2


def test_the_order_of_the_files_changes_nothing_but_the_time(story: Path, tmp_path: Path) -> None:
    documents = []
    for out, names in (("x", ("courier.txt", "gazette.txt")), ("y", ("gazette.txt", "courier.txt"))):
        run("compare", *(story / name for name in names), "--out", tmp_path / out)
        document = json.loads((tmp_path / out / "comparison.json").read_text(encoding="utf-8"))
        document["run"]["made_at"] = None
        documents.append(document)
    assert documents[0] == documents[1]


def test_several_stories_get_an_index_and_a_folder_each(tmp_path: Path) -> None:
    given = lines_file(tmp_path / "all.jsonl", "ferry", "bridge")
    assert run("compare", given, "--out", tmp_path / "out") == 0
    story_files = [f"{story}/{name}" for story in ("bridge", "ferry") for name in ("comparison.json", "report.html")]
    assert files(tmp_path / "out") == [*story_files[:2], *story_files[2:4], "index.html"]


def test_the_index_leads_to_every_story(tmp_path: Path) -> None:
    run("compare", lines_file(tmp_path / "all.jsonl", "ferry", "bridge"), "--out", tmp_path / "out")
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert [name for name in ("ferry", "bridge") if f'href="{name}/report.html"' not in page] == []


def test_stories_that_an_earlier_run_left_are_told_and_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("compare", lines_file(tmp_path / "all.jsonl", "ferry", "bridge", "tunnel"), "--out", tmp_path / "out")
    capsys.readouterr()
    run("compare", lines_file(tmp_path / "all.jsonl", "ferry", "bridge"), "--out", tmp_path / "out")
    assert "of an earlier run, not of this one, and not in index.html: tunnel\n" in capsys.readouterr().err
    assert (tmp_path / "out" / "tunnel" / "comparison.json").is_file()


def test_an_unsafe_story_name_stays_inside_the_folder(tmp_path: Path) -> None:
    run("compare", lines_file(tmp_path / "all.jsonl", "../up", "Bão số 5"), "--out", tmp_path / "deep" / "out")
    assert sorted(path.name for path in (tmp_path / "deep").iterdir()) == ["out"]
    assert not (tmp_path / "up").exists()


def test_many_stories_over_processes_are_told_as_one_by_one(tmp_path: Path) -> None:
    stories = [f"s{at}" for at in range(6)]
    run("compare", lines_file(tmp_path / "all.jsonl", *stories), "--out", tmp_path / "all", "--quiet")
    run("compare", lines_file(tmp_path / "two.jsonl", *stories[:2]), "--out", tmp_path / "two", "--quiet")
    both = [json.loads((tmp_path / out / "s0" / "comparison.json").read_text(encoding="utf-8"))["claims"] for out in ("all", "two")]
    assert both[0] == both[1]


def test_running_again_replaces_what_we_made(story: Path, tmp_path: Path) -> None:
    assert [run("compare", story, "--out", tmp_path / "out") for _ in range(2)] == [0, 0]


def test_standard_input_is_read_as_lines(story: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = lines_file(story / "all.jsonl", "ferry").read_bytes()
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
    assert run("compare", "-", "--out", tmp_path / "out") == 0
    assert json.loads((tmp_path / "out" / "comparison.json").read_text(encoding="utf-8"))["story"]["id"] == "ferry"


def test_settings_from_a_file_stand_in_the_document(story: Path, tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text("[claims]\nthreshold = 0.75\n", encoding="utf-8")
    run("compare", story, "--out", tmp_path / "out", "--settings", tmp_path / "my.toml")
    document = json.loads((tmp_path / "out" / "comparison.json").read_text(encoding="utf-8"))
    assert document["run"]["settings"]["claims"]["threshold"] == 0.75


# What was skipped


@pytest.fixture
def with_a_film(story: Path) -> Path:
    """The two articles, and a file that is none."""
    (story / "film.mp4").write_bytes(b"\x00\x01")
    return story


def test_an_earlier_report_in_the_folder_is_no_article(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", story, "--out", story / "out") == 0
    first = json.loads((story / "out" / "comparison.json").read_text(encoding="utf-8"))
    assert run("compare", story, "--out", story / "out") == 0
    again = json.loads((story / "out" / "comparison.json").read_text(encoding="utf-8"))
    assert (again["articles"], again["claims"]) == (first["articles"], first["claims"])
    assert "out/report.html: was written by tellings" in capsys.readouterr().err


@pytest.mark.parametrize(
    "arguments", [["compare", "", "--out", "o"], ["compare", "a", "--out", ""], ["index", "add", "", "a"], ["fetch", ""]]
)
def test_an_empty_argument_is_not_the_folder_that_one_stands_in(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        run(*arguments)
    assert "is empty" in capsys.readouterr().err


def test_what_is_skipped_is_told(with_a_film: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", with_a_film, "--out", tmp_path / "out") == 0
    assert capsys.readouterr().err.startswith("skipped film.mp4: ")


def test_what_is_skipped_stands_in_the_document(with_a_film: Path, tmp_path: Path) -> None:
    run("compare", with_a_film, "--out", tmp_path / "out")
    (skipped,) = json.loads((tmp_path / "out" / "comparison.json").read_text(encoding="utf-8"))["skipped"]
    assert skipped["place"] == "film.mp4"


def test_strict_fails_when_something_was_skipped(with_a_film: Path, tmp_path: Path) -> None:
    assert run("compare", with_a_film, "--out", tmp_path / "out", "--strict") == 1


def test_strict_still_writes_what_it_could(with_a_film: Path, tmp_path: Path) -> None:
    run("compare", with_a_film, "--out", tmp_path / "out", "--strict")
    assert files(tmp_path / "out") == ["comparison.json", "report.html"]


def test_strict_is_content_when_all_was_read(story: Path, tmp_path: Path) -> None:
    assert run("compare", story, "--out", tmp_path / "out", "--strict") == 0


def test_no_more_than_twenty_skipped_files_are_listed(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for at in range(25):
        (story / f"film{at:02}.mp4").write_bytes(b"\x00")
    run("compare", story, "--out", tmp_path / "out")
    lines = [line for line in capsys.readouterr().err.splitlines() if line.startswith("skipped")]
    assert (len(lines), lines[-1]) == (21, "skipped 5 more; all stand in the document")


# How it speaks


def test_quiet_prints_nothing(with_a_film: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("compare", with_a_film, "--out", tmp_path / "out", "--quiet")
    assert tuple(capsys.readouterr()) == ("", "")


def test_every_line_of_a_json_log_is_json(with_a_film: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("compare", with_a_film, "--out", tmp_path / "out", "--log-format", "json")
    printed = capsys.readouterr()
    assert [json.loads(line)["level"] for line in (printed.err + printed.out).splitlines()] == ["info", "finding"]


def test_the_finding_counts_what_was_found(with_a_film: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("compare", with_a_film, "--out", tmp_path / "out", "--log-format", "json")
    summary = json.loads(capsys.readouterr().out)
    assert [summary[count] for count in ("stories", "articles", "claims", "disputes", "skipped")] == [1, 2, 2, 1, 1]


def test_the_finding_names_what_was_left_out(with_a_film: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("compare", with_a_film, "--out", tmp_path / "out")
    assert capsys.readouterr().out.startswith("2 articles, 2 claims, 1 dispute, 1 skipped; open ")


def test_the_finding_of_several_stories_counts_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("compare", lines_file(tmp_path / "all.jsonl", "ferry", "tunnel"), "--out", tmp_path / "out")
    assert capsys.readouterr().out == f"2 stories, 4 articles, 4 claims, 2 disputes; open {tmp_path / 'out' / 'index.html'}\n"


def test_one_article_is_not_counted_as_several(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "courier.txt").write_text(FERRY.format(23), encoding="utf-8")
    run("compare", tmp_path / "courier.txt", "--out", tmp_path / "out")
    assert capsys.readouterr().out.startswith("1 article, 0 claims, 0 disputes; open ")


# Bad input: one clear line, status 1


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("compare", tmp_path / "none.txt", "--out", tmp_path / "out", "--quiet") == 1
    assert the_error(capsys) == "tellings: input: nothing could be read; none.txt: no such file; check its name"


def test_a_folder_without_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    assert run("compare", tmp_path / "empty", "--out", tmp_path / "out", "--quiet") == 1
    assert "empty: is an empty folder" in the_error(capsys)


def test_a_binary_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.txt").write_bytes(bytes(range(256)) * 4)
    assert run("compare", tmp_path / "x.txt", "--out", tmp_path / "out", "--quiet") == 1
    assert "x.txt" in the_error(capsys)


def test_lines_that_are_no_json_are_named_by_number(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.jsonl").write_text('{"id": "a", \n[]\n', encoding="utf-8")
    assert run("compare", tmp_path / "x.jsonl", "--out", tmp_path / "out", "--quiet") == 1
    line = the_error(capsys)
    assert "x.jsonl:1: is not JSON" in line
    assert "x.jsonl:2: is not an object" in line


def test_nothing_on_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b""), encoding="utf-8"))
    assert run("compare", "-", "--out", tmp_path / "out", "--quiet") == 1
    assert the_error(capsys).startswith("tellings: input: nothing could be read; stdin:")


def test_what_may_not_be_read_is_told_and_the_article_beside_it_is_compared(tmp_path: Path, unprivileged: list[str]) -> None:
    given = tmp_path / "given"
    (given / "closed").mkdir(parents=True)
    lines_file(given / "in.jsonl", "ferry")
    (given / "secret.txt").touch(mode=0o000)
    (given / "closed").chmod(0o000)
    command = [*unprivileged, "tellings", "compare", str(given), "--out", str(tmp_path / "out")]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    document = json.loads((tmp_path / "out" / "comparison.json").read_text(encoding="utf-8"))
    assert len(document["articles"]) == 2
    assert {item["place"]: "permission denied" in item["why"] for item in document["skipped"]} == {"secret.txt": True, "closed": True}


def test_a_folder_that_cannot_be_written(story: Path, tmp_path: Path, unprivileged: list[str]) -> None:
    (tmp_path / "locked").mkdir(mode=0o500)
    command = [*unprivileged, "tellings", "compare", str(story), "--out", str(tmp_path / "locked" / "out"), "--quiet"]
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    assert (done.returncode, "cannot be written" in done.stderr, "Traceback" in done.stderr) == (1, True, False)


def test_a_file_where_the_folder_should_be(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").write_text("mine", encoding="utf-8")
    assert run("compare", story, "--out", tmp_path / "out", "--quiet") == 1
    assert "cannot be written" in the_error(capsys)


@pytest.mark.parametrize("name", ["report.html", "comparison.json"])
def test_somebody_elses_file_in_the_way(name: str, story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / name).write_text("mine", encoding="utf-8")
    assert run("compare", story, "--out", tmp_path / "out", "--quiet") == 1
    assert f"{name}: stands there and was not made by tellings" in the_error(capsys)
    assert (tmp_path / "out" / name).read_text(encoding="utf-8") == "mine"


def test_force_writes_over_somebody_elses_file(story: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "report.html").write_text("mine", encoding="utf-8")
    assert run("compare", story, "--out", tmp_path / "out", "--force") == 0
    assert (tmp_path / "out" / "report.html").read_text(encoding="utf-8") != "mine"


def test_settings_with_two_faults_tell_both(story: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "my.toml").write_text("[claims]\nthreshold = 2\n[colours]\nred = 1\n", encoding="utf-8")
    assert run("compare", story, "--out", tmp_path / "out", "--settings", tmp_path / "my.toml") == 1
    line = the_error(capsys)
    assert "claims.threshold is 2" in line
    assert "[colours] is not a part" in line


# validate, report


def test_a_document_that_we_made_is_valid(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("validate", document) == 0
    assert capsys.readouterr().out == f"{document}: valid\n"


def test_a_document_that_was_changed_is_told_where_it_breaks(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = json.loads(document.read_text(encoding="utf-8"))
    changed["claims"][0]["voices"] = "two"
    document.write_text(json.dumps(changed), encoding="utf-8")
    assert run("validate", document) == 1
    assert the_error(capsys).startswith(f"tellings: {document}: $.claims[0].voices: ")


def test_one_bad_document_among_good_ones_fails_and_names_both(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "bad.json").write_text("{}", encoding="utf-8")
    assert run("validate", tmp_path / "bad.json", document) == 1
    captured = capsys.readouterr()
    assert (captured.out, "bad.json" in captured.err) == (f"{document}: valid\n", True)


BROKEN = [
    ("{", "is not JSON"),
    ('{"schema": "comparison/9"}', "'comparison/9'"),
    ("[]", "is of schema None"),
    ("[" * 100_000, "is not JSON"),
]


@pytest.mark.parametrize(("text", "said"), BROKEN)
def test_no_report_is_made_of_a_broken_document(text: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.json").write_text(text, encoding="utf-8")
    assert run("report", tmp_path / "x.json", "--out", tmp_path / "x.html") == 1
    assert said in the_error(capsys)
    assert not (tmp_path / "x.html").exists()


def test_no_report_is_made_of_a_document_with_a_hole(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    changed = json.loads(document.read_text(encoding="utf-8"))
    del changed["claims"]
    document.write_text(json.dumps(changed), encoding="utf-8")
    assert run("report", document, "--out", tmp_path / "x.html") == 1
    assert "'claims' is a required property" in the_error(capsys)


def test_a_report_of_a_document_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("report", tmp_path / "none.json", "--out", tmp_path / "x.html") == 1
    assert "none.json: No such file or directory; name a file that can be read" in the_error(capsys)


def test_a_report_of_a_document_is_the_report_of_its_story(document: Path, tmp_path: Path) -> None:
    assert run("report", document, "--out", tmp_path / "again.html") == 0
    assert (tmp_path / "again.html").read_bytes() == (document.parent / "report.html").read_bytes()


def test_a_report_never_overwrites_somebody_elses_file(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "x.html").write_text("mine", encoding="utf-8")
    assert run("report", document, "--out", tmp_path / "x.html") == 1
    assert "was not made by tellings" in the_error(capsys)


# schema, settings, demo


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_printed_as_it_is_shipped(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("schema", name) == 0
    assert capsys.readouterr().out == schema_text(name)


def test_every_setting_is_listed_with_its_meaning(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("settings") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [row.name for row, line in zip(table(), lines, strict=True) if row.name not in line or row.meaning not in line] == []


def test_the_demo_compares_both_sample_stories(tmp_path: Path) -> None:
    assert run("demo", "--out", tmp_path / "demo", "--quiet") == 0
    assert files(tmp_path / "demo") == ["en/comparison.json", "en/report.html", "vi/comparison.json", "vi/report.html"]


# Wrong usage: status 2


WRONG = "fly|compare|compare x|compare --out y|compare x --out y --log-format x|schema x|validate|report x|report x --out y --format x"


@pytest.mark.parametrize("arguments", WRONG.split("|"))
def test_wrong_usage_ends_with_two(arguments: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(*arguments.split())
    assert ended.value.code == 2
    assert capsys.readouterr().err.startswith("usage: tellings")


# As a program of its own


def tellings(*arguments: object, **options: object) -> subprocess.CompletedProcess[str]:
    command = str(SCRIPT) if SCRIPT.exists() else shutil.which("tellings") or "tellings"
    return subprocess.run([command, *map(str, arguments)], check=False, capture_output=True, text=True, encoding="utf-8", **options)


def test_the_program_compares_a_folder(story: Path, tmp_path: Path) -> None:
    ended = tellings("compare", story, "--out", tmp_path / "out")
    assert (ended.returncode, ended.stdout, ended.stderr) == (
        0,
        f"2 articles, 2 claims, 1 dispute; open {tmp_path / 'out' / 'report.html'}\n",
        "",
    )


def test_the_program_reads_standard_input(story: Path, tmp_path: Path) -> None:
    given = lines_file(story / "all.jsonl", "ferry").read_text(encoding="utf-8")
    assert tellings("compare", "-", "--out", tmp_path / "out", input=given).returncode == 0


def test_the_program_ends_with_one_line_and_no_traceback(tmp_path: Path) -> None:
    ended = tellings("compare", tmp_path / "none.txt", "--out", tmp_path / "out", "--quiet")
    assert (ended.returncode, len(ended.stderr.splitlines())) == (1, 1)


def test_the_program_tells_its_version() -> None:
    assert tellings("--version").stdout.startswith("tellings ")


def test_the_program_minds_a_reader_who_leaves_early(tmp_path: Path) -> None:
    command = f"'{SCRIPT if SCRIPT.exists() else 'tellings'}' schema comparison | head -1"
    ended = subprocess.run(["bash", "-c", command], check=False, capture_output=True, text=True, cwd=tmp_path)
    assert "Traceback" not in ended.stderr
