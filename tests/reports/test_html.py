"""Comparison documents -> reports and indexes: what must hold whatever the articles say."""

import base64
import copy
import hashlib
import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.differences import difference, same_words
from reports.document_figures import figures, finding
from reports.html import UnknownSchemaError, render
from reports.index_page import entry_of, render_index_page
from reports.labels import linkable_url
from reports.passages import Layer, paragraphs, segments, stretches
from reports.report_page import page_of
from schemas.check import breaches, checker

SMALL = Path(__file__).parents[1] / "fixtures" / "report" / "small.json"
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"


class Elements(HTMLParser):
    """Every start tag of a page with its attributes, and the text inside each ``style`` and ``script``."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inline: dict[str, str] = {}
        self._open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the tag and remember which one is open."""
        self.tags.append((tag, dict(attrs)))
        self._open = tag

    def handle_data(self, data: str) -> None:
        """Keep what stands in the blocks that the policy names."""
        if self._open in {"style", "script"}:
            self.inline[self._open] = self.inline.get(self._open, "") + data

    def handle_endtag(self, tag: str) -> None:
        """Nothing of interest is open any more."""
        del tag
        self._open = ""

    def values(self, name: str) -> list[str]:
        """The values of one attribute on whatever tag, in order."""
        return [value for _, attributes in self.tags if (value := attributes.get(name)) is not None]


@pytest.fixture
def document() -> dict[str, Any]:
    """A story of four sample articles with three conflicts."""
    return dict(json.loads(SMALL.read_text(encoding="utf-8")))


@pytest.fixture
def page(document: dict[str, Any]) -> str:
    """Its report."""
    return render(document)


def without_claims(document: dict[str, Any]) -> dict[str, Any]:
    """The same articles with nothing found between them."""
    return {**document, "claims": [], "clusters": [], "possibly_related": [], "only_one_source": []}


def test_the_sample_document_holds_against_its_schema(document: dict[str, Any]) -> None:
    assert breaches(document, checker("comparison")) == []


def test_every_sample_quotation_stands_where_it_says(document: dict[str, Any]) -> None:
    texts = {article["id"]: article["text"] for article in document["articles"]}
    members = [member for claim in document["claims"] for member in claim["members"]]
    assert [texts[m["article"]][m["start"] : m["end"]] for m in members] == [m["quote"] for m in members]


@pytest.mark.parametrize("field", ["text", "title", "outlet", "url", "origin", "language", "id"])
def test_an_article_cannot_put_a_script_into_the_report(document: dict[str, Any], field: str) -> None:
    before = Elements(render(document))
    after = without_claims(document)
    after["articles"] = [{**after["articles"][0], field: HOSTILE}]
    tags = {tag for tag, _ in Elements(render(after)).tags}
    assert tags <= {tag for tag, _ in before.tags}
    assert "<script>alert" not in render(after)


@pytest.mark.parametrize("path", ["wording", "id"])
def test_a_claim_cannot_put_a_script_into_the_report(document: dict[str, Any], path: str) -> None:
    document["claims"][0][path] = HOSTILE
    page = render(document)
    assert [tag for tag, _ in Elements(page).tags].count("script") == 1
    assert "img" not in {tag for tag, _ in Elements(page).tags}


def test_the_policy_names_the_hashes_of_what_stands_inline(page: str) -> None:
    elements = Elements(page)
    policy = next(a["content"] for tag, a in elements.tags if tag == "meta" and a.get("http-equiv") == "Content-Security-Policy")
    hashes = {name: base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() for name, text in elements.inline.items()}
    assert f"style-src 'sha256-{hashes['style']}'; script-src 'sha256-{hashes['script']}'" in (policy or "")


def test_nothing_in_the_report_is_styled_or_run_past_the_policy(page: str) -> None:
    names = {name for _, attributes in Elements(page).tags for name in attributes}
    assert {name for name in names if name == "style" or name.startswith("on")} == set()


def test_the_report_asks_for_nothing(page: str) -> None:
    elements = Elements(page)
    asking = [value for name in ("src", "srcset", "action", "data", "poster") for value in elements.values(name)]
    links = [attributes["href"] for tag, attributes in elements.tags if tag == "link"]
    assert (asking, links, re.findall(r"url\(|@import", elements.inline["style"])) == ([], ["data:,"], [])


def test_only_addresses_of_articles_are_linked_outside(page: str, document: dict[str, Any]) -> None:
    outside = {href for href in Elements(page).values("href") if not href.startswith(("#", "data:,"))}
    assert outside == {article["url"] for article in document["articles"] if linkable_url(article["url"])}


def test_every_claim_has_its_permalink(page: str, document: dict[str, Any]) -> None:
    elements = Elements(page)
    anchors = {f"claim-{claim['id']}" for claim in document["claims"]}
    assert anchors <= set(elements.values("id"))
    assert {f"#{anchor}" for anchor in anchors} <= set(elements.values("href"))


def test_no_link_inside_the_report_leads_nowhere(page: str) -> None:
    elements = Elements(page)
    inside = {href[1:] for href in elements.values("href") if href.startswith("#")}
    assert inside - set(elements.values("id")) == set()


