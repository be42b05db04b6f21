"""Numbers of paragraphs -> what an index keeps of them: texts, places, clusters."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

import numpy as np
from numpy.typing import NDArray

from compare.duplicates.index.open_index import Index
from compare.duplicates.index.segment import Segment
from compare.duplicates.kernels.batch import LENGTH_CHANGING, Hashes, Indices, Texts, offsets_of, texts_of
from compare.model import ArticleId, DateOrigin, Precision, Published
from compare.publication import split_zone


@dataclass(frozen=True, slots=True)
class StoredPlace:
    """Where a paragraph stands; ``start`` and ``end`` are code points of the article's text as it was when the paragraph was added."""

    article: ArticleId
    outlet: str
    published: Published | None
    url: str | None
    title: str | None
    start: int
    end: int


def exact_texts(strings: Sequence[str]) -> Texts:
    """The strings as they are: an index keeps what was said, and kernels read what ``evened`` makes of it."""
    parts = [text.encode("utf-8", "surrogatepass") for text in strings]
    return Texts(np.frombuffer(b"".join(parts), dtype=np.uint8), offsets_of([len(part) for part in parts]))


def kernel_texts(texts: Texts) -> Texts:
    """The texts as kernels want them (``batch.texts_of``)."""
    body = texts.buffer[texts.offsets[0] : texts.offsets[-1]].tobytes()
    if not any(sign.encode() in body for sign in LENGTH_CHANGING):
        return texts
    return texts_of([texts[at] for at in range(len(texts))])


def read_texts(index: Index, ids: Indices) -> Texts:
    """The texts of these paragraphs, as they were added."""
    parts = [memoryview(b"")] * len(ids)
    for segment, where, numbers in index.by_segment(ids):
        starts, ends = _extents(segment["text_ends"], numbers)
        text = segment["text"].data
        for at, start, end in zip(where.tolist(), starts.tolist(), ends.tolist(), strict=True):
            parts[at] = text[start:end]
    return Texts(np.frombuffer(b"".join(parts), dtype=np.uint8), offsets_of([len(part) for part in parts]))


def labels_of(index: Index, ids: Indices) -> Indices:
    """The first paragraph of the cluster that each of these is in now."""
    labels = np.empty(len(ids), dtype=np.int64)
    for segment, where, numbers in index.by_segment(ids):
        labels[where] = segment["labels"][numbers]
    return current_clusters(index, labels)


def current_clusters(index: Index, firsts: Indices) -> Indices:
    """Where each cluster has gone to, itself if it has not gone."""
    found = firsts.copy()
    moved = np.arange(len(found))
    while len(moved):
        gone = [_follow_merges(segment, found, moved) for segment in index.segments]
        moved = np.concatenate([np.empty(0, dtype=np.int64), *gone])
    return found


def had_members(index: Index, firsts: Indices) -> NDArray[np.bool_]:
    """Whether anyone ever came to the clusters of these first paragraphs while they were the first."""
    had = np.zeros(len(firsts), dtype=np.bool_)
    for segment in index.segments:
        joined = segment["joined"]
        if len(joined):
            had |= joined[np.minimum(np.searchsorted(joined, firsts), len(joined) - 1)] == firsts
    return had


def _follow_merges(segment: Segment, found: Indices, at: Indices) -> Indices:
    """Move those of ``found`` at ``at`` that went away in this segment; which those were."""
    gone = segment["gone"]
    if not len(gone):
        return at[:0]
    place = np.minimum(np.searchsorted(gone, found[at]), len(gone) - 1)
    hit = gone[place] == found[at]
    went: Indices = at[hit]
    found[went] = segment["gone_into"][place[hit]]
    return went


def places_of(index: Index, ids: Indices) -> list[StoredPlace]:
    """Where these paragraphs stand."""
    places: dict[int, StoredPlace] = {}
    for segment, where, numbers in index.by_segment(ids):
        spans = zip(segment["article"][numbers].tolist(), segment["start"][numbers].tolist(), segment["end"][numbers].tolist(), strict=True)
        places.update((at, _place(segment, *span)) for at, span in zip(where.tolist(), spans, strict=True))
    return [places[at] for at in range(len(ids))]


def _place(segment: Segment, article: int, start: int, end: int) -> StoredPlace:
    said = {name: article_string(segment, name, article) for name in ("id", "outlet", "published", "url", "title")}
    return StoredPlace(
        ArticleId(said["id"]), said["outlet"], published_of(segment, article), said["url"] or None, said["title"] or None, start, end
    )


def published_of(segment: Segment, article: int) -> Published | None:
    """When an article of the segment appeared, if it says so."""
    value, zone = split_zone(article_string(segment, "published", article))
    if not value:
        return None
    precision: Precision = article_string(segment, "precision", article)  # type: ignore[assignment]  # as it was given
    origin: DateOrigin = article_string(segment, "dated", article)  # type: ignore[assignment]
    return Published(value, precision, origin, zone)


def article_string(segment: Segment, name: str, article: int) -> str:
    """What is kept of an article under that name; nothing if it was not said."""
    starts, ends = _extents(segment[f"article_{name}_ends"], np.array([article]))
    return segment[f"article_{name}"][starts[0] : ends[0]].tobytes().decode("utf-8", "surrogatepass")


def versions(index: Index, articles: Sequence[str]) -> Iterator[tuple[int, Segment, int]]:
    """Every version of each article that the index has: its place in ``articles``, the segment, its place among the articles there."""
    hashes = hashes_of(articles)
    for segment in index.segments:
        starts, ends = (np.searchsorted(segment["article_hash"], hashes, side) for side in ("left", "right"))
        for which in np.flatnonzero(ends > starts).tolist():
            for at in segment["article_hash_of"][starts[which] : ends[which]].tolist():
                if article_string(segment, "id", at) == articles[which]:
                    yield which, segment, at


def hashes_of(articles: Sequence[str]) -> Hashes:
    """By which articles are looked up: the first eight bytes of the SHA-256 of their ids."""
    return np.frombuffer(b"".join(digest_of(article)[:8] for article in articles), dtype=">u8").astype(np.uint64)


def digest_of(text: str) -> bytes:
    """Its SHA-256."""
    return sha256(text.encode("utf-8", "surrogatepass")).digest()


def stored_copies(index: Index, ids: Indices) -> list[Indices]:
    """For each of these paragraphs the numbers of those that are its copies, rising."""
    found: list[list[Indices]] = [[] for _ in range(len(ids))]
    for segment in index.segments:
        starts, ends = (np.searchsorted(segment["copied"], ids, side) for side in ("left", "right"))
        for at in np.flatnonzero(ends > starts).tolist():
            found[at].append(segment["copied_by"][starts[at] : ends[at]].astype(np.int64) + segment.part.first)
    return [np.concatenate([np.empty(0, dtype=np.int64), *parts]) if parts else np.empty(0, dtype=np.int64) for parts in found]


def _extents(ends: Indices, at: Indices) -> tuple[Indices, Indices]:
    """Where each of some texts begins and ends, of which only the ends are kept."""
    return np.where(at > 0, ends[at - 1], 0), ends[at]
