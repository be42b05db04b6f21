"""Articles that try to run something in whoever reads about them -> every output, made by the real engine and command."""

import csv
import io
import json
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from markdown_it import MarkdownIt

from compare.cli import main
from reports.formats import FORMATS, render_format
from reports.index_page import entry_of, render_index_page
from reports.labels import linkable_url
from reports.visible_characters import one_line
from schemas.check import breaches, checker

pytestmark = pytest.mark.thorough

# What stands before or inside a sentence of news; one paragraph each, told by two articles that differ in a figure.
PAYLOADS = {
    "script": "<script>alert(1)</script>",
    "end of the report's own script": "</script></style></textarea><script>alert(1)</script>",
    "event handler": "<img src=x onerror=alert(1)>",
    "handler on svg": "<svg/onload=alert(1)>",
    "handler out of an attribute": "\" onmouseover=\"alert(1)\" x='' autofocus onfocus='alert(1)",
    "frame": '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
    "form": '<form action=http://evil.test><input name=q value="x">',
    "refresh": '<meta http-equiv="refresh" content="0;url=http://evil.test">',
    "comment left open": "<!-- <b>",
    "end of a comment": "--> ]]> <?php ?>",
    "references": "&lt;script&gt;alert(1)&lt;/script&gt; &#60;b&#62; &amp;copy; &copy;",
    "link that runs a script": "[click here](javascript:alert(1))",
    "picture": "![photo](http://evil.test/x.png)",
    "link definition": "[harbour]: http://evil.test (title) [harbour][harbour] [harbour]",
    "address in angle brackets": "<http://evil.test/a> <mailto:a@evil.test>",
    "bare address": "https://evil.test/a www.evil.test evil.test someone@evil.test ftp://evil.test",
    "heading": "# Heading ## Two # === ---",
    "quotation": "> > quoted",
    "bullet": "- + * item",
    "number": "1. 2) [ ] [x] task",
    "fence": "```js alert(1)``` ~~~ `code` ``",
    "table": "| a | b | |---|---|",
    "emphasis": "**bold** __bold__ *it* _it_ ~~gone~~ ==mark==",
    "mathematics": "$x^2$ $$y$$ H~2~O [^1]",
    "mention": "@editor #1 :bomb: GH-1",
    "backslashes": "\\<b> \\\\[a](b) \\| \\",
    "template": "{{ 7 * 7 }} {% raw %} ${7*7} <%= 7 %>",
    "formula": '=HYPERLINK("http://evil.test","open")',
    "command": "=cmd|'/C calc'!A0",
    "plus": "+1+cmd|' /C calc'!A0",
    "minus": "-2+3+cmd|' /C calc'!A0",
    "at": "@SUM(1+1)*cmd|' /C calc'!A0",
    "full width": "＝1+1",
    "full-width at": "＠SUM(1+1)",
    "formula behind a semicolon": "x;=1+1;\t@SUM(1)",
    "formula behind quotes": '",=1+1,"',
    "formula behind a space of no width": "\u200b=1+1",
    "override": "\u202egnp.exe\u202c",
    "isolate left open": "\u2067\u2066abc",
    "end of an isolate": "\u2069\u2069 \u202e drawkcab",
    "marks of direction": "\u200f\u200e\u061c",
    "line separators": "a\u2028# b\u2029- c\x85> d\x0b\x0ce",
    "bell": "ding\x07 \x1b[31mred\x1b[0m",
    "a word of 100,000 letters": "x" * 100_000,
}
WHO_EN = ["harbour police", "city council", "ferry company", "road office", "weather service", "district hospital", "school board"]
WHAT_EN = [
    "passengers were hurt at the pier",
    "trucks were stopped on the bridge",
    "houses were flooded by the river",
    "trees fell across the market",
    "lamps went out in the old town",
    "pupils were sent home from class",
    "fishing boats were lost off the coast",
]
WHO_VI = ["cảnh sát cảng", "hội đồng thành phố", "công ty phà", "sở giao thông", "đài khí tượng", "bệnh viện huyện", "ban giám hiệu"]
WHAT_VI = [
    "hành khách bị thương tại cầu tàu",
    "xe tải bị chặn trên cầu",
    "ngôi nhà bị ngập do nước sông",
    "cây đổ ngang khu chợ",
    "ngọn đèn tắt trong phố cổ",
    "học sinh được cho về nhà",
    "thuyền đánh cá mất tích ngoài khơi",
]
SENTENCE_PARTS = {
    "en": ("{payload} the {who} said {figure} {what} on Tuesday.", WHO_EN, WHAT_EN),
    "vi": ("{payload} {who} cho biết {figure} {what} hôm thứ Ba.", WHO_VI, WHAT_VI),
}
NASTY = "<img src=x onerror=alert(1)>](javascript:alert(1)) **=1+1** | `\u202ex"
RUN_BY_SPREADSHEETS = set("=+-@|%\t\r\n＝＋－＠﹢﹣﹦﹫−")


