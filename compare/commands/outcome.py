"""What became of a run -> its exit status, and what is said of it: what was skipped, and the finding in one line."""

from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.model import Skipped
    from compare.publishing.publish import PublishedStories
    from compare.system.console import Console

DONE, FAILED = 0, 1
MOST_SKIPPED = 20  # that are named one by one


def say_skipped(skipped: Sequence["Skipped"], console: "Console") -> None:
    """A line for each place that was skipped, up to ``MOST_SKIPPED``, and how many more there are."""
    from compare.sources.read_inputs import merge_missing

    lines = merge_missing(skipped)
    for place, reason in lines[:MOST_SKIPPED]:
        console.say(f"skipped {place}: {reason}", place=place)
    if len(lines) > MOST_SKIPPED:
        console.say(f"skipped {len(lines) - MOST_SKIPPED} more; all stand in the document")


def say_result(published: "PublishedStories", skipped: int, console: "Console") -> None:
    """How many articles, claims and disputes there are, and which page to open."""
    from compare.system.console import counted

    stories = (counted(published.stories, "story", "stories"),) if published.stories > 1 else ()
    parts = (
        *stories,
        counted(published.articles, "article"),
        counted(published.claims, "claim"),
        counted(published.disputes, "dispute"),
        *((f"{skipped} skipped",) if skipped else ()),
    )
    facts = asdict(published) | {"page": str(published.page), "skipped": skipped}
    console.result(f"{', '.join(parts)}; open {published.page}", **facts)
