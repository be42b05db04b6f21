"""A report too large for one page: a cover and a folder of pages, in which nothing is missing and every link leads somewhere."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from reports.formats import render_format
from reports.html import UnknownSchemaError, render
from reports.page_parts import PageLimits
from reports.report_files import ReportOptions, ReportFiles, report

FIXTURES = Path(__file__).parents[1] / "fixtures" / "report"
SMALLEST = PageLimits(claims=2, rows=2, fewest=1, pairs=1, clusters=2, sentences=1, characters=300)


class Read(HTMLParser):
    """Ids and links of a page, and the words of a claim's head."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.feed(text)

    def handle_starttag(self, _: str, attrs: list[tuple[str, str | None]]) -> None:
        held = dict(attrs)
        self.ids += [held["id"] or ""] if "id" in held else []
        self.links += [held["href"] or ""] if "href" in held else []


@pytest.fixture
def document() -> dict[str, Any]:
    return dict(json.loads((FIXTURES / "reviewed.json").read_text(encoding="utf-8")))


def files(made: ReportFiles) -> dict[str, str]:
    """Every file by its path, seen from where the cover stands."""
    return {"report.html": made.text} | {f"{made.folder}/{name}": text for name, text in made.pages}


def lost(written: dict[str, str]) -> list[str]:
    """Links that lead to no file or to no place in it."""
    read = {path: Read(text) for path, text in written.items()}
    found = []
    for path, page in read.items():
        for link in (link for link in page.links if not re.match(r"[a-z]+:", link)):
            name, _, anchor = link.partition("#")
            target = path if not name else unquote(name[3:] if name.startswith("../") else f"{Path(path).parent}/{name}".removeprefix("./"))
            if target not in read or (anchor and unquote(anchor) not in read[target].ids):
                found.append(f"{path}: {link}")
    return found


def test_a_report_within_the_limits_is_one_page(document: dict[str, Any]) -> None:
    made = report(document, ReportOptions())
    assert (made.text, list(made.pages)) == (render(document), [])


def test_more_claims_than_a_page_may_hold_are_cut_into_pages(document: dict[str, Any]) -> None:
    assert [path for path in files(report(document, ReportOptions(), SMALLEST)) if "claims" in path] == [
        "report/claims-1.html",
        "report/claims-2.html",
        "report/claims-3.html",
    ]


def test_more_bytes_than_a_page_may_hold_are_cut_into_pages(document: dict[str, Any]) -> None:
    size = len(render(document).encode())
    assert [bool(report(document, ReportOptions(), PageLimits(size=limit)).pages) for limit in (size, size - 1)] == [False, True]


def test_every_link_of_every_page_leads_somewhere(document: dict[str, Any]) -> None:
    assert lost(files(report(document, ReportOptions(), SMALLEST))) == []


def test_every_article_in_full_can_stand_in_pages_too(document: dict[str, Any]) -> None:
    written = files(report(document, ReportOptions(full_text=True), SMALLEST))
    assert (lost(written), any("left out" in text for path, text in written.items() if "sources" in path)) == ([], False)


def test_every_claim_stands_in_one_page(document: dict[str, Any]) -> None:
    ids = [one for text in files(report(document, ReportOptions(), SMALLEST)).values() for one in Read(text).ids if one.startswith("claim-")]
    assert sorted(ids) == sorted(f"claim-{claim['id']}" for claim in document["claims"])


def test_rows_stand_in_the_order_and_the_words_of_one_page(document: dict[str, Any]) -> None:
    rows = re.compile(r"<tr id=.*")
    pages = [text for path, text in files(report(document, ReportOptions(), SMALLEST)).items() if "claims" in path]
    whole = [row.replace(" open", "") for row in rows.findall(render(document))]
    assert [row.replace(" open", "") for page in pages for row in rows.findall(page)] == whole


@pytest.mark.parametrize(
    ("kind", "one"),
    [
        ("duplicates", 'class="clu" id="cluster-'),
        ("related", '<li><span class="fig">'),
        ("alone", "<li><bdi"),
        ("sources", 'class="clu art'),
    ],
)
def test_nothing_else_is_left_out(document: dict[str, Any], kind: str, one: str) -> None:
    pages = [text for path, text in files(report(document, ReportOptions(), SMALLEST)).items() if f"/{kind}-" in path]
    sections = [text[text.index(f'<section id="{kind}"') :].split("</section>")[0] for text in pages]
    assert sum(section.count(one) for section in sections) == render(document).count(one) > 0


