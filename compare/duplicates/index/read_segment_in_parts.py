"""The paragraphs of a segment -> the same in parts that fit into memory, as if they were new; and arrays for paragraphs that are lost."""

from collections.abc import Iterator, Mapping

import numpy as np

from compare.duplicates.index.container import Array
from compare.duplicates.index.segment import ARTICLE_STRINGS
from compare.duplicates.index.stored_paragraphs import hashes_of

_PART = 100_000  # paragraphs signed together, some 2 kB each


def read_in_parts(arrays: Mapping[str, Array], size: int = _PART) -> Iterator[dict[str, Array]]:
    """So many articles at a time that they have about ``size`` paragraphs; every article whole, in the same order."""
    articles, paragraphs = len(arrays["article_sha256"]), arrays["article"]
    start = 0
    while start < articles:
        first = int(np.searchsorted(paragraphs, start))
        end = int(paragraphs[first + size]) if first + size < len(paragraphs) else articles
        end = max(end, start + 1)
        yield _articles(arrays, start, end)
        start = end


def empty_paragraphs(count: int) -> dict[str, Array]:
    """Arrays of empty paragraphs, of an article without a name."""
    nothing, zeros = np.empty(0, dtype=np.uint8), np.zeros(count, dtype=np.int64)
    arrays: dict[str, Array] = {"article": zeros, "start": zeros, "end": zeros, "text": nothing, "text_ends": zeros}
    arrays |= {
        "article_sha256": np.zeros((1, 32), dtype=np.uint8),
        "article_hash": hashes_of([""]),
        "article_hash_of": np.zeros(1, np.int64),
    }
    for name in ARTICLE_STRINGS:
        arrays |= {f"article_{name}": nothing, f"article_{name}_ends": np.zeros(1, dtype=np.int64)}
    return arrays


def _articles(arrays: Mapping[str, Array], start: int, end: int) -> dict[str, Array]:
    first, last = (int(at) for at in np.searchsorted(arrays["article"], (start, end)))
    by_article = np.empty(len(arrays["article_hash"]), dtype=np.uint64)
    by_article[arrays["article_hash_of"]] = arrays["article_hash"]
    hashes = by_article[start:end]
    order = np.argsort(hashes, kind="stable")
    found: dict[str, Array] = {
        "article": arrays["article"][first:last].astype(np.int64) - start,
        "start": arrays["start"][first:last],
        "end": arrays["end"][first:last],
        "article_sha256": arrays["article_sha256"][start:end],
        "article_hash": hashes[order],
        "article_hash_of": order,
    }
    found["text"], found["text_ends"] = _stretch(arrays, "text", first, last)
    for name in ARTICLE_STRINGS:
        found[f"article_{name}"], found[f"article_{name}_ends"] = _stretch(arrays, f"article_{name}", start, end)
    return found


def _stretch(arrays: Mapping[str, Array], name: str, start: int, end: int) -> tuple[Array, Array]:
    """The bytes of some texts, and where each of them ends."""
    ends = arrays[f"{name}_ends"]
    before = int(ends[start - 1]) if start else 0
    last = int(ends[end - 1]) if end else 0
    return arrays[name][before:last], ends[start:end] - before
