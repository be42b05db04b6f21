"""Files on disk: whole or absent, and never over somebody else's work."""

import errno
import json
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.documents.write import as_json, folder_names, remove_folder, require_valid, write, write_folder, write_with_pages
from compare.errors import DocumentError, OutputError
from reports.formats import RenderedReport
from schemas.check import checker

COMPARISON_START = '{\n "schema": "comparison/1",\n'
PAGE = '<!doctype html><meta name="generator" content="tellings 1">'


def test_a_file_is_written_with_the_folders_above_it(tmp_path: Path) -> None:
    write(tmp_path / "a" / "b" / "page.html", PAGE)
    assert (tmp_path / "a" / "b" / "page.html").read_text(encoding="utf-8") == PAGE


def test_vietnamese_is_written_as_utf_8_with_plain_line_ends(tmp_path: Path) -> None:
    write(tmp_path / "page.html", "Bão đổ bộ\n")
    assert (tmp_path / "page.html").read_bytes() == "Bão đổ bộ\n".encode()


def test_everyone_may_read_what_was_written(tmp_path: Path) -> None:
    write(tmp_path / "page.html", PAGE)
    assert stat.S_IMODE((tmp_path / "page.html").stat().st_mode) == 0o644


def test_nothing_is_left_beside_a_written_file(tmp_path: Path) -> None:
    write(tmp_path / "page.html", PAGE)
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


@pytest.mark.parametrize("earlier_file", [COMPARISON_START, PAGE, ""])
def test_our_own_file_is_replaced(tmp_path: Path, earlier_file: str) -> None:
    (tmp_path / "page").write_text(earlier_file, encoding="utf-8")
    write(tmp_path / "page", "new")
    assert (tmp_path / "page").read_text(encoding="utf-8") == "new"


def test_somebody_elses_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("<h1>My thesis</h1>", encoding="utf-8")
    with pytest.raises(OutputError, match=r"report\.html: stands there and was not made by tellings"):
        write(tmp_path / "report.html", PAGE)


