"""A document as Markdown, read by a real CommonMark renderer: its parts, and that no word of an article is more than a word."""

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reports.addresses import target_of
from reports.markdown import render
from reports.markdown_escape import escaped, linked
from reports.visible import one_line

SMALL = Path(__file__).parent / "fixtures" / "report" / "small.json"
RENDERER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
# Where an article's words may come to stand, and the elements that are ours there.
PLACES = {
    "{}": ["p"],
    "# {}": ["h1"],
    "### 1. {}": ["h3"],
    "- {}": ["ul", "li"],
    "- one\n  - {}": ["ul", "li", "ul", "li"],
    "**{}**": ["p", "strong"],
    "“{}”": ["p"],
    "| a | b |\n| --- | --- |\n| 1 | {} |": ["table", "thead", "tr", "th", "th", "tbody", "tr", "td", "td"],
}
TRICKS = [
    *(
        "<b>",
        "</p>",
        "<!--",
        "&lt;",
        "&#35;",
        "[a](b)",
        "![a](b)",
        "[a]: b",
        "[a][]",
        "<http://a.b>",
        "# a",
        "===",
        "---",
        "***",
        "> a",
        "- a",
        "+ a",
    ),
    *(
        "1. a",
        "2) a",
        "```",
        "~~~",
        "`a`",
        "    a",
        "| a |",
        "|---|",
        "**a**",
        "__a__",
        "*a*",
        "~~a~~",
        "\\",
        "a\\",
        "\\|",
        "a\nb",
        "a  \nb",
        "a\r\n# b",
    ),
    *(
        "a\u2028# b",
        "\u202ea",
        "\x00",
        "\ud800",
        "a\tb",
        "\u00a0",
        "\u3000a",
        "(a)",
        '"a"',
        "*",
        "**",
        "_",
        "1.",
        "-",
        "+",
        "=",
        "[ ] a",
        "[x]",
    ),
]


class Rendered(HTMLParser):
    """Elements in order, links, and the words between."""

    def __init__(self, markdown: str) -> None:
        super().__init__()
        self.elements: list[str] = []
        self.hrefs: list[str | None] = []
        self.words = ""
        self.feed(RENDERER.render(markdown))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append(tag)
        self.hrefs += [dict(attrs)["href"]] if tag == "a" else []

    def handle_data(self, data: str) -> None:
        self.words += data


@pytest.fixture
def document() -> dict[str, Any]:
    """A story of four sample articles with three conflicts."""
    return dict(json.loads(SMALL.read_text(encoding="utf-8")))


def wide(document: dict[str, Any], articles: int) -> dict[str, Any]:
    """The same story with silent articles added."""
    first = document["articles"][0]
    more = [{**first, "id": f"x{at}", "outlet": f"Quiet {at}"} for at in range(articles - len(document["articles"]))]
    silent = {"relation": "silent", "against": [], "evidence": [{"check": "near_miss", "span": None, "says": ""}]}
    claims = [{**c, "sources": [*c["sources"], *({"article": a["id"], **silent} for a in more)]} for c in document["claims"]]
    return {**document, "articles": [*document["articles"], *more], "claims": claims}


def section(markdown: str, heading: str) -> str:
    return markdown.split(f"\n## {heading}\n")[1].split("\n## ", maxsplit=1)[0]


# Words of articles


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("trick", TRICKS)
def test_a_trick_is_shown_and_does_nothing(place: str, trick: str) -> None:
    shown = Rendered(place.format(escaped(f"{trick} x {trick}")))
    assert shown.elements == PLACES[place]
    assert one_line(f"{trick} x {trick}") in shown.words


HARD = st.text(st.sampled_from("ab1.)(-+*_`~#<>!&;:|=$@[]{}\\\"'/ \n\t^đ\u202e\u200b"), max_size=40).filter(str.strip)


@pytest.mark.parametrize("place", PLACES)
@given(text=HARD)
def test_whatever_an_article_says_is_shown_as_it_is(place: str, text: str) -> None:
    shown = Rendered(place.format(escaped(text)))
    assert (shown.elements, one_line(text) in shown.words) == (PLACES[place], True)


@given(text=st.text(min_size=1, max_size=40).filter(str.strip))
def test_whatever_is_written_in_any_script_is_shown_as_it_is(text: str) -> None:
    assert one_line(text) in Rendered(escaped(text)).words


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_link_leads_where_the_article_stands_and_nowhere_else(words: str, rest: str) -> None:
    target = target_of(f"https://news.example/{rest}")
    assert target
    shown = Rendered(linked(words, target))
    assert (shown.elements, shown.hrefs) == (["p", "a"], [RENDERER.normalizeLink(target)])


