"""The facts of a story -> the relations of its claims: who conflicts over a disputed value, who leaves it open, who was outdated.

1. Articles conflict in a claim where sentences of it give different values of one disputed fact. What two sentences differ in and no fact
   disputes is no conflict: the relation is then what it would be without it.
2. An article of such a claim whose sentences give no value of the fact leaves it open (``Relation.open_on``). What else it says keeps its
   relation, but it takes no side on the value.
3. Of a figure that was updated, an article whose newest one here is older than another article's adds detail, noted as superseded: it
   never agrees.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from compare.claims.agreement import MOST_EVIDENCE
from compare.claims.claim_groups import by_importance
from compare.claims.relate import relation_without_clash
from compare.model import UNTOLD, ArticleId, ClaimGroup, Dispute, Evidence, FieldName, Relation, Side, Span
from compare.story_result import Fact, FactMention

DISPUTED, SUPERSEDED = "fact", "superseded"  # checks of the evidence
_Sentence = tuple[ArticleId, FieldName, Span]
_Differ = Callable[["_Given", "_Given"], bool]


@dataclass(frozen=True, slots=True)
class _Given:
    """A value that a sentence of the claim gives: how far down the values of its fact, and for an updated one how far up its ladder."""

    fact: Fact
    at: int
    rung: int
    mention: FactMention


def with_facts(groups: Sequence[ClaimGroup], facts: Sequence[Fact]) -> tuple[ClaimGroup, ...]:
    """The same groups with conflicts, disputes and open facts as ``facts`` have them, most important first.

    Silence, what is not known and what could not be checked stay as they are. Groups that have facts may be given others.
    """
    mentions: dict[_Sentence, list[_Given]] = {}
    for fact in facts:
        if fact.state in {"disputed", "updated"}:
            for given in _given(fact):
                mentions.setdefault((given.mention.article, given.mention.field, given.mention.sentence), []).append(given)
    return tuple(sorted((_related(group, mentions) for group in groups), key=by_importance))


def _given(fact: Fact) -> Iterator[_Given]:
    rungs = {rung.value: at for at, rung in enumerate(fact.ladder)}
    for at, value in enumerate(fact.values):
        for mention in value.said:
            yield _Given(fact, at, rungs.get(value.display, 0), mention)


def _related(group: ClaimGroup, mentions: Mapping[_Sentence, Sequence[_Given]]) -> ClaimGroup:
    by_fact: dict[str, list[_Given]] = {}
    for given in _in_claim(group, mentions):
        by_fact.setdefault(given.fact.id, []).append(given)
    telling = [all_given for all_given in by_fact.values() if _articles_differ(all_given)]
    disputed = [all_given for all_given in telling if all_given[0].fact.state == "disputed"]
    updated = [all_given for all_given in telling if all_given[0].fact.state == "updated"]
    return replace(
        group,
        relations=tuple(
            relation if relation.kind in UNTOLD or relation.kind == "unchecked" else _relation(relation, group, disputed, updated)
            for relation in group.relations
        ),
        disputes=tuple(map(_dispute, disputed)),
    )


def _in_claim(group: ClaimGroup, mentions: Mapping[_Sentence, Sequence[_Given]]) -> Iterator[_Given]:
    """Every value that a sentence of the claim gives, within the clause that carries the claim."""
    for member, clause in zip(group.members, group.clauses, strict=True):
        for given in mentions.get((member.article, member.field, member.span), ()):
            if clause is None or (clause.start <= given.mention.span.start and given.mention.span.end <= clause.end):
                yield given


def _articles_differ(given: Sequence[_Given]) -> bool:
    return any(one.at != other.at and one.mention.article != other.mention.article for one in given for other in given)


def _relation(relation: Relation, group: ClaimGroup, disputed: Sequence[Sequence[_Given]], updated: Sequence[Sequence[_Given]]) -> Relation:
    article = relation.source
    open_on = tuple(given[0].fact.id for given in disputed if all(one.mention.article != article for one in given))
    clashes = [pair for given in disputed for pair in _pairs(article, given, lambda own, other: own.at != other.at)]
    if clashes:
        evidence = tuple(_both_values(DISPUTED, own, other) for own, other in clashes)[:MOST_EVIDENCE]
        against = tuple(sorted({other.mention.article for _, other in clashes}))
        return Relation(article, "conflicts", evidence, against, open_on=open_on)
    older = [pair for given in updated for pair in _newest_pairs(article, given)]
    if older:
        return Relation(article, "adds_detail", tuple(_both_values(SUPERSEDED, *pair) for pair in older)[:MOST_EVIDENCE], open_on=open_on)
    if relation.kind == "conflicts" or any(evidence.check == SUPERSEDED for evidence in relation.evidence):
        relation = relation_without_clash(article, group.members)
    return replace(relation, open_on=open_on)


def _pairs(article: ArticleId, given: Sequence[_Given], differ: _Differ) -> Iterator[tuple[_Given, _Given]]:
    """A value of the article with one of every other article that differs from it."""
    for own in given:
        if own.mention.article == article:
            others = [other for other in given if other.mention.article != article and differ(own, other)]
            yield from ((own, other) for other in {other.mention.article: other for other in reversed(others)}.values())


def _newest_pairs(article: ArticleId, given: Sequence[_Given]) -> Iterator[tuple[_Given, _Given]]:
    newest = max((one.rung for one in given if one.mention.article == article), default=0)
    yield from _pairs(article, given, lambda own, other: own.rung == newest and other.rung > newest)


def _both_values(check: str, own: _Given, other: _Given) -> Evidence:
    return replace(_evidence(check, own), other=_evidence(check, other))


def _evidence(check: str, given: _Given) -> Evidence:
    mention = given.mention
    return Evidence(check, mention.article, mention.span, mention.says, value=given.fact.values[given.at].value, field=mention.field)


def _dispute(given: Sequence[_Given]) -> Dispute:
    """The values in the order of the fact; an article that contradicts itself stands on both sides."""
    fact = given[0].fact
    sides = (
        Side(value.display, tuple(sorted({one.mention.article for one in given if one.at == at}))) for at, value in enumerate(fact.values)
    )
    return Dispute(fact.slot, tuple(side for side in sides if side.articles), fact.id)
