"""Clusters, their paragraphs and links, out of the tables -> one cluster after the other, as it is written."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

from compare.duplicates.archive.cluster_stage import MEMBERS
from compare.duplicates.archive.copy_stage import COPIES
from compare.duplicates.archive.parquet_tables import query_batches, open_duckdb
from compare.duplicates.archive.read_stage import ARTICLES, PARAGRAPHS
from compare.duplicates.archive.stage_input import StageInput
from compare.duplicates.archive.text_file import stored_texts
from compare.duplicates.archive.verify_stage import NEAR
from compare.duplicates.find_clusters import cluster_id
from compare.duplicates.first_article import first_article
from compare.duplicates.kernels.batch import Texts
from compare.model import ArticleId, Paragraph, Published, Span
from compare.publication import split_zone

_MEMBERS = """
SELECT m.cluster, m.id, a.id, a.outlet, p.start, p.stop, a.value, a.precision, a.origin
FROM read_parquet(?) m JOIN read_parquet(?) p ON p.id = m.id JOIN read_parquet(?) a ON a.number = p.article
ORDER BY m.cluster, m.id
"""
_LINKS = """
SELECT m.cluster, l.low, l.high, l.jaccard, l.containment
FROM (SELECT * FROM read_parquet(?) UNION ALL SELECT first, id, 1.0, 1.0 FROM read_parquet(?)) l JOIN read_parquet(?) m ON m.id = l.low
ORDER BY m.cluster, l.low, l.high
"""
_Row = tuple[Any, ...]


def gather_clusters(given: StageInput) -> Iterator[dict[str, Any]]:
    """By their first paragraph; members in order of arrival, links by members, a copy linked to the first of its shingles.

    Holds one cluster, with some 500 bytes a member.
    """
    job = given.job
    members, near, copies = job.path_of("join", MEMBERS), job.path_of("verify", NEAR), job.path_of("collapse", COPIES)
    texts = stored_texts(job.folder / "read")
    with open_duckdb(job.settings.archive, given.folder) as connection:
        rows = _rows(query_batches(connection, _MEMBERS, members, job.path_of("read", PARAGRAPHS), job.path_of("read", ARTICLES)))
        links = _rows(query_batches(connection.cursor(), _LINKS, near, copies, members))
        for (_, found), (_, pairs) in zip(groupby(rows, itemgetter(0)), groupby(links, itemgetter(0)), strict=True):
            yield _cluster(list(found), list(pairs), texts)


def _rows(blocks: Iterator[Any]) -> Iterator[_Row]:
    for block in blocks:
        yield from zip(*(column.to_pylist() for column in block.columns), strict=True)


def _cluster(rows: list[_Row], pairs: list[_Row], texts: Texts) -> dict[str, Any]:
    published = {ArticleId(article): _published(*date) for _, _, article, _, _, _, *date in rows}
    paragraphs = [Paragraph(ArticleId(article), Span(start, stop)) for _, _, article, _, start, stop, *_ in rows]
    places = {id_: at for at, (_, id_, *_) in enumerate(rows)}
    return {
        "id": cluster_id(paragraphs, [texts[id_] for id_ in places]),
        "first": first_article(published, published),
        "members": [
            {"article": article, "outlet": outlet, "published": _date(published[article]), "start": start, "end": stop}
            for _, _, article, outlet, start, stop, *_ in rows
        ],
        "links": [
            {"a": places[low], "b": places[high], "jaccard": round(jaccard, 6), "containment": round(containment, 6)}
            for _, low, high, jaccard, containment in pairs
        ],
    }


def _published(word: str | None, precision: Any, origin: Any) -> Published | None:  # noqa: ANN401 - as ``Published`` was stored
    if word is None:
        return None
    value, zone = split_zone(word)
    return Published(value, precision, origin, zone)


def _date(published: Published | None) -> dict[str, str | None] | None:
    """As in a comparison document, but with a zone of its own that may be null, since a table has all columns."""
    if published is None:
        return None
    return {"value": published.value, "precision": published.precision, "from": published.origin, "zone": published.zone or None}
