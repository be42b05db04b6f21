"""Saved pages as templates write them: the article alone, in the page's order, with lead and credits, and what the page says of itself."""

import pytest
from saved import ARTICLE, BODY, article, lines, page

from compare.model import Skipped
from compare.reading.read_article import read_article
from compare.settings import InputSettings, ReadingSettings
from compare.sources.pages.saved_page import page_article
from compare.sources.source import source_of


def test_the_article_is_kept_and_the_rest_of_the_page_is_not() -> None:
    assert lines(page(f"<article>{ARTICLE}</article>")) == list(BODY)


def test_lists_quotations_and_rows_stand_on_lines_of_their_own() -> None:
    more = "<ul><li>The noon ferry leaves on time.</li></ul><blockquote><p>We are sorry for the delay.</p></blockquote>"
    table = "<table><tr><td>First</td><td>120</td></tr></table>"
    found = lines(page(f"<article>{ARTICLE}{more}{table}<p>{BODY[0]} Again.</p></article>"))
    assert found[3:6] == ["The noon ferry leaves on time.", "We are sorry for the delay.", "First | 120"]


@pytest.mark.parametrize("lead", ['<p class="sapo">{}</p>', '<h2 class="article-lead">{}</h2>', '<div class="description"><p>{}</p></div>'])
def test_a_lead_outside_of_the_body_stands_before_it(lead: str) -> None:
    said = "Fog stopped all boats in the harbour of Port Ellery this morning."
    assert lines(page(f"<h1>Ferry late</h1>{lead.format(said)}<article>{ARTICLE}</article>")) == [said, *BODY]


def test_lines_that_a_break_parts_are_lines() -> None:
    assert lines(page("<article><p>" + "<br>".join(BODY) + "</p></article>")) == list(BODY)


@pytest.mark.parametrize("credit", ['<div class="author">Minh An (Theo Báo Mẫu)</div>', '<p class="source">Nguồn: Báo Mẫu</p>'])
def test_a_credit_of_a_page_is_found_as_in_a_text(credit: str) -> None:
    found = read_article(article(page(f"<article>{ARTICLE}</article>{credit}")), ReadingSettings())
    assert found.article.credits.outlet == "Báo Mẫu"


_HEAD = (
    '<meta property="og:title" content="Ferry late"><meta property="og:site_name" content="Sample Gazette">'
    '<meta name="author" content="Ann Marsh"><link rel="canonical" href="https://www.gazette.example/news/ferry">'
    '<meta property="article:published_time" content="2024-03-05T08:15:00+07:00">'
)


def test_a_page_says_itself_what_it_is() -> None:
    found = article(page(f"<article>{ARTICLE}</article>", _HEAD))
    said = (found.title, found.outlet, found.credits.byline, found.url, found.published and found.published.value)
    assert said == ("Ferry late", "Sample Gazette", "Ann Marsh", "https://www.gazette.example/news/ferry", "2024-03-05T08:15")


def test_the_register_names_the_outlet_of_a_host() -> None:
    head = _HEAD.replace("www.gazette.example", "vnexpress.net")
    assert article(page(f"<article>{ARTICLE}</article>", head)).outlet == "VnExpress"


def test_a_date_in_data_for_machines_is_read() -> None:
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2024-03-05T08:15:00+07:00"}</script>'
    found = article(page(f"<article>{ARTICLE}</article>", data))
    assert found.published is not None
    assert found.published.value == "2024-03-05T08:15"


def test_the_address_gives_the_day_where_the_page_does_not() -> None:
    found = article(page(f"<article>{ARTICLE}</article>"), "https://gazette.example/2024/03/05/ferry")
    assert found.published is not None
    assert found.published.value == "2024-03-05"


@pytest.mark.parametrize(
    "saved",
    [
        "<!-- saved from url=(0033)https://www.gazette.example/ferry -->",
        "<!--\n Page saved with SingleFile \n url: https://www.gazette.example/ferry \n saved date: Tue -->",
    ],
)
def test_a_browser_says_where_it_saved_a_page_from(saved: str) -> None:
    data = page(f"<article>{ARTICLE}</article>").replace(b"<html", saved.encode() + b"<html")
    assert article(data).url == "https://www.gazette.example/ferry"


def test_a_canonical_address_that_is_the_front_page_is_none() -> None:
    head = '<link rel="canonical" href="https://www.gazette.example/">'
    assert (
        article(page(f"<article>{ARTICLE}</article>", head), "https://www.gazette.example/ferry").url == "https://www.gazette.example/ferry"
    )


def test_a_page_in_reader_view_is_read_with_its_address() -> None:
    body = (
        '<div class="container"><div class="header reader-header"><a class="domain reader-domain" href="https://www.gazette.example/ferry">'
        'gazette.example</a><h1 class="reader-title">Ferry late</h1><div class="credits reader-credits">Ann Marsh</div></div>'
        f'<div class="moz-reader-content"><div class="page">{ARTICLE}</div></div></div>'
    )
    found = article(page(body))
    assert (found.text.split("\n"), found.url, found.credits.byline) == (list(BODY), "https://www.gazette.example/ferry", "Ann Marsh")


def test_an_amp_page_leads_to_the_page_that_it_is_of() -> None:
    amp = page(f"<article>{ARTICLE}<amp-ad>Buy this</amp-ad></article>", _HEAD, ' amp lang="en"')
    assert (lines(amp), article(amp).url) == (list(BODY), "https://www.gazette.example/news/ferry")


@pytest.mark.parametrize(("said", "language"), [("fr", "en"), ("vi", "en"), ("en-US", "en")])
def test_the_language_is_that_of_the_text_whatever_the_template_says(said: str, language: str) -> None:
    found = article(page(f"<article>{ARTICLE}</article>", attributes=f' lang="{said}"'))
    assert read_article(found, ReadingSettings()).article.language == language


def test_a_page_without_an_article_is_skipped_with_what_to_do() -> None:
    data = page("")
    found = page_article(data, source_of(data, "a.html"), InputSettings())
    assert isinstance(found, Skipped)
    assert "; save the article's text as .txt" in found.reason or "; give it the text of an article" in found.reason


def test_the_same_page_gives_the_same_article() -> None:
    data = page(f"<article>{ARTICLE}</article>", _HEAD)
    assert article(data) == article(data)
