"""A claim group and what reviewers say of its relations -> the group with their word for it; the machine's evidence stays beneath."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from compare.model import UNTOLD, ArticleId, ClaimGroup, Dispute, Evidence, Relation, RelationKind, Side
from compare.review.events import Event
from compare.review.review_run import BY_REVIEWER

# What an event's value says of a relation.
_KINDS: Mapping[str | None, RelationKind] = {"agrees": "agrees", "adds_detail": "adds_detail", "conflicts": "conflicts"}


def overridden(group: ClaimGroup, overrides: Sequence[tuple[ArticleId, Event]], base: ArticleId | None) -> ClaimGroup:
    """The group with the relations that reviewers set, in order.

    An article said to conflict does so with the base of the claim, or, without one or as the base itself, with every other that tells it;
    both sides carry the conflict. One that no longer conflicts leaves its disputes.
    """
    if not overrides:
        return group
    relations = {relation.source: relation for relation in group.relations}
    for article, event in overrides:
        kind = _KINDS[event.value]
        told = [other for other, relation in relations.items() if relation.kind not in UNTOLD and other != article]
        if relations[article].kind in UNTOLD or (kind == "conflicts" and not told):
            continue
        rivals = [other for other in told if base not in told or other == base] if kind == "conflicts" else []
        relations = _set(relations, _evidence(group, article, rivals, event.reviewer), kind, rivals)
    if relations == {relation.source: relation for relation in group.relations}:
        return group
    ordered = tuple(relations[relation.source] for relation in group.relations)
    return replace(group, relations=ordered, disputes=_still_disputed(group.disputes, relations))


def _set(
    relations: Mapping[ArticleId, Relation], evidence: Evidence, kind: RelationKind, rivals: Sequence[ArticleId]
) -> dict[ArticleId, Relation]:
    """The relations with that of one article set, and those of its old and new rivals put right."""
    article = evidence.article
    now = dict(relations)
    now[article] = Relation(article, kind, (evidence, *relations[article].evidence), tuple(sorted(rivals)))
    for other, relation in relations.items():
        if other == article or relation.kind in UNTOLD:
            continue
        against = tuple(sorted(set(relation.against) - {article} | ({article} if other in rivals else set())))
        if against != relation.against:
            kept = relation.kind if relation.kind != "conflicts" else "agrees"
            now[other] = replace(relation, kind="conflicts" if against else kept, against=against)
    return now


def _evidence(group: ClaimGroup, article: ArticleId, rivals: Sequence[ArticleId], reviewer: str) -> Evidence:
    own = next(claim for claim in group.members if claim.article == article)
    other = next((claim for claim in group.members if claim.article in rivals), None)
    opposed = Evidence.of_sentence(BY_REVIEWER, other) if other else None
    return Evidence.of_sentence(BY_REVIEWER, own, value=reviewer, other=opposed)


def _still_disputed(disputes: Sequence[Dispute], relations: Mapping[ArticleId, Relation]) -> tuple[Dispute, ...]:
    """Disputes with the sides of articles that still conflict, where two are left."""
    kept = []
    for dispute in disputes:
        sides = [Side(side.value, tuple(a for a in side.articles if relations[a].kind == "conflicts")) for side in dispute.sides]
        told = tuple(side for side in sides if side.articles)
        if len(told) > 1:
            kept.append(Dispute(dispute.slot, told))
    return tuple(kept)
