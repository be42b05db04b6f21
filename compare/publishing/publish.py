"""What was read -> a folder a story with its document and report, an index over them, and what is told of the run."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from compare.documents.write import folder_names, lock_folder, remove, write
from compare.errors import DamagedIndexError, OutputError
from compare.faults import FILE_NAME as FAULT_FILE
from compare.faults import fault_report
from compare.model import Article, Fault
from compare.pipeline import UNNAMED, articles_by_story
from compare.publishing.story_document import StoryInput
from compare.publishing.story_jobs import StoryJob, StoryResult, run_jobs
from compare.settings import Settings
from compare.sources.read_inputs import Intake
from compare.system.console import Console
from compare.text.tokens import one_line
from reports.index_page import FailedStory, StoryEntry, render_index_page
from reports.report_files import ReportOptions
from reports.report_words import words_of

if TYPE_CHECKING:
    from compare.duplicates.index.seen_before import SeenBefore
    from compare.review.events import Event
    from compare.stories.group_articles import FoundStory


_MOST_NAMED = 10  # folders of an earlier run
_INDEX_FAULT = "the index was not asked where paragraphs stood before: it is damaged ({problem})"


@dataclass(frozen=True, slots=True)
class PublishTarget:
    """Where the files go, what they are stamped with, and how the reports are to be written."""

    out: Path
    made_at: str
    force: bool = False
    language: str = "en"  # of the reports' own words
    full_text: bool = False
    decisions: tuple["Event", ...] = ()  # of reviewers, on any of the stories
    index: Path | None = None  # asked where paragraphs have stood before
    found_stories: tuple["FoundStory", ...] = ()  # if the articles were grouped by their texts


@dataclass(frozen=True, slots=True)
class PublishedStories:
    """The page to open first, what was found, and how many unexpected errors were met: each is told, and stands in a ``fault.txt``.

    An index that could not be asked since it is damaged counts as one; that is told in the documents.
    """

    page: Path
    faults: int
    stories: int  # those that were compared
    articles: int
    claims: int
    disputes: int  # claims on which an article conflicts with another


def publish(intake: Intake, settings: Settings, target: PublishTarget, console: Console) -> PublishedStories:
    """Compare every story and write it. ``OutputError`` while another run writes there.

    One story stands in the folder itself, several in one folder each below it, with an index over them. Many stories are spread over
    processes; what is written is the same. A story on which an unexpected error is met, or whose process is killed, is told and named by
    the index; the others are written.
    """
    jobs, index_fault = _jobs(intake, settings, target, console)
    several = len(jobs) > 1
    met = tuple(item.fault for item in intake.skipped if item.fault)  # while the articles were taken in
    with lock_folder(target.out):
        results = run_jobs(jobs, console)
        if several:
            write(target.out / "index.html", _index_page(results, target), force=target.force)
            _name_earlier_stories(target.out, {job.folder.name for job in jobs}, console)
            _write_faults(met, target.out, settings, console)
        for job, result in zip(jobs, results, strict=True):
            _write_faults(result.faults if several else (*met, *result.faults), job.folder, settings, console, story=job.story)
    for job, result in zip(jobs, results, strict=True):
        if result.remark:
            console.say(f"{job.folder / 'report.html'}: {result.remark}", story=job.story)
    faults = bool(index_fault) + len(met) + sum(len(result.faults) for result in results)
    return _published(results, target.out, faults)


def _jobs(intake: Intake, settings: Settings, target: PublishTarget, console: Console) -> tuple[list[StoryJob], str]:
    """One job a story, each with its own part of what was given; and why the index could not be asked, if it could not."""
    stories = articles_by_story(intake.articles)
    names = folder_names([story for story, _ in stories])
    decisions = _by_story(target.decisions, stories, console)
    seen, index_fault = _seen_before(intake, settings, target, console)
    found = {story.name: story for story in target.found_stories}
    look = ReportOptions(language=target.language, full_text=target.full_text)
    jobs = [
        StoryJob(
            StoryInput(
                story=story,
                articles=tuple(articles),
                skipped=intake.skipped,
                settings=settings,
                made_at=target.made_at,
                decisions=decisions[story],
                found_story=found.get(story),
                seen_before=None if seen is None else tuple(place for article in articles for place in seen.get(article.id, ())),
                index_fault=index_fault,
            ),
            target.out / names[story] if len(stories) > 1 else target.out,
            look,
            target.force,
        )
        for story, articles in stories
    ]
    return jobs, index_fault


def _published(results: Sequence[StoryResult], out: Path, faults: int) -> PublishedStories:
    failed_alone = len(results) == 1 and isinstance(results[0].entry, FailedStory)
    page = "index.html" if len(results) > 1 else FAULT_FILE if failed_alone else "report.html"
    compared = [result.entry.figures for result in results if isinstance(result.entry, StoryEntry)]
    return PublishedStories(
        out / page,
        faults=faults,
        stories=len(compared),
        articles=sum(each.articles for each in compared),
        claims=sum(each.claims for each in compared),
        disputes=sum(each.disputed for each in compared),
    )


def _by_story(
    decisions: tuple["Event", ...], stories: Sequence[tuple[str, Sequence[Article]]], console: Console
) -> dict[str, tuple["Event", ...]]:
    """The decisions on each story; of several stories, those on articles that are in none of them are counted."""
    if not decisions or len(stories) == 1:
        return dict.fromkeys((story for story, _ in stories), decisions)
    from compare.review.decisions_by_story import decisions_by_story

    by_story, elsewhere = decisions_by_story(decisions, {story: [article.id for article in articles] for story, articles in stories})
    if elsewhere:
        console.say(f"{elsewhere} decisions are on articles that are not here", decisions=elsewhere)
    return by_story


def _seen_before(intake: Intake, settings: Settings, target: PublishTarget, console: Console) -> "tuple[SeenBefore | None, str]":
    """Nothing where no index is asked; asked once for all stories, since opening it and loading numpy cost more than the answer.

    Of a damaged index the second value says why it was not asked: the stories can be compared without it.
    """
    if target.index is None:
        return None, ""
    from compare.duplicates.index.seen_before import seen_before

    try:
        return seen_before(target.index, intake.articles, settings.duplicates), ""
    except DamagedIndexError as error:
        console.fail(f"{error}; the stories are compared without it")
        return None, _INDEX_FAULT.format(problem=error.problem)


def _index_page(results: Sequence[StoryResult], target: PublishTarget) -> str:
    compared = [story.entry for story in results if isinstance(story.entry, StoryEntry)]
    failed = [story.entry for story in results if isinstance(story.entry, FailedStory)]
    return render_index_page(compared, words_of(target.language), failed)


def _write_faults(faults: Sequence[Fault], folder: Path, settings: Settings, console: Console, *, story: str = "") -> None:
    """Write ``fault.txt`` and tell of it in one line; one of an earlier run goes where nothing was met."""
    path = folder / FAULT_FILE
    if not faults:
        remove(path)
        return
    try:
        write(path, fault_report(faults, quoted=settings.faults.quote))
        where = f"the full report is {path}"
    except OutputError as error:
        where = f"its report is not kept: {error}"
    first, more = faults[0], f" and {len(faults) - 1} more" if len(faults) > 1 else ""
    place = f" ({one_line(first.place)})" if first.place else ""
    subject = "the story" if story == UNNAMED else f"story {one_line(story)}" if story else "the articles"
    console.fail(f"{subject}: a fault of tellings ({first.kind} while {first.task}{place}{more}); {where}")


def _name_earlier_stories(out: Path, written: Collection[str], console: Console) -> None:
    """Stories that an earlier run left in the folder: they may hold decisions, so that nothing but a person takes them away."""
    left = sorted(path.parent.name for path in out.glob("*/comparison.json") if path.parent.name not in written)
    if left:
        named = ", ".join(left[:_MOST_NAMED]) + (f" and {len(left) - _MOST_NAMED} more" if len(left) > _MOST_NAMED else "")
        console.say(f"{out}: of an earlier run, not of this one, and not in index.html: {named}", folders=len(left))
