"""A claim of a document -> how each article stands to it, as plain words that any format can carry."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from reports.labels import Column
from reports.report_words import ENGLISH, Words, message
from reports.terms import CUTS, term

RELATION_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "agrees": message("agrees"),
        "adds_detail": message("adds detail"),
        "conflicts": message("conflicts"),
        "unchecked": message("not checked"),
        "silent": message("silent"),
        "not_known": message("not known"),
    }
)
VERDICT_WORDS: Mapping[str, str] = MappingProxyType(
    {
        "supported": message("Supported"),
        "disputed": message("Disputed"),
        "wrong": message("Wrong"),
        "cant_tell": message("Can't tell"),
    }
)
# How a claim stands on which somebody decided without a verdict.
REVIEW_WORDS: Mapping[str, str] = MappingProxyType(
    {
        **VERDICT_WORDS,
        "confirmed": message("Confirmed"),
        "unsure": message("Unsure"),
        "noted": message("Noted"),
    }
)


def reviewed_as(review: Mapping[str, Any]) -> str:
    """The key of ``REVIEW_WORDS`` that says how the claim stands: its verdict, else whether it was confirmed or left open."""
    if review["verdict"]:
        return str(review["verdict"])
    return "confirmed" if review.get("confirmed") else "unsure" if review.get("unsure") else "noted"


@dataclass(frozen=True, slots=True)
class ArticleStanding:
    """One article and one claim; ``quotes`` are its sentences in order of place, ``against`` labels of other articles.

    ``is_open``: a value is disputed in the claim, and the article's sentences there give none.
    """

    column: Column
    relation: str
    quotes: tuple[str, ...]
    against: tuple[str, ...]
    is_open: bool = False

    def said(self, words: Words = ENGLISH) -> str:
        """``agrees``, ``adds detail``, ``silent``, ``conflicts with B1, C2``, or ``not known (behind a paywall)``."""
        if self.against:
            return words.say("conflicts with %(who)s", who=", ".join(self.against))
        if self.relation == "not_known" and self.column.cut:
            return words.say("not known (%(why)s)", why=term(self.column.cut, CUTS, words))
        relation = words.say(RELATION_WORDS[self.relation])
        return words.say("%(relation)s (leaves a disputed value open)", relation=relation) if self.is_open else relation


def article_standings(claim: Mapping[str, Any], columns: Sequence[Column]) -> tuple[ArticleStanding, ...]:
    """One for every column, in their order; an article that the claim does not know is silent."""
    labels = {column.id: column.label for column in columns}
    stands = {source["article"]: source for source in claim["sources"]}
    quotes: dict[str, list[Mapping[str, Any]]] = {}
    for member in claim["members"]:
        quotes.setdefault(member["article"], []).append(member)
    return tuple(_standing(column, stands.get(column.id), quotes.get(column.id, ()), labels) for column in columns)


def name_of(column: Column) -> str:
    """``B2 The Harbour Post``."""
    return f"{column.label} {column.outlet}"


def _standing(
    column: Column, source: Mapping[str, Any] | None, members: Sequence[Mapping[str, Any]], labels: Mapping[str, str]
) -> ArticleStanding:
    ordered = sorted(members, key=lambda member: (member["field"], member["start"]))
    return ArticleStanding(
        column=column,
        relation=source["relation"] if source else "silent",
        quotes=tuple(member["quote"] for member in ordered),
        against=tuple(sorted(labels[article] for article in source["against"])) if source else (),
        is_open=bool(source and source.get("open_on")),
    )
