"""Decision events on many stories -> the events on each story."""

from collections.abc import Mapping, Sequence

from compare.model import ArticleId
from compare.review.events import Event


def decisions_by_story(events: Sequence[Event], stories: Mapping[str, Sequence[ArticleId]]) -> tuple[dict[str, tuple[Event, ...]], int]:
    """For each story, the events on its articles and the undos of these, in order; and how many events are on no story's articles."""
    story_of = {article: story for story, articles in stories.items() for article in articles}
    acts_by_story: dict[str, set[str]] = {story: set() for story in stories}
    by_story: dict[str, list[Event]] = {story: [] for story in stories}
    elsewhere = 0
    for event in events:
        mentioned = {story_of[anchor.article] for anchor in event.passages + event.others if anchor.article in story_of}
        concerned = {story for story, acts in acts_by_story.items() if event.value in acts} if event.kind == "undo" else mentioned
        elsewhere += not concerned
        for story in concerned:
            by_story[story].append(event)
            acts_by_story[story].add(event.act)
    return {story: tuple(story_events) for story, story_events in by_story.items()}, elsewhere
