"""Articles that come to an index -> their paragraphs and the arrays that say where each stands; what the index has already is left out."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from compare.duplicates.index.container import Array
from compare.duplicates.index.open_index import Index
from compare.duplicates.index.segment import ARTICLE_STRINGS
from compare.duplicates.index.stored_paragraphs import digest_of, hashes_of, versions
from compare.duplicates.kernels.batch import Indices, Texts, offsets_of
from compare.model import Article
from compare.publication import value_with_zone
from compare.reading.paragraphs_and_sentences import paragraphs


@dataclass(frozen=True, slots=True)
class NewParagraphs:
    """Paragraphs in order, and of which article (its place) and where in it each is."""

    articles: tuple[Article, ...]
    texts: tuple[str, ...]
    article: Indices
    start: Indices
    end: Indices


@dataclass(frozen=True, slots=True)
class NewAndKnown:
    """Articles to add; of these, how many are other texts under an id that is known; and those that are known to the letter."""

    new: tuple[Article, ...]
    later_versions: int
    known: tuple[Article, ...]


def new_paragraphs(articles: Sequence[Article]) -> NewParagraphs:
    """A line that holds anything but white space is a paragraph."""
    spans = [(at, span) for at, article in enumerate(articles) for span in paragraphs(article.text)]
    columns = np.array([(at, span.start, span.end) for at, span in spans], dtype=np.int64).reshape(-1, 3).T
    return NewParagraphs(tuple(articles), tuple(span.of(articles[at].text) for at, span in spans), *columns)


def split_known(index: Index, articles: Sequence[Article]) -> NewAndKnown:
    """An article is known if its very text stands under its id already, in the index or further up; another text is a later version."""
    seen: dict[str, set[bytes]] = {article.id: set() for article in articles}
    for which, segment, at in versions(index, [article.id for article in articles]):
        seen[articles[which].id].add(segment["article_sha256"][at].tobytes())
    new: list[Article] = []
    known: list[Article] = []
    later = 0
    for article in articles:
        digest, before = digest_of(article.text), seen[article.id]
        (known if digest in before else new).append(article)
        later += digest not in before and bool(before)
        before.add(digest)
    return NewAndKnown(tuple(new), later, tuple(known))


def paragraph_columns(given: NewParagraphs, texts: Texts) -> dict[str, Array]:
    """The arrays of a segment that say what paragraphs are, by their ``texts`` as they came, and where they stand."""
    hashes = hashes_of([article.id for article in given.articles])
    order = np.argsort(hashes, kind="stable")
    digests = b"".join(digest_of(article.text) for article in given.articles)
    words = [_words(article) for article in given.articles]
    columns: dict[str, Array] = {
        "article": given.article,
        "start": given.start,
        "end": given.end,
        "text": texts.buffer,
        "text_ends": texts.offsets[1:],
        "article_hash": hashes[order],
        "article_hash_of": order,
        "article_sha256": np.frombuffer(digests, dtype=np.uint8).reshape(-1, 32),
    }
    for at, name in enumerate(ARTICLE_STRINGS):
        parts = [row[at].encode("utf-8", "surrogatepass") for row in words]
        columns[f"article_{name}"] = np.frombuffer(b"".join(parts), dtype=np.uint8)
        columns[f"article_{name}_ends"] = offsets_of([len(part) for part in parts])[1:]
    return columns


def _words(article: Article) -> tuple[str, ...]:
    """In the order of ``ARTICLE_WORDS``."""
    dated = article.published
    published = (value_with_zone(dated), dated.precision, dated.origin) if dated else ("", "", "")
    return (article.id, article.outlet, *published, article.url or "", article.title or "")