@pytest.mark.parametrize("text", ["1.000 người", "lúc 10:30", "hơn 5% (ước tính)", "Covid-19, 3/4", "“Không!”", "U.S. dollars"])
def test_plain_news_stays_readable_in_the_source(text: str) -> None:
    assert escaped(text).replace("\\", "") == text


@pytest.mark.parametrize("text", ["evil.example", "www.evil.example", "https://evil.example", "a@evil.example", "ftp://x", ":bomb:"])
def test_what_some_tools_make_a_link_of_is_broken_up(text: str) -> None:
    assert text not in escaped(text)


# The report


def test_the_report_begins_with_title_and_finding(document: dict[str, Any]) -> None:
    shown = Rendered(render(document))
    assert (shown.elements[:3], shown.words.split("\n")[0]) == (["h1", "p", "strong"], "Sample story: a barge strikes Cedar Bridge")


def test_a_dispute_shows_its_sides_with_sources_and_quotes(document: dict[str, Any]) -> None:
    disputes = section(render(document), "Where they conflict")
    assert "- **11**\n  - B1 Báo Mẫu Chiều: “Vụ việc khiến 11 người bị thương, trong đó hai người bị thương nặng.”" in disputes


def test_a_conflict_without_named_sides_shows_who_is_against_whom(document: dict[str, Any]) -> None:
    document["claims"][2]["disputes"] = []
    assert "- B1 Báo Mẫu Chiều conflicts with A1, C2: “Vụ việc khiến" in section(render(document), "Where they conflict")


def test_without_a_conflict_the_report_does_not_claim_there_is_none(document: dict[str, Any]) -> None:
    assert "not proof that there is none" in render({**document, "claims": document["claims"][-1:]})


def test_up_to_eight_articles_stand_in_a_table(document: dict[str, Any]) -> None:
    shown = Rendered(render(wide(document, 8)))
    assert (shown.elements.count("table"), shown.elements.count("td")) == (1, 5 * (3 + 8))


def test_more_than_eight_articles_stand_in_lists(document: dict[str, Any]) -> None:
    matrix = section(render(wide(document, 9)), "Claims and sources")
    assert "- 3\\. Nine people were hurt, two of them seriously, the harbour office said. (3 voices)" in matrix
    assert "  - conflicts: A1 (conflicts with B1), B1 (conflicts with A1, C2), C2 (conflicts with B1)" in matrix
    assert "table" not in Rendered(matrix).elements


def test_what_one_source_alone_tells_stands_under_its_name(document: dict[str, Any]) -> None:
    assert "### C1 Sample Wire\n\n- The pilot, 52, was not hurt." in section(render(document), "Told by one source only")


def test_warnings_and_what_was_skipped_are_told(document: dict[str, Any]) -> None:
    made = section(render(document), "How this was made")
    assert "- ch-1\\.txt: the day of publication was read in the text" in made
    assert "- empty\\.txt: holds no text" in made


def test_without_warnings_that_is_told_too(document: dict[str, Any]) -> None:
    document["run"]["warnings"], document["skipped"] = [], []
    assert "Warnings: none.\n\nSkipped: none." in render(document)


def test_an_article_is_linked_at_its_address(document: dict[str, Any]) -> None:
    assert Rendered(render(document)).hrefs == ["https://morning.example/cedar-bridge?a=1&b=2", "https://wire.example/1"]


def test_an_address_that_runs_a_script_is_shown_as_words(document: dict[str, Any]) -> None:
    assert "address given, not linked: javascript:alert(1)" in Rendered(render(document)).words


def test_an_article_without_title_or_date_says_so(document: dict[str, Any]) -> None:
    document["articles"][0] |= {"title": None, "published": None}
    assert "[without a title](<https://morning.example/cedar-bridge?a=1&amp;b=2>); no date known;" in render(document)


def test_a_slot_without_words_draws_no_line(document: dict[str, Any]) -> None:
    document["claims"][2]["disputes"][0]["slot"] = " "
    assert "hr" not in Rendered(render(document)).elements


def test_a_verdict_stands_beside_its_claim_with_reviewer_and_reason(document: dict[str, Any]) -> None:
    document["claims"][2]["review"] = {
        "verdict": "wrong",
        "wording": None,
        "note": "The hospital counted *eleven*.",
        "reviewer": "Lê Thị Mẫu",
        "at": "2024-03-09T10:00:00Z",
    }
    told = "- 3\\. Nine people were hurt, two of them seriously, the harbour office said. **Wrong** (Lê Thị Mẫu, 2024-03-09T10:00:00Z)"
    assert f"{told}: The hospital counted \\*eleven\\*." in section(render(document), "Verdicts")


def test_without_verdicts_there_is_no_such_heading(document: dict[str, Any]) -> None:
    assert "## Verdicts" not in render(document)


def test_the_same_document_gives_the_same_markdown(document: dict[str, Any]) -> None:
    assert render(document) == render(json.loads(json.dumps(document)))
