"""Articles -> the comparison of their story, or of each of their stories; what `tellings compare` writes, as values."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from os import PathLike
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from compare.errors import DecisionError, InputError
from compare.library.articles import intake_of
from compare.library.comparison import StoryComparison, comparison_of
from compare.model import Article
from compare.pipeline import UNNAMED, articles_by_story
from compare.publishing.story_document import StoryInput, now, story_document
from compare.settings import Settings
from compare.sources.read_inputs import Intake, require_articles

if TYPE_CHECKING:
    from compare.review.events import Event
    from compare.stories.group_articles import FoundStory

Decisions = str | PathLike[str] | Iterable[Mapping[str, Any]]
_NAMED = 5  # stories in an error
_DECISIONS = "decisions"  # what errors call those that come from no file


def compare_articles(
    articles: Intake | Iterable[Article],
    settings: Settings | None = None,
    *,
    story: str | None = None,
    decisions: Decisions = (),
    made_at: datetime | None = None,
) -> StoryComparison:
    """Compare articles of one story. Give what ``read_articles`` gave, so that the comparison tells what was skipped; or articles.

    ``story`` is what it is called: that of the articles, or ``story`` where they name none. ``decisions`` of reviewers, a file
    ``decisions.jsonl`` or the values of its lines, go before every score. ``made_at`` is the time that the document is stamped with, now
    if it is not given: equal articles, settings, decisions and ``made_at`` give an equal comparison.

    ``InputError`` if there is no article, or if they name several stories and ``story`` is not given; ``DecisionError`` if a decision is
    none; ``ValueError`` for a ``made_at`` without a time zone.
    """
    intake = intake_of(articles)
    found = require_articles(intake)
    return _compared(
        StoryInput(
            story=story or _only_story(found),
            articles=found,
            skipped=intake.skipped,
            settings=settings or Settings(),
            made_at=_stamp(made_at),
            decisions=_events(decisions),
        )
    )


def compare_stories(
    articles: Intake | Iterable[Article],
    settings: Settings | None = None,
    *,
    grouping: Literal["given", "auto"] = "given",
    decisions: Decisions = (),
    made_at: datetime | None = None,
) -> tuple[StoryComparison, ...]:
    """Compare each story for itself, in order of their names: those that the articles name, or with ``auto`` found by their texts.

    Articles that name no story are one, called ``story``. Everything else is as in ``compare_articles``; the stories are compared one
    after the other in this process.
    """
    settings, stamp = settings or Settings(), _stamp(made_at)
    intake, found = intake_of(articles), dict[str, "FoundStory"]()
    require_articles(intake)
    if grouping == "auto":
        intake, found = _grouped(intake, settings)
    stories_with_articles = articles_by_story(intake.articles)
    by_story = _by_story(_events(decisions), stories_with_articles)
    return tuple(
        _compared(
            StoryInput(
                story=name,
                articles=tuple(own),
                skipped=intake.skipped,
                settings=settings,
                made_at=stamp,
                decisions=by_story[name],
                found_story=found.get(name),
            )
        )
        for name, own in stories_with_articles
    )


def _compared(given: StoryInput) -> StoryComparison:
    made = story_document(given)
    if made.document is None:
        first = made.faults[0]
        problem = f"met a fault of tellings in each of its articles ({first.kind} while {first.task})"
        raise InputError(f"story {given.story}", problem, "tell those who make tellings, and leave these articles out")
    return comparison_of(made.document, made.faults)


def _stamp(moment: datetime | None) -> str:
    if moment is None:
        return now()
    if moment.utcoffset() is None:
        raise ValueError("made_at names no time zone: give one, such as datetime.now(UTC)")
    return moment.astimezone(UTC).replace(microsecond=0).isoformat()


def _only_story(articles: Sequence[Article]) -> str:
    names = sorted({article.story or UNNAMED for article in articles})
    if len(names) > 1:
        named = ", ".join(names[:_NAMED]) + (", …" if len(names) > _NAMED else "")
        raise InputError("articles", f"name {len(names)} stories ({named})", "give story=, or compare each with compare_stories")
    return names[0]


def _grouped(intake: Intake, settings: Settings) -> "tuple[Intake, dict[str, FoundStory]]":
    from compare.stories.group_articles import group_stories

    made = group_stories(intake.articles, settings)
    grouped = replace(intake, articles=made.articles, skipped=(*intake.skipped, *made.skipped))
    return grouped, {story.name: story for story in made.stories}


def _by_story(
    decisions: "tuple[Event, ...]", stories_with_articles: Sequence[tuple[str, Sequence[Article]]]
) -> "Mapping[str, tuple[Event, ...]]":
    if not decisions or len(stories_with_articles) == 1:
        return dict.fromkeys((name for name, _ in stories_with_articles), decisions)
    from compare.review.decisions_by_story import decisions_by_story

    by_story, _ = decisions_by_story(decisions, {name: [article.id for article in own] for name, own in stories_with_articles})
    return by_story


def _events(decisions: Decisions) -> "tuple[Event, ...]":
    from compare.review.decision_file import parse_decisions, read_decisions

    if isinstance(decisions, (str, PathLike)):
        return read_decisions(Path(decisions))
    return parse_decisions("\n".join(_line(decision, number) for number, decision in enumerate(decisions, 1)), _DECISIONS)


def _line(decision: Mapping[str, Any], number: int) -> str:
    try:
        return json.dumps(decision, allow_nan=False)
    except (TypeError, ValueError, RecursionError) as error:
        raise DecisionError(f"{_DECISIONS}:{number}", f"is no JSON ({error})", "give it as `tellings schema decision` has it") from error
