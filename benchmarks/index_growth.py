"""A number of paragraphs -> what an index of so many costs: adding 1,000 more, asking 1,000, opening, checking, bytes a paragraph.

    python benchmarks/index_growth.py 1000000 [--folder DIR] [--rounds 30] [--kernels numpy]

Paragraphs are those of corpus.py, an article each. They come in batches of 250,000 first and are compacted, then in batches of 1,000, with
the joining of segments that becomes due. Wall clock, the index open, kernels warm, and an add counts until it is on the disk; leave the
machine alone meanwhile. With --folder the index stays there, and a later run goes on with it.

The last lines say what it takes to hold every byte against its checksum, as ``duplicates.index_check = "open"`` does at each opening, and
how many times longer that makes a query; then what a new manifest takes where the old one is lost. Files are in memory by then.
"""

import argparse
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import TypeVar

import numpy as np
from corpus import paragraphs

from compare.duplicates.index import manifest
from compare.duplicates.index.new_articles import NewParagraphs
from compare.duplicates.index.open_index import check, open_index
from compare.duplicates.index.query import find_matches
from compare.duplicates.index.repair import repair
from compare.duplicates.index.writer import IndexWriter, open_writer
from compare.duplicates.kernels import numpy_kernels
from compare.duplicates.kernels.choose_kernels import kernels_for
from compare.duplicates.kernels.kernel_protocol import Kernels
from compare.model import Article, ArticleId
from compare.settings import DuplicateSettings

_BULK, _SMALL = 250_000, 1_000  # paragraphs
_MOST = 20  # matches of a paragraph asked of
Made = TypeVar("Made")


def batches(texts: Iterator[str], first: int, size: int) -> Iterator[NewParagraphs]:
    """The next texts, ``size`` of them at a time, each an article numbered from ``first``."""
    while batch := tuple(islice(texts, size)):
        articles = tuple(Article(ArticleId(f"a{first + at}"), f"outlet {at % 40}", text, "", "") for at, text in enumerate(batch))
        ends = np.array([len(text) for text in batch])
        yield NewParagraphs(articles, batch, np.arange(len(batch)), np.zeros(len(batch), dtype=np.int64), ends)
        first += len(batch)


def timed(work: Callable[[], Made]) -> tuple[float, Made]:
    """Milliseconds, and what came of it."""
    start = time.perf_counter()
    made = work()
    return 1000 * (time.perf_counter() - start), made


def filled(writer: IndexWriter, texts: Iterator[str], count: int, kernels: Kernels) -> None:
    """So many paragraphs in all, in large batches."""
    for batch in batches(islice(texts, count - len(writer.index)), len(writer.index), _BULK):
        took, receipt = timed(lambda batch=batch: writer.add(batch, kernels))
        print(f"{len(writer.index):,} paragraphs, the last {receipt.paragraphs:,} in {took / 1000:.1f} s", flush=True)
    took, _ = timed(writer.compact)
    print(f"compacted in {took / 1000:.1f} s")


def shown(name: str, took: list[float]) -> None:
    """Median and spread in one line."""
    print(f"{name:34} median {statistics.median(took):7.1f} ms   mean {statistics.mean(took):7.1f}   worst {max(took):7.1f}")


def measured(writer: IndexWriter, texts: Iterator[str], rounds: int, kernels: Kernels) -> float:
    """Adds and queries of 1,000; milliseconds of the quickest query."""
    adds, joins, asks = [], [], []
    for at, batch in enumerate(batches(islice(texts, (2 * rounds + 1) * _SMALL), len(writer.index), _SMALL)):
        if at == 0:  # compiled code is loaded with its first use
            find_matches(writer.index, batch, kernels, _MOST)
            writer.add(batch, kernels)
        elif at % 2:
            asks.append(timed(lambda batch=batch: find_matches(writer.index, batch, kernels, _MOST))[0])
        else:
            adds.append(timed(lambda batch=batch: writer.add(batch, kernels))[0])
            joins.append(timed(writer.join_due)[0])
    shown("adding 1,000", adds)
    shown("adding 1,000 and joining segments", [one + other for one, other in zip(adds, joins, strict=True)])
    shown("asking 1,000", asks)
    print(f"{len(writer.index.segments)} segments at the end")
    return min(asks)


def checked(folder: Path, rounds: int, asking: float) -> None:
    """What checks cost, and what a repair does after the manifest was lost."""
    checks = [timed(lambda: check(open_index(folder)))[0] for _ in range(min(rounds, 5))]
    size = sum(part.stamp.bytes for part in open_index(folder).manifest.parts)
    shown("opening and checking every byte", checks)
    times = (asking + min(checks)) / asking
    print(f"{size / 1e6 / min(checks):.2f} GB a second; with it, asking {_SMALL:,} takes {times:.1f} times as long (the quickest of each)")
    (folder / manifest.NAME).unlink()
    shown("making a lost manifest again", [timed(lambda: repair(folder, lambda _: numpy_kernels))[0]])


def run(folder: Path, count: int, rounds: int, kernels: Kernels) -> None:
    """Fill, measure, open anew."""
    with open_writer(folder, None) as writer:
        texts = paragraphs(10**9)
        for _ in islice(texts, len(writer.index)):
            pass
        if len(writer.index) < count:
            filled(writer, texts, count, kernels)
        size = sum(part.stamp.bytes for part in writer.index.manifest.parts) / len(writer.index)
        asking = measured(writer, texts, rounds, kernels)
    opens = [timed(lambda: open_index(folder))[0] for _ in range(rounds)]
    print(f"{size:.0f} bytes a paragraph, its text among them")
    shown("opening", opens)
    checked(folder, rounds, asking)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int, metavar="N")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--kernels", choices=["numpy", "numba"], default="numba")
    wanted = parser.parse_args()
    kernels = kernels_for(wanted.count, DuplicateSettings(kernels=wanted.kernels))
    with tempfile.TemporaryDirectory() as scratch:
        run(wanted.folder or Path(scratch) / "index", wanted.count, wanted.rounds, kernels)


if __name__ == "__main__":
    main()