def test_a_speaker_is_spelled_as_in_a_claim_of_another_page(document: dict[str, Any]) -> None:
    for claim in document["claims"]:
        for member in claim["members"]:
            member["names"] = []
            member["speaker"] = None
    document["claims"][0]["members"][0]["names"] = [{"span": [0, 9], "says": "Mara Lind", "key": "mara lind", "kind": "person"}]
    document["claims"][1]["members"][0]["speaker"] = "mara lind"
    pages = "".join(files(report(document, ReportOptions(), PageLimits(claims=1, rows=1, fewest=1))).values())
    assert (pages.count("Mara Lind</bdi></small>"), "mara lind" in pages) == (1, False)


def test_no_page_asks_for_anything(document: dict[str, Any]) -> None:
    for text in files(report(document, ReportOptions(), SMALLEST)).values():
        assert "default-src &#39;none&#39;; style-src &#39;sha256-" in text
        assert re.findall(r"<(?:link|script|img|iframe)[^>]*(?:src|href)=\"(?!data:,)", text) == []


def test_no_word_of_an_article_or_a_name_of_a_claim_runs_in_a_page(document: dict[str, Any]) -> None:
    evil = '"><script>alert(1)</script>{{ 7 * 7 }}'
    document["story"]["title"] = document["articles"][0]["outlet"] = document["articles"][0]["title"] = evil
    document["claims"][0]["id"] = document["claims"][0]["wording"] = evil
    written = files(report(document, ReportOptions(name=f"{evil}.html".replace("/", "")), SMALLEST))
    assert {text.count("<script") for text in written.values()} == {1}


def test_a_cover_counts_the_whole_story(document: dict[str, Any]) -> None:
    text, whole = report(document, ReportOptions(), SMALLEST).text, render(document)
    strip = re.compile(r'<section aria-labelledby="s-cells">.*?</section>', re.DOTALL)
    dek = re.compile(r'<p class="dek">.*')
    assert (strip.findall(text), dek.findall(text)) == (strip.findall(whole), dek.findall(whole))


def test_pages_speak_vietnamese(document: dict[str, Any]) -> None:
    written = files(report(document, ReportOptions(language="vi"), SMALLEST))
    assert "Mọi trang" in written["report/claims-1.html"]
    assert "quá lớn để nằm trong một trang" in written["report.html"]


def test_pages_lead_back_to_a_cover_of_any_name(document: dict[str, Any]) -> None:
    made = report(document, ReportOptions(name="bão #9.html"), SMALLEST)
    assert made.folder == "bão #9"
    assert 'href="b%C3%A3o%20%239/claims-1.html"' in made.text
    assert 'href="../b%C3%A3o%20%239.html"' in dict(made.pages)["claims-1.html"]


def test_many_sources_take_fewer_claims_a_page(document: dict[str, Any]) -> None:
    pages = files(report(document, ReportOptions(), PageLimits(claims=1, rows=4, cells=8, fewest=1)))
    assert sum("claims" in path for path in pages) == 3


def test_a_document_of_another_version_makes_no_page(document: dict[str, Any]) -> None:
    with pytest.raises(UnknownSchemaError, match="comparison/9"):
        report({**document, "schema": "comparison/9"}, ReportOptions(), SMALLEST)


def test_ten_thousand_claims_are_one_file_and_one_more_is_a_folder(document: dict[str, Any]) -> None:
    near = {"check": "near_miss", "span": None, "says": ""}
    source = {"article": document["articles"][0]["id"], "relation": "silent", "against": [], "evidence": [near]}
    claim = {**document["claims"][0], "members": document["claims"][0]["members"][:1], "sources": [source], "disputes": [], "review": None}
    document["claims"] = [{**claim, "id": f"c-{n}"} for n in range(10_001)]
    made = render_format(document, "html")
    assert (made.folder, made.remark, made.text.count("report/claims-")) == ("report", "its pages stand in report/ beside it", 21)
