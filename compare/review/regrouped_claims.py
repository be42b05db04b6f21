"""A regrouped set of sentences -> its claim group: relations, disputes and voices found anew, the rest from the groups it came from."""

from collections.abc import Sequence

from compare.claims.claim_groups import claim_id
from compare.claims.cut_articles import CUT, known
from compare.claims.relate import relate
from compare.claims.voices import voices
from compare.model import UNTOLD, ArticleId, Claim, ClaimGroup, Evidence
from compare.review.regroup import Regrouped
from compare.review.review_run import Run


def claim_group(regrouped: Regrouped, run: Run) -> ClaimGroup | None:
    """The claim group of ``regrouped``; ``None`` if fewer than two articles are left in it.

    A group that nobody changed is the one it was. Relations of a changed one come from the same rules as the engine's, every pair of its
    sentences held against each other; its score stays that of the group that gave it most, since no machine put it together.
    """
    origins = [run.groups[index] for index in regrouped.origins]
    if len(origins) == 1 and regrouped.members == run.places[regrouped.origins[0]]:
        return origins[0]
    members = tuple(claim for claim in map(run.claim_at, sorted(regrouped.members)) if claim)
    if len({claim.article for claim in members}) < 2:
        return None
    relations = relate(members, run.published, lambda article: _nearest(article, members, origins, run), _across)
    clauses = {claim: clause for group in reversed(origins) for claim, clause in zip(group.members, group.clauses, strict=True)}
    quotes = {claim.quote for claim in members}
    return ClaimGroup(
        id=claim_id(members),
        wording=next((group.wording for group in origins if group.wording in quotes), members[0].quote),
        members=members,
        clauses=tuple(clauses.get(claim) for claim in members),
        score=origins[0].score if origins else 0.0,
        parts=origins[0].parts if origins else (),
        voices=voices(members, run.settings.claims.same_wording, run.outlets),
        relations=known(relations.relations, run.cuts),
        disputes=relations.disputes,
    )


def _nearest(article: ArticleId, members: Sequence[Claim], origins: Sequence[ClaimGroup], run: Run) -> Evidence:
    """Nearest in an article that tells it not: a sentence taken out of the claim, else what the engine found, else the likest words."""
    taken_out = [claim for group in origins for claim in group.members if claim.article == article and claim not in members]
    if taken_out:
        return _near_miss(taken_out[0], members[0])
    untold = (r for group in origins for r in group.relations if r.source == article and r.kind in UNTOLD)
    found = [evidence for relation in untold for evidence in relation.evidence if evidence.check != CUT]
    if found:
        return max(found, key=lambda evidence: evidence.score or 0.0)
    said = run.sentences(article)
    if not said:
        return Evidence.of_no_sentence(article)
    from rapidfuzz.fuzz import token_set_ratio

    likest = max(said, key=lambda claim: (max(token_set_ratio(claim.quote, member.quote) for member in members), -claim.span.start))
    return _near_miss(likest, members[0])


def _near_miss(claim: Claim, member: Claim) -> Evidence:
    return Evidence.of_sentence("near_miss", claim, other=Evidence.of_sentence("near_miss", member))


def _across(one: Claim, other: Claim) -> bool:
    return one.article != other.article
