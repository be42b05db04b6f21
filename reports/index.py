"""Several comparisons -> one page that leads to their reports, the most disputed story first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from reports.figures import Figures, figures, finding
from reports.inline import filled


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One story of the index; its report stands in ``folder``, seen from the index."""

    title: str
    folder: str
    finding: str
    figures: Figures

    @property
    def link(self) -> str:
        """The way to the report, with every character escaped that means something in a link."""
        return f"{quote(self.folder, safe='')}/report.html"


def entry_of(document: Mapping[str, Any], folder: str) -> StoryEntry:
    """What the index says of one comparison document."""
    counts = figures(document)
    return StoryEntry(document["story"]["title"] or document["story"]["id"], folder, finding(counts), counts)


def render_index(stories: Sequence[StoryEntry]) -> str:
    """Sorted by disputed claims, then claims, then title; the same stories give the same page in whatever order they come."""
    ranked = sorted(stories, key=lambda story: (-story.figures.disputed, -story.figures.claims, story.title, story.folder))
    disputed = sum(story.figures.disputed for story in ranked)
    claims = sum(story.figures.claims for story in ranked)
    return filled("index.html", {"stories": ranked, "disputed": disputed, "claims": claims}, ("report.css", "index.js"))
