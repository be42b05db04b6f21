"""A story review -> its progress: how many claims and clusters are reviewed, and how many changed since."""

from collections.abc import Iterable
from dataclasses import dataclass

from compare.review.app.runs.story_review import StoryReview
from compare.review.group_reviews import GroupReview


@dataclass(frozen=True, slots=True)
class GroupProgress:
    """The progress for the claims of a story, or for its clusters."""

    total: int
    reviewed: int
    changed: int


@dataclass(frozen=True, slots=True)
class StoryProgress:
    """The progress of one story, as the list of runs shows it."""

    story_review: StoryReview
    claims: GroupProgress
    clusters: GroupProgress
    decisions: int


def story_progress(story_review: StoryReview) -> StoryProgress:
    """The progress after all decisions that are in the store now."""
    state = story_review.snapshot().state
    return StoryProgress(
        story_review=story_review,
        claims=_progress(claim.review for claim in state.claims),
        clusters=_progress(cluster.review for cluster in state.clusters),
        decisions=len(state.events),
    )


def _progress(groups: Iterable[GroupReview]) -> GroupProgress:
    reviews = tuple(groups)
    reviewed = sum(not review.needs_decision for review in reviews)
    return GroupProgress(len(reviews), reviewed, sum(review.changed for review in reviews))
