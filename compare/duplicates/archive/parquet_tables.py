"""Columns of numbers <-> Parquet files, a bounded number of rows at a time; DuckDB sorts them, on disk where memory does not suffice."""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

import pyarrow as pa
from numpy.typing import NDArray
from pyarrow.parquet import ParquetFile, ParquetWriter

from compare.errors import EngineError
from compare.settings import ArchiveSettings

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

BATCH_ROWS = 1 << 17  # of a table, in memory together


class TableWriter:
    """A Parquet file that grows by blocks of rows; ``kinds`` are names and Arrow's names of their types."""

    def __init__(self, path: Path, kinds: Mapping[str, str]) -> None:
        self._schema = pa.schema([(name, pa.type_for_alias(kind)) for name, kind in kinds.items()])
        self._writer = ParquetWriter(path, self._schema, compression="none", use_dictionary=False, write_statistics=False)

    def add(self, columns: Mapping[str, Any]) -> None:
        """Rows, as arrays or lists of one length."""
        self._writer.write_table(pa.table(dict(columns), schema=self._schema))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._writer.close()


def read_columns(path: Path) -> Iterator[list[NDArray[Any]]]:
    """The columns of a file of numbers, block by block, in the order in which they were written."""
    with ParquetFile(path) as table:
        for batch in table.iter_batches(BATCH_ROWS):
            yield [column.to_numpy() for column in batch.columns]


@contextmanager
def open_duckdb(settings: ArchiveSettings, folder: Path) -> Iterator["DuckDBPyConnection"]:
    """DuckDB with a bound of memory and a place on the disk for what exceeds it; ``EngineError`` if neither suffices."""
    import duckdb

    spill = folder / "spill"
    bounds: dict[str, str | bool | int | float | list[str]] = {
        "memory_limit": f"{settings.memory_bytes}B",
        "temp_directory": str(spill),
        "preserve_insertion_order": True,  # without it, an ordered result is handed over out of order
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
    }
    try:
        with duckdb.connect(config=bounds) as connection:
            yield connection
    except duckdb.Error as error:
        reason = (str(error).splitlines() or ["unknown"])[0]
        raise EngineError(str(folder), f"DuckDB gave up ({reason})", "make room on the disk, or raise archive.memory_bytes") from error
    finally:
        shutil.rmtree(spill, ignore_errors=True)


def query_batches(connection: "DuckDBPyConnection", query: str, *files: Path) -> Iterator[pa.RecordBatch]:
    """The answer to a query, each ``?`` of which is one of the files, block by block and never whole."""
    answer = connection.sql(query, params=[str(file) for file in files])
    yield from (batch for batch in answer.to_arrow_reader(BATCH_ROWS) if batch.num_rows)


def query_columns(connection: "DuckDBPyConnection", query: str, *files: Path) -> Iterator[list[NDArray[Any]]]:
    """The same, of numbers alone."""
    for batch in query_batches(connection, query, *files):
        yield [column.to_numpy() for column in batch.columns]