def test_a_refused_file_is_untouched(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("<h1>My thesis</h1>", encoding="utf-8")
    with pytest.raises(OutputError):
        write(tmp_path / "report.html", PAGE)
    assert {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()} == {"report.html": "<h1>My thesis</h1>"}


def test_force_replaces_somebody_elses_file(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("<h1>My thesis</h1>", encoding="utf-8")
    write(tmp_path / "report.html", PAGE, force=True)
    assert (tmp_path / "report.html").read_text(encoding="utf-8") == PAGE


def test_a_folder_in_the_way_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "report.html").mkdir()
    with pytest.raises(OutputError, match="choose a folder that can be written"):
        write(tmp_path / "report.html", PAGE, force=True)


def test_a_file_where_a_folder_should_be_is_an_error_with_a_remedy(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x", encoding="utf-8")
    with pytest.raises(OutputError, match="choose a folder that can be written"):
        write(tmp_path / "out" / "report.html", PAGE)


def test_a_failed_write_leaves_the_old_file_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    write(tmp_path / "comparison.json", COMPARISON_START)
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        write(tmp_path / "comparison.json", "new", force=True)
    assert [(path.name, path.read_text(encoding="utf-8")) for path in tmp_path.iterdir()] == [("comparison.json", COMPARISON_START)]


# The document as text


def test_a_stored_document_is_the_document() -> None:
    document = {"schema": "comparison/1", "claims": [{"id": "c", "wording": "Bão “lớn”"}], "clusters": [], "run": {"made_at": None}}
    assert json.loads(as_json(document)) == document


def test_a_stored_document_keeps_vietnamese_letters() -> None:
    assert "Bão" in as_json({"title": "Bão"})


def test_a_stored_document_has_a_claim_a_line() -> None:
    assert as_json({"claims": [{"id": "a"}, {"id": "b"}]}) == '{\n "claims": [\n  {"id": "a"},\n  {"id": "b"}\n ]\n}\n'


def test_a_broken_document_is_never_handed_on() -> None:
    with pytest.raises(DocumentError, match="this is a fault of tellings"):
        require_valid({"schema": "comparison/1"}, checker("comparison"))


# Folders for stories


def test_a_safe_name_is_kept() -> None:
    assert folder_names(["ferry-2016", "bao.so_5"]) == {"ferry-2016": "ferry-2016", "bao.so_5": "bao.so_5"}


@pytest.mark.parametrize("story", ["../up", "a/b", "a\\b", "", ".", "..", ".hidden", "CON:", "a b", "x" * 200, "Bão số 5", "tail.", "\n"])
def test_an_unsafe_name_is_made_safe(story: str) -> None:
    (name,) = folder_names([story]).values()
    assert all(char.isascii() and (char.isalnum() or char in "-._") for char in name)
    assert not name.startswith(".")
    assert not name.endswith(".")
    assert len(name) <= 80


def test_a_name_that_is_made_safe_still_tells_the_story() -> None:
    assert folder_names(["Bão số 5"])["Bão số 5"].startswith("bao-so-5-")


def test_two_stories_that_differ_in_case_get_two_folders() -> None:
    names = folder_names(["Ferry", "ferry"])
    assert len({name.casefold() for name in names.values()}) == 2


@pytest.mark.parametrize("story", ["index.html", "Report.html", "comparison.json", "review.db", "report"])
def test_a_story_called_like_a_file_of_ours_has_another_folder(story: str) -> None:
    assert folder_names([story])[story].casefold() != story.casefold()


@given(st.lists(st.text(max_size=100), unique=True, max_size=8))
def test_every_story_has_its_own_folder_on_every_file_system(stories: list[str]) -> None:
    names = folder_names(stories)
    assert sorted(names) == sorted(stories)
    assert len({name.casefold() for name in names.values()}) == len(stories)


@given(st.text(max_size=100))
def test_no_story_climbs_out_of_its_folder(story: str) -> None:
    (name,) = folder_names([story]).values()
    assert name not in (".", "..")
    assert not set(name) & set('/\\:*?"<>|\0\n')


@given(st.lists(st.text(max_size=20), unique=True, max_size=6), st.randoms(use_true_random=False))
def test_the_order_of_the_stories_changes_no_folder(stories: list[str], chance) -> None:
    mixed = stories.copy()
    chance.shuffle(mixed)
    assert folder_names(mixed) == folder_names(stories)


def test_a_story_named_like_a_device_gets_another_folder() -> None:
    assert {name.casefold() for name in folder_names(["CON", "nul.txt"]).values()} & {"con", "nul.txt"} == set()


def pages(*names: str) -> list[tuple[str, str]]:
    return [(name, PAGE) for name in names]


def held(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_a_folder_of_pages_takes_the_place_of_an_older_one(tmp_path: Path) -> None:
    write_folder(tmp_path / "report", pages("claims-1.html", "claims-2.html"))
    write_folder(tmp_path / "report", pages("claims-1.html"))
    assert held(tmp_path) == ["report/claims-1.html"]


def test_a_folder_whose_pages_cannot_all_be_made_is_as_it_was(tmp_path: Path) -> None:
    write_folder(tmp_path / "report", pages("claims-1.html"))

    def failing() -> Iterator[tuple[str, str]]:
        yield "sources-1.html", PAGE
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_folder(tmp_path / "report", failing())
    assert held(tmp_path) == ["report/claims-1.html"]


@pytest.mark.parametrize("name", ["notes.txt", "claims-1.html"])
def test_a_folder_with_somebody_elses_file_is_refused_and_untouched(tmp_path: Path, name: str) -> None:
    write(tmp_path / "report" / "claims-2.html", PAGE)
    (tmp_path / "report" / name).write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="holds what is no page of tellings"):
        write_folder(tmp_path / "report", pages("claims-1.html"))
    remove_folder(tmp_path / "report")
    assert held(tmp_path) == sorted(["report/claims-2.html", f"report/{name}"])


def test_a_file_where_the_folder_must_stand_is_refused(tmp_path: Path) -> None:
    (tmp_path / "report").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="holds what is no page of tellings"):
        write_folder(tmp_path / "report", pages("claims-1.html"))


def test_pages_of_an_earlier_run_are_taken_away(tmp_path: Path) -> None:
    write_folder(tmp_path / "report", pages("claims-1.html", "sources-12.html"))
    remove_folder(tmp_path / "report")
    assert list(tmp_path.iterdir()) == []


def test_a_large_report_is_a_cover_beside_its_pages_and_a_small_one_takes_both_places(tmp_path: Path) -> None:
    write_with_pages(tmp_path / "report.html", RenderedReport(PAGE, folder="report", pages=iter(pages("claims-1.html"))))
    large = held(tmp_path)
    write_with_pages(tmp_path / "report.html", RenderedReport(PAGE, folder="report"))
    assert (large, held(tmp_path)) == (["report.html", "report/claims-1.html"], ["report.html"])


def test_beside_somebody_elses_report_no_folder_is_written(tmp_path: Path) -> None:
    (tmp_path / "report.html").write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError, match="was not made by tellings"):
        write_with_pages(tmp_path / "report.html", RenderedReport(PAGE, folder="report", pages=pages("claims-1.html")))
    assert held(tmp_path) == ["report.html"]
