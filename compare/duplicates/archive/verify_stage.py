"""Pairs worth a look -> those that are near by the words of both paragraphs, with a bounded number of bytes of text in memory."""

from collections.abc import Iterator

import numpy as np

from compare.duplicates.archive.candidate_stage import PAIRS
from compare.duplicates.archive.parquet_tables import TableWriter, read_columns
from compare.duplicates.archive.stage_input import Counts, StageInput
from compare.duplicates.archive.text_file import stored_texts
from compare.duplicates.kernels.batch import Indices, Texts
from compare.duplicates.kernels.sorted_unique import sorted_unique
from compare.duplicates.verify_pairs import VerifiedPairs, verify_pairs

NEAR = "near.parquet"
_KINDS = {"low": "int64", "high": "int64", "jaccard": "float64", "containment": "float64"}


def verify_candidates(given: StageInput) -> Counts:
    """Counts pairs that are ``verified``; they stay in order."""
    job, texts = given.job, stored_texts(given.job.folder / "read")
    count = 0
    with TableWriter(given.folder / NEAR, _KINDS) as near:
        for low, high in read_columns(job.path_of("candidates", PAIRS)):
            for part in _parts(texts, low, high, job.settings.archive.batch_bytes):
                found = _verified(given, texts, low[part], high[part])
                near.add({"low": found.low, "high": found.high, "jaccard": found.jaccard, "containment": found.containment})
                count += len(found.low)
                given.progress(part.stop - part.start)
    return {"verified": count}


def _verified(given: StageInput, texts: Texts, low: Indices, high: Indices) -> VerifiedPairs:
    inside = sorted_unique(np.concatenate([low, high]))
    places = np.searchsorted(inside, low), np.searchsorted(inside, high)
    found = verify_pairs(texts.take(inside), *places, given.job.sketch, given.job.kernels)
    return VerifiedPairs(inside[found.low], inside[found.high], found.jaccard, found.containment)


def _parts(texts: Texts, low: Indices, high: Indices, limit: int) -> Iterator[slice]:
    """Runs of pairs whose texts have no more than ``limit`` bytes together, or of one pair."""
    waiting = [slice(0, len(low))] if len(low) else []
    while waiting:
        part = waiting.pop()
        inside = sorted_unique(np.concatenate([low[part], high[part]]))
        size = int((texts.offsets[inside + 1] - texts.offsets[inside]).sum())
        middle = (part.start + part.stop) // 2
        if size <= limit or middle == part.start:
            yield part
        else:
            waiting += [slice(middle, part.stop), slice(part.start, middle)]
