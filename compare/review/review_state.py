"""A run and the decision events on it -> the state that reviewers see: every claim and cluster with its review."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from compare.facts.claim_relations import with_facts
from compare.model import ClaimGroup, Cluster, Passage
from compare.review.decision_order import chronological
from compare.review.events import Event, active_events
from compare.review.group_reviews import GroupReview, GroupReviews
from compare.review.link_decisions import is_rejection
from compare.review.regroup import PassageSet, regroup
from compare.review.regrouped_claims import regrouped_claim
from compare.review.regrouped_clusters import regrouped_cluster
from compare.review.relation_overrides import with_relation_overrides
from compare.review.resolve_anchors import ResolvedAnchors, resolve_anchors
from compare.review.review_run import Run, passages_of_cluster, passages_of_group
from compare.review.reviewed_facts import ReviewedFact, reviewed_facts


@dataclass(frozen=True, slots=True)
class ReviewedClaim:
    """A claim after all decisions."""

    group: ClaimGroup
    review: GroupReview
    members: PassageSet
    machine_group: ClaimGroup  # the same group with the relations that the machine found

    @property
    def id(self) -> str:
        """The id, which is made of the members."""
        return self.group.id

    @property
    def wording(self) -> str:
        """The reviewer's wording, else the engine's."""
        return (self.review.wording.value if self.review.wording else None) or self.group.wording


@dataclass(frozen=True, slots=True)
class ReviewedCluster:
    """A near-duplicate cluster after all decisions."""

    cluster: Cluster
    review: GroupReview
    members: PassageSet

    @property
    def id(self) -> str:
        """The id, which is made of the members."""
        return self.cluster.id


@dataclass(frozen=True, slots=True)
class Rejected:
    """A group that a reviewer rejected."""

    event: Event
    members: PassageSet


@dataclass(frozen=True)
class ReviewState:
    """All claims and clusters of a run after all decisions, in the order of the run; new ones are where their original groups were.

    ``events`` are in the order in which they were made, ``events_by_arrival`` in the order in which they arrived.
    """

    run: Run
    events: Sequence[Event]
    events_by_arrival: Sequence[Event]
    resolved: ResolvedAnchors
    claims: tuple[ReviewedClaim, ...]
    clusters: tuple[ReviewedCluster, ...]
    facts: tuple[ReviewedFact, ...]
    rejected: tuple[Rejected, ...]

    @cached_property
    def claim_by_id(self) -> Mapping[str, ReviewedClaim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def cluster_by_id(self) -> Mapping[str, ReviewedCluster]:
        """Clusters by id."""
        return {cluster.id: cluster for cluster in self.clusters}

    @cached_property
    def fact_by_id(self) -> Mapping[str, ReviewedFact]:
        """Facts by id."""
        return {fact.id: fact for fact in self.facts}

    def claim_with(self, passages: Iterable[Passage]) -> ReviewedClaim | None:
        """The claim that contains most of these passages, which a link to a claim that changed since leads to."""
        shared = Counter(at for passage in frozenset(passages) for at in self._claims_with.get(passage, ()))
        best = max(sorted(shared), key=lambda at: shared[at], default=None)
        return None if best is None else self.claims[best]

    @cached_property
    def _claims_with(self) -> Mapping[Passage, Sequence[int]]:
        """For each passage, the indices in ``claims`` of those that contain it."""
        claims_with: dict[Passage, list[int]] = {}
        for at, claim in enumerate(self.claims):
            for passage in claim.members:
                claims_with.setdefault(passage, []).append(at)
        return claims_with

    @cached_property
    def ungrouped(self) -> tuple[Passage, ...]:
        """Sentences that decisions left in no claim."""
        current_ids = frozenset(claim.group.id for claim in self.claims)
        changed = [
            claim_passages
            for group, claim_passages in zip(self.run.groups, self.run.claim_passages, strict=True)
            if group.id not in current_ids
        ]
        return tuple(sorted(passage for passage in frozenset[Passage]().union(*changed) if passage not in self._claims_with))

    def cluster_with(self, passages: Iterable[Passage]) -> ReviewedCluster | None:
        """The cluster that contains most of these passages."""
        wanted = frozenset(passages)
        best = max(self.clusters, key=lambda cluster: len(cluster.members & wanted), default=None)
        return best if best and best.members & wanted else None


def review_state(run: Run, events: Sequence[Event]) -> ReviewState:
    """The state after all events, given in order of arrival. Equal runs and events give equal states on every machine."""
    events_by_arrival = tuple(events)
    ordered = chronological(events_by_arrival)
    active = active_events(ordered)
    resolved = resolve_anchors(active, run.field_texts)
    regrouped_claims = regroup(run.claim_passages, active, "claim", resolved.passage_by_anchor)
    groups = [
        group for regrouped in regrouped_claims if (group := run.cached(("claim", regrouped), partial(regrouped_claim, regrouped, run)))
    ]
    facts = reviewed_facts(run, active, resolved)
    groups = _by_facts(groups, facts)
    regrouped_clusters = regroup(run.cluster_passages, active, "duplicates", resolved.passage_by_anchor)
    clusters = [
        cluster
        for regrouped in regrouped_clusters
        if (cluster := run.cached(("cluster", regrouped), partial(regrouped_cluster, regrouped, run)))
    ]
    claim_passages = [run.cached(("claim passages", group.id), partial(passages_of_group, group)) for group in groups]
    cluster_passages = [run.cached(("cluster passages", cluster.id), partial(passages_of_cluster, cluster)) for cluster in clusters]
    claim_reviews = GroupReviews(active, "claim", resolved, claim_passages)
    cluster_reviews = GroupReviews(active, "duplicates", resolved, cluster_passages)
    reviewed = tuple(_reviewed(group, claim_reviews.of(at), claim_passages[at]) for at, group in enumerate(groups))
    return ReviewState(
        run=run,
        events=ordered,
        events_by_arrival=events_by_arrival,
        resolved=resolved,
        claims=reviewed,
        clusters=tuple(ReviewedCluster(cluster, cluster_reviews.of(at), cluster_passages[at]) for at, cluster in enumerate(clusters)),
        facts=facts,
        rejected=tuple(_rejected(active, resolved)),
    )


def _by_facts(groups: Sequence[ClaimGroup], facts: Sequence[ReviewedFact]) -> list[ClaimGroup]:
    """The groups that rest on a fact which reviewers changed, related anew by the facts as they are now."""
    changed = {fact.id for fact in facts if fact.is_changed}
    if not changed:
        return list(groups)
    now = [fact.fact for fact in facts if fact.fact]
    places = {
        (said.article, said.field, said.sentence) for fact in facts if fact.is_changed for v in fact.machine_fact.values for said in v.said
    }
    return [
        with_facts([group], now)[0] if any((m.article, m.field, m.span) in places for m in group.members) else group for group in groups
    ]


def _rejected(active: Sequence[Event], resolved: ResolvedAnchors) -> Iterable[Rejected]:
    for event in active:
        if event.about != "fact" and is_rejection(event):
            yield Rejected(
                event, frozenset(resolved.passage_by_anchor[anchor] for anchor in event.passages if anchor in resolved.passage_by_anchor)
            )


def _reviewed(group: ClaimGroup, review: GroupReview, claim_passages: PassageSet) -> ReviewedClaim:
    base = review.base.article if review.base else None
    machine_group = with_relation_overrides(group, [(passage.article, event) for passage, event in review.relations], base)
    return ReviewedClaim(machine_group, _withhold_outdated_verdict(review, machine_group), claim_passages, group)


def _withhold_outdated_verdict(review: GroupReview, group: ClaimGroup) -> GroupReview:
    """A verdict does not hold for a conflicting member that was added later: the claim needs a decision again."""
    if not (review.verdict and review.added):
        return review
    conflicting = {relation.source for relation in group.relations if relation.kind == "conflicts"}
    if any(passage.article in conflicting for passage in review.added):
        return replace(review, verdict=None, withheld=review.verdict)
    return review
