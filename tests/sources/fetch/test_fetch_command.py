"""The command as a person at a prompt meets it: files, lines, and how it ends."""

import json
import re

import pytest

from compare.cli import main
from compare.model import Skipped
from compare.sources.fetch.fetched_page import FetchedPage
from compare.sources.fetch.page_file import page_file

PAGE = "<!doctype html><meta charset=windows-1258><p>Bão đổ bộ".encode()
HTML = {"Content_Type": "text/html; charset=utf-8"}


@pytest.fixture
def run(tmp_path):
    """Runs the command into the folder out."""
    settings = tmp_path / "my.toml"
    settings.write_text('[fetch]\nallow_private = true\nseconds_between = 0\ncache = ""\nlargest_bytes = 10_000\n', encoding="utf-8")

    def command(*arguments):
        return main(["fetch", *arguments, "--out", str(tmp_path / "out"), "--settings", str(settings)])

    return command


@pytest.fixture
def out(tmp_path):
    return tmp_path / "out"


def only(folder):
    (path,) = folder.iterdir()
    return path


def test_a_page_becomes_a_file_that_says_where_it_is_from(site, run, out):
    url = site.give("/a", PAGE, **HTML)
    run(url)
    saved = f"\ufeff<!-- fetched by tellings -->\n<!-- saved from url=({len(url):04d}){url} -->\n{PAGE.decode()}"
    assert only(out).read_bytes().decode() == saved


def test_a_file_is_called_by_host_path_and_checksum(site, run, out):
    run(site.give("/th%E1%BB%9Di-s%E1%BB%B1/B%C3%A3o-12.html", PAGE, **HTML))
    assert re.fullmatch(rf"127\.0\.0\.1-{site.port}-thoi-su-bao-12-html-[0-9a-f]{{8}}\.html", only(out).name)


def of(url, media_type="text/html", data=b"<p>x"):
    return page_file(FetchedPage(url, url, data, media_type))


def test_a_host_that_one_system_takes_for_a_device_is_not_called_so():
    assert of("https://con.example/").name.startswith("con-example-")


def test_the_longest_url_has_a_name_that_every_disk_takes():
    assert len(of(f"https://{'a.' * 126}a/{'b' * 9000}").name) < 200


def test_two_urls_of_one_path_have_files_of_their_own():
    assert of("https://a.example/?id=1").name != of("https://a.example/?id=2").name


def test_a_url_cannot_end_the_comment_that_names_it():
    text = of("https://a.example/?--><script>--").data.decode()
    assert "(0044)https://a.example/?%2D%2D%3E<script%3E%2D%2D -->\n" in text


@pytest.mark.parametrize(
    ("media_type", "suffix"),
    [
        ("text/html", ".html"),
        ("application/xhtml+xml", ".html"),
        ("application/rss+xml", ".xml"),
        ("application/atom+xml", ".xml"),
        ("text/xml", ".xml"),
        ("text/plain", ".txt"),
        ("application/x-ndjson", ".jsonl"),
    ],
)
def test_a_file_has_the_suffix_of_its_kind(media_type, suffix):
    assert of("https://a.example/", media_type).name.endswith(suffix)


def test_a_feed_is_kept_to_the_byte():
    feed = '<?xml version="1.0" encoding="iso-8859-1"?><rss>é</rss>'.encode("latin-1")
    assert of("https://a.example/", "application/rss+xml", feed).data == feed


@pytest.mark.parametrize(
    ("media_type", "said"),
    [
        ("application/pdf", "is application/pdf, no page, feed or text; save it yourself if you can use it"),
        ("image/png", "is image/png, no page, feed or text; save it yourself if you can use it"),
        ("", "does not say what it is; save it yourself if you can use it"),
    ],
)
def test_what_is_no_page_is_skipped_with_its_kind(media_type, said):
    assert of("https://a.example/", media_type) == Skipped("https://a.example/", said)


def test_a_page_in_no_encoding_is_skipped():
    assert "NUL bytes" in of("https://a.example/", "text/plain", b"a\0b").reason


def test_a_page_that_is_fetched_again_replaces_its_file(site, run, out):
    run(site.give("/a", PAGE, **HTML))
    run(site.give("/a", PAGE + b"!", **HTML))
    assert only(out).read_text(encoding="utf-8").endswith("!")


def test_a_page_that_did_not_change_is_told_so(site, run, out, capsys):
    url = site.give("/a", PAGE, **HTML)
    run(url)
    run(url, "--log-format", "json")
    messages = [json.loads(line) for line in capsys.readouterr().err.splitlines() if line.startswith("{")]
    assert messages == [
        {
            "level": "info",
            "message": f"not changed {url}: {only(out)}",
            "url": url,
            "file": str(only(out)),
            "bytes": only(out).stat().st_size,
        },
        {"level": "info", "message": f"0 saved, 1 not changed, 0 skipped: {out}", "saved": 0, "not_changed": 1, "skipped": 0},
    ]


def test_a_file_that_is_not_ours_stays(site, run, out):
    url = site.give("/a", PAGE, **HTML)
    run(url)
    only(out).write_text("my notes", encoding="utf-8")
    assert (run(url), only(out).read_text(encoding="utf-8")) == (1, "my notes")


def test_who_forces_it_overwrites_a_file_that_is_not_ours(site, run, out):
    url = site.give("/a", PAGE, **HTML)
    run(url)
    only(out).write_text("my notes", encoding="utf-8")
    assert (run(url, "--force"), "Bão" in only(out).read_text(encoding="utf-8")) == (0, True)


def test_what_is_skipped_is_told_with_its_reason(site, run, capsys):
    run(site.url("/none"))
    said = f"skipped {site.url('/none')}: answers with status 404 (Not Found); look for a slip in the URL"
    assert capsys.readouterr().err.splitlines()[0] == said


def test_a_run_that_fetched_something_is_done(site, run):
    assert run(site.give("/a", PAGE, **HTML), site.url("/none")) == 0


def test_a_run_that_fetched_nothing_failed(site, run):
    assert run(site.url("/none")) == 1


def test_a_strict_run_fails_where_anything_was_skipped(site, run):
    assert run(site.give("/a", PAGE, **HTML), site.url("/none"), "--strict") == 1


def test_a_run_that_is_interrupted_leaves_whole_files_and_no_others(site, run, out, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    run(site.give("/a", PAGE, **HTML))
    monkeypatch.setattr("os.fsync", interrupted)
    assert (run(site.give("/b", PAGE, **HTML)), len(list(out.iterdir()))) == (130, 1)


def test_settings_of_the_file_hold(site, run):
    assert run(site.give("/a", b"x" * 10_001, **HTML)) == 1
