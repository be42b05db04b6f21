"""`report` and `validate` on what a person has at hand: a folder that `compare` wrote, and files of lines."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from compare.cli import main
from compare.review.decision_file import to_lines
from compare.review.events import Event

FERRY = "The ferry Harbour Lark struck the pier at Port Ellery on Tuesday. Police said that {} passengers were injured on board.\n"
ARTICLE = {"id": "courier-1", "outlet": "Courier", "text": "The ferry struck the pier."}
UNDO = Event(id="e2", act="a2", at="2026-03-01T10:00:00Z", reviewer="Lan", kind="undo", value="a1")

Lines = Callable[..., Path]


@pytest.fixture(scope="module")
def stories(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the comparisons of two stories."""
    out = tmp_path_factory.mktemp("stories")
    reports = [(story, outlet, hurt) for story in ("ferry", "phà") for outlet, hurt in (("Courier", 23), ("Gazette", 26))]
    records = [{"id": f"{s}-{o}", "story": s, "outlet": o, "text": FERRY.format(hurt)} for s, o, hurt in reports]
    (out / "articles.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert main(["compare", str(out / "articles.jsonl"), "--out", str(out / "made"), "--quiet"]) == 0
    return out / "made"


@pytest.fixture
def lines(tmp_path: Path) -> Lines:
    """Writes values, or lines as they are, into a file."""

    def write(name: str, *values: object) -> Path:
        path = tmp_path / name
        path.write_text("\n".join(v if isinstance(v, str) else json.dumps(v) for v in values), encoding="utf-8")
        return path

    return write


def one_of(stories: Path) -> Path:
    return next(iter(sorted(stories.glob("*/comparison.json")))).parent


# report


def test_a_report_of_a_folder_is_that_of_its_comparison(stories: Path, tmp_path: Path) -> None:
    folder = one_of(stories)
    assert main(["report", str(folder), "--out", str(tmp_path / "of-folder.html"), "--quiet"]) == 0
    assert main(["report", str(folder / "comparison.json"), "--out", str(tmp_path / "of-file.html"), "--quiet"]) == 0
    assert (tmp_path / "of-folder.html").read_bytes() == (tmp_path / "of-file.html").read_bytes()


@pytest.mark.parametrize(("form", "ending"), [("html", "html"), ("markdown", "md"), ("csv", "csv"), ("claimreview", "json")])
def test_a_folder_of_several_stories_gives_a_report_of_each(
    form: str, ending: str, stories: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["report", str(stories), "--format", form, "--out", str(tmp_path / "reports")]) == 0
    assert sorted(path.name for path in (tmp_path / "reports").iterdir()) == sorted(
        f"{p.parent.name}.{ending}" for p in stories.glob("*/*.json")
    )
    assert capsys.readouterr().out == f"2 reports written to {tmp_path / 'reports'}\n"


def test_a_broken_document_among_several_costs_its_own_report_alone(
    stories: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "made" / "tunnel").mkdir(parents=True)
    (tmp_path / "made" / "tunnel" / "comparison.json").write_text("{}", encoding="utf-8")
    (tmp_path / "made" / "ferry").mkdir()
    (tmp_path / "made" / "ferry" / "comparison.json").write_bytes((one_of(stories) / "comparison.json").read_bytes())
    assert main(["report", str(tmp_path / "made"), "--out", str(tmp_path / "reports")]) == 1
    assert [path.name for path in (tmp_path / "reports").iterdir()] == ["ferry.html"]
    assert "tunnel/comparison.json" in capsys.readouterr().err


def test_a_folder_without_a_comparison_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", str(tmp_path), "--out", str(tmp_path / "x.html")]) == 1
    assert "holds no comparison.json; name a folder that `tellings compare` wrote" in capsys.readouterr().err


# validate


def test_every_story_of_a_folder_is_validated(stories: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(stories)]) == 0
    assert capsys.readouterr().out.count("comparison.json: valid\n") == 2


def test_articles_are_validated_line_by_line(lines: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    path = lines("a.jsonl", ARTICLE, "", ARTICLE | {"id": "gazette-1"})
    assert main(["validate", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: valid (2 articles)\n"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ({"id": "x", "outlet": "Courier"}, "2: $: 'text' is a required property"),
        (ARTICLE | {"id": 7}, "2: $.id: 7 is not of type 'string'"),
        (ARTICLE, "2: $.id: is 'courier-1', that of line 1"),
        ("{'id': 1}", "2: is not JSON"),
        ("[]", "2: $: [] is not of type 'object'"),
    ],
)
def test_a_line_that_is_no_article_is_named_by_its_number(
    line: object, said: str, lines: Lines, capsys: pytest.CaptureFixture[str]
) -> None:
    path = lines("a.jsonl", ARTICLE, line)
    assert main(["validate", str(path)]) == 1
    assert f"{path}:{said}" in capsys.readouterr().err


def test_comparisons_in_lines_are_held_against_themselves(stories: Path, lines: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    document = json.loads((one_of(stories) / "comparison.json").read_text(encoding="utf-8"))
    document["claims"][0]["members"][0]["end"] += 1
    path = lines("all.jsonl", document)
    assert main(["validate", str(path)]) == 1
    assert f"{path}:1: $.claims[0].members[0]" in capsys.readouterr().err


def test_decisions_are_validated_together(lines: Lines, capsys: pytest.CaptureFixture[str]) -> None:
    path = lines("decisions.jsonl", to_lines([UNDO]).strip())
    assert main(["validate", str(path)]) == 1
    assert "undoes the act 'a1', which no line before it has" in capsys.readouterr().err


def test_a_file_that_cannot_be_read_costs_the_others_nothing(stories: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["validate", str(tmp_path / "none.json"), str(tmp_path / "none.jsonl"), str(stories)]) == 1
    printed = capsys.readouterr()
    assert (printed.err.count("No such file or directory"), printed.out.count(": valid\n")) == (2, 2)


def test_a_file_in_another_encoding_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.jsonl").write_bytes(json.dumps(ARTICLE).encode() + b"\n\xff\xfe")
    assert main(["validate", str(tmp_path / "a.jsonl")]) == 1
    assert "is not UTF-8" in capsys.readouterr().err
