"""Parts of real pages that mislead a reader: folded text, frames, heads cut short, names and dates in odd places, pages of teasers."""

import json

import pytest
from saved import ARTICLE, BODY, article, lines, page

from compare.model import Skipped
from compare.reading.read_article import read_article
from compare.settings import InputSettings, ReadingSettings
from compare.sources.pages.saved_page import page_article
from compare.sources.source import source_of

_MORE = (
    "Divers will look at the piles of the pier on Thursday, the harbour master told reporters in the afternoon.",
    "He said that the line would open again when the last of them had been found sound by the office.",
)
_MORE_VI = (
    "Thợ lặn sẽ kiểm tra các cọc của cầu cảng vào thứ Năm, giám đốc cảng nói với báo chí trong buổi chiều.",
    "Ông cho biết tuyến phà sẽ mở lại khi cọc cuối cùng được cơ quan đăng kiểm xác nhận là an toàn.",
)
_RULES = "<div class='rules'><p>{}</p></div>".format(
    "Comments are read before they appear. Be kind to others and stay with the subject. " * 4
)


def _paragraphs(*said: str) -> str:
    return "".join(f"<p>{line}</p>" for line in said)


@pytest.mark.parametrize("name", ["read-more", "readmore-content", "xem-them", "doc-them", "related-content"])
@pytest.mark.parametrize("more", [_MORE, _MORE_VI])
def test_what_is_folded_up_until_it_is_asked_for_is_text(name: str, more: tuple[str, ...]) -> None:
    folded = f"<div class='{name}' style='display: none'>{_paragraphs(*more)}</div>"
    assert lines(page(f"<article><h1>Ferry late</h1>{ARTICLE}{folded}</article>"))[-2:] == list(more)


@pytest.mark.parametrize("name", ["read-more", "xem-them", "tin-lien-quan"])
def test_a_box_of_links_under_the_same_name_is_none(name: str) -> None:
    links = "".join(f"<p><a href='/{at}'>A bridge opens for the {at}th time, and the town is glad</a></p>" for at in range(4))
    assert lines(page(f"<article>{ARTICLE}<div class='{name}'>{links}</div></article>")) == list(BODY)


@pytest.mark.parametrize("more", [_MORE, _MORE_VI])
def test_a_framed_box_of_background_is_text(more: tuple[str, ...]) -> None:
    box = f"<div style='border: 1px solid grey'><h3>What is known</h3>{_paragraphs(*more)}</div>"
    found = lines(page(f"<article>{ARTICLE}{box}<p>{BODY[0]} Again.</p></article>"))
    assert [line for line in found if line in more] == list(more)


def test_a_framed_link_is_an_advertisement() -> None:
    link = "<a href='https://shop.example'>Buy a kettle today, and get the second one free.</a>"
    box = f"<div style='border: 1px solid grey'><p>{link}</p></div>"
    assert lines(page(f"<article>{ARTICLE}{box}<p>{BODY[0]} Again.</p></article>")) == [*BODY, f"{BODY[0]} Again."]


def test_rules_for_comments_do_not_stand_for_the_article() -> None:
    body = f"<h1>Ferry late</h1><div class='teaser-story'>{ARTICLE}{_paragraphs(*_MORE)}</div><article>{_RULES}</article>"
    assert set(BODY) <= set(lines(page(body)))


_OG = '<meta property="og:site_name" content="Sample Courier"><meta property="article:published_time" content="2024-06-09T18:05:00+07:00">'


@pytest.mark.parametrize(
    "ends", ["<div id='preload'></div>", "<noscript><iframe src='x'></iframe></noscript>", "<img src='x.gif'>", "<span></span>"]
)
def test_what_ends_a_head_too_early_loses_nothing_of_it(ends: str) -> None:
    found = article(page(f"<article>{ARTICLE}</article>", f"{ends}{_OG}<link rel='canonical' href='https://courier.example/ferry'>"))
    assert (found.outlet, found.url) == ("Sample Courier", "https://courier.example/ferry")


def test_what_a_body_says_of_another_page_is_not_of_this_one() -> None:
    other = "<div class='embed'><meta property='og:site_name' content='Other Paper'></div>"
    assert (
        article(page(f"<h1>Ferry late</h1><article>{ARTICLE}</article>{other}", ""), "https://courier.example/a").outlet
        == "courier.example"
    )


def _data(publisher: str, author: str = "Ann Lowe") -> str:
    node = {"@type": "NewsArticle", "publisher": {"@type": "Organization", "name": publisher}, "author": {"name": author}}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>'


@pytest.mark.parametrize(
    ("site", "publisher", "outlet"),
    [
        ("Sample Courier", "SC News Service", "Sample Courier"),
        ("Báo Mẫu", "Công ty Truyền thông Mẫu", "Báo Mẫu"),
        ("courier.example", "Sample Courier", "Sample Courier"),
        ("", "Sample Courier", "Sample Courier"),
        ("The paper that tells you every day of the week what the harbour does", "Sample Courier", "Sample Courier"),
    ],
)
def test_the_outlet_goes_by_the_name_that_the_site_gives_itself(site: str, publisher: str, outlet: str) -> None:
    head = f'<meta property="og:site_name" content="{site}">{_data(publisher)}'
    assert article(page(f"<article>{ARTICLE}</article>", head)).outlet == outlet


