"""Whole stories: what holds for every one of them, whatever the articles say and wherever they lie."""

import json
import shutil
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import settings as hypothesis_settings
from hypothesis import strategies as st

from compare.documents.to_document import to_document
from compare.documents.write import as_json
from compare.model import Article, ArticleId, Published, Skipped
from compare.pipeline import articles_by_story, compare_story
from compare.settings import Settings, from_mapping
from compare.sources.read_inputs import read_inputs
from compare.story_result import Comparison
from schemas.check import breaches, checker

pytestmark = pytest.mark.thorough

SENTENCES = (
    "Chiếc phà Hải Âu đâm vào cầu cảng Cồn Sa lúc 7h40 sáng 24/5.",
    "Sáng 24/5, phà Hải Âu đâm mạnh vào cầu cảng Cồn Sa lúc 7h44.",
    "Công an huyện cho biết 23 hành khách bị thương khi phà đâm vào cầu cảng.",
    "Công an huyện cho biết 26 hành khách bị thương khi phà đâm vào cầu cảng.",
    "“Chúng tôi nghe tiếng còi rất dài, ông Lê Văn Thọ, 42 tuổi, kể lại.",
    "The ferry Harbour Lark struck the pier at Port Ellery at 7:40 a.m. on May 24.",
    "Police said that 23 passengers were injured when the ferry struck the pier.",
    "Police said that 26 passengers were injured when the ferry struck the pier. 😀",
    "Ruth Ansell, 51, told reporters that the horn sounded for nearly a minute.",
    "Ảnh: Hữu Phước/Thông tấn Mẫu",
    "0:00 / 0:00",
    "Theo Nhật báo Mẫu",
)
VALIDATOR = checker("comparison")
published = st.sampled_from([None, Published("2016-05-25T09:00", "minute", "metadata"), Published("2016-05-24", "day", "metadata")])


@st.composite
def articles(draw: st.DrawFn) -> list[Article]:
    """Up to five articles of one story, each with at least one sentence, in either language or both, with scrape noise."""
    bodies = draw(st.lists(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=5), min_size=1, max_size=5))
    days = draw(st.lists(published, min_size=len(bodies), max_size=len(bodies)))
    joints = draw(st.sampled_from(["\n", "\n\n", "\n \n"]))
    return [
        Article(ArticleId(f"a{at}"), f"Outlet {at % 3}", joints.join([SENTENCES[0], *body]), "all.jsonl", "0" * 64, published=day)
        for at, (body, day) in enumerate(zip(bodies, days, strict=True))
    ]


def compared(given_articles: list[Article]) -> Comparison:
    return compare_story("ferry", given_articles, [], Settings())


def document_of(given_articles: list[Article]) -> dict[str, Any]:
    return to_document(compared(given_articles), "0", "2016-05-26T00:00:00+00:00")


def of_folder(folder: Path) -> str:
    """The document of all articles in a folder, as it is stored."""
    intake = read_inputs([str(folder)], Settings().input)
    return as_json(to_document(compare_story("story", intake.articles, intake.skipped, Settings()), "0", "2016-05-26T00:00:00+00:00"))


# A story costs a tenth of a second.
few = hypothesis_settings(max_examples=12)


@few
@given(articles())
def test_every_document_holds_against_its_schema(story_articles: list[Article]) -> None:
    assert breaches(document_of(story_articles), VALIDATOR) == []


@few
@given(articles())
def test_every_quotation_stands_where_it_says(story_articles: list[Article]) -> None:
    document = document_of(story_articles)
    texts = {(a["id"], field): a[field] for a in document["articles"] for field in ("text", "title")}
    passages = [m for row in (*document["claims"], *document["possibly_related"]) for m in row["members"]]
    assert [p for p in passages if texts[p["article"], p["field"]][p["start"] : p["end"]] != p["quote"]] == []


@few
@given(articles())
def test_every_figure_date_and_name_is_quoted_where_it_stands(story_articles: list[Article]) -> None:
    document = document_of(story_articles)
    texts = {(a["id"], field): a[field] for a in document["articles"] for field in ("text", "title")}
    facts = [(m, f) for c in document["claims"] for m in c["members"] for kind in ("numbers", "dates", "names") for f in m[kind]]
    assert [f for m, f in facts if texts[m["article"], m["field"]][slice(*f["span"])] != f["says"]] == []


@few
@given(articles())
def test_every_article_stands_once_in_every_claim(story_articles: list[Article]) -> None:
    document = document_of(story_articles)
    ids = [article["id"] for article in document["articles"]]
    assert [claim["id"] for claim in document["claims"] if [source["article"] for source in claim["sources"]] != ids] == []


@few
@given(articles())
def test_conflicts_are_mutual(story_articles: list[Article]) -> None:
    for claim in document_of(story_articles)["claims"]:
        against = {(source["article"], other) for source in claim["sources"] for other in source["against"]}
        assert {(other, source) for source, other in against} == against


