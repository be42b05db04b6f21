"""What tests of an index share: paragraphs that arrive, made-up crowds of near-copies, and what a single batch would have found."""

from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest

from compare.duplicates.index.new_articles import NewParagraphs
from compare.duplicates.index.open_index import Index
from compare.duplicates.index.stored_paragraphs import labels_of
from compare.duplicates.index.writer import open_writer
from compare.duplicates.kernels import numpy_kernels
from compare.duplicates.kernels.batch import texts_of
from compare.duplicates.near_texts import find_near_pairs
from compare.duplicates.sketch_settings import sketch_of
from compare.model import Article, ArticleId

LINKS = ("link_low", "link_high", "link_jaccard", "link_containment")


def arrived(texts: Sequence[str], first: int = 0) -> NewParagraphs:
    """Each text an article of one paragraph, whatever is in it."""
    articles = tuple(Article(ArticleId(f"a{first + at}"), "Bến Cảng", text, "", "") for at, text in enumerate(texts))
    return NewParagraphs(articles, tuple(texts), np.arange(len(texts)), np.zeros(len(texts), np.int64), np.array([len(text) for text in texts]))


def found_by(index: Index) -> tuple[list[int], list[tuple[float, ...]]]:
    """The first paragraph of each paragraph's cluster, and the links with their figures, in order."""
    columns = [np.concatenate([np.empty(0), *(segment[name] for segment in index.segments)]).tolist() for name in LINKS]
    return labels_of(index, np.arange(len(index))).tolist(), sorted(zip(*columns, strict=True))


def found_at_once(texts: Sequence[str], index: Index) -> tuple[list[int], list[tuple[float, ...]]]:
    """The same of one batch without an index."""
    found = find_near_pairs(texts_of(texts), sketch_of(index.settings), numpy_kernels)
    columns = (found.low, found.high, found.jaccard, found.containment)
    return found.labels().tolist(), sorted(zip(*(column.tolist() for column in columns), strict=True))


def added(folder: Path, texts: Sequence[str], kernels: Any = numpy_kernels) -> Any:
    """The receipt of one add."""
    with open_writer(folder, None) as writer:
        return writer.add(arrived(texts, len(writer.index)), kernels)


def crowd(count: int, seed: int = 1) -> list[str]:
    """Altered copies of one paragraph, and now and then an exact one, a stranger, or a line too short to be compared."""
    random = np.random.default_rng(seed)
    base = [f"chữ{at}" for at in range(40)]
    made = []
    for at in range(count):
        words = list(base)
        words[int(random.integers(40))] = f"khác{random.integers(6)}"
        kinds = [words, base, [f"lạ{at}-{place}" for place in range(12)], ["ngắn", "quá"]]
        made.append(" ".join(kinds[int(random.choice(4, p=[0.8, 0.1, 0.05, 0.05]))]))
    return made


@pytest.fixture(scope="session")
def desk() -> Any:
    """All of it, for tests that find no module beside them."""
    return SimpleNamespace(arrived=arrived, found_by=found_by, found_at_once=found_at_once, added=added, crowd=crowd)
