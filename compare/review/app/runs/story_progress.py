"""A story under review -> how far it is: claims and clusters reviewed of all, and how many changed since."""

from collections.abc import Iterable
from dataclasses import dataclass

from compare.review.app.runs.story_review import Work
from compare.review.group_reviews import Decided


@dataclass(frozen=True, slots=True)
class Progress:
    """Of one kind of group."""

    all: int
    reviewed: int
    changed: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A story as the list of runs shows it."""

    work: Work
    claims: Progress
    clusters: Progress
    decisions: int


def standing_of(work: Work) -> Standing:
    """After everything that is in the store."""
    state = work.view().state
    return Standing(
        work=work,
        claims=_progress(claim.decided for claim in state.claims),
        clusters=_progress(cluster.decided for cluster in state.clusters),
        decisions=len(state.events),
    )


def _progress(groups: Iterable[Decided]) -> Progress:
    found = tuple(groups)
    reviewed = sum(not decided.needs_decision for decided in found)
    return Progress(len(found), reviewed, sum(decided.changed for decided in found))
