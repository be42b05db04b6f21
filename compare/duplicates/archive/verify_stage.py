"""Pairs worth a look -> those that are near by the words of both paragraphs, with a bounded number of bytes of text in memory."""

from collections.abc import Iterator

import numpy as np

from compare.duplicates.archive.candidate_stage import PAIRS
from compare.duplicates.archive.parquet_tables import Table, blocks
from compare.duplicates.archive.stage_input import Counts, Step
from compare.duplicates.archive.text_file import stored_texts
from compare.duplicates.kernels.batch import Indices, Texts
from compare.duplicates.kernels.sorted_unique import rising
from compare.duplicates.verify_pairs import Verified, verified

NEAR = "near.parquet"
_KINDS = {"low": "int64", "high": "int64", "jaccard": "float64", "containment": "float64"}


def verify(step: Step) -> Counts:
    """Counts pairs that are ``verified``; they stay in order."""
    job, texts = step.job, stored_texts(step.job.folder / "read")
    count = 0
    with Table(step.folder / NEAR, _KINDS) as near:
        for low, high in blocks(job.of("candidates", PAIRS)):
            for part in _parts(texts, low, high, job.settings.archive.batch_bytes):
                found = _verified(step, texts, low[part], high[part])
                near.add({"low": found.low, "high": found.high, "jaccard": found.jaccard, "containment": found.containment})
                count += len(found.low)
                step.seen(part.stop - part.start)
    return {"verified": count}


def _verified(step: Step, texts: Texts, low: Indices, high: Indices) -> Verified:
    inside = rising(np.concatenate([low, high]))
    places = np.searchsorted(inside, low), np.searchsorted(inside, high)
    found = verified(texts.take(inside), *places, sketch=step.job.sketch, kernels=step.job.kernels)
    return Verified(inside[found.low], inside[found.high], found.jaccard, found.containment)


def _parts(texts: Texts, low: Indices, high: Indices, limit: int) -> Iterator[slice]:
    """Runs of pairs whose texts have no more than ``limit`` bytes together, or of one pair."""
    waiting = [slice(0, len(low))] if len(low) else []
    while waiting:
        part = waiting.pop()
        inside = rising(np.concatenate([low[part], high[part]]))
        size = int((texts.offsets[inside + 1] - texts.offsets[inside]).sum())
        middle = (part.start + part.stop) // 2
        if size <= limit or middle == part.start:
            yield part
        else:
            waiting += [slice(middle, part.stop), slice(part.start, middle)]
