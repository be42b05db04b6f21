"""Files -> articles, paragraphs and the signatures of these, on disk and numbered as they come; the first stage."""

import json
from contextlib import ExitStack
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.archive.parquet_tables import TableWriter
from compare.duplicates.archive.skipped_summary import SkippedSummary
from compare.duplicates.archive.stage_input import Counts, ArchiveJob, StageInput
from compare.duplicates.archive.text_file import TextFile
from compare.duplicates.kernels.batch import Indices, Rows, SignedTexts, texts_of
from compare.duplicates.kernels.sorted_unique import sorted_unique
from compare.model import Skipped
from compare.publication import value_with_zone
from compare.reading.paragraphs_and_sentences import paragraphs
from compare.sources.line_blocks import LineBlock
from compare.sources.stream_articles import StreamedArticle, stream_articles

ARTICLES, PARAGRAPHS, KEYS, BAGS, ANCHORS = (f"{name}.parquet" for name in ("articles", "paragraphs", "keys", "bags", "anchors"))
SKIPPED = "skipped.json"
_DATE = ("value", "precision", "origin")  # of ``Published``, the zone behind the value
_HALF = np.uint64(32)


def read_archive(given: StageInput) -> Counts:
    """Counts ``articles``, ``paragraphs`` and what was ``skipped``; holds one batch of paragraphs."""
    job = given.job
    left_out = SkippedSummary(job.settings.archive.listed_skipped)
    for item in job.left_out:
        left_out.add(item)
    with _ArchiveWriter(job, given.folder) as shelf:
        for article in stream_articles(job.files, job.settings.input, given.progress):
            if isinstance(article, Skipped):
                left_out.add(article)
                continue
            shelf.begin(article)
            for part in article.blocks:
                if isinstance(part, Skipped):
                    left_out.add(part)
                else:
                    shelf.add(part)
    (given.folder / SKIPPED).write_text(json.dumps(left_out.document(), ensure_ascii=False, allow_nan=False), encoding="utf-8")
    return {"articles": shelf.articles, "paragraphs": shelf.paragraphs, "skipped": left_out.count}


class _ArchiveWriter:
    """Articles and their paragraphs, written and signed batch by batch."""

    def __init__(self, job: ArchiveJob, folder: Path) -> None:
        self.articles = self.paragraphs = 0
        self._job = job
        self._files = ExitStack()
        self._texts = self._files.enter_context(TextFile(folder))
        self._articles = self._table(folder / ARTICLES, number="int64", **dict.fromkeys(("id", "outlet", *_DATE), "string"))
        self._places = self._table(folder / PARAGRAPHS, **dict.fromkeys(("id", "article", "start", "stop"), "int64"))
        keys = {f"k{band}": "uint32" for band in range(job.sketch.bands)}
        self._keys = self._table(folder / KEYS, id="int64", **keys)
        self._bags = self._table(folder / BAGS, bag="uint64", other="uint64", id="int64")
        self._anchors = self._table(folder / ANCHORS, key="uint32", id="int64")
        self._begun: list[StreamedArticle] = []
        self._held: list[tuple[int, int, str]] = []
        self._size = 0

    def _table(self, path: Path, **kinds: str) -> TableWriter:
        return self._files.enter_context(TableWriter(path, kinds))

    def begin(self, article: StreamedArticle) -> None:
        """What is added from now on is of this article."""
        self._begun.append(article)
        self.articles += 1

    def add(self, stretch: LineBlock) -> None:
        """The paragraphs of some lines."""
        settings = self._job.settings.archive
        for span in paragraphs(stretch.text):
            text = span.of(stretch.text)
            self._held.append((self.articles - 1, stretch.start + span.start, text))
            self._size += len(text.encode("utf-8", "surrogatepass"))
            if len(self._held) >= settings.batch_paragraphs or self._size >= settings.batch_bytes:
                self._write()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: object, *_: object) -> None:
        if kind is None:
            self._write()
        self._files.close()

    def _write(self) -> None:
        """All that is held; an article without paragraphs too."""
        dates = [article.published for article in self._begun]
        columns = {name: [getattr(date, name, None) for date in dates] for name in _DATE}
        columns["value"] = [value_with_zone(date) if date else None for date in dates]
        numbers = np.arange(self.articles - len(dates), self.articles)
        ids, outlets = [article.id for article in self._begun], [article.outlet for article in self._begun]
        self._articles.add({"number": numbers, "id": ids, "outlet": outlets, **columns})
        texts = texts_of([text for _, _, text in self._held])
        self._texts.add(texts)
        places = np.array([(article, start, start + len(text)) for article, start, text in self._held], dtype=np.int64).reshape(-1, 3)
        everyone = self.paragraphs + np.arange(len(places))
        self._places.add({"id": everyone, "article": places[:, 0], "start": places[:, 1], "stop": places[:, 2]})
        self._sign(self._job.kernels.sign_texts(texts, self._job.sketch))
        self.paragraphs += len(places)
        self._begun, self._held, self._size = [], [], 0

    def _sign(self, signed: SignedTexts) -> None:
        """Only of paragraphs with a shingle: no other one takes part."""
        some = np.flatnonzero(signed.lengths)
        ids = self.paragraphs + some
        self._keys.add({"id": ids, **{f"k{band}": row[some] for band, row in enumerate(signed.keys)}})
        self._bags.add({"bag": signed.bags[some, 0], "other": signed.bags[some, 1], "id": ids})
        keys, owners = _distinct_anchors(signed.anchors)
        self._anchors.add({"key": keys, "id": self.paragraphs + owners})


def _distinct_anchors(anchors: Rows) -> tuple[NDArray[np.uint32], Indices]:
    """Halves of keys and their texts, each key of a text once."""
    packed = sorted_unique((anchors.owners.astype(np.uint64) << _HALF) | (anchors.values >> _HALF))
    return packed.astype(np.uint32), (packed >> _HALF).astype(np.int64)
