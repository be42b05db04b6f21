"""Stories to compare -> each compared and written into its folder, spread over processes where there are many."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from compare.documents.write import as_json, write, write_with_pages
from compare.errors import DocumentError, TellingsError
from compare.faults import fault_of
from compare.model import Fault
from compare.publishing.story_document import StoryInput, story_document
from compare.system.console import Console
from compare.system.worker_processes import KilledWorker, WorkerPool
from reports.formats import render_format
from reports.index_page import FailedStory, StoryEntry, entry_of
from reports.report_files import ReportOptions
from reports.report_words import words_of

# Fewer stories than this are done before a second process has loaded its libraries.
_LEAST_FOR_PROCESSES = 6
_COMPARING = "comparing a story"


@dataclass(frozen=True, slots=True)
class StoryJob:
    """One story to compare and write; all of it can be sent to another process."""

    given: StoryInput
    folder: Path
    look: ReportOptions
    force: bool  # write over files that are not ours

    @property
    def story(self) -> str:
        """Its name."""
        return self.given.story


@dataclass(frozen=True, slots=True)
class StoryResult:
    """What the index says of a story, what is remarked on its report, and the unexpected errors that were met."""

    entry: StoryEntry | FailedStory
    remark: str = ""
    faults: tuple[Fault, ...] = ()


_Outcome = StoryResult | TellingsError


def run_jobs(jobs: Sequence[StoryJob], console: Console) -> list[StoryResult]:
    """Compare and write every story; the results stand in the order of the jobs.

    An unexpected error, or a process that is killed, fails its story alone. Errors of our own tree end the run: they are of the output,
    which is the same for all.
    """
    done: dict[int, StoryResult] = {}
    with console.progress(len(jobs), "stories") as tick, _outcomes(jobs) as outcomes:
        for at, outcome in outcomes:
            if isinstance(outcome, TellingsError):
                raise outcome
            done[at] = _killed(jobs[at], outcome) if isinstance(outcome, KilledWorker) else outcome
            tick(jobs[at].story)
    return [done[at] for at in range(len(jobs))]


@contextmanager
def _outcomes(jobs: Sequence[StoryJob]) -> Iterator[Iterator[tuple[int, _Outcome | KilledWorker]]]:
    """The number of each job and what became of it, worked out here or by one process a core."""
    processes = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1, len(jobs))
    if len(jobs) < _LEAST_FOR_PROCESSES or processes < 2:
        yield enumerate(map(_outcome, jobs))
        return
    with WorkerPool(_outcome, jobs, processes) as crew:
        yield crew.results()


def _outcome(job: StoryJob) -> _Outcome:
    try:
        return _compare_and_write(job)
    except DocumentError as error:  # of a document that was just made: a fault like any other
        return _failed(job, fault_of(error, _COMPARING))
    except TellingsError as error:
        return error
    except Exception as error:  # noqa: BLE001 - the edge of one story: see compare.faults
        return _failed(job, fault_of(error, _COMPARING))


def _failed(job: StoryJob, *faults: Fault) -> StoryResult:
    return StoryResult(FailedStory(job.story, job.folder.name, faults[0].kind), faults=faults)


def _killed(job: StoryJob, ended: KilledWorker) -> StoryResult:
    return _failed(job, Fault("killed process", _COMPARING, "", ended.cause))


def _compare_and_write(job: StoryJob) -> StoryResult:
    made = story_document(job.given)
    document = made.document
    if document is None:
        return _failed(job, *made.faults)
    write(job.folder / "comparison.json", as_json(document), force=job.force)
    report = render_format(document, "html", job.look)
    write_with_pages(job.folder / job.look.name, report, force=job.force)
    return StoryResult(entry_of(document, job.folder.name, words_of(job.look.language)), report.remark, made.faults)
