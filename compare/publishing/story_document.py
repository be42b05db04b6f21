"""The articles of one story, and what is known of it beside them -> its comparison document."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache, partial
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from compare.documents.to_document import to_document
from compare.documents.write import require_valid
from compare.model import Article, Fault, Skipped
from compare.pipeline import compare_story
from compare.settings import Settings
from compare.story_result import Comparison
from schemas.check import Checker, checker

if TYPE_CHECKING:
    from compare.review.events import Event
    from compare.stories.group_articles import FoundStory


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryInput:
    """All that a document is made of; it can be sent to another process."""

    story: str
    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    settings: Settings
    made_at: str
    decisions: tuple["Event", ...] = ()  # of reviewers, on this story
    found_story: "FoundStory | None" = None  # if it was found by its texts
    seen_before: tuple[Mapping[str, Any], ...] | None = None  # where its paragraphs have stood before, if an index was asked
    index_fault: str = ""  # why it was not, though one was named


@dataclass(frozen=True, slots=True)
class StoryDocument:
    """``document`` is ``None`` where every article met a fault; ``faults`` are all unexpected errors that were met."""

    document: Mapping[str, Any] | None
    faults: tuple[Fault, ...]


def story_document(given: StoryInput) -> StoryDocument:
    """Equal input gives an equal document. ``DocumentError`` if it breaks its own schema, which is a fault of tellings."""
    decide = None
    if given.decisions:
        from compare.review.reviewed_document import reviewer_links

        decide = partial(reviewer_links, events=given.decisions)
    comparison = compare_story(given.story, given.articles, given.skipped, given.settings, decide=decide)
    if not comparison.readings and comparison.faults:
        return StoryDocument(None, comparison.faults)
    return StoryDocument(require_valid(_document(given, comparison), _validator()), comparison.faults)


def _document(given: StoryInput, comparison: Comparison) -> Mapping[str, Any]:
    """With all that is known of the story beside its comparison."""
    made: Mapping[str, Any] = to_document(comparison, version("tellings"), given.made_at)
    if given.decisions:
        from compare.review.reviewed_document import with_decisions

        made = with_decisions(made, given.decisions)
    if given.seen_before is not None:
        made = {**made, "seen_before": list(given.seen_before)}
    if given.index_fault:
        run = made["run"]
        made = {**made, "run": {**run, "warnings": [*run["warnings"], given.index_fault]}}
    if given.found_story is not None:
        from compare.stories.document_note import with_story

        made = with_story(made, given.found_story, given.settings)
    return made


@cache
def _validator() -> Checker:
    return checker("comparison")


def now() -> str:
    """The time that a document is stamped with: UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()
