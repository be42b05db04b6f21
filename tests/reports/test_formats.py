"""`tellings report --format`: each format of one reviewed sample story to the byte, and the same manners for all of them."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from compare.cli import main
from reports.formats import FORMATS, render_format
from reports.html import UnknownSchemaError
from reports.report_files import ReportOptions

FIXTURES = Path(__file__).parents[1] / "fixtures" / "report"
REVIEWED = FIXTURES / "reviewed.json"
GOLDEN = {
    ("markdown", "en"): "reviewed.md",
    ("markdown", "vi"): "reviewed.vi.md",
    ("csv", "en"): "reviewed.csv",
    ("claimreview", "en"): "reviewed.claimreview.json",
}
WRITE = "TELLINGS_WRITE_GOLDEN"

every = pytest.mark.parametrize("form", FORMATS)


@pytest.fixture
def document() -> dict[str, Any]:
    return dict(json.loads(REVIEWED.read_text(encoding="utf-8")))


def report(document: Path, form: str, out: Path, language: str = "en") -> int:
    return main(["report", str(document), "--format", form, "--lang", language, "--out", str(out)])


@pytest.mark.parametrize(("form", "language"), GOLDEN)
def test_the_reviewed_sample_is_written_as_before(form: str, language: str, tmp_path: Path) -> None:
    golden = FIXTURES / GOLDEN[form, language]
    assert report(REVIEWED, form, tmp_path / "made", language) == 0
    made = (tmp_path / "made").read_bytes()
    if os.environ.get(WRITE) == "1" and not os.environ.get("CI"):
        golden.write_bytes(made)
    assert made.decode("utf-8") == golden.read_bytes().decode("utf-8")


@every
def test_every_format_is_written_and_named(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(REVIEWED, form, tmp_path / "made") == 0
    assert capsys.readouterr().out == f"written: {tmp_path / 'made'}\n"


@every
def test_what_we_made_is_written_anew(form: str, tmp_path: Path) -> None:
    assert [report(REVIEWED, form, tmp_path / "made") for _ in range(2)] == [0, 0]


@every
def test_somebody_elses_file_stands(form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "made").write_text("mine", encoding="utf-8")
    assert report(REVIEWED, form, tmp_path / "made") == 1
    assert "was not made by tellings" in capsys.readouterr().err
    assert (tmp_path / "made").read_text(encoding="utf-8") == "mine"


@every
def test_a_document_of_another_version_is_named_and_refused(
    form: str, document: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "x.json").write_text(json.dumps({**document, "schema": "comparison/2"}), encoding="utf-8")
    assert report(tmp_path / "x.json", form, tmp_path / "made") == 1
    assert "'comparison/2'" in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


@every
def test_no_renderer_takes_a_document_of_another_version(form: str, document: dict[str, Any]) -> None:
    with pytest.raises(UnknownSchemaError, match="comparison/2"):
        render_format({**document, "schema": "comparison/2"}, form)


@every
def test_a_vietnamese_report_is_replaced_as_our_own(form: str, tmp_path: Path) -> None:
    assert [report(REVIEWED, form, tmp_path / "made", language) for language in ("vi", "en")] == [0, 0]


def test_a_table_for_programs_is_the_same_in_every_language(document: dict[str, Any]) -> None:
    assert render_format(document, "csv", ReportOptions(language="vi")) == render_format(document, "csv")


def test_a_verdict_for_search_engines_is_in_the_language_of_the_newsroom(document: dict[str, Any]) -> None:
    reviews = json.loads(render_format(document, "claimreview", ReportOptions(language="vi")).text)
    assert [review["reviewRating"]["alternateName"] for review in reviews] == ["Có cơ sở", "Còn tranh cãi", "Sai", "Chưa rõ"]


ENGINE = ("sklearn", "datasketch", "scipy", "numpy", "underthesea", "compare.claims", "compare.duplicates", "compare.reading")


@every
def test_a_report_of_an_old_document_is_made_without_the_engine(form: str, tmp_path: Path) -> None:
    arguments = ["report", str(REVIEWED), "--format", form, "--out", str(tmp_path / "made"), "--quiet"]
    program = f"import sys; from compare.cli import main; main({arguments!r}); print(*sorted(set({ENGINE!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-P", "-c", program], check=True, capture_output=True)
    assert (done.stdout.decode().strip(), (tmp_path / "made").exists()) == ("", True)


@every
def test_every_format_is_described(form: str, root: Path) -> None:
    assert f"`{form}`" in (root / "docs" / "commands.md").read_text(encoding="utf-8")


@every
def test_a_story_without_articles_is_told_in_every_format(form: str, document: dict[str, Any]) -> None:
    empty = {**document, "articles": [], "claims": [], "clusters": [], "possibly_related": [], "only_one_source": []}
    assert render_format(empty, form).text


def test_without_a_verdict_the_list_is_empty_and_the_command_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert report(FIXTURES / "small.json", "claimreview", tmp_path / "made") == 0
    assert capsys.readouterr().out == f"written: {tmp_path / 'made'} (an empty list: no claim has a person's verdict yet)\n"
    assert (tmp_path / "made").read_text(encoding="utf-8") == "[]\n"


def test_an_empty_list_is_written_over(tmp_path: Path) -> None:
    assert [report(path, "claimreview", tmp_path / "made") for path in (FIXTURES / "small.json", REVIEWED)] == [0, 0]


def test_of_a_date_that_is_none_no_claim_review_is_written(
    document: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document["articles"][0]["published"]["value"] = "yesterday"
    (tmp_path / "x.json").write_text(json.dumps(document), encoding="utf-8")
    assert report(tmp_path / "x.json", "claimreview", tmp_path / "made") == 1
    assert "$.articles[0].published.value: is 'yesterday'" in capsys.readouterr().err
    assert not (tmp_path / "made").exists()
