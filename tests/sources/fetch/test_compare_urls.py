"""Addresses as input of a comparison, and pages that were fetched before: both are read as pages of their address."""

import json

import pytest

from compare.cli import main

PAGE = (
    b"<!doctype html><html><head><title>Ferry late</title></head><body><article>"
    b"<p>The first ferry of the day left Port Ellery two hours late on Tuesday because of thick fog.</p>"
    b"<p>Some 120 passengers waited at the pier until the fog was gone.</p></article></body></html>"
)
HTML = {"Content_Type": "text/html; charset=utf-8"}


@pytest.fixture
def settings(tmp_path):
    path = tmp_path / "my.toml"
    path.write_text('[fetch]\nallow_private = true\nseconds_between = 0\ncache = ""\n', encoding="utf-8")
    return str(path)


def documents(folder):
    return json.loads((folder / "comparison.json").read_text(encoding="utf-8"))


def test_an_address_is_read_as_the_page_behind_it(site, settings, tmp_path):
    url = site.give("/news/ferry.html", PAGE, **HTML)
    assert main(["compare", url, "--out", str(tmp_path / "out"), "--settings", settings, "--quiet"]) == 0
    (article,) = documents(tmp_path / "out")["articles"]
    assert (article["url"], article["origin"], article["title"]) == (url, url, "Ferry late")


def test_an_address_that_cannot_be_had_is_skipped_beside_one_that_can(site, settings, tmp_path):
    good, bad = site.give("/a", PAGE, **HTML), site.give("/b", b"gone", status=404)
    assert main(["compare", good, bad, "--out", str(tmp_path / "out"), "--settings", settings, "--quiet"]) == 0
    found = documents(tmp_path / "out")
    assert (len(found["articles"]), [item["place"] for item in found["skipped"]]) == (1, [bad])


def test_a_private_address_is_skipped_by_the_settings_as_shipped(site, tmp_path, capsys):
    assert main(["compare", site.give("/a", PAGE, **HTML), "--out", str(tmp_path / "out")]) == 1
    assert "no address of the public internet" in capsys.readouterr().err


def test_a_fetched_page_is_read_with_the_address_that_it_was_fetched_from(site, settings, tmp_path):
    url = site.give("/news/ferry.html", PAGE, **HTML)
    main(["fetch", url, "--out", str(tmp_path / "pages"), "--settings", settings, "--quiet"])
    main(["compare", str(tmp_path / "pages"), "--out", str(tmp_path / "out"), "--quiet"])
    assert documents(tmp_path / "out")["articles"][0]["url"] == url


def test_archives_take_addresses_as_files_alone(site, tmp_path, capsys):
    assert main(["duplicates", site.give("/a", PAGE, **HTML), "--out", str(tmp_path / "out")]) == 1
    assert "fetch it first" in capsys.readouterr().err
