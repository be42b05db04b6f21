"""The whole run on one screen: files -> signatures -> copies -> candidates -> verified pairs -> clusters -> what is handed over."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from compare.duplicates.archive.candidate_stage import candidates
from compare.duplicates.archive.cluster_stage import join
from compare.duplicates.archive.copy_stage import collapse
from compare.duplicates.archive.read_stage import read
from compare.duplicates.archive.stage_input import Counts, Job, Seen, Step, Tell
from compare.duplicates.archive.verify_stage import verify
from compare.duplicates.archive.work_folder import Work
from compare.duplicates.archive.write_stage import write


@dataclass(frozen=True, slots=True)
class Stage:
    """What is done under which name, how much of it there is by what the stages before counted, and in which unit."""

    name: str
    work: Callable[[Step], Counts]
    total: Callable[[Job, Counts], int]
    unit: str


STAGES = (
    Stage("read", read, lambda job, _: job.size, "bytes"),
    Stage("collapse", collapse, lambda _, counts: counts["paragraphs"], "paragraphs"),
    Stage("candidates", candidates, lambda job, _: job.sketch.bands + 1, "bands"),
    Stage("verify", verify, lambda _, counts: counts["candidates"], "pairs"),
    Stage("join", join, lambda _, counts: counts["verified"], "pairs"),
    Stage("write", write, lambda _, counts: counts["members"], "paragraphs"),
)


def run(job: Job, work: Work, tell: Tell) -> Counts:
    """All that the stages counted; those that are finished are not done again."""
    counts: Counts = {}
    for stage in STAGES:
        done = work.counts(stage.name)
        if done is None:
            with tell(stage.name, stage.total(job, counts), stage.unit) as seen:
                done = work.do(stage.name, partial(_done, stage=stage, job=job, counts=counts, seen=seen))
        counts = {**counts, **done}
    return counts


def _done(folder: Path, *, stage: Stage, job: Job, counts: Counts, seen: Seen) -> Counts:
    return stage.work(Step(job, folder, counts, seen))