@pytest.mark.parametrize(
    ("written", "name"), [("&Eacute;milie Lowe", "Émilie Lowe"), ("L&amp;ecirc; V&#361;", "Lê Vũ"), ("Ann O&#39;Hara", "Ann O'Hara")]
)
def test_references_in_data_for_machines_are_letters(written: str, name: str) -> None:
    assert article(page(f"<article>{ARTICLE}</article>", _data("Sample", written))).credits.byline == name


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("<div><a class='author'>Lê Minh</a> <span class='post-time'>- 07/03/2026 08:47</span></div>", "2026-03-07T08:47"),
        ("<div><span>By Ann Lowe</span> <span>March 7, 2026, 8:47 a.m.</span></div>", "2026-03-07T08:47"),
        ("<div class='author-name'><span>ANN LOWE</span><span> 7 MAR 2026</span></div>", "2026-03-07"),
        ("<div><span>Thứ Bảy, 07/03/2026</span></div>", "2026-03-07"),
    ],
)
def test_a_line_between_headline_and_text_dates_the_article(line: str, published: str) -> None:
    found = article(page(f"<h1>Ferry late</h1>{line}<article>{ARTICLE}</article>")).published
    assert found is not None
    assert found.value == published


def test_a_sentence_above_the_text_does_not_date_it() -> None:
    found = article(page(f"<h1>Ferry late</h1><p>The pier was opened on 7 March 1960.</p><article>{ARTICLE}</article>")).published
    assert found is None or found.value != "1960-03-07"


@pytest.mark.parametrize("title", ["Sample Courier: Ferry late", "Sample Courier | Ferry late"])
def test_the_site_before_a_title_is_no_part_of_it(title: str) -> None:
    head = f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Sample Courier">'
    assert article(page(f"<article>{ARTICLE}</article>", head)).title == "Ferry late"


def test_a_lead_that_stands_on_a_page_twice_is_read_once() -> None:
    lead = "<p class='sapo'>Fog stopped all boats in the harbour of Port Ellery this morning.</p>"
    assert len(lines(page(f"<h1>Ferry late</h1>{lead}{lead}<article>{ARTICLE}</article>"))) == 1 + len(BODY)


def test_the_second_line_of_a_headline_is_no_text_and_a_lead_in_a_heading_is() -> None:
    said = "Fog stopped all boats in the harbour of Port Ellery this morning."
    deck, lead = (f"<h1>Ferry late</h1><h2 class='{name}'>{said}</h2><article>{ARTICLE}</article>" for name in ("sub-title", "detail-sapo"))
    assert (lines(page(deck)), lines(page(lead))) == (list(BODY), [said, *BODY])


def _teasers(count: int, says: str) -> str:
    return "".join(
        f"<div class='card'><h3><a href='/{at}'>Headline {at} of the day</a></h3><p>{says.format(at)}</p></div>" for at in range(count)
    )


@pytest.mark.parametrize(
    "says",
    [
        "Officials in town {} said on Monday that several people were hurt when a bus left the road near the river.",
        "Chính quyền xã {} cho biết hôm thứ Hai nhiều người bị thương khi xe buýt lao khỏi đường gần sông.",
    ],
)
def test_a_page_of_teasers_is_refused_with_what_to_do(says: str) -> None:
    data = page(f"<h1>World</h1>{_teasers(9, says)}")
    found = page_article(data, source_of(data, "a.html"), InputSettings())
    assert isinstance(found, Skipped)
    assert "section or front page, which tells of many articles; save" in found.reason


@pytest.mark.parametrize("head", ['<meta property="og:type" content="article">', _data("Sample")])
def test_a_page_that_says_that_it_is_an_article_is_read(head: str) -> None:
    assert article(page(f"<h1>World</h1>{_teasers(9, 'Officials in town {} said that several people were hurt on Monday.')}", head))


def test_an_article_with_other_stories_below_is_read() -> None:
    below = _teasers(9, "Officials in town {} said on Monday that a bus left the road.")
    assert set(BODY) <= set(
        lines(page(f"<h1>Ferry late</h1><div>{ARTICLE}{_paragraphs(*_MORE)}</div><div class='more-news'>{below}</div>"))
    )


@pytest.mark.parametrize(
    ("said", "language"),
    [
        ("Le premier ferry du jour a quitté le port avec deux heures de retard mardi à cause du brouillard, selon la compagnie.", "fr"),
        ("Die erste Fähre des Tages verließ den Hafen am Dienstag wegen dichten Nebels mit zwei Stunden Verspätung.", "de"),
        ("První trajekt dne opustil přístav v úterý kvůli husté mlze se zpožděním dvou hodin, uvedla společnost.", "cs"),
        ("A nap első kompja két óra késéssel indult el kedden a kikötőből a sűrű köd miatt, közölte a társaság.", "hu"),
        ("当天第一班渡轮周二因港口大雾晚点两个小时离港，公司表示将退还所有船票。", "zh"),
        ("Первый паром дня вышел из порта во вторник с опозданием на два часа из-за густого тумана.", "ru"),
    ],
)
def test_a_page_in_a_third_language_that_does_not_say_so_is_in_that_language(said: str, language: str) -> None:
    data = page("<article>" + _paragraphs(*(f"{said} ({at})" for at in range(4))) + "</article>", attributes="")
    assert read_article(article(data), ReadingSettings()).article.language == language
