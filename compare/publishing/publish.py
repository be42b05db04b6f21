"""What was read -> documents, reports and an index on disk."""

import os
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from compare.documents.write import as_json, folder_names, lock_folder, remove, write, write_with_pages
from compare.errors import DamagedIndexError, DocumentError, OutputError, TellingsError
from compare.faults import FILE_NAME as FAULT_FILE
from compare.faults import fault_of, fault_report
from compare.model import Article, Fault
from compare.pipeline import UNNAMED, articles_by_story
from compare.publishing.story_document import StoryInput, story_document
from compare.settings import Settings
from compare.sources.read_inputs import Intake
from compare.system.console import Console
from compare.system.worker_processes import KilledWorker, WorkerPool
from compare.text.tokens import one_line
from reports.formats import render_format
from reports.index_page import FailedStory, StoryEntry, entry_of, render_index_page
from reports.report_files import ReportOptions
from reports.report_words import words_of

if TYPE_CHECKING:
    from compare.duplicates.index.seen_before import SeenBefore
    from compare.review.events import Event
    from compare.stories.group_articles import FoundStory


# Fewer stories than this are done before a second process has loaded its libraries.
_LEAST_FOR_PROCESSES = 6
_MOST_NAMED = 10  # folders of an earlier run
_COMPARING = "comparing a story"


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
    told = articles_by_story(intake.articles)
    names = folder_names([story for story, _ in told])
    several = len(told) > 1
    decisions = _by_story(target.decisions, told, console)
    seen, index_fault = _seen_before(intake, settings, target, console)
    found = {story.name: story for story in target.found_stories}
    target = replace(target, found_stories=())  # each job takes its own along
    jobs = [
        _StoryJob(
            StoryInput(
                story=story,
                articles=tuple(articles),
                skipped=intake.skipped,
                settings=settings,
                made_at=target.made_at,
                decisions=decisions[story],
                found_story=found.get(story),
                seen_before=None if seen is None else tuple(found for article in articles for found in seen.get(article.id, ())),
                index_fault=index_fault,
            ),
            target.out / names[story] if several else target.out,
            target,
        )
        for story, articles in told
    ]
    met = tuple(item.fault for item in intake.skipped if item.fault)  # while the articles were taken in
    with lock_folder(target.out):
        done = _run_jobs(jobs, console)
        if several:
            write(target.out / "index.html", _index_page(done, target), force=target.force)
            _name_earlier_stories(target.out, {job.folder.name for job in jobs}, console)
            _write_faults(met, target.out, settings, console)
        for job, story in zip(jobs, done, strict=True):
            _write_faults(story.faults if several else (*met, *story.faults), job.folder, settings, console, story=job.story)
    for job, story in zip(jobs, done, strict=True):
        if story.remark:
            console.say(f"{job.folder / 'report.html'}: {story.remark}", story=job.story)
    count = bool(index_fault) + len(met) + sum(len(story.faults) for story in done)
    page = "index.html" if several else FAULT_FILE if isinstance(done[0].entry, FailedStory) else "report.html"
    compared = [story.entry.figures for story in done if isinstance(story.entry, StoryEntry)]
    return PublishedStories(
        target.out / page,
        faults=count,
        stories=len(compared),
        articles=sum(each.articles for each in compared),
        claims=sum(each.claims for each in compared),
        disputes=sum(each.disputed for each in compared),
    )


def _index_page(results: "Sequence[_StoryResult]", target: PublishTarget) -> str:
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


def _run_jobs(jobs: "Sequence[_StoryJob]", console: Console) -> "list[_StoryResult]":
    """In the order of the jobs. Errors of our own tree end the run: they are of the output, which is the same for all."""
    done: dict[int, _StoryResult] = {}
    with console.progress(len(jobs), "stories") as tick, _outcomes(jobs) as outcomes:
        for at, outcome in outcomes:
            if isinstance(outcome, TellingsError):
                raise outcome
            done[at] = _killed(jobs[at], outcome) if isinstance(outcome, KilledWorker) else outcome
            tick(jobs[at].story)
    return [done[at] for at in range(len(jobs))]


def _by_story(
    decisions: tuple["Event", ...], told: Sequence[tuple[str, Sequence[Article]]], console: Console
) -> dict[str, tuple["Event", ...]]:
    """The decisions on each story; of several stories, those on articles that are in none of them are counted."""
    if not decisions or len(told) == 1:
        return dict.fromkeys((story for story, _ in told), decisions)
    from compare.review.decisions_by_story import decisions_by_story

    by_story, elsewhere = decisions_by_story(decisions, {story: [article.id for article in articles] for story, articles in told})
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


_INDEX_FAULT = "the index was not asked where paragraphs stood before: it is damaged ({problem})"


@dataclass(frozen=True, slots=True)
class _StoryJob:
    """One story to compare and write; all of it can be sent to another process."""

    given: StoryInput
    folder: Path
    target: PublishTarget

    @property
    def story(self) -> str:
        """Its name."""
        return self.given.story


@dataclass(frozen=True, slots=True)
class _StoryResult:
    """What the index says of a story, what is remarked on its report, and the unexpected errors that were met."""

    entry: StoryEntry | FailedStory
    remark: str = ""
    faults: tuple[Fault, ...] = ()


_Outcome = _StoryResult | TellingsError


@contextmanager
def _outcomes(jobs: Sequence[_StoryJob]) -> Iterator[Iterator[tuple[int, _Outcome | KilledWorker]]]:
    """The number of each job and what became of it, worked out here or by one process a core."""
    processes = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, len(jobs))
    if len(jobs) < _LEAST_FOR_PROCESSES or processes < 2:
        yield enumerate(map(_outcome, jobs))
        return
    with WorkerPool(_outcome, jobs, processes) as crew:
        yield crew.results()


def _outcome(job: _StoryJob) -> _Outcome:
    try:
        return _compare_and_write(job)
    except DocumentError as error:  # of a document that was just made: a fault like any other
        return _failed(job, fault_of(error, _COMPARING))
    except TellingsError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the edge of one story: see compare.faults
        return _failed(job, fault_of(error, _COMPARING))


def _failed(job: _StoryJob, *faults: Fault) -> _StoryResult:
    return _StoryResult(FailedStory(job.story, job.folder.name, faults[0].kind), faults=faults)


def _killed(job: _StoryJob, ended: KilledWorker) -> _StoryResult:
    return _failed(job, Fault("killed process", _COMPARING, "", ended.cause))


def _compare_and_write(job: _StoryJob) -> _StoryResult:
    made = story_document(job.given)
    document = made.document
    if document is None:
        return _failed(job, *made.faults)
    write(job.folder / "comparison.json", as_json(document), force=job.target.force)
    look = ReportOptions(language=job.target.language, full_text=job.target.full_text)
    report = render_format(document, "html", look)
    write_with_pages(job.folder / look.name, report, force=job.target.force)
    return _StoryResult(entry_of(document, job.folder.name, words_of(job.target.language)), report.remark, made.faults)
