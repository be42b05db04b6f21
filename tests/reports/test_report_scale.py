"""Reports of much text, many claims and many sources: what is shown, what is left out with a word, and what a script draws."""

import json
import re
import zlib
from base64 import b64decode
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.article_lines import References, lines_of
from reports.duplicate_paragraphs import shared_paragraphs, duplicate_clusters
from reports.formats import weight
from reports.html import render
from reports.labels import Column, outlets_of
from reports.passages import Layer, index_layers
from reports.report_page import page_of

pytestmark = pytest.mark.thorough

SMALL = Path(__file__).parents[1] / "fixtures" / "report" / "small.json"


@pytest.fixture
def document() -> dict[str, Any]:
    return dict(json.loads(SMALL.read_text(encoding="utf-8")))


def repeated(document: dict[str, Any], times: int) -> dict[str, Any]:
    """Each claim so many times, under ids of its own."""
    return {**document, "claims": [{**claim, "id": f"{claim['id']}-{n}"} for n in range(times) for claim in document["claims"]]}


def island(page: str) -> dict[str, Any]:
    found = re.search(r'<script type="application/json" id="island">(.*?)</script>', page, re.DOTALL)
    assert found
    return dict(json.loads(found[1]))


def unpacked(piece: str) -> str:
    return zlib.decompress(b64decode(piece)).decode()


def shown(text: str, passages: list[tuple[int, int]], *, full: bool = False) -> str:
    """The words of a text as the report shows it; a gap is its number of characters."""
    column = Column("a", "A1", "", "", "", "", text, several=False)
    references = References(index_layers(Layer(start, end, "cited") for start, end in passages), tuple(start for start, _ in passages), {})
    lines = lines_of(column, references, index_layers(()), full=full)
    return "\n".join(
        str(line.left_out) if line.left_out else "".join(s.text for part in line.parts for s in part.segments) for line in lines
    )


LONG = "Head of it.\n" + "word " * 300 + "\nHere it stands.\n" + "word " * 300 + "\nThe end."


def test_what_nothing_leads_to_is_left_out_with_its_length() -> None:
    at = LONG.index("Here")
    words = shown(LONG, [(at, at + 15)])
    assert ("Here it stands." in words, "The end." in words, re.findall(r"^\d+$", words, re.MULTILINE)) == (True, False, ["911", "1209"])


def test_a_cut_splits_no_word() -> None:
    at = LONG.index("Here")
    assert set(re.findall(r"\b[a-z]+\b", shown(LONG, [(at, at + 15)]))) <= {"word", "of", "it", "stands"}


def test_full_text_leaves_nothing_out(document: dict[str, Any]) -> None:
    document["articles"][0]["text"] += "\n" + LONG
    assert ["left out" in render(document, full_text=full) for full in (False, True)] == [True, False]


@given(st.text("ab \n", max_size=2000), st.lists(st.tuples(st.integers(0, 1900), st.integers(1, 90)), max_size=5))
def test_every_character_is_shown_or_counted(text: str, given_passages: list[tuple[int, int]]) -> None:
    passages = sorted((start, min(start + length, len(text))) for start, length in given_passages if start < len(text))
    column = Column("a", "A1", "", "", "", "", text, several=False)
    references = References(index_layers(Layer(start, end, "cited") for start, end in passages), tuple(sorted({s for s, _ in passages})), {})
    lines = lines_of(column, references, index_layers(()), full=False)
    counted = sum(line.left_out or sum(len(s.text) for part in line.parts for s in part.segments) for line in lines)
    assert len("".join(text.split())) <= counted <= len(text)


@given(
    st.lists(st.builds(Layer, st.integers(0, 40), st.integers(0, 60), st.just("key")), max_size=8), st.integers(0, 50), st.integers(1, 9)
)
def test_a_shelf_finds_the_layers_of_a_range(layers: list[Layer], start: int, length: int) -> None:
    end = start + length
    assert index_layers(layers).between(start, end) == [layer for layer in sorted(layers) if layer.start < end and start < layer.end]


def test_two_thousand_claims_stand_in_the_page(document: dict[str, Any]) -> None:
    assert render(repeated(document, 400)).count("<tr id=") == 2000


def test_of_more_the_first_fifty_stand_in_the_page_and_it_says_so(document: dict[str, Any]) -> None:
    page = render(repeated(document, 401))
    assert (page.count("<tr id="), "The first 50 of 2,005 claims stand here." in page) == (50, True)


def test_the_island_holds_every_claim_as_the_page_would(document: dict[str, Any]) -> None:
    held = island(render(repeated(document, 401)))
    rows = [row for piece in held["rows"] for row in unpacked(piece).split("<!>")]
    ids = [found[1] for row in rows if (found := re.search(r'<tr id="([^"]*)"', row))]
    assert (len(ids), ids, len(held["kinds"]), len(held["order"])) == (2005, held["ids"], 2005, 2005)


def test_the_island_holds_every_text(document: dict[str, Any]) -> None:
    texts = island(render(repeated(document, 101)))["texts"]
    assert (list(texts), 'id="A1-23"' in unpacked(texts["A1"])) == (["A1", "B1", "C1", "C2"], True)


def test_no_claim_can_end_the_island(document: dict[str, Any]) -> None:
    document["claims"][0]["id"] = document["claims"][0]["wording"] = "</script><script>alert(1)</script><!>"
    page = render(repeated(document, 401))
    assert (page.count("<script"), "<script>alert" in page) == (2, False)
    assert [unpacked(piece).count("<!>") for piece in island(page)["rows"][:-1]] == [99] * 20


def test_more_than_twenty_sources_are_icons_with_their_words_folded(document: dict[str, Any]) -> None:
    added = [{**document["articles"][3], "id": f"extra-{n}", "outlet": f"Sample {n}"} for n in range(20)]
    silent = {"relation": "silent", "against": [], "evidence": [{"check": "near_miss", "span": None, "says": ""}]}
    claims = [{**c, "sources": [*c["sources"], *({**silent, "article": a["id"]} for a in added)]} for c in document["claims"]]
    page = render({**document, "articles": [*document["articles"], *added], "claims": claims})
    assert '<td class="c-conflicts"><details><summary>Conflicts</summary><div><bdi lang="en">' in page


def test_a_date_without_a_time_covers_its_day(document: dict[str, Any]) -> None:
    dated = {found.column.label: (found.at, found.width > 0) for found in page_of(document).dated}
    assert (dated["B1"], dated["A1"][1], dated["A1"][0] > 0) == ((0, True), False, True)


def test_who_carries_whose_wording_counts_paragraphs(document: dict[str, Any]) -> None:
    columns = [column for outlet in outlets_of(document["articles"]) for column in outlet.columns]
    found = {(b.by.label, b.of.label, b.paragraphs) for b in shared_paragraphs(duplicate_clusters(document["clusters"], columns))}
    assert found == {("A1", "C1", 2), ("C2", "C1", 1)}


def test_only_a_heavy_report_is_remarked_on() -> None:
    assert (weight(9_999_999), weight(12_400_000)[:5]) == ("", "12 MB")
