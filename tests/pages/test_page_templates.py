"""What templates of news sites do to an article: boxes around it, words of their own for its parts, headlines with the site's name."""

import pytest
from lxml import html
from saved import ARTICLE, BODY, article, lines, page

from compare.model import Article
from compare.reading.read_article import read_article
from compare.settings import ReadingSettings
from compare.sources.pages.templates import simplify_template

_CARD = "<h3><a href='/x'>A bridge opens</a></h3><p>The new bridge over the Mole opened to traffic with a parade of old cars on Friday.</p>"
_BRIEF = ("The Ellery ferry ran aground on Tuesday.", "Nobody was hurt.")


def test_lines_of_a_text_in_a_cell_all_stay() -> None:
    assert lines(page("<table><tr><td>" + "<br>".join(BODY) + "</td></tr></table>")) == list(BODY)


def test_lines_in_a_cell_beside_a_menu_all_stay() -> None:
    row = f"<tr><td><a href='/'>Home</a></td><td><h1>Ferry late</h1>{'<br><br>'.join(BODY)}</td></tr>"
    found = lines(page(f"<table>{row}</table>"))
    assert [line for line in found if line in BODY] == list(BODY)


def test_a_figure_on_two_lines_of_a_cell_stays_in_its_row() -> None:
    table = "<table><tr><td>First<br>crossing</td><td>120</td><td></td></tr></table>"
    assert "First crossing | 120" in lines(page(f"<article>{ARTICLE}{table}<p>{BODY[0]} Again.</p></article>"))


@pytest.mark.parametrize("attributes", ["", ' itemprop="articleBody"'])
def test_a_brief_is_not_filled_up_with_what_stands_beside_it(attributes: str) -> None:
    brief = "".join(f"<p>{line}</p>" for line in _BRIEF)
    around = "".join(f"<article>{_CARD}</article>" for _ in range(5))
    body = f"<h1>Aground</h1><article{attributes}>{brief}</article><div class='side'>{around}</div>"
    if attributes:
        assert lines(page(body)) == list(_BRIEF)
    else:
        assert lines(page(body.replace("<h1>Aground</h1><article>", "<article><h1>Aground</h1>")))[-2:] == list(_BRIEF)


def test_paragraphs_that_a_template_calls_by_no_name_stay() -> None:
    divisions = "".join(f'<div data-testid="paragraph-{at}">{line}</div>' for at, line in enumerate(BODY))
    assert lines(page(f"<article><p>{BODY[0]} Once.</p>{divisions}<p>{BODY[1]} Twice.</p></article>"))[1:4] == list(BODY)


@pytest.mark.parametrize("box", ["tin-lien-quan", "box-cungchuyenmuc", "docnhieu", "binhluan", "read-next", "MostRead", "related_news"])
def test_a_box_of_other_stories_is_no_part_of_the_article(box: str) -> None:
    body = f"<div class='left'><h1>Ferry late</h1><div class='text'>{ARTICLE}</div><div class='{box}'>{_CARD * 4}</div></div>"
    assert lines(page(body)) == list(BODY)


@pytest.mark.parametrize("wrapper", ["doc-nhieu", "related", "news-latest"])
def test_a_wrapper_that_is_called_like_a_box_keeps_the_article(wrapper: str) -> None:
    assert lines(page(f"<div class='{wrapper}'><h1>Ferry late</h1><div class='text'>{ARTICLE}</div></div>"))[-3:] == list(BODY)
    assert lines(page(f"<div class='{wrapper}'><div class='text'>{ARTICLE}</div></div>")) == list(BODY)
    assert lines(page(f"<div class='{wrapper}'>{'<br>'.join(BODY)}</div>")) == list(BODY)


def test_boxes_that_are_gone_are_no_text_that_is_left() -> None:
    root = html.document_fromstring(page(f"<div class='read-next'>{_CARD * 9}</div><div class='related'>{ARTICLE}</div>"))
    simplify_template(root)
    said = root.text_content()
    assert ([line in said for line in BODY], "parade of old cars" in said) == ([True] * 3, False)


@pytest.mark.parametrize("body", ["fck_detail", "detail-content afcbc-body", "singular-content", "knc-content", "cms-body", "wsw"])
def test_the_body_of_a_template_is_known_by_its_name(body: str) -> None:
    beside = f"<div class='tags-of-day'>{_CARD * 3}</div>"
    assert lines(page(f"<div class='left'><h1>Ferry late</h1><div class='{body}'>{ARTICLE}</div>{beside}</div>")) == list(BODY)


