"""Decisions on many stories -> those on each."""

from collections.abc import Mapping, Sequence

from compare.model import ArticleId
from compare.review.events import Event


def decisions_by_story(events: Sequence[Event], stories: Mapping[str, Sequence[ArticleId]]) -> tuple[dict[str, tuple[Event, ...]], int]:
    """For each story the events on one of its articles and the undoing of them, in order; and how many are on articles of no story."""
    story_of = {article: story for story, articles in stories.items() for article in articles}
    acts: dict[str, set[str]] = {story: set() for story in stories}
    by_story: dict[str, list[Event]] = {story: [] for story in stories}
    elsewhere = 0
    for event in events:
        named = {story_of[anchor.article] for anchor in event.passages + event.others if anchor.article in story_of}
        told = {story for story, known in acts.items() if event.value in known} if event.kind == "undo" else named
        elsewhere += not told
        for story in told:
            by_story[story].append(event)
            acts[story].add(event.act)
    return {story: tuple(own) for story, own in by_story.items()}, elsewhere
