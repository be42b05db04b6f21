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
from compare.claims.relate import relation_without_clash
from compare.model import UNTOLD, ArticleId, ClaimGroup, Dispute, Evidence, FieldName, Relation, Side, Span
from compare.story_result import Fact, FactMention, FactValue

DISPUTED, SUPERSEDED = "fact", "superseded"  # checks of the evidence
_POLARITY = frozenset(["affirmed", "negated"])  # values of whole sentences, of which a report has words
_Sentence = tuple[ArticleId, FieldName, Span]
_Differ = Callable[["_Given", "_Given"], bool]


@dataclass(frozen=True, slots=True)
class _Given:
    """A value that a sentence of the claim gives: how far down the values of its fact, and for an updated one how far up its ladder."""

    fact: Fact
    at: int
    rung: int
    mention: FactMention


_Pair = tuple[_Given, _Given]  # of the article and of another one


def with_facts(groups: Sequence[ClaimGroup], facts: Sequence[Fact]) -> tuple[ClaimGroup, ...]:
    """The same groups with conflicts, disputes and open facts as ``facts`` have them, in the same order.

    Silence, what is not known and what could not be checked stay as they are. Groups that have facts may be given others.
    """
    mentions: dict[_Sentence, list[_Given]] = {}
    for fact in facts:
        if fact.state in {"disputed", "updated"}:
            for given in _given(fact):
                mentions.setdefault((given.mention.article, given.mention.field, given.mention.sentence), []).append(given)
    return tuple(_related(group, mentions) for group in groups)


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
    """Every value that a sentence of the claim gives within the clause that carries the claim, or that clashes with another sentence's."""
    clashing = {(e.article, e.field, e.span) for relation in group.relations if relation.kind == "conflicts" for e in relation.evidence}
    for member, clause in zip(group.members, group.clauses, strict=True):
        for given in mentions.get((member.article, member.field, member.span), ()):
            span = given.mention.span
            if (
                clause is None
                or (clause.start <= span.start and span.end <= clause.end)
                or (member.article, member.field, span) in clashing
            ):
                yield given


def _says(article: ArticleId, fact: Fact, group: ClaimGroup) -> bool:
    """Whether a sentence of the article in the claim gives a value of the fact, also outside the clause that carries the claim."""
    own = {(member.field, member.span) for member in group.members if member.article == article}
    return any(said.article == article and (said.field, said.sentence) in own for value in fact.values for said in value.said)


def _articles_differ(given: Sequence[_Given]) -> bool:
    return any(one.at != other.at and one.mention.article != other.mention.article for one in given for other in given)


def _relation(relation: Relation, group: ClaimGroup, disputed: Sequence[Sequence[_Given]], updated: Sequence[Sequence[_Given]]) -> Relation:
    article = relation.source
    open_on = tuple(given[0].fact.id for given in disputed if not _says(article, given[0].fact, group))
    clashes = [pair for given in disputed for pair in _pairs(article, given, lambda own, other: own.at != other.at)]
    if clashes:
        against = tuple(sorted({other.mention.article for _, other in clashes}))
        return Relation(article, "conflicts", _evidence(DISPUTED, clashes), against, open_on=open_on)
    older = [pair for given in updated for pair in _newest_pairs(article, given)]
    if older:
        return Relation(article, "adds_detail", _evidence(SUPERSEDED, older), open_on=open_on)
    if relation.kind == "conflicts" or any(evidence.check == SUPERSEDED for evidence in relation.evidence):
        relation = relation_without_clash(article, group.members)
    return replace(relation, open_on=open_on)


def _pairs(article: ArticleId, given: Sequence[_Given], differ: _Differ) -> Iterator[_Pair]:
    """Each value of the article with every one of another article that differs from it."""
    for own in given:
        if own.mention.article == article:
            yield from ((own, other) for other in given if other.mention.article != article and differ(own, other))


def _newest_pairs(article: ArticleId, given: Sequence[_Given]) -> Iterator[_Pair]:
    newest = max((one.rung for one in given if one.mention.article == article), default=0)
    yield from _pairs(article, given, lambda own, other: own.rung == newest and other.rung > newest)


def _evidence(check: str, pairs: Sequence[_Pair]) -> tuple[Evidence, ...]:
    """Both spans of a pair, once for two values, whoever else gives them."""
    by_values = {(own.fact.id, own.at, other.at): (own, other) for own, other in reversed(pairs)}
    return tuple(replace(_of_value(check, own), other=_of_value(check, other)) for own, other in reversed(by_values.values()))[
        :MOST_EVIDENCE
    ]


def _of_value(check: str, given: _Given) -> Evidence:
    mention = given.mention
    return Evidence(check, mention.article, mention.span, mention.says, value=given.fact.values[given.at].value, field=mention.field)


def _dispute(given: Sequence[_Given]) -> Dispute:
    """The values, sorted; an article that contradicts itself stands on both sides."""
    fact = given[0].fact
    by_value: dict[str, set[ArticleId]] = {}
    for one in given:
        by_value.setdefault(_shown(fact.values[one.at]), set()).add(one.mention.article)
    return Dispute(fact.slot, tuple(Side(value, tuple(sorted(articles))) for value, articles in sorted(by_value.items())), fact.id)


def _shown(value: FactValue) -> str:
    """A figure or a day in its normalised form, which a report puts in its own language; names and acts as they are printed."""
    return value.value if value.value in _POLARITY or any(map(str.isdigit, value.value)) else value.display