@few
@given(articles())
def test_a_claim_has_at_most_one_voice_an_article(story_articles: list[Article]) -> None:
    wrong = [c for c in document_of(story_articles)["claims"] if not 1 <= c["voices"] <= len({m["article"] for m in c["members"]})]
    assert wrong == []


@few
@given(articles())
def test_no_claim_is_of_one_article(story_articles: list[Article]) -> None:
    assert [c for c in document_of(story_articles)["claims"] if len({m["article"] for m in c["members"]}) < 2] == []


@few
@given(articles())
def test_no_paragraph_is_in_two_clusters(story_articles: list[Article]) -> None:
    members = [(m["article"], m["start"]) for cluster in document_of(story_articles)["clusters"] for m in cluster["members"]]
    assert len(members) == len(set(members))


@few
@given(articles())
def test_marks_and_paragraphs_rise_and_never_overlap(story_articles: list[Article]) -> None:
    for reading in compared(story_articles).readings:
        spans = [paragraph.span for paragraph in reading.paragraphs]
        assert [(a, b) for a, b in pairwise(spans) if a.end > b.start] == []


@few
@given(articles())
def test_sentences_of_a_text_rise_and_never_overlap(story_articles: list[Article]) -> None:
    for reading in compared(story_articles).readings:
        spans = [claim.span for claim in reading.claims if claim.field == "text"]
        assert [(a, b) for a, b in pairwise(spans) if a.end > b.start] == []


@few
@given(articles(), st.randoms(use_true_random=False))
def test_the_order_of_the_articles_changes_nothing(story_articles: list[Article], chance) -> None:
    mixed = story_articles.copy()
    chance.shuffle(mixed)
    assert as_json(document_of(mixed)) == as_json(document_of(story_articles))


@few
@given(articles())
def test_ids_are_unique_and_stable(story_articles: list[Article]) -> None:
    ids = [
        [row["id"] for row in document_of(story_articles)[kind]]
        for kind in ("articles", "clusters", "claims", "articles", "clusters", "claims")
    ]
    assert ids[:3] == ids[3:]
    assert [kind for kind in ids if len(kind) != len(set(kind))] == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_place_of_the_folder_changes_nothing(examples: Path, tmp_path: Path, language: str) -> None:
    moved = tmp_path / "deep" / "elsewhere"
    shutil.copytree(examples / language, moved)
    assert of_folder(moved) == of_folder(examples / language)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_order_of_the_files_changes_nothing(examples: Path, language: str) -> None:
    files = sorted(str(path) for path in (examples / language).glob("*.txt"))
    both_orders = [read_inputs(names, Settings().input).articles for names in (files, files[::-1])]
    assert as_json(document_of(list(both_orders[0]))) == as_json(document_of(list(both_orders[1])))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_document_names_a_place_on_this_machine(examples: Path, language: str) -> None:
    text = of_folder(examples / language)
    assert str(examples) not in text
    assert [a["origin"] for a in json.loads(text)["articles"] if a["origin"].startswith("/")] == []


def test_what_was_read_and_what_was_skipped_is_all_that_was_seen(tmp_path: Path) -> None:
    for name, data in {"a.txt": SENTENCES[0].encode(), "b.txt": b"", "c.pdf": b"%PDF-1.4", "d.txt": b"\x00\x01\x02"}.items():
        (tmp_path / name).write_bytes(data)
    document = json.loads(of_folder(tmp_path))
    seen = [article["origin"] for article in document["articles"]] + [skipped["place"] for skipped in document["skipped"]]
    assert sorted(seen) == ["a.txt", "b.txt", "c.pdf", "d.txt"]


def test_what_was_skipped_stands_in_the_order_of_its_place() -> None:
    places = [skipped.place for skipped in compare_story("s", [], [Skipped("b", "x"), Skipped("a", "y")], Settings()).skipped]
    assert places == ["a", "b"]


def test_articles_without_a_story_form_one() -> None:
    story_articles = [
        Article(ArticleId(name), name, "x", f"{name}.txt", "0" * 64, story=story) for name, story in (("b", None), ("a", None), ("c", "x"))
    ]
    assert [(story, [article.id for article in group]) for story, group in articles_by_story(story_articles)] == [
        ("story", ["a", "b"]),
        ("x", ["c"]),
    ]


def test_a_story_without_articles_is_empty() -> None:
    assert compare_story("s", [], [], Settings()).groups == ()


def test_a_stricter_threshold_is_obeyed() -> None:
    bodies = ["\n".join([SENTENCES[5], SENTENCES[6]]), "\n".join([SENTENCES[5], SENTENCES[7]])]
    story_articles = [Article(ArticleId(f"a{at}"), f"Outlet {at}", body, "all.jsonl", "0" * 64) for at, body in enumerate(bodies)]
    strict = from_mapping({"claims": {"threshold": 1.0, "mean_threshold": 1.0}}, "test")
    assert len(compare_story("s", story_articles, [], strict).groups) < len(compare_story("s", story_articles, [], Settings()).groups)


def test_the_settings_stand_in_the_comparison() -> None:
    assert compare_story("s", [], [], Settings()).settings["claims"]["threshold"] == Settings().claims.threshold
