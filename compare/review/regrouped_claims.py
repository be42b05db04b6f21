"""A regrouped set of sentences -> its claim group: relations, disputes and voices are computed anew, the rest is of the original groups."""

from collections.abc import Sequence

from compare.claims.claim_groups import claim_id
from compare.claims.cut_articles import CUT, known
from compare.claims.relate import relate
from compare.claims.voices import voices
from compare.facts.claim_relations import with_facts
from compare.model import UNTOLD, ArticleId, Claim, ClaimGroup, Evidence
from compare.review.regroup import Regrouped
from compare.review.review_run import Run


def regrouped_claim(regrouped: Regrouped, run: Run) -> ClaimGroup | None:
    """The claim group of ``regrouped``; ``None`` if it has sentences of fewer than two articles.

    An unchanged group is returned as it was. The relations of a changed one follow the same rules as the engine's, from every pair of its
    sentences, and what they differ in is disputed also where no fact of the run is, since a person put them together; its score is that of
    its main original group.
    """
    origins = [run.groups[index] for index in regrouped.origins]
    if len(origins) == 1 and regrouped.members == run.claim_passages[regrouped.origins[0]]:
        return origins[0]
    members = tuple(claim for claim in map(run.claim_at, sorted(regrouped.members)) if claim)
    if len({claim.article for claim in members}) < 2:
        return None
    relations = relate(members, run.published, lambda article: _nearest(article, members, origins, run), _in_two_articles)
    clauses = {claim: clause for group in reversed(origins) for claim, clause in zip(group.members, group.clauses, strict=True)}
    quotes = {claim.quote for claim in members}
    group = ClaimGroup(
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
    of_facts = with_facts([group], run.facts)[0]
    return of_facts if of_facts.disputes or not group.disputes else group


def _nearest(article: ArticleId, members: Sequence[Claim], origins: Sequence[ClaimGroup], run: Run) -> Evidence:
    """The nearest sentence of an article that does not tell the claim: one taken out of it, else the engine's, else the most similar."""
    taken_out = [claim for group in origins for claim in group.members if claim.article == article and claim not in members]
    if taken_out:
        return _near_miss(taken_out[0], members[0])
    not_told = (r for group in origins for r in group.relations if r.source == article and r.kind in UNTOLD)
    found = [evidence for relation in not_told for evidence in relation.evidence if evidence.check != CUT]
    if found:
        return max(found, key=lambda evidence: evidence.score or 0.0)
    sentences = run.sentences(article)
    if not sentences:
        return Evidence("no_sentence", article, None, "")
    from rapidfuzz.fuzz import token_set_ratio

    likest = max(sentences, key=lambda claim: (max(token_set_ratio(claim.quote, member.quote) for member in members), -claim.span.start))
    return _near_miss(likest, members[0])


def _near_miss(claim: Claim, member: Claim) -> Evidence:
    other = Evidence("near_miss", member.article, member.span, member.quote, value=None, field=member.field)
    return Evidence("near_miss", claim.article, claim.span, claim.quote, value=None, field=claim.field, other=other)


def _in_two_articles(one: Claim, other: Claim) -> bool:
    return one.article != other.article