def test_no_two_places_share_an_anchor(page: str) -> None:
    anchors = Elements(page).values("id")
    assert len(anchors) == len(set(anchors))


def test_conflicts_stand_first(page: str) -> None:
    kinds = Elements(page).values("data-k")
    assert ["conflicts" in kind for kind in kinds] == [True, True, True, False, False]


def test_a_claim_cell_stands_for_every_article(page: str, document: dict[str, Any]) -> None:
    cells = [attributes.get("class") or "" for tag, attributes in Elements(page).tags if tag == "td"]
    relations = [cell for cell in cells if cell == "sil" or cell.startswith("c-")]
    assert len(relations) == len(document["claims"]) * len(document["articles"])


def test_a_quotation_says_its_language(page: str) -> None:
    assert '<bdi lang="vi">Cầu sẽ đóng đến ngày <mark class="dif">12/3</mark>' in page


def test_a_conflict_shows_what_the_other_says(page: str) -> None:
    assert '<p><a href="#C2-0">C2</a> says <bdi class="v" lang="en">14 March</bdi></p>' in page


def test_words_no_other_source_has_are_marked_as_added(page: str) -> None:
    assert '<mark class="add">mỗi chuyến chở được ' in page


def test_articles_of_one_wording_are_named_as_one_voice(page: str) -> None:
    assert "one voice with C1: same wording" in page


def test_articles_that_relay_one_agency_are_named_as_one_voice(page: str) -> None:
    assert "one voice with C1: <bdi>Sample Wire</bdi>" in page


def test_a_long_number_is_grouped_for_reading(document: dict[str, Any]) -> None:
    document["claims"][1]["disputes"][0]["sides"][0]["value"] = "2700000000 usd"
    assert '<b dir="auto">2\u202f700\u202f000\u202f000 USD</b>' in render(document)


def test_a_speaker_is_shown_as_the_article_spells_the_name(page: str) -> None:
    assert 'said by <bdi lang="en">The harbour office</bdi>' in page


def test_a_silent_article_leads_to_its_nearest_sentence(page: str) -> None:
    assert '<td class="sil">Silent <a href="#C2-79">C2 0.31</a>' in page
    assert '<td class="sil">Silent <details><summary>C1 0.12</summary><bdi lang="en">The pilot, 52, was not hurt.</bdi>' in page


def test_a_check_the_report_has_not_heard_of_is_shown_by_its_name(page: str) -> None:
    assert "some new check" in page


def test_an_address_that_runs_a_script_is_shown_but_not_linked(page: str) -> None:
    assert '<bdi class="url">javascript:alert(1)</bdi>' in page


def test_boilerplate_in_a_cluster_says_so(page: str) -> None:
    assert "marked boilerplate" in page


def test_two_paragraphs_of_one_article_say_so(document: dict[str, Any]) -> None:
    cluster = document["clusters"][2]
    cluster["members"][1] = {**cluster["members"][0]}
    assert "same article" in render(document)


def test_the_same_document_gives_the_same_report(document: dict[str, Any]) -> None:
    assert render(document) == render(copy.deepcopy(document))


def test_a_document_of_another_version_is_refused_by_name(document: dict[str, Any]) -> None:
    with pytest.raises(UnknownSchemaError, match="comparison/2"):
        render({**document, "schema": "comparison/2"})


def test_the_finding_counts_conflicts_agreement_and_single_voices(document: dict[str, Any]) -> None:
    assert finding(figures(document)) == (
        "Three outlets, four articles, 5 claims: they conflict on 3 and agree or add detail on 2; 1 claim rests on a single voice."
    )


def test_without_a_conflict_the_finding_says_so(document: dict[str, Any]) -> None:
    calm = {**document, "claims": document["claims"][-1:]}
    assert finding(figures(calm)) == "Three outlets, four articles, 1 claim: no conflict was found; they agree or add detail on it."


def test_without_a_conflict_the_report_does_not_claim_there_is_none(document: dict[str, Any]) -> None:
    assert "not proof that there is none" in render({**document, "claims": document["claims"][-1:]})


def test_without_claims_the_report_says_where_to_look(document: dict[str, Any]) -> None:
    assert "No two articles were found to make the same claim." in render(without_claims(document))


def test_one_source_has_nothing_to_be_compared_with(document: dict[str, Any]) -> None:
    lone = without_claims(document)
    lone["articles"] = lone["articles"][:1]
    assert "One article: nothing to compare it with." in render(lone)


def test_with_more_than_eight_articles_the_table_scrolls(document: dict[str, Any]) -> None:
    many = without_claims(document)
    many["articles"] = [{**many["articles"][0], "id": f"a{n}", "outlet": f"Sample {n}"} for n in range(9)]
    silent = {"relation": "silent", "against": [], "evidence": [{"check": "near_miss", "span": None, "says": ""}]}
    agrees = {"relation": "agrees", "against": [], "evidence": [{"check": "words", "span": None, "says": ""}]}
    member = {**document["claims"][0]["members"][0]}
    sources = [{"article": f"a{n}", **(agrees if n < 2 else silent)} for n in range(9)]
    members = [{**member, "article": "a0"}, {**member, "article": "a1"}]
    many["claims"] = [{**document["claims"][0], "members": members, "sources": sources}]
    assert '<div class="region wide" role="region"' in render(many)


