"""The whole run on one screen: files -> signatures -> copies -> candidates -> verified pairs -> clusters -> what is handed over."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from compare.duplicates.archive.candidate_stage import find_candidates
from compare.duplicates.archive.cluster_stage import cluster_paragraphs
from compare.duplicates.archive.copy_stage import find_copies
from compare.duplicates.archive.read_stage import read_archive
from compare.duplicates.archive.stage_input import Counts, ArchiveJob, Progress, StageInput, OpenProgress
from compare.duplicates.archive.verify_stage import verify_candidates
from compare.duplicates.archive.work_folder import WorkFolder
from compare.duplicates.archive.write_stage import write_clusters


@dataclass(frozen=True, slots=True)
class Stage:
    """What is done under which name, how much of it there is by what the stages before counted, and in which unit."""

    name: str
    work: Callable[[StageInput], Counts]
    total: Callable[[ArchiveJob, Counts], int]
    unit: str


STAGES = (
    Stage("read", read_archive, lambda job, _: job.size, "bytes"),
    Stage("collapse", find_copies, lambda _, counts: counts["paragraphs"], "paragraphs"),
    Stage("candidates", find_candidates, lambda job, _: job.sketch.bands + 1, "bands"),
    Stage("verify", verify_candidates, lambda _, counts: counts["candidates"], "pairs"),
    Stage("join", cluster_paragraphs, lambda _, counts: counts["verified"], "pairs"),
    Stage("write", write_clusters, lambda _, counts: counts["members"], "paragraphs"),
)


def run_stages(job: ArchiveJob, work: WorkFolder, open_progress: OpenProgress) -> Counts:
    """All that the stages counted; those that are finished are not done again."""
    counts: Counts = {}
    for stage in STAGES:
        done = work.counts(stage.name)
        if done is None:
            with open_progress(stage.name, stage.total(job, counts), stage.unit) as seen:
                done = work.run_stage(stage.name, partial(_run_stage, stage, job, counts, seen))
        counts = {**counts, **done}
    return counts


def _run_stage(stage: Stage, job: ArchiveJob, counts: Counts, progress: Progress, folder: Path) -> Counts:
    return stage.work(StageInput(job, folder, counts, progress))
