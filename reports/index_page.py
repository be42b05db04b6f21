"""Several comparisons -> one page that leads to their reports, the most disputed story first, those of one article last and apart."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from reports.document_figures import Figures, figures, finding
from reports.inline import fill_template
from reports.labels import title_language
from reports.report_words import ENGLISH, Words


@dataclass(frozen=True, slots=True)
class StoryEntry:
    """One story of the index; its report stands in ``folder``, seen from the index."""

    title: str
    folder: str
    finding: str
    figures: Figures
    language: str = ""  # of the title, where it is known
    outlet: str = ""  # of the one article of a story that has no other

    @property
    def alone(self) -> bool:
        """Whether one article tells it, or none: there is nothing to compare."""
        return self.figures.articles < 2

    @property
    def link(self) -> str:
        """The way to the report, with every character escaped that means something in a link."""
        return f"{quote(self.folder, safe='')}/report.html"


@dataclass(frozen=True, slots=True)
class FailedStory:
    """A story that could not be compared; ``folder`` has the report of the fault, whose kind is the class of an exception."""

    name: str
    folder: str
    kind: str

    @property
    def link(self) -> str:
        """The way to the report of the fault."""
        return f"{quote(self.folder, safe='')}/fault.txt"


def entry_of(document: Mapping[str, Any], folder: str, words: Words = ENGLISH) -> StoryEntry:
    """What the index says of one comparison document."""
    counts = figures(document)
    title = document["story"]["title"] or document["story"]["id"]
    outlet = document["articles"][0]["outlet"] if counts.articles == 1 else ""
    return StoryEntry(title, folder, finding(counts, words), counts, title_language(document), outlet)


def render_index_page(stories: Sequence[StoryEntry], words: Words = ENGLISH, failed: Sequence[FailedStory] = ()) -> str:
    """Sorted by disputed claims, then claims, then title; the same stories give the same page in whatever order they come.

    ``failed`` stand first, by name: whoever looks for one of them among the others looks in vain.
    """
    ranked = sorted(stories, key=lambda story: (-story.figures.disputed, -story.figures.claims, story.title, story.folder))
    disputed = sum(story.figures.disputed for story in ranked)
    claims = sum(story.figures.claims for story in ranked)
    told = {
        "stories": [story for story in ranked if not story.alone],
        "alone": [story for story in ranked if story.alone],
        "failed": sorted(failed, key=lambda story: (story.name, story.folder)),
    }
    return fill_template("index.html", {**told, "disputed": disputed, "claims": claims}, ("report.css", "index.js"), words)
