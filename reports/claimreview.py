"""A comparison document -> schema.org ClaimReview objects as JSON-LD, one for each claim on which a person has decided.

The terms are those of https://schema.org/ClaimReview, https://schema.org/Claim (``appearance``) and https://schema.org/Rating:
``bestRating`` and ``worstRating`` bound ``ratingValue``, ``alternateName`` is the verdict in words. Collections of fact checks, such as
Google's Fact Check Explorer, ask for ``claimReviewed``, ``reviewRating.alternateName`` and ``url``, the page on which the check is
published; where a review names none, the publisher adds it. Google Search has shown no such results since June 2025.

What nobody knows is left out, never guessed: the machine's own findings are no verdict, and "can't tell" has no number on a scale from
wrong to supported.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from reports.claim_standings import VERDICT_WORDS
from reports.document_figures import ABSENT_RELATIONS
from reports.link_targets import target_of
from reports.report_words import ENGLISH, Words, words_of
from reports.visible_characters import one_line
from schemas.check import breaches, checker

_RATINGS = {"wrong": 1, "disputed": 3, "supported": 5}
_DATED = ("minute", "day")  # schema.org's Date has a day; a month or a year alone is none
# So that the text can stand inside a page's <script type="application/ld+json"> as it is.
_IN_SCRIPT = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}

JsonObject = dict[str, Any]


class InvalidClaimReviewError(ValueError):
    """What would be written breaks ``claimreview.schema.json``; the message names every place."""


def render(document: Mapping[str, Any], language: str = "en") -> str:
    """A JSON array in the order of the claims, ``[]`` without a verdict; checked against its schema before it is given out.

    ``language`` is that of the verdict in words, which readers of a collection of fact checks see.
    """
    reviews = claim_reviews(document, words_of(language))
    found = breaches(reviews, checker("claimreview"))
    if found:
        raise InvalidClaimReviewError("; ".join(f"{breach.path}: {breach.problem}" for breach in found))
    return json.dumps(reviews, ensure_ascii=False, indent=2, allow_nan=False).translate(_IN_SCRIPT) + "\n"


def claim_reviews(document: Mapping[str, Any], words: Words = ENGLISH) -> list[JsonObject]:
    """The reviewed claims alone."""
    articles = {article["id"]: article for article in document["articles"]}
    return [_claim_review(claim, articles, words) for claim in document["claims"] if (claim.get("review") or {}).get("verdict")]


def _claim_review(claim: Mapping[str, Any], articles: Mapping[str, Mapping[str, Any]], words: Words) -> JsonObject:
    review = claim["review"]
    author = {"@type": "Person", "name": one_line(review["reviewer"])} if review["reviewer"] else None
    appearances = [_appearance(articles[article]) for article in _telling(claim)]
    return _without_empty(
        {
            "@context": "https://schema.org",
            "@type": "ClaimReview",
            "identifier": {"@type": "PropertyValue", "propertyID": "tellings claim", "value": one_line(claim["id"])},
            "claimReviewed": one_line(review["wording"] or claim["wording"]),
            "datePublished": review["at"],
            "url": target_of(review.get("url")),
            "author": author,
            "reviewBody": one_line(review["note"] or ""),
            "itemReviewed": _without_empty({"@type": "Claim", "appearance": appearances}),
            "reviewRating": _rating(review["verdict"], words),
        }
    )


def _telling(claim: Mapping[str, Any]) -> Sequence[str]:
    """Articles that make the claim in the wording that was reviewed.

    An article on another side of a dispute does not make it. Which side a wording of the reviewer's own is on, the document does not say:
    then only articles that conflict with nobody are named, for to name an outlet as the source of what it never said is the worse fault.
    """
    wording = claim["review"]["wording"] or claim["wording"]
    worded = {member["article"] for member in claim["members"] if member["quote"] == wording}
    telling = [source for source in claim["sources"] if source["relation"] not in ABSENT_RELATIONS]
    if not worded:
        return [source["article"] for source in telling if source["relation"] != "conflicts"]
    return [source["article"] for source in telling if not worded & set(source["against"])]


def _appearance(article: Mapping[str, Any]) -> JsonObject:
    published = article["published"] or {}
    return _without_empty(
        {
            "@type": "NewsArticle",
            "headline": one_line(article["title"] or ""),
            "url": target_of(article["url"]),
            "publisher": {"@type": "Organization", "name": one_line(article["outlet"])},
            "datePublished": published["value"] + published.get("zone", "") if published.get("precision") in _DATED else None,
            "inLanguage": one_line(article["language"]),
        }
    )


def _rating(verdict: str, words: Words) -> JsonObject:
    named = {"@type": "Rating", "alternateName": words.say(VERDICT_WORDS[verdict])}
    return {**named, "ratingValue": _RATINGS[verdict], "worstRating": 1, "bestRating": 5} if verdict in _RATINGS else named


def _without_empty(values: JsonObject) -> JsonObject:
    """Only what is known: no ``null``, no empty text or list."""
    return {name: value for name, value in values.items() if value}
