"""Facts as people read them: each dispute once, above the claims, with everyone who gives a value, in every format."""

import csv
import io
import json
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from compare.sources.own_files import is_own_file
from reports.disputed_facts import label_in
from reports.formats import FORMATS, render_format
from reports.html import render
from reports.markdown_escape import escape
from reports.page_parts import PageLimits
from reports.report_files import ReportOptions, report

GOLDEN = Path(__file__).parents[1] / "golden"


@pytest.fixture(params=["en", "vi"])
def document(request: pytest.FixtureRequest) -> dict[str, Any]:
    made: dict[str, Any] = json.loads((GOLDEN / f"{request.param}.json").read_text(encoding="utf-8"))
    made["run"]["made_at"] = "2024-05-03T18:00:00+07:00"
    return made


def disputed(document: dict[str, Any]) -> list[dict[str, Any]]:
    return [fact for fact in document["facts"] if fact["state"] == "disputed"]


def outlet_of(document: dict[str, Any], article: str) -> str:
    return str(next(one["outlet"] for one in document["articles"] if one["id"] == article))


def card(page: str, fact: dict[str, Any]) -> str:
    begin = page.index(f'id="fact-{fact["id"]}"')
    return unescape(page[begin : page.index("</article>", begin)])


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_dispute_is_one_card_with_its_values_and_who_gives_them(document: dict[str, Any], language: str) -> None:
    page = render(document, language)
    assert disputed(document)
    for fact in disputed(document):
        shown = card(page, fact)
        assert page.count(f'id="fact-{fact["id"]}"') == 1
        assert fact["label"][language] in shown
        for value in fact["values"]:
            assert value["display"] in shown
            assert {outlet_of(document, said["article"]) for said in value["said"]} <= set(re.findall(r"<bdi>([^<]+)</bdi>", shown))


def test_cards_stand_above_the_claims(document: dict[str, Any]) -> None:
    page = render(document)
    assert 0 < page.index('<section id="facts"') < page.index('<section id="claims"')


def test_every_sentence_of_a_card_leads_to_its_place_in_the_sources(document: dict[str, Any]) -> None:
    page = render(document)
    for fact in document["facts"]:
        links = re.findall(r'href="#([^"]+)"', card(page, fact))
        assert len(links) == sum(len(value["said"]) for value in fact["values"])
        assert all(f'id="{link}"' in page or f"id={link}" in page for link in links)


def test_a_value_is_marked_in_its_sentence(document: dict[str, Any]) -> None:
    fact = disputed(document)[0]
    shown = card(render(document), fact)
    for said in (said for value in fact["values"] for said in value["said"]):
        assert f'<mark class="dif">{said["says"]}</mark>' in shown


def test_a_document_of_a_version_without_facts_has_no_section_of_them(document: dict[str, Any]) -> None:
    del document["facts"], document["events"]
    assert '<section id="facts"' not in render(document)
    assert len(render_format(document, "facts").text.splitlines()) == 1


def test_a_word_of_an_article_is_shown_as_it_is_and_never_run(document: dict[str, Any]) -> None:
    document["facts"][0]["values"][0]["display"] = "<script>alert(1)</script>"
    assert "<script>alert(1)" not in render(document)


def test_the_markdown_report_has_every_dispute_with_its_sentences(document: dict[str, Any]) -> None:
    text = render_format(document, "markdown").text
    section = text[text.index("## Where sources conflict") : text.index("## Claims by source")]
    assert section.count("\n### ") == len(disputed(document))
    assert section.count("“") >= sum(len(value["said"]) for fact in disputed(document) for value in fact["values"])


def test_the_table_has_a_line_a_fact_and_what_each_article_prints(document: dict[str, Any]) -> None:
    rows = list(csv.reader(io.StringIO(render_format(document, "facts").text.removeprefix("\ufeff"))))
    assert [row[0] for row in rows[1:]] == [fact["id"] for fact in document["facts"]]
    for row, fact in zip(rows[1:], document["facts"], strict=True):
        printed = {said["says"] for value in fact["values"] for said in value["said"]}
        assert {each for cell in row[7:] if cell for each in cell.split(" / ")} == printed


def test_the_table_is_known_as_ours_and_is_no_article(document: dict[str, Any]) -> None:
    assert is_own_file(render_format(document, "facts").text.encode())


def test_the_table_is_one_of_the_formats() -> None:
    assert "facts" in FORMATS


def test_facts_of_a_report_in_a_folder_stand_on_a_page_of_their_own(document: dict[str, Any]) -> None:
    made = report(document, ReportOptions(), PageLimits(claims=1))
    pages = dict(made.pages)
    assert all(f'id="fact-{fact["id"]}"' in pages["facts-1.html"] for fact in document["facts"])


def test_a_ladder_says_who_printed_which_figure_when(document: dict[str, Any]) -> None:
    fact, article = disputed(document)[0], document["articles"][0]
    fact["ladder"] = [
        {"at": "2024-05-02T17:30", "value": "17", "articles": [article["id"]], "stale": [article["id"]]},
        {"at": None, "value": "19", "articles": [article["id"]], "stale": []},
    ]
    for shown in (card(render(document), fact), render_format(document, "markdown").text):
        assert "17:30" in shown
        assert "time unknown" in shown
        assert "still printed after a newer figure by" in shown


@pytest.mark.parametrize(("labels", "shown"), [({"en": "hour"}, "hour"), ({}, "clock"), ({"en": "hour", "vi": "giờ"}, "giờ")])
def test_a_label_falls_back_to_english_and_then_to_the_key(labels: dict[str, str], shown: str) -> None:
    assert label_in({"label": labels, "slot": "clock"}, "vi") == shown


def test_a_disputed_fact_stands_once_at_the_head_of_the_report_however_many_claims_it_touches(document: dict[str, Any]) -> None:
    fact = disputed(document)[0]
    top = render(document).split('<ol class="top">')[1].split("</ol>")[0]
    assert top.count(f'href="#fact-{fact["id"]}"') == 1
    assert sum(dispute["fact"] == fact["id"] for claim in document["claims"] for dispute in claim["disputes"]) >= 1
    assert "#claim-" not in top


def test_a_conflict_that_is_of_no_fact_stands_there_as_its_claim(document: dict[str, Any]) -> None:
    claim = next(claim for claim in document["claims"] if claim["disputes"])
    claim["disputes"][0]["fact"] = None
    top = render(document).split('<ol class="top">')[1].split("</ol>")[0]
    assert f'href="#claim-{claim["id"]}"' in top
    assert escape(claim["wording"]) in render_format(document, "markdown").text.split("## Claims by source")[0]


def test_who_leaves_a_disputed_value_open_is_told_in_its_cell_and_in_tables(document: dict[str, Any]) -> None:
    claim = next(claim for claim in document["claims"] if claim["disputes"])
    fact = next(fact for fact in document["facts"] if fact["id"] == claim["disputes"][0]["fact"])
    telling = next(source for source in claim["sources"] if source["relation"] == "conflicts")
    telling |= {"relation": "agrees", "against": [], "open_on": [fact["id"]]}
    assert f'leaves open here: <a href="#fact-{fact["id"]}">' in render(document)
    for name in ("markdown", "csv"):
        assert "agrees (leaves a disputed value open)" in render_format(document, name).text
