"""A gzip file -> the one source inside, read as it is unpacked."""

import gzip
from collections.abc import Iterator
from typing import BinaryIO

from compare.model import Skipped
from compare.sources.packed.bounded import UnpackBudget, limit_unpacking
from compare.sources.source import Source

_SUFFIXES = {".gz": "", ".gzip": "", ".tgz": ".tar", ".taz": ".tar", ".svgz": ".svg"}


def gunzip(file: BinaryIO, source: Source, budget: UnpackBudget) -> Iterator[Source | Skipped]:
    """It keeps the origin; several gzip streams one behind the other are one file, as in ``.warc.gz``."""

    def opened() -> BinaryIO:
        file.seek(0)
        return limit_unpacking(gzip.GzipFile(fileobj=file), budget, file.tell)

    yield Source(source.origin, _inside(source.name), opened, source.headers)


def _inside(name: str) -> str:
    for suffix, instead in _SUFFIXES.items():
        if name.lower().endswith(suffix):
            return name[: -len(suffix)] + instead
    return name