LAYERS = st.builds(Layer, st.integers(0, 40), st.integers(0, 60), st.sampled_from(["key", "dif", "add"]))


@given(st.text(max_size=50), st.lists(LAYERS, max_size=8))
def test_segments_cover_the_text_exactly(text: str, layers: list[Layer]) -> None:
    assert "".join(segment.text for segment in segments(text, layers)) == text


@given(st.text(min_size=1, max_size=50), st.lists(LAYERS, max_size=8))
def test_each_code_point_lies_in_the_layers_that_cover_it(text: str, layers: list[Layer]) -> None:
    for segment in segments(text, layers):
        for at in range(segment.start, segment.start + len(segment.text)):
            assert set(segment.kinds) == {layer.kind for layer in layers if layer.start <= at < layer.end}


@given(st.lists(LAYERS, max_size=8))
def test_stretches_follow_each_other_without_a_gap(layers: list[Layer]) -> None:
    found = stretches(5, 45, layers)
    assert [stretch.start for stretch in found] + [45] == [5] + [stretch.end for stretch in found]


@given(st.text(max_size=80))
def test_no_word_stands_outside_the_paragraphs(text: str) -> None:
    spans = paragraphs(text)
    outside = [c for at, c in enumerate(text) if not any(start <= at < end for start, end in spans)]
    assert "".join(outside).strip() == ""


@given(st.text("ab ,.", max_size=30), st.text("ab ,.", max_size=30))
def test_a_difference_holds_every_word_of_the_version(base: str, version: str) -> None:
    kept = "".join(piece.text for piece in difference(base, version) if piece.kind != "missing")
    assert "".join(kept.split()) == "".join(version.split())


def test_a_tone_mark_is_a_difference_but_a_capital_is_not() -> None:
    assert same_words(difference("Má đi chợ", "má đi  Chợ"))
    assert [piece.text for piece in difference("má đi chợ", "mà đi chợ") if piece.kind == "added"] == ["mà"]


def test_a_changed_number_stands_beside_the_old_one() -> None:
    assert [(p.kind, p.text) for p in difference("12 người bị thương.", "21 người bị thương.")][:2] == [("missing", "12"), ("added", "21")]


def test_a_long_missing_stretch_is_cut_with_its_count() -> None:
    piece = difference("one two " + "word " * 60, "one two")[-1]
    assert (piece.kind, len(piece.text.split()), piece.left_out) == ("missing", 12, 48)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "https:", "http://[::1", "//host/x", "", None]
)
def test_only_web_addresses_may_be_linked(url: str | None) -> None:
    assert linkable_url(url) is None


def test_the_index_puts_the_most_disputed_story_first(document: dict[str, Any]) -> None:
    calm = {**document, "claims": document["claims"][-1:], "story": {"id": "calm", "title": "A calm sample story"}}
    page = render_index_page([entry_of(calm, "calm"), entry_of(document, "cedar bridge")])
    assert [href for href in Elements(page).values("href") if href.endswith(".html")] == ["cedar%20bridge/report.html", "calm/report.html"]


def test_the_order_in_which_stories_come_changes_nothing(document: dict[str, Any]) -> None:
    entries = [entry_of(document, "b"), entry_of(document, "a")]
    assert render_index_page(entries) == render_index_page(entries[::-1])


def test_a_story_title_cannot_put_a_script_into_the_index(document: dict[str, Any]) -> None:
    entry = entry_of({**document, "story": {"id": "x", "title": HOSTILE}}, HOSTILE)
    assert [tag for tag, _ in Elements(render_index_page([entry])).tags].count("script") == 1


def test_an_index_of_no_stories_says_so() -> None:
    assert "No story was compared." in render_index_page([])


def test_the_clause_in_which_a_long_sentence_agrees_is_marked(document: dict[str, Any]) -> None:
    member = document["claims"][0]["members"][0]
    member["clause"] = [member["start"], member["start"] + 12]
    assert f'<mark class="cl">{member["quote"][:12]}</mark>' in render(document).replace('"cl key"', '"cl"')


def test_a_speaker_that_only_another_claim_names_is_spelled_as_there(document: dict[str, Any]) -> None:
    name = {"span": [0, 9], "says": "Ann Field", "key": "ann field"}
    document["claims"][1]["members"][0]["names"] = [name]
    document["claims"][0]["members"][0]["speaker"] = "ann field"
    assert re.search(r"said by <bdi[^>]*>Ann Field", render(document))


def test_one_dispute_that_runs_through_many_claims_stands_in_the_strip_once() -> None:
    document = json.loads(SMALL.read_text(encoding="utf-8"))
    disputed = next(claim for claim in document["claims"] if claim["disputes"])
    again = {**copy.deepcopy(disputed), "id": "c-again"}
    twice = {**document, "claims": [*document["claims"], again]}
    assert page_of(twice).disputes == page_of(document).disputes
    assert len(page_of(document).disputes.shown) >= 1