@pytest.mark.parametrize(
    "caption", ["<p class='Image'>{}</p>", "<div class='PhotoCMS_Caption'><p>{}</p></div>", "<p class=pCaption>{}</p>"]
)
def test_a_caption_is_no_line_of_the_article(caption: str) -> None:
    said = caption.format("The pier of Port Ellery on Tuesday.")
    assert lines(page(f"<article><p>{BODY[0]}</p>{said}<p>{BODY[1]}</p><p>{BODY[2]}</p></article>")) == list(BODY)


@pytest.mark.parametrize("lead", ["articleLead", "newsSapo", "article-teaser", "t-content__chapo", "mota"])
def test_a_lead_is_known_by_its_name(lead: str) -> None:
    said = "Fog stopped all boats in the harbour of Port Ellery this morning."
    assert lines(page(f"<h1>Ferry late</h1><p class='{lead}'>{said}</p><article>{ARTICLE}</article>"))[0] == said


def test_lines_of_the_text_in_data_for_machines_are_lines() -> None:
    data = '{"@type": "NewsArticle", "articleBody": "' + "\\n\\n".join(BODY) + '"}'
    teaser = "<p>You have read all your free articles of this month.</p>"
    assert lines(page(teaser, f'<script type="application/ld+json">{data}</script>')) == list(BODY)


def _headed(title: str, body: str) -> Article:
    return article(page(body, f'<meta property="og:title" content="{title}">'))


@pytest.mark.parametrize("suffix", [" - Báo Mẫu", " | Sample News", " – BBC News Tiếng Việt", " :: Mẫu"])
def test_the_site_is_no_part_of_the_title(suffix: str) -> None:
    assert _headed(f"Ferry late{suffix}", f"<h1>Ferry late</h1><article>{ARTICLE}</article>").title == "Ferry late"


@pytest.mark.parametrize("title", ["Ferry late: fog in the harbour", "Ferry late - fog", "Ferry lateness", "Ferry-12 late"])
def test_a_title_that_is_longer_than_another_headline_stays(title: str) -> None:
    assert _headed(title, f"<h1>Ferry</h1><article>{ARTICLE}</article>").title == title


def _data(*nodes: str) -> str:
    return "".join(f'<script type="application/ld+json">{node}</script>' for node in nodes)


def _published(body: str, head: str = "") -> str | None:
    found = article(page(body, head)).published
    return found and found.value


_OWN = '{"@type": "NewsArticle", "headline": "Ferry late", "datePublished": "2024-05-20"}'


@pytest.mark.parametrize(
    "nodes",
    [
        ('{"@type": "ItemList", "itemListElement": [{"@type": "NewsArticle", "datePublished": "2024-01-02"}]}', _OWN),
        ('{"@type": "NewsArticle", "comment": [{"@type": "Comment", "datePublished": "2024-05-25"}], "datePublished": "2024-05-20"}',),
        ('{"@graph": [{"@type": "WebPage", "datePublished": "2019-05-25"}, ' + _OWN + "]}",),
        ("<!-- [" + _OWN + "] -->",),
        ('{"@type": "NewsArticle", "datePublished": "2024-05-20", "broken": }',),
    ],
)
def test_the_day_is_that_of_the_article_not_of_its_comments_or_of_other_stories(nodes: tuple[str, ...]) -> None:
    assert _published(f"<article>{ARTICLE}</article>", _data(*nodes)) == "2024-05-20"


def test_the_clock_in_the_banner_is_not_the_day_of_the_article() -> None:
    clock = "<div class='top'><span class='time-now date'>Chủ nhật, 26/5/2024</span></div>"
    own = "<h1>Ferry late</h1><span class='block_timer'>08:15 Thứ Sáu, 20/05/2016</span>"
    assert _published(f"{clock}{own}<article>{ARTICLE}</article>") == "2016-05-20T08:15"


def test_a_sentence_with_a_day_does_not_date_the_article() -> None:
    body = f"<div class='post-content'><p>It was opened on 20 May 1998.</p>{ARTICLE}</div>"
    assert _published(f"<h1>Ferry late</h1><span class='date'>20/05/2016 | 7:05 p.m.</span>{body}") == "2016-05-20T19:05"
    assert _published(f"<h1>Ferry late</h1>{body}") != "1998-05-20"


