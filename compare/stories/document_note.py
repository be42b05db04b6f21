"""A comparison document and the story that was found for it -> the document with a note on how its articles were grouped."""

from collections.abc import Mapping
from typing import Any

from compare.settings import Settings, as_document
from compare.stories.group_articles import FoundStory

_DIGITS = 4  # of a cosine


def with_story(document: Mapping[str, Any], story: FoundStory, settings: Settings) -> dict[str, Any]:
    """``run.stories``, the settings behind it and a warning if the pile was too large; where stories are as given, none of it is there."""
    run = document["run"]
    return {
        **document,
        "run": {
            **run,
            "settings": {**run["settings"], "stories": as_document(settings)["stories"]},
            "stories": {
                "grouped": "auto",
                "similarity": _rounded(story.similarity),
                "articles": [{"article": article, "similarity": _rounded(mean)} for article, mean in story.members],
            },
            "warnings": [*run["warnings"], *([story.warning] if story.warning else [])],
        },
    }


def _rounded(mean: float | None) -> float | None:
    return None if mean is None else round(mean, _DIGITS)
