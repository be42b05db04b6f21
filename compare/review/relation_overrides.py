"""A claim group and relations that reviewers set -> the group with these relations; the machine's evidence is kept below theirs."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from compare.model import UNTOLD, ArticleId, ClaimGroup, Dispute, Evidence, Relation, RelationKind, Side
from compare.review.events import Event
from compare.review.review_run import BY_REVIEWER

# The value of an event -> the relation that it sets.
_KINDS: Mapping[str | None, RelationKind] = {"agrees": "agrees", "adds_detail": "adds_detail", "conflicts": "conflicts"}


def with_relation_overrides(group: ClaimGroup, overrides: Sequence[tuple[ArticleId, Event]], base: ArticleId | None) -> ClaimGroup:
    """The group with the relations that reviewers set, in order.

    An article that conflicts does so with the base of the claim; without a base, or as the base itself, with every other article that tells
    the claim. Both sides get the conflict. An article that no longer conflicts leaves its disputes.
    """
    if not overrides:
        return group
    relations = {relation.source: relation for relation in group.relations}
    for article, event in overrides:
        kind = _KINDS[event.value]
        telling = [other for other, relation in relations.items() if relation.kind not in UNTOLD and other != article]
        if relations[article].kind in UNTOLD or (kind == "conflicts" and not telling):
            continue
        rivals = [other for other in telling if base not in telling or other == base] if kind == "conflicts" else []
        relations = _with_relation(relations, _reviewer_evidence(group, article, rivals, event.reviewer), kind, rivals)
    if relations == {relation.source: relation for relation in group.relations}:
        return group
    disputes = _still_disputed(group.disputes, relations)
    ordered = (relations[relation.source] for relation in group.relations)
    return replace(group, relations=tuple(_with_open_facts_of(relation, disputes) for relation in ordered), disputes=disputes)


def _with_relation(
    relations: Mapping[ArticleId, Relation], evidence: Evidence, kind: RelationKind, rivals: Sequence[ArticleId]
) -> dict[ArticleId, Relation]:
    """The relations with that of one article set, and those of its old and new rivals adjusted."""
    article = evidence.article
    updated = dict(relations)
    own = relations[article]
    updated[article] = replace(own, kind=kind, evidence=(evidence, *own.evidence), against=tuple(sorted(rivals)))
    for other, relation in relations.items():
        if other == article or relation.kind in UNTOLD:
            continue
        against = tuple(sorted(set(relation.against) - {article} | ({article} if other in rivals else set())))
        if against != relation.against:
            kept = relation.kind if relation.kind != "conflicts" else "agrees"
            updated[other] = replace(relation, kind="conflicts" if against else kept, against=against)
    return updated


def _reviewer_evidence(group: ClaimGroup, article: ArticleId, rivals: Sequence[ArticleId], reviewer: str) -> Evidence:
    own_sentence = next(claim for claim in group.members if claim.article == article)
    other = next((claim for claim in group.members if claim.article in rivals), None)
    opposite = Evidence(BY_REVIEWER, other.article, other.span, other.quote, value=None, field=other.field) if other else None
    return Evidence(BY_REVIEWER, article, own_sentence.span, own_sentence.quote, value=reviewer, field=own_sentence.field, other=opposite)


def _still_disputed(disputes: Sequence[Dispute], relations: Mapping[ArticleId, Relation]) -> tuple[Dispute, ...]:
    """The disputes with only the articles that still conflict, if two sides are left."""
    kept = []
    for dispute in disputes:
        sides = [Side(side.value, tuple(a for a in side.articles if relations[a].kind == "conflicts")) for side in dispute.sides]
        telling = tuple(side for side in sides if side.articles)
        if len(telling) > 1 and len({article for side in telling for article in side.articles}) > 1:
            kept.append(replace(dispute, sides=telling))
    return tuple(kept)


def _with_open_facts_of(relation: Relation, disputes: Sequence[Dispute]) -> Relation:
    """The relation without the facts that nothing in the claim disputes any more."""
    left = tuple(fact for fact in relation.open_on if any(dispute.fact == fact for dispute in disputes))
    return relation if left == relation.open_on else replace(relation, open_on=left)
