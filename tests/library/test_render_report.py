"""Reports as texts are those that the command writes."""

from pathlib import Path
from typing import Any, get_args

import pytest

import compare
from compare import StoryComparison
from compare.cli import main
from compare.library.render_report import ReportFormat, ReportLanguage
from reports.claimreview import InvalidClaimReviewError
from reports.formats import FORMATS
from reports.report_words import LANGUAGES


@pytest.mark.parametrize("form", get_args(ReportFormat))
@pytest.mark.parametrize("language", get_args(ReportLanguage))
def test_a_report_is_the_one_that_the_command_writes(comparison: StoryComparison, form: Any, language: Any, tmp_path: Path) -> None:
    compare.write_comparison(comparison, tmp_path / "comparison.json")
    options = ["--format", form, "--lang", language, "--out", str(tmp_path / "report"), "--quiet"]
    assert main(["report", str(tmp_path / "comparison.json"), *options]) == 0
    made = compare.report(comparison, format=form, language=language)
    assert made.encode() == (tmp_path / "report").read_bytes()


def test_every_format_and_language_that_there_is_can_be_asked_for() -> None:
    assert (set(get_args(ReportFormat)), set(get_args(ReportLanguage))) == (set(FORMATS), set(LANGUAGES))


def test_a_document_gives_the_report_of_its_comparison(comparison: StoryComparison) -> None:
    assert compare.report(comparison.document, format="markdown") == compare.report(comparison, format="markdown")


def test_full_text_brings_what_is_not_cited(ferry: Path) -> None:
    kept = "Nobody cheered loudly."
    quiet = [f"Day {n}." for n in range(99)]
    long = {"id": "long", "outlet": "Sample Herald", "text": "\n".join(["The ferry was late on Tuesday.", *quiet, kept, *quiet])}
    made = compare.compare_articles(compare.read_articles([ferry, long]))
    assert [kept in compare.report(made, full_text=full) for full in (False, True)] == [False, True]


@pytest.mark.parametrize("wrong", [{"format": "pdf"}, {"language": "de"}])
def test_what_there_is_not_is_told_with_what_there_is(comparison: StoryComparison, wrong: Any) -> None:
    with pytest.raises(ValueError, match=r"is none of (html|en), "):
        compare.report(comparison, **wrong)


def test_an_unsound_document_gives_no_report() -> None:
    with pytest.raises(compare.DocumentError, match="comparison/1"):
        compare.report({"schema": "comparison/0"})


def test_a_document_that_makes_no_valid_claimreview_is_told(comparison: StoryComparison, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> Any:
        raise InvalidClaimReviewError("no address")

    monkeypatch.setattr("compare.library.render_report.render_format", refuse)
    with pytest.raises(compare.DocumentError, match="makes no valid ClaimReview"):
        compare.report(comparison, format="claimreview")
