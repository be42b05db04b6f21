"""Labelled groups and one comparison document -> what the document gets right, gets wrong and misses.

* Pair: two sentences of two articles in one group; it counts once, in however many groups it stands. A passage of the document stands for
  the labelled sentence that it overlaps most, by at least half of the shorter, in any of the places where its article says that sentence. A
  pair with an unlabelled passage is wrong; one of an optional group, and of no other, counts nowhere. Titles are left out on both sides.
* Relation: a claim is held against the group with the largest share of common pairs, of equals the first; ``conflicts`` wins where an
  article has two labels there.
* Conflict: a group and two articles. One that is said is looked for in all groups in which a passage of the claim stands, and counts once.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, combinations
from typing import Any

from compare.evaluate.gold import LabelledGroup, Sentence
from compare.model import UNTOLD

Pair = frozenset[Sentence]
Conflict = tuple[int, frozenset[str]]  # index of the group, two articles
_LEAST_OVERLAP = 0.5  # of the shorter stretch


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence of the document; ``sentence`` is the labelled one that it stands for, or its own place."""

    sentence: Sentence
    quote: str
    labelled: bool


@dataclass(frozen=True, slots=True)
class ClaimSource:
    """What a claim of the document says of one article; ``why`` has the words held against each other article."""

    article: str
    relation: str
    against: tuple[str, ...]
    why: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class ScoredClaim:
    """A claim of the document held against the labels: groups are named by their index."""

    id: str
    wording: str
    passages: tuple[Passage, ...]
    sources: tuple[ClaimSource, ...]
    pairs: frozenset[Pair]
    near: frozenset[int]  # groups in which one of its passages stands
    shared: Mapping[int, float]  # group -> share of common pairs, where there are any

    @property
    def nearest(self) -> int | None:
        """The group with the largest share of common pairs, of equals the first."""
        return max(self.shared, key=lambda group: (self.shared[group], -group), default=None)


@dataclass(frozen=True, slots=True)
class JudgedRelation:
    """The relation of one article to one claim: as labelled, and as said."""

    claim: ScoredClaim
    article: str
    labelled: str
    said: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """One story: labels and claims, and every judgement that the figures count."""

    groups: tuple[LabelledGroup, ...]
    claims: tuple[ScoredClaim, ...]
    right: frozenset[Pair]
    wrong: frozenset[Pair]
    missed: frozenset[Pair]
    relations: tuple[JudgedRelation, ...]
    conflicts: frozenset[Conflict]  # as labelled
    hit: frozenset[Conflict]
    false: Mapping[tuple[frozenset[int], frozenset[str]], tuple[ScoredClaim, ClaimSource]]  # groups near, two articles -> who said it first

    @property
    def found(self) -> frozenset[int]:
        """The groups, optional ones aside, of which some claim holds a pair."""
        return frozenset(group for claim in self.claims for group in claim.shared if not self.groups[group].optional)


def score_document(groups: Sequence[LabelledGroup], document: Mapping[str, Any]) -> Outcome:
    """Every claim of the document against every group of its story."""
    group_pairs = [cross_article_pairs(labelled.sentence for labelled in group.members) for group in groups]
    gold = _union(pairs for group, pairs in zip(groups, group_pairs, strict=True) if not group.optional)
    maybe = _union(pairs for group, pairs in zip(groups, group_pairs, strict=True) if group.optional)
    hold = _claim_scorer(groups, group_pairs)
    claims = tuple(hold(claim) for claim in document["claims"])
    said = _union(claim.pairs for claim in claims)
    conflicts = frozenset(
        (at, frozenset((labelled.sentence.article, other)))
        for at, group in enumerate(groups)
        for labelled in group.members
        if labelled.relation == "conflicts"
        for other in labelled.against
    )
    hit, false = _conflicts_said(claims, conflicts)
    relations = tuple(judged for claim in claims for judged in _relations(claim, groups))
    return Outcome(tuple(groups), claims, said & gold, said - gold - maybe, gold - said, relations, conflicts, hit, false)


