"""Copies that archives and caches keep -> the page that they hold: its address, its outlet, its voice, and where the copy is."""

import json
from pathlib import Path

import pytest
from saved import ARTICLE, article, page

from compare.cli import main
from compare.sources.archived_copies import original_url

CASE = Path(__file__).parents[1] / "cases" / "formats" / "memento2.html"
URL = "https://www.harbour.example/2024/ferry-late"
COPIES = [
    f"https://archive.ph/2024.03.09-120000/{URL}",
    f"https://archive.today/20240309120000/{URL}",
    f"http://archive.is/newest/{URL}",
    f"https://archive.md/o/AbC12/{URL}",
    f"https://archive.vn/2024/{URL}",
    f"https://archive.li/{URL}",
    f"https://www.archive.fo/20240309/{URL}",
    "https://archive.ph/2024.03.09-120000/www.harbour.example/2024/ferry-late",
    f"https://web.archive.org/web/20240309120000/{URL}",
    f"https://web.archive.org/web/20240309120000if_/{URL.replace('//', '/')}",
    f"https://wayback.archive-it.org/1234/20240309120000/{URL}",
    f"https://arquivo.pt/wayback/20240309120000/{URL}",
    f"https://webcache.googleusercontent.com/search?q=cache:AbCdEfGhIjKl:{URL}+ferry+late&cd=1&hl=en",
    f"https://webcache.googleusercontent.com/search?q=cache:{URL}",
    "http://webcache.googleusercontent.com/search?hl=vi&q=cache%3Ahttps%3A%2F%2Fwww.harbour.example%2F2024%2Fferry-late%20ph%C3%A0",
    "https://webcache.googleusercontent.com/search?q=cache:www.harbour.example/2024/ferry-late",
    "https://www.google.com/amp/s/www.harbour.example/2024/ferry-late",
    "https://www-harbour-example.cdn.ampproject.org/c/s/www.harbour.example/2024/ferry-late",
    f"https://archive.ph/2024.03.09-120000/https://web.archive.org/web/2024/{URL}",
]


@pytest.mark.parametrize("copy", COPIES)
def test_the_address_of_a_copy_stands_for_the_page(copy: str) -> None:
    assert original_url(copy) == URL


@pytest.mark.parametrize(
    "url",
    [
        URL,
        "",
        "https://archive.ph/AbCdE",
        "https://archive.ph/2024/x",
        "https://archive.example/2024.03.09-120000/https://www.harbour.example/a",
        "https://www.harbour.example/web/2024/https://other.example/a",
        "https://webcache.googleusercontent.com/search?q=ferry",
        "https://www.google.com/search?q=cache:https://www.harbour.example/a",
        "http://[::1",
    ],
)
def test_any_other_address_is_what_it_is(url: str) -> None:
    assert original_url(url) == url


@pytest.mark.parametrize("copy", COPIES)
def test_a_page_saved_from_a_copy_is_the_page(copy: str) -> None:
    saved = f"<!-- saved from url=({len(copy):04d}){copy} -->\n".encode() + page(ARTICLE)
    found = article(saved)
    assert (found.url, found.outlet, found.kept_at) == (URL, "harbour.example", copy)


def test_the_case_of_a_copy_is_by_its_outlet_and_tells_its_archive(tmp_path: Path) -> None:
    assert main(["compare", str(CASE), "--out", str(tmp_path)]) == 0
    (found,) = json.loads((tmp_path / "comparison.json").read_text(encoding="utf-8"))["articles"]
    kept = "https://archive.ph/2024.03.09-120000/https://www.reuters.com/world/ferry-2024-03-09/"
    assert (found["outlet"], found["url"], found["kept_at"]) == ("Reuters", "https://www.reuters.com/world/ferry-2024-03-09/", kept)
    assert "kept in an archive" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_name_of_an_archive_is_no_outlet() -> None:
    head = f'<link rel="canonical" href="{COPIES[0]}"><meta property="og:site_name" content="archive.ph">'
    assert article(page(ARTICLE, head)).outlet == "harbour.example"


def test_the_name_of_the_page_s_own_site_stays() -> None:
    head = f'<link rel="canonical" href="{URL}"><meta property="og:site_name" content="Harbour Post">'
    found = article(f"<!-- saved from url=(0000){COPIES[12]} -->\n".encode() + page(ARTICLE, head))
    assert (found.outlet, found.url, found.kept_at) == ("Harbour Post", URL, COPIES[12])


def test_a_page_that_no_archive_keeps_names_none() -> None:
    assert article(page(ARTICLE), URL).kept_at is None


def test_a_page_and_its_copy_are_one_voice(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name, url in (("a", URL), ("b", COPIES[0])):
        (tmp_path / "in" / f"{name}.html").write_bytes(f"<!-- saved from url=({len(url):04d}){url} -->\n".encode() + page(ARTICLE))
    assert main(["compare", str(tmp_path / "in"), "--out", str(tmp_path / "out")]) == 0
    document = json.loads((tmp_path / "out" / "comparison.json").read_text(encoding="utf-8"))
    assert {len(claim["voices"]) if isinstance(claim["voices"], list) else claim["voices"] for claim in document["claims"]} == {1}
