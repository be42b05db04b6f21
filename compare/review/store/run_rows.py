"""Comparison documents <-> compressed rows, one for each run."""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from compare.errors import StoreError
from compare.review.store.store_protocol import JsonObject, RunId, StoredRun
from compare.review.store.table_names import RUNS

_MAY_DIFFER = ("made_at", "version")  # of `run`, between equal runs
_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"))
_COMPRESSION_LEVEL = 1  # 83 MB of JSON: .6 s and 11 MB; level 6 takes four times as long for 7 MB


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedDocument:
    """A document ready to be stored: what may differ between equal runs is apart from the compressed rest."""

    id: RunId
    story: str
    made_at: str
    version: str
    packed_rest: bytes


def pack_document(document: Mapping[str, Any]) -> PackedDocument:
    """The same ``id`` and ``packed_rest`` for equal runs, whatever the order of their keys.

    Takes seconds for a large document, so it is done before the write transaction.
    """
    run = {name: value for name, value in document["run"].items() if name not in _MAY_DIFFER}
    made_at, version = (document["run"][name] for name in _MAY_DIFFER)
    digest, compressor, packed_rest = sha256(), zlib.compressobj(_COMPRESSION_LEVEL), []
    for part in _json_pieces({**document, "run": run}):
        digest.update(part)
        packed_rest.append(compressor.compress(part))
    return PackedDocument(
        id=RunId(digest.hexdigest()),
        story=document["story"]["id"],
        made_at=made_at,
        version=version,
        packed_rest=b"".join([*packed_rest, compressor.flush()]),
    )


def _json_pieces(document: Mapping[str, Any]) -> Iterator[bytes]:
    """The JSON in pieces of one claim or article, so that other threads can run between them."""
    for at, name in enumerate(sorted(document)):
        yield f"{',' if at else '{'}{_JSON.encode(name)}:".encode()
        value = document[name]
        if not isinstance(value, list) or not value:
            yield _JSON.encode(value).encode()
            continue
        for index, item in enumerate(value):
            yield f"{',' if index else '['}{_JSON.encode(item)}".encode()
        yield b"]"
    yield b"}"


def add_run(connection: Connection, run: PackedDocument, opened: str) -> StoredRun:
    """As ``Store.add_run``."""
    place = (connection.scalar(select(func.max(RUNS.c.place))) or 0) + 1
    reopened = connection.execute(update(RUNS).where(RUNS.c.id == run.id).values(opened=opened, place=place))
    if reopened.rowcount == 0:
        row = {"id": run.id, "story": run.story, "made_at": run.made_at, "version": run.version, "opened": opened, "place": place}
        connection.execute(insert(RUNS), {**row, "document": run.packed_rest})
    return runs(connection, run.story)[0]


def runs(connection: Connection, story: str | None) -> list[StoredRun]:
    """As ``Store.runs``."""
    query = select(RUNS.c.id, RUNS.c.story, RUNS.c.made_at, RUNS.c.opened).order_by(RUNS.c.place.desc())
    rows = connection.execute(query if story is None else query.where(RUNS.c.story == story))
    return [StoredRun(RunId(run), story_of_run, made_at, opened) for run, story_of_run, made_at, opened in rows]


def read_document(connection: Connection, run: RunId) -> JsonObject | None:
    """As ``Store.document``; its keys are in alphabetical order."""
    row = connection.execute(select(RUNS.c.made_at, RUNS.c.version, RUNS.c.document).where(RUNS.c.id == run)).first()
    if row is None:
        return None
    made_at, version, packed_rest = row
    try:
        document: JsonObject = json.loads(zlib.decompress(packed_rest))
        document["run"] |= {"made_at": made_at, "version": version}
    except (zlib.error, ValueError, TypeError, KeyError) as error:
        raise StoreError(f"the run of {made_at}", "is damaged in the store", "open the folder of that comparison again") from error
    return document