def _union(sets: Iterable[frozenset[Pair]]) -> frozenset[Pair]:
    return frozenset(chain.from_iterable(sets))


def cross_article_pairs(sentences: Iterable[Sentence]) -> frozenset[Pair]:
    """All pairs of sentences of two articles."""
    return frozenset(frozenset((a, b)) for a, b in combinations(sentences, 2) if a.article != b.article)


def _claim_scorer(groups: Sequence[LabelledGroup], group_pairs: Sequence[frozenset[Pair]]) -> Callable[[Mapping[str, Any]], ScoredClaim]:
    """A function that holds one claim of the document against the groups."""
    inside: dict[Sentence, set[int]] = {}
    for at, group in enumerate(groups):
        for labelled in group.members:
            inside.setdefault(labelled.sentence, set()).add(at)
    places = {sentence: sentence for sentence in inside}
    places |= {again: labelled.sentence for group in groups for labelled in group.members for again in labelled.other_places}

    def hold(claim: Mapping[str, Any]) -> ScoredClaim:
        passages = tuple(_passage(member, places) for member in claim["members"] if member["field"] == "text")
        pairs = cross_article_pairs(passage.sentence for passage in passages)
        return ScoredClaim(
            id=claim["id"],
            wording=claim["wording"],
            passages=passages,
            sources=tuple(_source(source) for source in claim["sources"]),
            pairs=pairs,
            near=frozenset(at for passage in passages for at in inside.get(passage.sentence, ())),
            shared={at: len(pairs & own) / len(pairs | own) for at, own in enumerate(group_pairs) if pairs & own},
        )

    return hold


def _passage(member: Mapping[str, Any], places: Mapping[Sentence, Sentence]) -> Passage:
    """``places`` leads from each place of a labelled sentence to the labelled one."""
    own = Sentence(member["article"], member["start"], member["end"])
    share, nearest = max(((_overlap(own, place), place) for place in places if place.article == own.article), default=(0.0, own))
    known = share >= _LEAST_OVERLAP
    return Passage(places[nearest] if known else own, member["quote"], known)


def _overlap(a: Sentence, b: Sentence) -> float:
    """Share of the shorter stretch that both cover."""
    return max(0, min(a.end, b.end) - max(a.start, b.start)) / max(1, min(a.end - a.start, b.end - b.start))


def _source(source: Mapping[str, Any]) -> ClaimSource:
    held = [evidence for evidence in reversed(source["evidence"]) if evidence.get("other")]
    why = {e["other"]["article"]: f"{e['check']}: “{e['says']}” v. “{e['other']['says']}”" for e in held}
    return ClaimSource(source["article"], source["relation"], tuple(source["against"]), why)


def _relations(claim: ScoredClaim, groups: Sequence[LabelledGroup]) -> list[JudgedRelation]:
    """The relations of a claim that its nearest group has a label for."""
    labels: dict[str, str] = {}
    for labelled in groups[claim.nearest].members if claim.nearest is not None else ():
        if labels.get(labelled.sentence.article) != "conflicts":
            labels[labelled.sentence.article] = labelled.relation
    return [
        JudgedRelation(claim, source.article, labels[source.article], source.relation)
        for source in claim.sources
        if source.relation not in UNTOLD and source.article in labels
    ]


def _conflicts_said(
    claims: Sequence[ScoredClaim], true: frozenset[Conflict]
) -> tuple[frozenset[Conflict], dict[tuple[frozenset[int], frozenset[str]], tuple[ScoredClaim, ClaimSource]]]:
    """Conflicts that are labelled in a group near the claim, and those that are in none."""
    hit: set[Conflict] = set()
    false: dict[tuple[frozenset[int], frozenset[str]], tuple[ScoredClaim, ClaimSource]] = {}
    said = [(claim, source, other) for claim in claims for source in claim.sources for other in source.against]
    for claim, source, other in said:
        articles = frozenset((source.article, other))
        found = {conflict for conflict in true if conflict[1] == articles and conflict[0] in claim.near}
        hit |= found
        if not found:
            false.setdefault((claim.near, articles), (claim, source))
    return frozenset(hit), false
