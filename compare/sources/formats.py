"""The suffix of a file -> who reads the articles in it; a file with any other suffix is one article, as its text stands."""

from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources.jsonl import read_jsonl
from compare.sources.parquet import read_parquet

# Article or reason, each with its place, in order; a file that can be read again from its begin.
ReadRecords = Callable[[BinaryIO, str, InputSettings], Iterator[tuple[str, Article | Skipped]]]

RECORDS: Mapping[str, ReadRecords] = {".jsonl": read_jsonl, ".ndjson": read_jsonl, ".parquet": read_parquet}
