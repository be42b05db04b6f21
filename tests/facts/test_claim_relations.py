"""A claim conflicts where a fact of the story is disputed; who leaves it open says so, and an outdated figure never agrees."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest
from story import facts_and_claims

from compare.claims.claim_groups import by_importance
from compare.facts.claim_relations import with_facts
from compare.model import ArticleId, ClaimGroup, Dispute, Published, Relation, Side
from compare.story_result import Fact

FERRY = {
    "en": "The passenger ferry Grey Heron struck the north pier of Port Ellery on Sunday evening in thick fog",
    "vi": "Phà Hạc Xám đâm vào trụ cầu phía bắc của bến cảng Hòa Lộc vào tối Chủ nhật trong sương mù dày đặc",
}
INJURED = {"en": "{}, injuring {} people.", "vi": "{} khiến {} người bị thương."}
LANGUAGES = pytest.mark.parametrize("language", ["en", "vi"])


def hurt(language: str, many: int) -> str:
    return INJURED[language].format(FERRY[language], many)


def at(moment: str) -> Published:
    return Published(moment, "minute", "metadata")


def related(found: tuple[Sequence[Fact], Sequence[ClaimGroup]]) -> ClaimGroup:
    """The one claim of the story, by its facts."""
    (claim,) = with_facts(found[1], found[0])
    return claim


def by_article(claim: ClaimGroup) -> Mapping[ArticleId, Relation]:
    return {relation.source: relation for relation in claim.relations}


@LANGUAGES
def test_who_gives_no_value_of_what_is_disputed_leaves_it_open_and_keeps_its_agreement(language: str) -> None:
    found = facts_and_claims(language, hurt(language, 14), hurt(language, 17), FERRY[language] + ".")
    claim = related(found)
    (fact,) = found[0]
    stands = by_article(claim)

    assert {article: relation.kind for article, relation in stands.items()} == {"a": "conflicts", "b": "conflicts", "c": "agrees"}
    assert [stands[article].open_on for article in "abc"] == [(), (), (fact.id,)]
    assert stands["a"].against == ("b",)
    assert claim.disputes == (Dispute("injured", (Side("14", ("a",)), Side("17", ("b",))), fact.id),)


def test_a_conflict_quotes_both_values_once_however_many_articles_give_them() -> None:
    claim = related(facts_and_claims("en", hurt("en", 14), hurt("en", 17), hurt("en", 17), hurt("en", 14)))
    (evidence,) = by_article(claim)["a"].evidence

    assert (evidence.check, evidence.says, evidence.other and evidence.other.says) == ("fact", "14", "17")
    assert by_article(claim)["a"].against == ("b", "c")


@LANGUAGES
def test_an_outdated_figure_adds_detail_and_never_agrees(language: str) -> None:
    moments = [at("2024-05-13T08:00"), at("2024-05-13T08:30"), at("2024-05-13T18:00")]
    claim = related(facts_and_claims(language, hurt(language, 14), hurt(language, 14), hurt(language, 17), published=moments))
    stands = by_article(claim)

    for outdated in ("a", "b"):
        assert stands[outdated].kind == "adds_detail"
        assert [(e.check, e.says, e.other and e.other.says) for e in stands[outdated].evidence] == [("superseded", "14", "17")]
    assert claim.disputes == ()


def test_what_two_sentences_differ_in_and_no_fact_disputes_is_no_conflict() -> None:
    facts, groups = facts_and_claims("en", hurt("en", 14), hurt("en", 17))
    assert {relation.kind for relation in groups[0].relations} == {"conflicts"}

    (claim,) = with_facts(groups, [])

    assert {relation.kind for relation in claim.relations} == {"agrees"}
    assert claim.disputes == ()
    assert with_facts([claim], facts) == with_facts(groups, facts)  # and is one again once a fact says so


def test_a_value_outside_the_clause_that_carries_the_claim_disputes_nothing_in_it() -> None:
    facts, groups = facts_and_claims("en", hurt("en", 14), hurt("en", 17))
    (group,) = with_facts(groups, [])  # no clash of the two sentences either
    first = group.members[0]
    clause = first.span._replace(end=first.span.start + len("The passenger ferry Grey Heron"))
    clauses = tuple(clause if member == first else None for member in group.members)

    (claim,) = with_facts([replace(group, clauses=clauses)], facts)

    assert claim.disputes == ()


def test_claims_with_disputes_come_first() -> None:
    closed = "The harbour office closed the quay and the fish market of Port Ellery for the rest of the week."
    three = f"{closed} "
    found = facts_and_claims("en", three + hurt("en", 14), three + hurt("en", 17), closed)
    claims = sorted(with_facts(found[1], found[0]), key=by_importance)

    assert [bool(claim.disputes) for claim in claims] == [True, False]
    assert [len(claim.members) for claim in claims] == [2, 3]
