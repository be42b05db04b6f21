"""Comparison documents -> compressed rows, each once, and back."""

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from compare.errors import StoreError
from compare.review.store.store_protocol import JsonObject, Run, RunId
from compare.review.store.table_names import RUNS

_MAY_DIFFER = ("made_at", "version")  # of `run`, between equal runs
_JSON = json.JSONEncoder(sort_keys=True, separators=(",", ":"))
_LEVEL = 1  # 83 MB of JSON: .6 s and 11 MB; level 6 takes four times as long for 7 MB


@dataclass(frozen=True, slots=True)
class Packed:
    """A document ready to be kept: what may differ between equal runs stands beside the rest."""

    id: RunId
    story: str
    made_at: str
    version: str
    rest: bytes


def packed(document: Mapping[str, Any]) -> Packed:
    """The same ``id`` and ``rest`` for equal runs, whatever the order of their keys. Seconds for a large document: do it before a write."""
    run = {name: value for name, value in document["run"].items() if name not in _MAY_DIFFER}
    made_at, version = (document["run"][name] for name in _MAY_DIFFER)
    digest, packer, rest = sha256(), zlib.compressobj(_LEVEL), []
    for part in _written({**document, "run": run}):
        digest.update(part)
        rest.append(packer.compress(part))
    return Packed(RunId(digest.hexdigest()), document["story"]["id"], made_at, version, b"".join([*rest, packer.flush()]))


def _written(document: Mapping[str, Any]) -> Iterator[bytes]:
    """Its JSON in pieces of a claim or an article: between two of them, other threads have their turn."""
    for at, name in enumerate(sorted(document)):
        yield f"{',' if at else '{'}{_JSON.encode(name)}:".encode()
        value = document[name]
        if not isinstance(value, list) or not value:
            yield _JSON.encode(value).encode()
            continue
        for place, item in enumerate(value):
            yield f"{',' if place else '['}{_JSON.encode(item)}".encode()
        yield b"]"
    yield b"}"


def add_run(connection: Connection, run: Packed, opened: str) -> Run:
    """As ``Store.add_run``."""
    place = (connection.scalar(select(func.max(RUNS.c.place))) or 0) + 1
    reopened = connection.execute(update(RUNS).where(RUNS.c.id == run.id).values(opened=opened, place=place))
    if reopened.rowcount == 0:
        row = {"id": run.id, "story": run.story, "made_at": run.made_at, "version": run.version, "opened": opened, "place": place}
        connection.execute(insert(RUNS), {**row, "document": run.rest})
    return runs(connection, run.story)[0]


def runs(connection: Connection, story: str | None) -> list[Run]:
    """As ``Store.runs``."""
    query = select(RUNS.c.id, RUNS.c.story, RUNS.c.made_at, RUNS.c.opened).order_by(RUNS.c.place.desc())
    rows = connection.execute(query if story is None else query.where(RUNS.c.story == story))
    return [Run(RunId(run), own, made_at, opened) for run, own, made_at, opened in rows]


def document_of(connection: Connection, run: RunId) -> JsonObject | None:
    """As ``Store.document``; its keys are in alphabetical order."""
    row = connection.execute(select(RUNS.c.made_at, RUNS.c.version, RUNS.c.document).where(RUNS.c.id == run)).first()
    if row is None:
        return None
    made_at, version, rest = row
    try:
        document: JsonObject = json.loads(zlib.decompress(rest))
        document["run"] |= {"made_at": made_at, "version": version}
    except (zlib.error, ValueError, TypeError, KeyError) as error:
        raise StoreError(f"the run of {made_at}", "is damaged in the store", "open the folder of that comparison again") from error
    return document
