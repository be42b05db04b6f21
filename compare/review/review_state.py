"""A run and the decisions on it -> the state that reviewers see: every claim and cluster with what was decided of it."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

from compare.model import ClaimGroup, Cluster, Passage
from compare.review.decision_order import in_order
from compare.review.events import Event, in_force
from compare.review.resolve_anchors import Resolved, resolve
from compare.review.regroup import Members, regroup
from compare.review.regrouped_claims import claim_group
from compare.review.regrouped_clusters import cluster_of
from compare.review.relation_overrides import overridden
from compare.review.review_run import Run, paragraphs_of, places_of
from compare.review.group_reviews import Decided, Decisions


@dataclass(frozen=True, slots=True)
class ReviewedClaim:
    """A claim as it stands after all decisions."""

    group: ClaimGroup
    decided: Decided
    members: Members  # the places of its sentences
    told: ClaimGroup  # the same with the relations that the machine found, beneath those that reviewers set

    @property
    def id(self) -> str:
        """Of the claim with just these members."""
        return self.group.id

    @property
    def wording(self) -> str:
        """The reviewer's words for it, else those of the engine."""
        return (self.decided.wording.value if self.decided.wording else None) or self.group.wording


@dataclass(frozen=True, slots=True)
class ReviewedCluster:
    """A near-duplicate cluster as it stands after all decisions."""

    cluster: Cluster
    decided: Decided
    members: Members  # the places of its paragraphs

    @property
    def id(self) -> str:
        """Of the cluster with just these members."""
        return self.cluster.id


@dataclass(frozen=True, slots=True)
class Rejected:
    """A group that a reviewer said is none."""

    event: Event
    members: Members


@dataclass(frozen=True)
class State:
    """Everything that is decided, on everything there is; claims and clusters in the order of the run, new ones where they came from.

    ``events`` are in the order in which they were made, ``arrived`` as they came.
    """

    run: Run
    events: Sequence[Event]
    arrived: Sequence[Event]
    resolved: Resolved
    claims: tuple[ReviewedClaim, ...]
    clusters: tuple[ReviewedCluster, ...]
    rejected: tuple[Rejected, ...]

    @cached_property
    def claim(self) -> Mapping[str, ReviewedClaim]:
        """Claims by id."""
        return {claim.id: claim for claim in self.claims}

    @cached_property
    def cluster(self) -> Mapping[str, ReviewedCluster]:
        """Clusters by id."""
        return {cluster.id: cluster for cluster in self.clusters}

    def claim_of(self, passages: Iterable[Passage]) -> ReviewedClaim | None:
        """The claim that holds most of these passages: where a link to a claim that has changed since leads."""
        holding = Counter(at for passage in frozenset(passages) for at in self._holders.get(passage, ()))
        best = max(sorted(holding), key=lambda at: holding[at], default=None)
        return None if best is None else self.claims[best]

    @cached_property
    def _holders(self) -> Mapping[Passage, Sequence[int]]:
        """The places in ``claims`` of those that hold a passage."""
        holders: dict[Passage, list[int]] = {}
        for at, claim in enumerate(self.claims):
            for passage in claim.members:
                holders.setdefault(passage, []).append(at)
        return holders

    @cached_property
    def loose(self) -> tuple[Passage, ...]:
        """Sentences that decisions left in no claim."""
        standing = frozenset(claim.group.id for claim in self.claims)
        changed = [places for group, places in zip(self.run.groups, self.run.places, strict=True) if group.id not in standing]
        return tuple(sorted(passage for passage in frozenset[Passage]().union(*changed) if passage not in self._holders))

    def cluster_of(self, passages: Iterable[Passage]) -> ReviewedCluster | None:
        """The cluster that holds most of these passages."""
        wanted = frozenset(passages)
        best = max(self.clusters, key=lambda cluster: len(cluster.members & wanted), default=None)
        return best if best and best.members & wanted else None


def state_of(run: Run, events: Sequence[Event]) -> State:
    """The state after all events, which come as they arrived. Equal runs and events give an equal state, on any machine."""
    arrived = tuple(events)
    ordered = in_order(arrived)
    standing = in_force(ordered)
    resolved = resolve(standing, run.shelf)
    wanted = regroup(run.places, standing, "claim", resolved.where)
    groups = [group for regrouped in wanted if (group := run.kept(("claim", regrouped), partial(claim_group, regrouped, run)))]
    copied = regroup(run.copied, standing, "duplicates", resolved.where)
    clusters = [cluster for regrouped in copied if (cluster := run.kept(("copies", regrouped), partial(cluster_of, regrouped, run)))]
    places = [run.kept(("places", group.id), partial(places_of, group)) for group in groups]
    paragraphs = [run.kept(("paragraphs", cluster.id), partial(paragraphs_of, cluster)) for cluster in clusters]
    of_claims = Decisions(standing, "claim", resolved, places)
    of_clusters = Decisions(standing, "duplicates", resolved, paragraphs)
    reviewed = tuple(_reviewed(group, of_claims.of(at), places[at]) for at, group in enumerate(groups))
    return State(
        run=run,
        events=ordered,
        arrived=arrived,
        resolved=resolved,
        claims=reviewed,
        clusters=tuple(ReviewedCluster(cluster, of_clusters.of(at), paragraphs[at]) for at, cluster in enumerate(clusters)),
        rejected=tuple(_rejected(standing, resolved)),
    )


def _rejected(standing: Sequence[Event], resolved: Resolved) -> Iterable[Rejected]:
    for event in standing:
        if event.kind == "cannot_link" and not event.others:
            yield Rejected(event, frozenset(resolved.where[anchor] for anchor in event.passages if anchor in resolved.where))


def _reviewed(group: ClaimGroup, decided: Decided, places: Members) -> ReviewedClaim:
    base = decided.base.article if decided.base else None
    told = overridden(group, [(passage.article, event) for passage, event in decided.relations], base)
    return ReviewedClaim(told, _without_false_heritage(decided, told), places, group)


def _without_false_heritage(decided: Decided, group: ClaimGroup) -> Decided:
    """A verdict does not reach a member that came later and conflicts: the claim is open again."""
    if not (decided.verdict and decided.added):
        return decided
    conflicting = {relation.source for relation in group.relations if relation.kind == "conflicts"}
    if any(passage.article in conflicting for passage in decided.added):
        return replace(decided, verdict=None, withheld=decided.verdict)
    return decided
