"""What was read -> documents, reports and an index on disk."""

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache, partial
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING, Any

from compare.console import Console
from compare.document import to_document
from compare.model import Article, Skipped
from compare.output import alone, as_json, checked, folder_names, write, write_with_pages
from compare.pipeline import compare_story, stories
from compare.settings import Settings
from compare.sources.read import Intake
from reports.folder import Look
from reports.formats import rendered
from reports.index import StoryEntry, entry_of, render_index
from reports.words import words_of
from schemas.check import Checker, checker

if TYPE_CHECKING:
    from compare.duplicates.index.seen import SeenBefore
    from compare.review.events import Event
    from compare.stories.group import FoundStory


# Fewer stories than this are done before a second process has loaded its libraries.
_LEAST_FOR_PROCESSES = 6
_NAMED = 10  # folders of an earlier run


@dataclass(frozen=True, slots=True)
class Target:
    """Where the files go, what they are stamped with, and how the reports are to be written."""

    out: Path
    made_at: str
    force: bool = False
    language: str = "en"  # of the reports' own words
    full_text: bool = False
    decisions: tuple["Event", ...] = ()  # of reviewers, on any of the stories
    index: Path | None = None  # asked where paragraphs have stood before
    found: tuple["FoundStory", ...] = ()  # if the articles were grouped by their texts


def publish(intake: Intake, settings: Settings, target: Target, console: Console) -> Path:
    """Compare every story and write it; the answer is the page to open first. ``OutputError`` while another run writes there.

    One story stands in the folder itself, several in one folder each below it, with an index over them. Many stories are spread over
    processes; what is written is the same.
    """
    told = stories(intake.articles)
    names = folder_names([story for story, _ in told])
    several = len(told) > 1
    decisions = _by_story(target.decisions, told, console)
    seen = _seen(intake, settings, target)
    found = {story.name: story for story in target.found}
    target = replace(target, found=())  # each job takes its own along
    jobs = [
        _Job(
            story=story,
            articles=tuple(articles),
            skipped=intake.skipped,
            settings=settings,
            folder=target.out / names[story] if several else target.out,
            target=target,
            decisions=decisions[story],
            found=found.get(story),
            seen=None if seen is None else tuple(found for article in articles for found in seen.get(article.id, ())),
        )
        for story, articles in told
    ]
    with alone(target.out):
        done = _all_done(jobs, console)
        if several:
            write(target.out / "index.html", render_index([entry for entry, _ in done], words_of(target.language)), force=target.force)
            _tell_earlier(target.out, {job.folder.name for job in jobs}, console)
    for job, (_, remark) in zip(jobs, done, strict=True):
        if remark:
            console.say(f"{job.folder / 'report.html'}: {remark}", story=job.story)
    return target.out / ("index.html" if several else "report.html")


def _tell_earlier(out: Path, written: Collection[str], console: Console) -> None:
    """Stories that an earlier run left in the folder: they may hold decisions, so that nothing but a person takes them away."""
    left = sorted(path.parent.name for path in out.glob("*/comparison.json") if path.parent.name not in written)
    if left:
        named = ", ".join(left[:_NAMED]) + (f" and {len(left) - _NAMED} more" if len(left) > _NAMED else "")
        console.say(f"{out}: of an earlier run, not of this one, and not in index.html: {named}", folders=len(left))


def _all_done(jobs: "Sequence[_Job]", console: Console) -> list[tuple[StoryEntry, str]]:
    with console.progress(len(jobs), "stories") as tick, _mapped(jobs) as entries:
        done = []
        for job, entry in zip(jobs, entries, strict=True):
            done.append(entry)
            tick(job.story)
    return done


def _by_story(
    decisions: tuple["Event", ...], told: Sequence[tuple[str, Sequence[Article]]], console: Console
) -> dict[str, tuple["Event", ...]]:
    """The decisions on each story; of several stories, those on articles that are in none of them are counted."""
    if not decisions or len(told) == 1:
        return dict.fromkeys((story for story, _ in told), decisions)
    from compare.review.stories import decisions_by_story

    by_story, elsewhere = decisions_by_story(decisions, {story: [article.id for article in articles] for story, articles in told})
    if elsewhere:
        console.say(f"{elsewhere} decisions are on articles that are not here", decisions=elsewhere)
    return by_story


def _seen(intake: Intake, settings: Settings, target: Target) -> "SeenBefore | None":
    """Nothing where no index is asked; asked once for all stories, since opening it and loading numpy cost more than the answer."""
    if target.index is None:
        return None
    from compare.duplicates.index.seen import seen_before

    return seen_before(target.index, intake.articles, settings.duplicates)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """One story to compare and write; all of it can be sent to another process."""

    story: str
    articles: tuple[Article, ...]
    skipped: tuple[Skipped, ...]
    settings: Settings
    folder: Path
    target: Target
    decisions: tuple["Event", ...]  # on this story
    found: "FoundStory | None"  # if it was found by its texts
    seen: tuple[Mapping[str, Any], ...] | None  # where its paragraphs have stood before, if an index was asked


@contextmanager
def _mapped(jobs: Sequence[_Job]) -> Iterator[Iterator[tuple[StoryEntry, str]]]:
    """The entries and remarks of all jobs in order, worked out here or by one process a core."""
    processes = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, len(jobs))
    if len(jobs) < _LEAST_FOR_PROCESSES or processes < 2:
        yield map(_done, jobs)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        try:
            yield pool.map(_done, jobs)
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _done(job: _Job) -> tuple[StoryEntry, str]:
    if job.decisions:
        from compare.review.written import links_in, with_decisions

        comparison = compare_story(job.story, job.articles, job.skipped, job.settings, partial(links_in, events=job.decisions))
        made = with_decisions(to_document(comparison, version("tellings"), job.target.made_at), job.decisions)
    else:
        made = to_document(compare_story(job.story, job.articles, job.skipped, job.settings), version("tellings"), job.target.made_at)
    if job.seen is not None:
        made = {**made, "seen_before": list(job.seen)}
    if job.found is not None:
        from compare.stories.tell import with_story

        made = with_story(made, job.found, job.settings)
    document = checked(made, _validator())
    write(job.folder / "comparison.json", as_json(document), force=job.target.force)
    look = Look(language=job.target.language, full_text=job.target.full_text)
    report = rendered(document, "html", look)
    write_with_pages(job.folder / look.name, report, force=job.target.force)
    return entry_of(document, job.folder.name, words_of(job.target.language)), report.remark


@cache
def _validator() -> Checker:
    return checker("comparison")


def now() -> str:
    """The time that a document is stamped with: UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0).isoformat()
