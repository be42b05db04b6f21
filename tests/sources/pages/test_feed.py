"""Feeds as sites serve them: lines before their begin, and entries that name whom they are taken from."""

from pathlib import Path

import pytest

from compare.model import Article
from compare.settings import InputSettings
from compare.sources.read_inputs import Intake, read_inputs

CASES = Path(__file__).parents[2] / "cases"
DECLARED = '<?xml version="1.0" encoding="utf-8"?>'
SAYS = "The noon ferry left Port Ellery two hours late on Monday because of fog."
SAYS_VI = "Chuyến phà trưa rời bến Cồn Lau muộn hai giờ hôm thứ hai vì sương mù."


def rss(items: str, title: str = "Harbour Gazette") -> str:
    return f'<rss version="2.0" xmlns:News="urn:x"><channel><title>{title}</title>{items}</channel></rss>'


def item(says: str = SAYS, more: str = "", title: str = "Ferry late") -> str:
    link = "<link>https://search.example/1</link>"
    return f"<item><title>{title}</title>{link}<description>{says}</description>{more}</item>"


def read(folder: Path, text: str, name: str = "feed.xml") -> Intake:
    (folder / name).write_text(text, encoding="utf-8")
    return read_inputs([str(folder / name)], InputSettings())


def article(folder: Path, text: str) -> Article:
    intake = read(folder, text)
    assert intake.skipped == ()
    return intake.articles[0]


def test_a_feed_with_a_blank_line_before_it_is_read_without_a_loss() -> None:
    intake = read_inputs([str(CASES / "found" / "27-feed-blank-line")], InputSettings())
    assert (len(intake.articles), intake.skipped) == (1, ())


@pytest.mark.parametrize(
    "before", ["\n", "  \r\n\t", "\ufeff", "\n\ufeff\n", "<!-- made by a plugin - in 0.2 s -->\n", "\n<!-- a --><!-- b -->\n"]
)
@pytest.mark.parametrize("name", ["feed.xml", "feed", "feed.rss"])
@pytest.mark.parametrize("says", [SAYS, SAYS_VI])
def test_what_stands_before_the_declaration_costs_nothing(before: str, name: str, says: str, tmp_path: Path) -> None:
    intake = read(tmp_path, before + DECLARED + rss(item(says)), name)
    assert ([article.text for article in intake.articles], intake.skipped) == ([says], ())


def test_a_search_of_google_news_names_the_outlets() -> None:
    intake = read_inputs([str(CASES / "formats" / "google.xml")], InputSettings())
    assert sorted(article.outlet for article in intake.articles) == ["BBC", "Reuters"]


def test_the_name_of_the_outlet_is_no_part_of_the_headline() -> None:
    intake = read_inputs([str(CASES / "formats" / "google.xml")], InputSettings())
    assert sorted(article.title or "" for article in intake.articles) == [
        "17 hurt as ferry strikes Port Ellery pier",
        "Ferry hits pier, 14 taken to hospital",
    ]


@pytest.mark.parametrize(
    ("more", "outlet"),
    [
        ('<source url="https://vnexpress.net">Báo VnExpress</source>', "VnExpress"),
        ('<source url="https://thethao.tuoitre.vn/rss">Thể thao</source>', "Tuổi Trẻ"),
        ('<source url="https://unknown.example">Báo Cồn Lau</source>', "Báo Cồn Lau"),
        ("<source>River Post</source>", "River Post"),
        ('<source url="https://www.river.example/rss"></source>', "river.example"),
        ("<News:Source>River Post</News:Source>", "River Post"),
        ('<source url="none"></source>', "Harbour Gazette"),
        ("", "Harbour Gazette"),
    ],
)
def test_the_source_of_an_entry_is_its_outlet(more: str, outlet: str, tmp_path: Path) -> None:
    assert article(tmp_path, rss(item(more=more))).outlet == outlet


def test_the_feed_that_a_planet_took_an_entry_from_is_its_outlet(tmp_path: Path) -> None:
    source = '<source><id>u</id><title>Báo Cồn Lau</title><link href="https://conlau.example/"/></source>'
    entry = f'<entry><title>Phà muộn</title><link href="https://conlau.example/1"/><summary>{SAYS_VI}</summary>{source}</entry>'
    assert article(tmp_path, f'<feed xmlns="http://www.w3.org/2005/Atom"><title>Planet</title>{entry}</feed>').outlet == "Báo Cồn Lau"


def test_an_entry_that_is_only_a_linked_headline_tells_the_headline_alone(tmp_path: Path) -> None:
    says = "&lt;a href='x'&gt;Ferry leaves two hours late&lt;/a&gt;&amp;nbsp;&amp;nbsp;&lt;font&gt;River Post&lt;/font&gt;"
    found = article(tmp_path, rss(item(says, "<source>River Post</source>", "Ferry leaves two hours late - River Post")))
    assert (found.title, found.text) == ("Ferry leaves two hours late", "Ferry leaves two hours late")


def test_a_sentence_about_the_outlet_stays_whole(tmp_path: Path) -> None:
    says = "The owner of the pier spoke to the River Post"
    assert article(tmp_path, rss(item(says, "<source>River Post</source>"))).text == says
