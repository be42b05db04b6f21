"""Articles that are cut: how that is known, and that what they do not tell is not known, never silence."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from compare.cli import main
from compare.documents.load import load_document
from compare.model import Article
from compare.settings import Settings
from compare.sources.cut_text import find_cut, find_wall, stated_cut
from compare.sources.read_inputs import read_inputs
from reports.formats import render_format
from reports.report_files import ReportOptions

CASES = Path(__file__).parents[1] / "cases" / "formats"
BODY = "<p>A ferry carrying commuters from the northern islands ran into the old timber pier at Port Ellery on Saturday, police said.</p>"
VI_BODY = "<p>Chiếc phà chở khách từ các đảo phía bắc đâm vào cầu cảng gỗ cũ ở thị trấn Cồn Sa sáng thứ bảy, công an huyện cho biết.</p>"


def read(tmp_path: Path, name: str, content: str) -> Article:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8")
    intake = read_inputs([str(path)], Settings().input)
    assert intake.skipped == ()
    return intake.articles[0]


def page(tmp_path: Path, *, head: str = "", body: str = BODY, behind: str = "") -> Article:
    article = f"<article><h1>Ferry accident</h1>{body}</article>"
    whole = f"<html><head><title>Ferry accident at Port Ellery</title>{head}</head><body>{article}{behind}</body></html>"
    return read(tmp_path, "page.html", whole)


def linked(**says: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", "headline": "Ferry accident", **says})}</script>'


def reason(article: Article) -> str | None:
    return article.cut.reason if article.cut else None


# Words of a wall, of a way to the rest, and an end that is none

WALLS = [
    "This article is for subscribers only. Subscribe to continue reading.",
    "This story is available exclusively to subscribers.",
    "Subscribers only",
    "Subscribe now to keep reading.",
    "Log in or create a free account to read the full story.",
    "To continue reading this article, please subscribe or log in.",
    "You have reached your limit of free articles this month.",
    "The rest of this article is behind a paywall.",
    "Đăng nhập để đọc tiếp",
    "Vui lòng đăng ký tài khoản để xem toàn bộ bài viết.",
    "Để đọc tiếp, bạn vui lòng đăng nhập.",
    "Bài viết này chỉ dành cho độc giả trả phí.",
    "Phần còn lại dành cho thành viên.",
    "Dành cho bạn đọc đã đăng nhập",
    "Bạn đã đọc hết số bài miễn phí trong tháng.",
]
NEWS = [
    "The club said that the swimming pool is for members and their guests.",
    "The new lane is for buses only.",
    "Residents must register to vote by Friday.",
    "The company lost a tenth of its subscribers.",
    "Read more: Ferry rammed pier twice before",
    "Người dân phải đăng ký để vào xem bắn pháo hoa.",
    "Suất vé này dành cho người cao tuổi.",
    "Xem thêm: Phà đâm cầu cảng",
    "Bạn đọc có thể đăng ký nhận bản tin.",
]


@pytest.mark.parametrize("line", WALLS)
def test_a_wall_is_known_by_its_words(line: str) -> None:
    found = find_cut(["The ferry struck the pier.", line])
    assert found is not None
    assert (found.reason, found.says) == ("paywall", line)


@pytest.mark.parametrize("line", NEWS)
def test_news_about_members_and_readers_is_no_wall(line: str) -> None:
    assert find_cut(["The ferry struck the pier.", line]) is None


@pytest.mark.parametrize(
    "line",
    [
        "Read more at Harbour Post",
        "The ferry struck the pier. Read more at harbourpost.example",
        "Continue reading…",
        "Read the full story on Harbour Post",
        "[Read more]",
        "Xem tiếp",
        "Đọc tiếp tại Báo Mẫu Một",
        "Phà đâm vào cầu cảng. Xem tiếp >>",
        "Xem toàn văn bài viết tại baomaumot.example",
    ],
)
def test_a_way_to_the_rest_is_known_by_its_words(line: str) -> None:
    found = find_cut(["The ferry struck the pier.", line])
    assert found is not None
    assert found.reason == "excerpt"


@pytest.mark.parametrize(
    "end",
    [
        "The harbour master said on Saturday that the ferry had…",
        "The harbour master said on Saturday that the ferry had...",
        "The harbour master said on Saturday […]",
        "The harbour master said on Saturday [+1234 chars]",
        "Giám đốc cảng vụ cho biết hôm thứ bảy rằng chiếc phà đã…",
        "Giám đốc cảng vụ cho biết hôm thứ bảy [...]",
    ],
)
def test_a_text_that_breaks_off_is_truncated(end: str) -> None:
    found = find_cut(["A ferry ran into a pier.", end])
    assert found is not None
    assert found.reason == "truncated"


LONG = "The council heard on Monday that the road would be closed for the whole of the summer. " * 6


@pytest.mark.parametrize(
    "end",
    [
        "They sell cups, hats, scarves…",
        "Chợ bán ếch, nhái, lươn…",
        "They sell cups and hats, etc.…",
        "Chợ bán ếch và nhái v.v…",
        "You may also like…",
    ],
)
def test_an_open_list_at_the_end_of_a_long_article_is_whole(end: str) -> None:
    assert find_cut([LONG, end]) is None


def test_a_wall_in_a_paragraph_of_the_body_is_none() -> None:
    assert find_wall([LONG + "Subscribe to continue reading."]) is None


# Pages


def test_the_paywalled_page_is_cut_and_says_by_which_words() -> None:
    (article,) = read_inputs([str(CASES / "paywalled.html")], Settings().input).articles
    assert article.cut is not None
    assert (article.cut.reason, article.cut.says) == ("paywall", "This article is for subscribers only. Subscribe to continue reading.")


@pytest.mark.parametrize("stated", [False, "False", "false", "http://schema.org/False"])
def test_a_page_that_says_it_is_not_free_is_cut(stated: object, tmp_path: Path) -> None:
    assert reason(page(tmp_path, head=linked(isAccessibleForFree=stated))) == "paywall"


@pytest.mark.parametrize("stated", [True, "True", None])
def test_a_page_that_says_it_is_free_is_whole(stated: object, tmp_path: Path) -> None:
    assert reason(page(tmp_path, head=linked(isAccessibleForFree=stated))) is None


@pytest.mark.parametrize("several", [True, False])
def test_a_part_that_is_not_free_closes_the_page(several: bool, tmp_path: Path) -> None:  # noqa: FBT001
    part = {"@type": "WebPageElement", "isAccessibleForFree": "False", "cssSelector": ".paywall"}
    assert reason(page(tmp_path, head=linked(isAccessibleForFree="True", hasPart=[part] if several else part))) == "paywall"


def test_a_page_that_is_not_free_but_holds_all_its_words_is_whole(tmp_path: Path) -> None:
    assert reason(page(tmp_path, head=linked(isAccessibleForFree=False, wordCount=21))) is None
    assert reason(page(tmp_path, head=linked(isAccessibleForFree=False, wordCount="400"))) == "paywall"


@pytest.mark.parametrize(
    "meta", ['<meta property="article:content_tier" content="locked">', '<meta itemprop="isAccessibleForFree" content="False">']
)
def test_a_page_may_say_it_in_its_head(meta: str, tmp_path: Path) -> None:
    assert reason(page(tmp_path, head=meta)) == "paywall"


@pytest.mark.parametrize(
    ("body", "wall"), [(BODY, "Already enjoying this? Subscribe to continue reading."), (VI_BODY, "Đăng nhập để đọc tiếp bài viết này.")]
)
def test_a_wall_in_a_box_of_that_name_is_seen_and_a_hidden_one_is_not(body: str, wall: str, tmp_path: Path) -> None:
    far = "".join(f"<p>Link {number}</p>" for number in range(9))
    assert reason(page(tmp_path, body=body, behind=f'{far}<div class="c-paywall__box"><p>{wall}</p></div>')) == "paywall"
    assert reason(page(tmp_path, body=body, behind=f'{far}<div class="c-paywall__box" style="display: none"><p>{wall}</p></div>')) is None


# Feeds, records and texts


def feed(tmp_path: Path, entry: str) -> Article:
    names = 'xmlns:content="http://purl.org/rss/1.0/modules/content/"'
    item = f"<item><title>Ferry accident</title><link>https://p.example/ferry</link>{entry}</item>"
    return read(tmp_path, "feed.xml", f'<rss version="2.0" {names}><channel><title>P</title>{item}</channel></rss>')


SUMMARY = "A ferry ran into the old pier at Port Ellery on Saturday"


@pytest.mark.parametrize("end", [".", "…", " […]", ". Continue reading", ". Xem tiếp"])
def test_an_entry_with_a_summary_alone_is_an_excerpt(end: str, tmp_path: Path) -> None:
    assert reason(feed(tmp_path, f"<description>{SUMMARY}{end}</description>")) == "excerpt"


def test_an_entry_with_its_content_is_whole(tmp_path: Path) -> None:
    whole = f"<content:encoded>{SUMMARY}. Nobody was hurt in it, the harbour master said.</content:encoded>"
    assert reason(feed(tmp_path, f"<description>{SUMMARY}…</description>{whole}")) is None


def test_an_atom_summary_is_an_excerpt(tmp_path: Path) -> None:
    entry = f"<entry><title>Ferry</title><id>x</id><summary>{SUMMARY}.</summary></entry>"
    assert reason(read(tmp_path, "feed.atom.xml", f'<feed xmlns="http://www.w3.org/2005/Atom"><title>P</title>{entry}</feed>')) == "excerpt"


@pytest.mark.parametrize(("key", "expected"), [("summary", "excerpt"), ("content_text", None), ("content_html", None)])
def test_an_item_of_a_json_feed_with_a_summary_alone_is_an_excerpt(key: str, expected: str | None, tmp_path: Path) -> None:
    item = {
        "id": "https://p.example/ferry",
        "url": "https://p.example/ferry",
        "title": "Ferry",
        key: f"{SUMMARY}, the harbour master said.",
    }
    given = {"version": "https://jsonfeed.org/version/1.1", "title": "P", "items": [item]}
    assert reason(read(tmp_path, "feed.json", json.dumps(given))) == expected


@pytest.mark.parametrize(
    ("given", "reason_said", "says"),
    [
        (True, "stated", None),
        ("yes", "stated", None),
        ("paywall", "paywall", None),
        ("Excerpt", "excerpt", None),
        ("first page only", "stated", "first page only"),
        (False, None, None),
        ("no", None, None),
    ],
)
def test_a_record_says_whether_it_is_cut(given: object, reason_said: str | None, says: str | None, tmp_path: Path) -> None:
    record = {"id": "a", "outlet": "P", "text": f"{SUMMARY} […]", "cut": given}
    article = read(tmp_path, "in.jsonl", json.dumps(record))
    assert (reason(article), article.cut.says if article.cut else None) == (reason_said, says)


def test_an_empty_cell_says_nothing() -> None:
    assert (stated_cut(""), stated_cut(None)) == ((False, None), (False, None))


def test_a_column_of_a_table_says_whether_it_is_cut(tmp_path: Path) -> None:
    table = f"id,outlet,text,cut\na,P,{SUMMARY}.,true\n"
    assert reason(read(tmp_path, "in.csv", table)) == "stated"


def test_a_text_file_is_cut_by_its_last_line(tmp_path: Path) -> None:
    assert reason(read(tmp_path, "in.txt", f"{SUMMARY}.\n\nĐăng nhập để đọc tiếp")) == "paywall"


# What follows from it

TEXTS_BY_LANGUAGE = {
    "en": (
        "The ferry Grey Heron struck the timber pier at Port Ellery on Saturday. Eleven passengers were treated for bruises in hospital.",
        "On Saturday the ferry Grey Heron struck the timber pier at Port Ellery. In hospital, eleven passengers were treated for bruises.",
        "The ferry Grey Heron struck the timber pier at Port Ellery on Saturday morning.\nSubscribe to continue reading.",
        "not known (behind a paywall)",
    ),
    "vi": (
        "Phà Hải Âu đâm vào cầu cảng Cồn Sa sáng thứ bảy. Mười một hành khách bị thương nhẹ phải vào bệnh viện huyện.",
        "Sáng thứ bảy, phà Hải Âu đâm vào cầu cảng Cồn Sa. Phải vào bệnh viện huyện có mười một hành khách bị thương nhẹ.",
        "Phà Hải Âu đâm vào cầu cảng Cồn Sa lúc sáng sớm thứ bảy.\nĐăng nhập để đọc tiếp",
        "không rõ (sau tường phí)",
    ),
}
languages = pytest.mark.parametrize("language", ["vi", "en"])


@pytest.fixture
def document(language: str, tmp_path: Path) -> dict[str, Any]:
    texts = zip("abc", TEXTS_BY_LANGUAGE[language], strict=False)
    records = [{"id": name, "outlet": f"Outlet {name}", "text": text, "language": language} for name, text in texts]
    (tmp_path / "in.jsonl").write_text("\n".join(map(json.dumps, records)), encoding="utf-8")
    assert main(["compare", str(tmp_path / "in.jsonl"), "--out", str(tmp_path / "out"), "--quiet", "--lang", language]) == 0
    return dict(load_document(tmp_path / "out" / "comparison.json"))


def injured(document: dict[str, Any]) -> dict[str, Any]:
    """The claim that the cut article does not tell."""
    return next(claim for claim in document["claims"] if {member["article"] for member in claim["members"]} == {"a", "b"})


@languages
def test_what_a_cut_article_does_not_tell_is_not_known_with_its_reason(language: str, document: dict[str, Any]) -> None:
    source = next(source for source in injured(document)["sources"] if source["article"] == "c")
    assert source["relation"] == "not_known"
    assert [(item["check"], item["value"]) for item in source["evidence"]] == [("near_miss", None), ("cut", "paywall")]
    assert source["evidence"][-1]["says"] == TEXTS_BY_LANGUAGE[language][2].split("\n")[1]


@languages
def test_what_a_cut_article_tells_is_told(document: dict[str, Any]) -> None:
    struck = next(claim for claim in document["claims"] if len({member["article"] for member in claim["members"]}) == 3)
    assert "not_known" not in {source["relation"] for source in struck["sources"]}


@languages
def test_the_words_of_a_wall_are_no_claim(language: str, document: dict[str, Any]) -> None:
    text = next(article["text"] for article in document["articles"] if article["id"] == "c")
    alone = [text[place["start"] : place["end"]] for place in document["only_one_source"] if place["article"] == "c"]
    assert TEXTS_BY_LANGUAGE[language][2].split("\n")[1] not in alone


@languages
def test_matrix_markdown_and_table_say_it_with_the_reason(language: str, document: dict[str, Any]) -> None:
    look = ReportOptions(language=language)
    assert TEXTS_BY_LANGUAGE[language][3] in render_format(document, "markdown", look).text
    rows = list(csv.reader(io.StringIO(render_format(document, "csv", look).text.removeprefix("\ufeff"))))
    assert "not known (behind a paywall)" in rows[1 + document["claims"].index(injured(document))]
    shown = render_format(document, "html", look).text
    assert 'class="sil nk"' in shown
    assert 'data-f="not_known"' in shown
    assert {"en": "behind a paywall", "vi": "sau tường phí"}[language] in shown


@languages
def test_no_figure_counts_it_as_telling(document: dict[str, Any]) -> None:
    from reports.document_figures import figures

    counts = figures(document)
    assert dict(counts.relations)["not_known"] == counts.not_known == 1
    assert dict(counts.carried)["c"] == len(document["claims"]) - 1


@languages
def test_without_a_cut_article_the_report_has_no_fifth_word(language: str, document: dict[str, Any]) -> None:
    whole = json.loads(json.dumps(document).replace('"not_known"', '"silent"'))
    for article in whole["articles"]:
        article.pop("cut", None)
    for claim in whole["claims"]:
        for source in claim["sources"]:
            source["evidence"] = [item for item in source["evidence"] if item["check"] != "cut"]
    assert {"en": "Not known", "vi": "Không rõ"}[language] not in render_format(whole, "html", ReportOptions(language=language)).text


@languages
def test_a_review_keeps_it_not_known_when_the_claim_changes(document: dict[str, Any]) -> None:
    from compare.review.regroup import Regrouped
    from compare.review.regrouped_claims import regrouped_claim
    from compare.review.review_run import Run

    run = Run(document)
    at = document["claims"].index(injured(document))
    more = next(claim.span for claim in run.sentences("a") if claim.quote not in {m.quote for m in run.groups[at].members})
    members = frozenset(run.claim_passages[at] | {place for place in run._sentences("a") if place.span == more})
    group = regrouped_claim(Regrouped(members, (at,)), run)
    assert group is not None
    assert {relation.source: relation.kind for relation in group.relations}["c"] == "not_known"