def test_a_date_line_may_begin_with_its_author() -> None:
    line = '<div class="entry-meta">Đăng bởi <span class="author">Út Lành</span> vào <span>20 Th5, 2022</span></div>'
    assert _published(f"<h1>Ferry late</h1>{line}<article>{ARTICLE}</article>") == "2022-05-20"


def test_a_comment_in_microdata_does_not_date_the_article() -> None:
    comment = "<div itemscope itemtype='https://schema.org/Comment'><time itemprop='datePublished' datetime='2024-05-25'>25/5</time></div>"
    own = "<time itemprop='datePublished' datetime='2024-05-20'>20 May</time>"
    assert _published(f"<article>{comment}{own}{ARTICLE}</article>") == "2024-05-20"


def _byline(body: str, head: str = "") -> str | None:
    return article(page(body, head)).credits.byline


def test_persons_go_before_organisations() -> None:
    people = '[{"@type": "Organization", "name": "Sample"}, {"@type": "Person", "name": "D.Linh"}, {"@type": "Person", "name": "N.H."}]'
    head = _data('{"@type": "NewsArticle", "author": ' + people + "}")
    assert _byline(f"<article>{ARTICLE}</article>", head) == "D.Linh, N.H."


def test_the_name_of_the_outlet_does_not_hide_who_wrote() -> None:
    head = '<meta name="author" content="VnExpress"><link rel="canonical" href="https://vnexpress.net/ferry-1.html">'
    assert _byline(f"<h1>Ferry late</h1><p class='author'>Minh An</p><article>{ARTICLE}</article>", head) == "Minh An"


@pytest.mark.parametrize(
    "label",
    [
        "<strong id='article-byline'>Thông tin bài viết</strong>",
        "<div class='author-page'><h1>Ferry late</h1></div>",
        "<div class='resources'><p>Documents Of The Day</p></div>",
    ],
)
def test_a_label_or_a_headline_is_no_author(label: str) -> None:
    assert _byline(f"{label}<article>{ARTICLE}</article>") is None


def test_who_wrote_the_next_story_did_not_write_this_one() -> None:
    body = "".join(f"<p>{line}</p>" for line in BODY)
    below = "<section><h3>More</h3><p>Read on.</p><p>A bridge opens.</p><p class='byline'>By Bo Lane</p></section>"
    assert _byline(f"<h1>Ferry late</h1><article>{body}</article>{below}") is None


def test_words_in_places_that_a_style_sets_apart_are_apart() -> None:
    source = "<p class='source'><span>Theo Báo Mẫu</span><span>Copy link</span></p>"
    assert lines(page(f"<article>{ARTICLE}</article>{source}"))[-1] == "Theo Báo Mẫu Copy link"


@pytest.mark.parametrize(
    ("address", "url"),
    [
        ("https://web.archive.org/web/20170102030405/http://vnexpress.net/ferry-1.html", "http://vnexpress.net/ferry-1.html"),
        ("https://web.archive.org/web/20170102030405/https:/vnexpress.net/ferry-1.html", "https://vnexpress.net/ferry-1.html"),
        ("https://web.archive.org/web/2017id_/http://vnexpress.net/ferry-1.html", "http://vnexpress.net/ferry-1.html"),
    ],
)
def test_a_copy_in_the_wayback_machine_is_the_outlets(address: str, url: str) -> None:
    canonical = page(f"<article>{ARTICLE}</article>", f'<link rel="canonical" href="{address}">')
    for found in (article(canonical), article(page(f"<article>{ARTICLE}</article>"), address)):
        assert (found.url, found.outlet) == (url, "VnExpress")


@pytest.mark.parametrize("author", ["Gwyneth Parrish, Health Editor", "Ann Lee, Port Hale", "Ann Lee, Senior Reporter", "Sun Staff Writer"])
def test_what_a_person_does_or_where_is_no_outlet(author: str) -> None:
    head = '<link rel="canonical" href="https://www.theguardian.com/a/b">'
    found = article(page(f"<article>{ARTICLE}</article><p class='byline'>By {author}</p>", head))
    assert read_article(found, ReadingSettings()).article.outlet == "The Guardian"
