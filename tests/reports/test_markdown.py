"""A document as Markdown, read by a real CommonMark renderer: its parts, and that no word of an article is more than a word."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from reports.link_targets import target_of
from reports.markdown import render
from reports.markdown_escape import escape, link
from reports.visible_characters import one_line

SMALL = Path(__file__).parents[1] / "fixtures" / "report" / "small.json"
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
    shown = Rendered(place.format(escape(f"{trick} x {trick}")))
    assert shown.elements == PLACES[place]
    assert one_line(f"{trick} x {trick}") in shown.words


HARD = st.text(st.sampled_from("ab1.)(-+*_`~#<>!&;:|=$@[]{}\\\"'/ \n\t^đ\u202e\u200b"), max_size=40).filter(str.strip)


@pytest.mark.parametrize("place", PLACES)
@given(text=HARD)
def test_whatever_an_article_says_is_shown_as_it_is(place: str, text: str) -> None:
    shown = Rendered(place.format(escape(text)))
    assert (shown.elements, one_line(text) in shown.words) == (PLACES[place], True)


@given(text=st.text(min_size=1, max_size=40).filter(str.strip))
def test_whatever_is_written_in_any_script_is_shown_as_it_is(text: str) -> None:
    assert one_line(text) in Rendered(escape(text)).words


@given(st.text(max_size=40), st.text(max_size=40))
def test_a_link_leads_where_the_article_stands_and_nowhere_else(words: str, rest: str) -> None:
    target = target_of(f"https://news.example/{rest}")
    assert target
    shown = Rendered(link(words, target))
    assert (shown.elements, shown.hrefs) == (["p", "a"], [RENDERER.normalizeLink(target)])


@pytest.mark.parametrize("text", ["1.000 người", "lúc 10:30", "hơn 5% (ước tính)", "Covid-19, 3/4", "“Không!”", "U.S. dollars"])
def test_plain_news_stays_readable_in_the_source(text: str) -> None:
    assert escape(text).replace("\\", "") == text


@pytest.mark.parametrize("text", ["evil.example", "www.evil.example", "https://evil.example", "a@evil.example", "ftp://x", ":bomb:"])
def test_what_some_tools_make_a_link_of_is_broken_up(text: str) -> None:
    assert text not in escape(text)


# The report


def test_the_report_begins_with_title_and_finding(document: dict[str, Any]) -> None:
    shown = Rendered(render(document))
    assert (shown.elements[:3], shown.words.split("\n")[0]) == (["h1", "p", "strong"], "Sample story: a barge strikes Cedar Bridge")


def test_a_dispute_shows_its_sides_with_sources_and_quotes(document: dict[str, Any]) -> None:
    disputes = section(render(document), "Where sources conflict")
    assert "- **11**\n  - B1 Báo Mẫu Chiều: “Vụ việc khiến 11 người bị thương, trong đó hai người bị thương nặng.”" in disputes


def test_a_conflict_without_named_sides_shows_who_is_against_whom(document: dict[str, Any]) -> None:
    document["claims"][2]["disputes"] = []
    assert "- B1 Báo Mẫu Chiều conflicts with A1, C2: “Vụ việc khiến" in section(render(document), "Where sources conflict")


def test_without_a_conflict_the_report_does_not_claim_there_is_none(document: dict[str, Any]) -> None:
    assert "not proof that there is none" in render({**document, "claims": document["claims"][-1:]})


def test_up_to_eight_articles_stand_in_a_table(document: dict[str, Any]) -> None:
    shown = Rendered(section(render(wide(document, 8)), "Claims by source"))
    assert (shown.elements.count("tr"), shown.elements.count("td")) == (1 + 5, 5 * (3 + 8))


def test_more_than_eight_articles_stand_in_lists(document: dict[str, Any]) -> None:
    matrix = section(render(wide(document, 9)), "Claims by source")
    assert "- 3\\. Nine people were hurt, two of them seriously, the harbour office said. (3 independent voices)" in matrix
    assert "  - conflicts: A1 (conflicts with B1), B1 (conflicts with A1, C2), C2 (conflicts with B1)" in matrix
    assert "table" not in Rendered(matrix).elements


def test_what_one_source_alone_tells_stands_under_its_name(document: dict[str, Any]) -> None:
    assert "### C1 Sample Wire\n\n- The pilot, 52, was not hurt." in section(render(document), "Only one source")


def test_warnings_and_what_was_skipped_are_told(document: dict[str, Any]) -> None:
    made = section(render(document), "How this was made")
    assert "- ch-1\\.txt: the day of publication was read in the text" in made
    assert "- empty\\.txt: holds no text" in made


def test_without_warnings_that_is_told_too(document: dict[str, Any]) -> None:
    document["run"]["warnings"], document["skipped"] = [], []
    assert "What was cut, limited or guessed: nothing.\n\nSkipped: nothing." in render(document)


def test_an_article_is_linked_at_its_address(document: dict[str, Any]) -> None:
    assert Rendered(render(document)).hrefs == ["https://morning.example/cedar-bridge?a=1&b=2", "https://wire.example/1"]


def test_an_address_that_runs_a_script_is_shown_as_words(document: dict[str, Any]) -> None:
    assert "address given, not linked: javascript:alert(1)" in Rendered(render(document)).words


def test_an_article_without_title_or_date_says_so(document: dict[str, Any]) -> None:
    document["articles"][0] |= {"title": None, "published": None}
    assert "[untitled](<https://morning.example/cedar-bridge?a=1&amp;b=2>); no date known;" in render(document)


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
    entry = "- 3\\. Nine people were hurt, two of them seriously, the harbour office said. **Wrong** (Lê Thị Mẫu, Mar 9, 2024, 10:00 UTC)"
    assert f"{entry}: The hospital counted \\*eleven\\*." in section(render(document), "Review log")


def test_without_verdicts_there_is_no_such_heading(document: dict[str, Any]) -> None:
    assert "## Review log" not in render(document)


def test_the_latest_decision_stands_first(document: dict[str, Any]) -> None:
    for claim, day in zip(document["claims"], ("08", "10", "09"), strict=False):
        claim["review"] = {"verdict": "wrong", "wording": None, "note": None, "reviewer": None, "at": f"2024-03-{day}T10:00:00Z"}
    assert re.findall(r"^- (\d)", section(render(document), "Review log"), re.MULTILINE) == ["2", "3", "1"]


def test_a_published_check_is_linked(document: dict[str, Any]) -> None:
    review = {
        "verdict": "wrong",
        "wording": None,
        "note": None,
        "reviewer": None,
        "at": "2024-03-09T10:00:00Z",
        "url": "https://c.example/1",
    }
    document["claims"][0]["review"] = review
    assert "([address](<https://c.example/1>))" in section(render(document), "Review log")


def test_a_copy_shows_what_it_changed_in_the_first_version(document: dict[str, Any]) -> None:
    copies = section(render(document), "Near-duplicate paragraphs")
    assert "  - C1 Sample Wire (Mar 4, 2024, 06:55, first): “The harbour office said the pilot had asked" in copies
    assert "  - C2 Sample Wire (Mar 5, 2024): added “not”; missing “but none was free at that hour of the morning”" in copies


def test_who_carries_whose_wording_is_counted(document: dict[str, Any]) -> None:
    assert "- A1 Sample Morning News ← C1 Sample Wire: 2 paragraphs" in section(render(document), "Near-duplicate paragraphs")


def test_figures_in_which_copies_differ_stand_below_them(document: dict[str, Any]) -> None:
    document["clusters"][0]["differences"] = [{"a": 0, "b": 1, "says": ["5.40", "*6.40*"], "spans": [[0, 4], [0, 4]]}]
    assert "  - Differs: A1 “5.40” · C1 “\\*6.40\\*”" in section(render(document), "Near-duplicate paragraphs")


def test_many_changes_are_counted_where_they_are_not_shown(document: dict[str, Any]) -> None:
    first, second = document["articles"][0], document["articles"][2]
    first["text"], second["text"] = " ".join(f"a{n} b{n}" for n in range(9)), " ".join(f"a{n}" for n in range(9))
    members = [{"article": a["id"], "start": 0, "end": len(a["text"])} for a in (second, first)]
    document["clusters"] = [{"id": "d-1", "members": members, "first": None, "links": [], "differences": []}]
    document["only_one_source"], document["claims"] = [], []
    assert "added “b0”, “b1”, “b2”, “b3”, 5 more places" in section(render(document), "Near-duplicate paragraphs")


def test_a_copy_that_differs_in_its_punctuation_says_so(document: dict[str, Any]) -> None:
    first, second = document["articles"][0], document["articles"][2]
    first["text"], second["text"] = "The pilot, he said, was asleep!", "The pilot he said was asleep."
    members = [{"article": a["id"], "start": 0, "end": len(a["text"])} for a in (second, first)]
    document["clusters"] = [{"id": "d-1", "members": members, "first": None, "links": [], "differences": []}]
    document["only_one_source"], document["claims"] = [], []
    assert "Mar 4, 2024, 09:15): Only punctuation differs." in section(render(document), "Near-duplicate paragraphs")


def test_without_copies_that_is_told(document: dict[str, Any]) -> None:
    copies = section(render({**document, "clusters": []}), "Near-duplicate paragraphs")
    assert copies.strip() == "No two paragraphs share enough of their wording to be one text."


def test_each_source_shows_how_much_of_the_claims_it_carries(document: dict[str, Any]) -> None:
    shares = section(render(document), "Share of claims each source carries")
    assert "| C1 Sample Wire | Mar 4, 2024, 06:55 | 2 | 40% | 1 | 0 | 1 |" in shares


def test_without_claims_there_is_nothing_to_carry(document: dict[str, Any]) -> None:
    assert "Share of claims" not in render({**document, "claims": []})


def test_articles_that_are_one_voice_are_named_with_the_reason(document: dict[str, Any]) -> None:
    document["claims"][3]["one_voice"] = [{"articles": ["am-1", "wi-1"], "same_wording": True, "sources": ["*Wire*"]}]
    assert "- 4\\. A1, C1: same wording, \\*Wire\\*" in section(render(document), "Claims by source")


def test_passages_just_short_of_a_claim_are_counted(document: dict[str, Any]) -> None:
    assert "1 pair of passages falls just short of being one claim" in section(render(document), "Claims by source")


def test_the_vietnamese_report_leaves_quotations_alone(document: dict[str, Any]) -> None:
    disputes = section(render(document, "vi"), "Điểm mâu thuẫn giữa các nguồn")
    assert "- **14/3/2024**\n  - C2 Sample Wire: “Cedar Bridge will stay closed until 14 March" in disputes


def test_the_vietnamese_matrix_says_how_each_article_stands(document: dict[str, Any]) -> None:
    table = section(render(document, "vi"), "Thông tin theo nguồn")
    assert "| 3 | mâu thuẫn với B1 | mâu thuẫn với A1, C2 | không đề cập | mâu thuẫn với B1 |" in table


@pytest.mark.parametrize("articles", [4, 9])
def test_both_languages_have_the_same_parts(document: dict[str, Any], articles: int) -> None:
    shown = [Rendered(render(wide(document, articles), language)).elements for language in ("en", "vi")]
    assert shown[0] == shown[1]


def test_the_same_document_gives_the_same_markdown(document: dict[str, Any]) -> None:
    assert render(document) == render(json.loads(json.dumps(document)))
