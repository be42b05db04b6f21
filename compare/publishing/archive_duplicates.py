"""Files of any size -> near-duplicate clusters and a summary of the run on disk; a run that was killed is taken up where it was."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from compare.documents.write import as_json, require_valid, require_writable, move_into_place, write
from compare.duplicates.archive.read_stage import SKIPPED
from compare.duplicates.archive.stage_input import Counts, ArchiveJob
from compare.duplicates.archive.stages import STAGES, run_stages
from compare.duplicates.archive.work_folder import WorkFolder, open_work_folder
from compare.duplicates.archive.write_stage import CLUSTERS_JSONL, CLUSTERS_PARQUET
from compare.duplicates.kernels.choose_kernels import kernels_for
from compare.duplicates.sketch_settings import sketch_of
from compare.errors import InputError, OutputError
from compare.settings import Settings, as_document
from compare.sources.find_files import FoundFile, find_files
from compare.system.console import Console
from schemas.check import checker

SUMMARY = "summary.json"
_WORK_FOLDER = ".duplicates-work"  # hidden, so that a folder that is given and written to is not read with it
_BYTES_A_PARAGRAPH = 400  # of news; by how many there may be, the kernels are chosen
_SHOWN_REASONS = 5  # of an error


@dataclass(frozen=True, slots=True)
class DuplicatesTarget:
    """Where the files go and what the summary is stamped with."""

    out: Path
    made_at: str
    force: bool = False


def find_duplicates(inputs: Sequence[str], settings: Settings, target: DuplicatesTarget, console: Console) -> Mapping[str, Any]:
    """Write ``clusters.jsonl``, ``clusters.parquet`` and last ``summary.json``, which is the answer; ``InputError`` without any article."""
    for name in (CLUSTERS_JSONL, CLUSTERS_PARQUET, SUMMARY):
        require_writable(target.out / name, force=target.force)
    with console.counting("names looked at") as (looked,):
        files, left_out = find_files(inputs, settings.input, looked)
    with _write_errors(target.out), open_work_folder(target.out / _WORK_FOLDER, _run_key(files, settings)) as work:
        finished = [stage.name for stage in STAGES if work.counts(stage.name) is not None]
        if finished:
            console.say(f"an earlier run of the same files was interrupted; it goes on behind {finished[-1]}", finished=finished)
        size = sum(file.path.stat().st_size for file in files)
        job = ArchiveJob(
            files=tuple(files),
            left_out=tuple(left_out),
            size=size,
            settings=settings,
            sketch=sketch_of(settings.duplicates),
            kernels=kernels_for(size // _BYTES_A_PARAGRAPH, settings.duplicates),
            folder=work.path,
        )
        summary = _summary(job, run_stages(job, work, console.stage), target.made_at)
        _require_articles(summary, work)
        write(work.path / SUMMARY, as_json(require_valid(summary, checker("duplicates"))))
        for made in (job.path_of("write", CLUSTERS_JSONL), job.path_of("write", CLUSTERS_PARQUET), work.path / SUMMARY):
            move_into_place(made, target.out / made.name, force=target.force)
        work.remove()
    return summary


def _run_key(files: Sequence[FoundFile], settings: Settings) -> dict[str, Any]:
    """What has to be the same for finished stages to count."""
    given = [(os.path.realpath(file.path), file.origin, (stat := file.path.stat()).st_size, stat.st_mtime_ns) for file in files]
    identity = {"version": version("tellings"), "settings": as_document(settings), "files": given}
    return dict(json.loads(json.dumps(identity, allow_nan=False)))  # as it will be read again


def _summary(job: ArchiveJob, counts: Counts, made_at: str) -> dict[str, Any]:
    skipped = json.loads(job.path_of("read", SKIPPED).read_text(encoding="utf-8"))
    settings = as_document(job.settings)
    return {
        "schema": "duplicates/1",
        "counts": {name: count for name, count in counts.items() if name != "skipped"},
        "skipped": skipped,
        "run": {"tool": "tellings", "version": version("tellings"), "kernels": job.kernels.NAME, "settings": settings, "made_at": made_at},
    }


def _require_articles(summary: Mapping[str, Any], work: WorkFolder) -> None:
    if summary["counts"]["articles"]:
        return
    work.remove()
    skipped = summary["skipped"]
    shown = "; ".join(f"{item['place']}: {item['why']}" for item in skipped["first"][:_SHOWN_REASONS])
    more = skipped["count"] - min(_SHOWN_REASONS, len(skipped["first"]))
    raise InputError("input", "nothing could be read", shown + (f"; and {more} more" if more > 0 else ""))


@contextmanager
def _write_errors(out: Path) -> Iterator[None]:
    """A fault of the system, as one of ours; those of input files are told where they are read."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            str(out), f"cannot be written ({error.strerror or error})", "make room there, or choose another folder"
        ) from error
