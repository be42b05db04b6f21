"""Near-duplicates of plain texts, and an index of paragraphs that grows, behind the door."""

from pathlib import Path
from typing import Any

import pytest

import compare

FERRY_REPORT = "The ferry struck the pier at Port Ellery on Tuesday morning, and {} passengers were injured, police said."
OTHER = "The council will vote on the new harbour wall in April."


def test_near_duplicates_are_told_by_their_places_with_what_they_share() -> None:
    (cluster,) = compare.near_duplicates([FERRY_REPORT.format(26), OTHER, FERRY_REPORT.format(23)])
    assert cluster.members == (0, 2)
    ((link),) = cluster.links
    assert (link.a, link.b, link.jaccard > 0.5) == (0, 1, True)


def test_places_are_in_the_order_of_the_texts_however_many_there_are() -> None:
    (cluster,) = compare.near_duplicates([FERRY_REPORT.format(26)] * 11 + [OTHER])
    assert cluster.members == tuple(range(11))


def test_settings_say_what_is_near() -> None:
    strict = compare.load_settings({"duplicates": {"jaccard": 0.99, "containment": 0.99}})
    assert compare.near_duplicates([FERRY_REPORT.format(26), FERRY_REPORT.format(23)], strict) == ()


def test_hidden_signs_make_no_difference() -> None:
    (cluster,) = compare.near_duplicates([FERRY_REPORT, FERRY_REPORT.replace("passengers", "pas\u00adsen\u00adgers")])
    assert cluster.links[0].jaccard == 1.0


@pytest.mark.parametrize(("texts", "problem"), [(FERRY_REPORT, "was given one"), ([FERRY_REPORT, None], "text 1 is of the type NoneType")])
def test_what_is_no_text_is_told(texts: Any, problem: str) -> None:
    with pytest.raises(TypeError, match=problem):
        compare.near_duplicates(texts)


# The index


def article(name: str, *paragraphs: str) -> dict[str, Any]:
    return {"id": name, "outlet": "Sample Courier", "title": "Ferry", "published": "2026-03-10", "text": "\n".join(paragraphs)}


@pytest.fixture
def index(tmp_path: Path) -> compare.ParagraphIndex:
    made = compare.open_index(tmp_path / "index", create=True)
    made.add(compare.read_articles(article("old", FERRY_REPORT.format(26))))
    return made


def test_a_paragraph_is_told_where_it_stood_before(index: compare.ParagraphIndex) -> None:
    (seen,) = index.query(compare.read_articles(article("new", OTHER, FERRY_REPORT.format(23))))
    (earlier,) = seen.earlier
    assert (seen.article, seen.text, seen.span.start, seen.more) == ("new", FERRY_REPORT.format(23), len(OTHER) + 1, 0)
    assert (earlier.article, earlier.outlet, earlier.text, earlier.title) == ("old", "Sample Courier", FERRY_REPORT.format(26), "Ferry")
    assert earlier.published is not None
    assert (earlier.published.value, earlier.jaccard > 0.5) == ("2026-03-10", True)


def test_an_add_says_what_it_did_and_what_was_there(index: compare.ParagraphIndex) -> None:
    added = index.add(compare.read_articles([article("old", FERRY_REPORT.format(26)), article("copy", FERRY_REPORT.format(26))]))
    assert (added.articles, added.known, added.receipt.copies, len(index)) == (1, 1, 1, 2)


def test_an_index_is_there_when_it_is_opened_anew(index: compare.ParagraphIndex, tmp_path: Path) -> None:
    again = compare.open_index(tmp_path / "index")
    asked = compare.read_articles(article("new", FERRY_REPORT.format(23)))
    assert (len(again), again.query(asked)) == (1, index.query(asked))


def test_no_more_places_are_told_than_are_asked_for(index: compare.ParagraphIndex) -> None:
    index.add(compare.read_articles(article("copy", FERRY_REPORT.format(26))))
    (seen,) = index.query(compare.read_articles(article("new", FERRY_REPORT.format(26))), most=1)
    assert ([earlier.article for earlier in seen.earlier], seen.more) == (["old"], 1)


def test_no_place_at_all_cannot_be_asked_for(index: compare.ParagraphIndex) -> None:
    with pytest.raises(ValueError, match="most is 0"):
        index.query([], most=0)


def test_an_index_that_is_not_there_is_not_made_by_oversight(tmp_path: Path) -> None:
    with pytest.raises(compare.IndexFolderError):
        compare.open_index(tmp_path / "index")
    assert not (tmp_path / "index").exists()


def test_settings_have_to_be_those_of_the_index(index: compare.ParagraphIndex, tmp_path: Path) -> None:
    with pytest.raises(compare.IndexFolderError, match=r"duplicates\.seed"):
        compare.open_index(tmp_path / "index", compare.load_settings({"duplicates": {"seed": 2}}))
    assert len(compare.open_index(tmp_path / "index", compare.Settings())) == len(index)
