"""Verdicts of a document -> ClaimReview: what is said, of whom, and what is left out."""

import json
from pathlib import Path
from typing import Any

import pytest

from reports.claimreview import claim_reviews, render
from schemas.check import breaches, checker

REVIEWED = Path(__file__).parents[1] / "fixtures" / "report" / "reviewed.json"
TERMS = {
    "ClaimReview": {"identifier", "claimReviewed", "datePublished", "url", "author", "reviewBody", "itemReviewed", "reviewRating"},
    "Claim": {"appearance"},
    "NewsArticle": {"headline", "url", "publisher", "datePublished", "inLanguage"},
    "Rating": {"ratingValue", "worstRating", "bestRating", "alternateName"},
    "Person": {"name"},
    "Organization": {"name"},
    "PropertyValue": {"propertyID", "value"},
}


@pytest.fixture
def document() -> dict[str, Any]:
    """Five claims: supported, disputed, wrong, without a verdict, and one of which nobody can tell."""
    return dict(json.loads(REVIEWED.read_text(encoding="utf-8")))


def objects(value: Any) -> list[dict[str, Any]]:
    """Every object in a JSON value."""
    if isinstance(value, list):
        return [found for item in value for found in objects(item)]
    return [value, *objects(list(value.values()))] if isinstance(value, dict) else []


def outlets(review: dict[str, Any]) -> list[str]:
    return [appearance["publisher"]["name"] for appearance in review["itemReviewed"]["appearance"]]


def test_only_claims_with_a_verdict_are_reviewed(document: dict[str, Any]) -> None:
    assert [review["identifier"]["value"] for review in claim_reviews(document)] == ["c-0a1f", "c-1b2e", "c-2c3d", "c-4e5b"]


def test_the_sample_holds_against_its_schema(document: dict[str, Any]) -> None:
    assert breaches(json.loads(render(document)), checker("claimreview")) == []


def test_nothing_is_said_in_a_term_that_schema_org_does_not_have(document: dict[str, Any]) -> None:
    unknown = {name for found in objects(claim_reviews(document)) for name in found if name[0] != "@" and name not in TERMS[found["@type"]]}
    assert unknown == set()


@pytest.mark.parametrize(("at", "value", "words"), [(0, 5, "Supported"), (1, 3, "Disputed"), (2, 1, "Wrong")])
def test_a_verdict_is_a_number_between_worst_and_best_and_a_word(document: dict[str, Any], at: int, value: int, words: str) -> None:
    rating = claim_reviews(document)[at]["reviewRating"]
    assert rating == {"@type": "Rating", "alternateName": words, "ratingValue": value, "worstRating": 1, "bestRating": 5}


def test_what_nobody_can_tell_has_no_number(document: dict[str, Any]) -> None:
    assert claim_reviews(document)[3]["reviewRating"] == {"@type": "Rating", "alternateName": "Can't tell"}


def test_the_reviewer_is_the_author(document: dict[str, Any]) -> None:
    assert claim_reviews(document)[0]["author"] == {"@type": "Person", "name": "Lê Thị Mẫu"}


def test_an_unnamed_reviewer_is_not_made_up(document: dict[str, Any]) -> None:
    assert "author" not in claim_reviews(document)[3]


def test_the_day_of_the_verdict_is_the_day_of_the_review(document: dict[str, Any]) -> None:
    assert claim_reviews(document)[1]["datePublished"] == "2024-03-09T10:01:00+07:00"


def test_the_page_of_the_check_is_named_where_it_is_given(document: dict[str, Any]) -> None:
    assert [review.get("url") for review in claim_reviews(document)] == [None, "https://check.example/bridge#closed", None, None]


def test_the_reviewers_wording_goes_before_the_articles(document: dict[str, Any]) -> None:
    assert claim_reviews(document)[3]["claimReviewed"] == "A ferry for 60 motorbikes runs from the Market quay."


def test_every_article_that_tells_the_claim_is_an_appearance(document: dict[str, Any]) -> None:
    assert outlets(claim_reviews(document)[0]) == ["Sample Morning News", "Báo Mẫu Chiều", "Sample Wire"]


def test_an_article_on_the_other_side_is_no_appearance(document: dict[str, Any]) -> None:
    assert outlets(claim_reviews(document)[2]) == ["Sample Morning News", "Sample Wire"]


def test_under_a_wording_of_the_reviewers_own_no_disputing_article_is_named(document: dict[str, Any]) -> None:
    document["claims"][2]["review"]["wording"] = "Ten people were hurt."
    assert "appearance" not in claim_reviews(document)[2]["itemReviewed"]


def test_an_appearance_has_its_address_percent_encoded(document: dict[str, Any]) -> None:
    document["articles"][0]["url"] = 'https://morning.example/cầu "a"<b>'
    appearance = claim_reviews(document)[0]["itemReviewed"]["appearance"][0]
    assert appearance["url"] == "https://morning.example/c%E1%BA%A7u%20%22a%22%3Cb%3E"


def test_an_address_that_runs_a_script_is_left_out(document: dict[str, Any]) -> None:
    assert "url" not in claim_reviews(document)[0]["itemReviewed"]["appearance"][1]


def test_a_month_alone_is_no_day_of_publication(document: dict[str, Any]) -> None:
    document["articles"][0]["published"] = {"value": "2024-03", "precision": "month", "from": "inferred"}
    assert "datePublished" not in claim_reviews(document)[0]["itemReviewed"]["appearance"][0]


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"verdict": "true"}, "$.claims[0].review.verdict"),
        ({"at": "today"}, "$.claims[0].review.at"),
        ({"at": "2024-03-09"}, "$.claims[0].review.at"),
        ({"wording": " "}, "$.claims[0].review.wording"),
        ({"reviewer": ""}, "$.claims[0].review.reviewer"),
        ({"note": 1}, "$.claims[0].review.note"),
    ],
)
def test_a_verdict_out_of_form_breaks_the_document(document: dict[str, Any], change: dict[str, Any], path: str) -> None:
    document["claims"][0]["review"] |= change
    assert path in [breach.path for breach in breaches(document, checker("comparison"))]


@pytest.mark.parametrize("name", ["verdict", "wording", "note", "reviewer", "at"])
def test_a_verdict_without_one_of_its_parts_breaks_the_document(document: dict[str, Any], name: str) -> None:
    del document["claims"][0]["review"][name]
    assert [breach.path for breach in breaches(document, checker("comparison"))] == ["$.claims[0].review"]