@dataclass(frozen=True)
class Hostile:
    """The document of the hostile articles with verdicts in hostile words, and what was made of it."""

    document: dict[str, Any]
    outputs: dict[str, bytes]

    def text(self, form: str) -> str:
        return self.outputs[form].decode("utf-8")


def hostile_text(language: str, figure: int) -> str:
    """A paragraph a payload; each has its own subject and event, so that it meets its counterpart and few others."""
    says, who, what = SENTENCE_PARTS[language]
    return "\n\n".join(
        says.format(payload=payload, who=who[at % 7], figure=figure + at, what=what[(at // 7 + at) % 7])
        for at, payload in enumerate(PAYLOADS.values())
    )


def records() -> list[dict[str, Any]]:
    """Four articles in two languages, hostile in every field."""
    urls = ("javascript:alert(1)", "https://evil.test/><img src=x onerror=alert(1)>?a=1&copy=2)[x](y", "data:text/html,<b>", "http://[::1")
    tellings = (("en", 230), ("en", 260), ("vi", 310), ("vi", 370))
    return [
        {
            "id": f"{NASTY}{at}",
            "outlet": f"{'=+-@'[at]}{NASTY}{at}",
            "title": f"{NASTY}\n# {at}",
            "byline": NASTY,
            "url": url,
            "published": f"2024-03-0{at + 1}",
            "text": hostile_text(language, figure),
        }
        for at, (url, (language, figure)) in enumerate(zip(urls, tellings, strict=True))
    ]


def reviewed(document: dict[str, Any]) -> dict[str, Any]:
    """A verdict on every claim, in words as bad as the articles'."""
    for at, claim in enumerate(document["claims"]):
        claim["review"] = {
            "verdict": ("supported", "disputed", "wrong", "cant_tell")[at % 4],
            "wording": f"={NASTY}" if at % 2 else None,
            "note": f"@{NASTY}",  # half a surrogate pair is refused, which tests of consistency hold
            "reviewer": f"+{NASTY}",
            "at": "2024-03-09T10:00:00+07:00",
            "url": "javascript:alert(1)" if at % 2 else 'https://check.test/"><b>',
        }
    return document


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Hostile:
    folder = tmp_path_factory.mktemp("hostile")
    lines = [json.dumps(record, ensure_ascii=False) for record in records()]
    half = json.dumps({"id": "half", "outlet": "x", "text": "Half a pair \ud800 said the harbour police."})
    (folder / "all.jsonl").write_text("\n".join([*lines, half]), encoding="utf-8")
    broken = b"\xff\xc3( \xed\xa0\x80 the harbour police said 410 passengers were hurt at the pier on Tuesday."
    (folder / "=1+1 <img src=x onerror=alert(1)>.txt").write_bytes(broken)
    assert main(["compare", str(folder), "--out", str(folder / "out"), "--quiet"]) == 0
    path = folder / "out" / "comparison.json"
    document = reviewed(json.loads(path.read_text(encoding="utf-8")))
    path.write_text(json.dumps(document), encoding="utf-8")
    outputs = {}
    for form in FORMATS:
        assert main(["report", str(path), "--format", form, "--out", str(folder / form), "--quiet"]) == 0
        outputs[form] = (folder / form).read_bytes()
    return Hostile(document, outputs)


# The document


def test_every_hostile_paragraph_is_in_some_claim(hostile: Hostile) -> None:
    quotes = "\n".join(member["quote"] for claim in hostile.document["claims"] for member in claim["members"])
    assert [name for name, payload in PAYLOADS.items() if payload not in quotes] == []


def test_the_document_with_hostile_verdicts_holds_against_its_schema(hostile: Hostile) -> None:
    assert breaches(hostile.document, checker("comparison")) == []


def test_half_a_surrogate_pair_is_skipped_with_a_word(hostile: Hostile) -> None:
    assert [item["place"] for item in hostile.document["skipped"]] == ["all.jsonl:5"]


@pytest.mark.parametrize("form", FORMATS)
def test_every_output_is_whole_utf_8(hostile: Hostile, form: str) -> None:
    assert hostile.text(form)


@pytest.mark.parametrize("form", FORMATS)
def test_no_override_of_direction_is_dropped(hostile: Hostile, form: str) -> None:
    shown = hostile.text(form)
    assert "\u202e" in shown if form == "html" else "⟨U+202E⟩" in shown


@pytest.mark.parametrize("form", ["markdown", "csv", "claimreview"])
def test_where_direction_cannot_be_fenced_in_it_is_not_changed(hostile: Hostile, form: str) -> None:
    assert re.findall("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", hostile.text(form)) == []


@pytest.mark.parametrize("form", ["html", "markdown"])
def test_a_word_of_100_000_letters_is_shown_whole(hostile: Hostile, form: str) -> None:
    assert "x" * 100_000 in hostile.text(form)


# HTML


class Elements(HTMLParser):
    """Tags with their attributes, and the directions that no element around them fences in."""

    VOID = frozenset(("meta", "link", "br", "hr", "img", "input", "col", "area", "base", "embed", "source", "track", "wbr"))

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.loose: list[str] = []
        self.words: list[str] = []
        self._open: list[tuple[str, bool]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self._open.append((tag, tag == "bdi" or "dir" in dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        if re.search("[\u202a-\u202e\u2066-\u2069]", data) and not any(fenced for _, fenced in self._open):
            self.loose.append(f"{self._open[-1][0] if self._open else ''}: {data[:80]!r}")

    def values(self, name: str) -> list[str]:
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


@pytest.fixture(scope="module")
def report(hostile: Hostile) -> Elements:
    return Elements(hostile.text("html"))


@pytest.fixture(scope="module")
def tame(root: Path) -> Elements:
    """The report of articles that are just articles."""
    document = json.loads((root / "tests" / "fixtures" / "report" / "small.json").read_text(encoding="utf-8"))
    return Elements(render_format(document, "html").text)


def test_the_page_has_no_element_that_a_tame_one_has_not(report: Elements, tame: Elements) -> None:
    assert {tag for tag, _ in report.tags} - {tag for tag, _ in tame.tags} == set()


def test_the_page_has_no_attribute_that_a_tame_one_has_not(report: Elements, tame: Elements) -> None:
    assert {name for _, given in report.tags for name in given} - {name for _, given in tame.tags for name in given} == set()


def test_the_page_runs_its_own_script_alone(report: Elements) -> None:
    assert [tag for tag, _ in report.tags].count("script") == 1


def test_the_page_leads_only_inside_itself_and_to_web_addresses(report: Elements, hostile: Hostile) -> None:
    outside = {href for href in report.values("href") if not href.startswith(("#", "data:,"))}
    given = [record["url"] for record in records()] + [claim["review"]["url"] for claim in hostile.document["claims"]]
    assert outside == {url for url in given if linkable_url(url)}


def test_every_direction_in_the_page_is_fenced_in(report: Elements) -> None:
    assert report.loose == []


def test_a_hostile_story_changes_nothing_in_an_index_but_its_words(hostile: Hostile) -> None:
    title = hostile.document["story"]["title"]
    articles = [{**article, "title": "b"} if article["title"] == title else article for article in hostile.document["articles"]]
    calm = {**hostile.document, "story": {"id": "a", "title": "b"}, "articles": articles}
    tame, nasty = (Elements(render_index_page([entry_of(story, "a")])) for story in (calm, hostile.document))
    assert (nasty.tags, nasty.loose) == (tame.tags, [])


@pytest.mark.browser
def test_nothing_hostile_runs_in_a_browser(hostile: Hostile, page: Any, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(hostile.outputs["html"])
    heard: list[str] = []
    for event in ("dialog", "console", "pageerror", "request"):
        page.on(event, lambda value, event=event: heard.append(f"{event} {getattr(value, 'url', value)}"))
    page.goto(path.as_uri())
    page.wait_for_load_state("networkidle")
    assert [value for value in heard if not value.startswith("request data:")] == [f"request {path.as_uri()}"]


@pytest.mark.browser
def test_hostile_articles_are_filtered_and_searched_like_others(hostile: Hostile, page: Any, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(hostile.outputs["html"])
    failed: list[str] = []
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.goto(path.as_uri())
    page.keyboard.press("/")
    page.keyboard.type("<script>alert")
    assert (page.locator("tr[data-k]:visible").count() > 0, failed) == (True, [])


# Markdown


TABLES = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# What the report itself writes; there is no picture, code, raw HTML, line or ordered list among it.
OWN_ELEMENTS = {"h1", "h2", "h3", "p", "strong", "ul", "li", "a", "table", "thead", "tbody", "tr", "th", "td"}


def markdown_elements(text: str) -> Elements:
    return Elements(TABLES.render(text))


def test_the_markdown_holds_no_element_that_the_report_does_not_write(hostile: Hostile) -> None:
    assert {tag for tag, _ in markdown_elements(hostile.text("markdown")).tags} - OWN_ELEMENTS == set()


def markdown_matrix(hostile: Hostile) -> Elements:
    return markdown_elements(hostile.text("markdown").split("\n## Claims by source\n")[1].split("\n## ", maxsplit=1)[0])


def test_the_markdown_links_nothing_but_web_addresses_of_articles_and_published_checks(hostile: Hostile) -> None:
    hrefs = markdown_elements(hostile.text("markdown")).values("href")
    assert set(hrefs) == {
        "https://evil.test/%3E%3Cimg%20src=x%20onerror=alert(1)%3E?a=1&copy=2)%5Bx%5D(y",
        "https://check.test/%22%3E%3Cb%3E",
    }


def test_the_markdown_counts_one_table_row_a_claim(hostile: Hostile) -> None:
    rows = [tag for tag, _ in markdown_matrix(hostile).tags].count("tr")
    assert rows == 1 + len(hostile.document["claims"])


def test_every_row_of_the_markdown_table_has_a_cell_for_each_article(hostile: Hostile) -> None:
    cells = [tag for tag, _ in markdown_matrix(hostile).tags].count("td")
    assert cells == len(hostile.document["claims"]) * (3 + len(hostile.document["articles"]))


def test_rendered_markdown_shows_the_very_words_of_the_articles(hostile: Hostile) -> None:
    shown = "".join(markdown_elements(hostile.text("markdown")).words)
    wordings = [one_line(claim["wording"]) for claim in hostile.document["claims"]]
    assert [wording for wording in wordings if wording not in shown] == []


def test_addresses_in_articles_become_no_links_by_themselves(hostile: Hostile) -> None:
    pytest.importorskip("linkify_it", reason="markdown-it-py[linkify] is not installed")
    markdown = hostile.text("markdown")
    hrefs = Elements(MarkdownIt("gfm-like").render(markdown)).values("href")
    assert hrefs == markdown_elements(markdown).values("href")


# CSV


@pytest.fixture(scope="module")
def table(hostile: Hostile) -> list[list[str]]:
    return list(csv.reader(io.StringIO(hostile.text("csv").removeprefix("\ufeff"), newline=""), strict=True))


def test_the_table_is_a_line_a_claim_of_equal_length(table: list[list[str]], hostile: Hostile) -> None:
    assert (len(table), {len(row) for row in table}) == (1 + len(hostile.document["claims"]), {8 + 2 * len(hostile.document["articles"])})


def test_no_cell_begins_with_what_a_spreadsheet_runs(table: list[list[str]]) -> None:
    assert {cell for row in table for cell in row if cell[:1] in RUN_BY_SPREADSHEETS and cell} == set()


def test_no_cell_begins_with_a_formula_behind_what_is_not_seen(table: list[list[str]]) -> None:
    first = {re.sub("^[\\s\u200b-\u200f\u2060\ufeff]+", "", cell)[:1] for row in table for cell in row}
    assert first & RUN_BY_SPREADSHEETS == set()


def test_no_formula_stands_where_a_semicolon_would_begin_a_cell(hostile: Hostile) -> None:
    parts = {part.strip('" ')[:1] for line in hostile.text("csv").split("\r\n") for part in line.split(";")}
    assert parts & RUN_BY_SPREADSHEETS == set()


def test_no_cell_is_longer_than_a_spreadsheet_holds(table: list[list[str]]) -> None:
    assert max(len(cell) for row in table for cell in row) < 32_767


def test_a_cell_that_was_cut_says_so(table: list[list[str]]) -> None:
    assert any("more characters stand in the comparison document" in cell for row in table for cell in row)


# ClaimReview


def test_hostile_verdicts_make_a_valid_claim_review(hostile: Hostile) -> None:
    reviews = json.loads(hostile.text("claimreview"))
    assert (len(reviews), breaches(reviews, checker("claimreview"))) == (len(hostile.document["claims"]), [])


def test_claim_reviews_can_stand_inside_a_script_element(hostile: Hostile) -> None:
    assert re.findall("[<>&\u2028\u2029]", hostile.text("claimreview")) == []


def test_claim_reviews_lead_only_to_web_addresses(hostile: Hostile) -> None:
    reviews = json.loads(hostile.text("claimreview"))
    given = {r["url"] for r in reviews if "url" in r} | {
        a["url"] for r in reviews for a in r["itemReviewed"].get("appearance", []) if "url" in a
    }
    assert {url for url in given if not re.fullmatch(r"https://(check|evil)\.test/[^<>\"\s]*", url)} == set()
