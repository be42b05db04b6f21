"""Clusters -> ``clusters.jsonl`` and ``clusters.parquet``, the same in both; the last stage."""

import json
from typing import Any

import pyarrow as pa
from pyarrow.parquet import ParquetWriter

from compare.duplicates.archive.gather_clusters import gather_clusters
from compare.duplicates.archive.stage_input import Counts, StageInput

CLUSTERS_JSONL, CLUSTERS_PARQUET = "clusters.jsonl", "clusters.parquet"
MADE_BY = {b"made_by": b"tellings duplicates/1"}  # how the table says that it is ours
_GROUP = 1 << 16  # members of a row group
_DATE = pa.struct([(name, pa.string()) for name in ("value", "precision", "from", "zone")])
_MEMBER = pa.struct([("article", pa.string()), ("outlet", pa.string()), ("published", _DATE), ("start", pa.int64()), ("end", pa.int64())])
_LINK = pa.struct([("a", pa.int64()), ("b", pa.int64()), ("jaccard", pa.float64()), ("containment", pa.float64())])
_SCHEMA = pa.schema(
    [("id", pa.string()), ("first", pa.string()), ("members", pa.list_(_MEMBER)), ("links", pa.list_(_LINK))], metadata=MADE_BY
)


def write_clusters(given: StageInput) -> Counts:
    """Counts ``links``."""
    links = 0
    with (given.folder / CLUSTERS_JSONL).open("w", encoding="utf-8", newline="\n") as lines, ParquetWriter(given.folder / CLUSTERS_PARQUET, _SCHEMA) as table:
        held: list[dict[str, Any]] = []
        size = 0
        for cluster in gather_clusters(given):
            lines.write(json.dumps(cluster, ensure_ascii=False, allow_nan=False) + "\n")
            held.append(cluster)
            size += len(cluster["members"])
            links += len(cluster["links"])
            given.progress(len(cluster["members"]))
            if size >= _GROUP:
                table.write_table(pa.Table.from_pylist(held, _SCHEMA))
                held, size = [], 0
        table.write_table(pa.Table.from_pylist(held, _SCHEMA))
    return {"links": links}
