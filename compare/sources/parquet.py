"""A Parquet file with the columns of the article schema -> one article or one reason a row, a batch of rows in memory."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any, BinaryIO

from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources.record import SEE_SCHEMA, UnusableError, article_of
from compare.sources.table_columns import TableColumns, columns_of
from compare.system.extras import how_to_install, missing
from schemas.check import checker

_ROWS = 256  # in memory together, of up to input.largest_article_chars each
_PAGE_BYTES = 1 << 20  # of a column, read at once


def read_parquet(file: BinaryIO, origin: str, settings: InputSettings) -> Iterator[tuple[str, Article | Skipped]]:
    """Each row with its place ``origin:row``, in order; ids are as given and may repeat. Damage ends the file, with a reason.

    Without pyarrow, which the extra ``archive`` brings, the file is skipped, and the reason says what to install.
    """
    lacking = missing("pyarrow")
    if lacking:
        yield origin, Skipped(origin, f"is Parquet, which needs {lacking}; {how_to_install('archive')}")
        return
    validator = checker("article")
    number = 0
    try:
        for number, row in enumerate(_rows(file, columns_of(validator.schema, settings)), 1):
            place = f"{origin}:{number}"
            try:
                yield place, article_of(_line(row), origin, settings, validator)
            except UnusableError as error:
                yield place, Skipped(place, str(error))
    except _DamagedError as error:
        place = f"{origin}:{number + 1}" if number else origin
        yield place, Skipped(place, str(error))
        return
    if not number:
        yield origin, Skipped(origin, "is empty; write one article a row")


class _DamagedError(ValueError):
    """A file of which no further row can be read."""


def _rows(file: BinaryIO, columns: TableColumns) -> Iterator[dict[str, Any]]:
    """Rows with those columns alone that an article has; pyarrow's values, one of which may refuse to be read."""
    from pyarrow import ArrowException
    from pyarrow.parquet import ParquetFile

    try:
        table = ParquetFile(file, buffer_size=_PAGE_BYTES)
        names, missing = columns.find_in(table.schema_arrow.names)
        if missing:
            raise _DamagedError(missing)
        for batch in table.iter_batches(_ROWS, columns=names, use_threads=False):
            for row in range(batch.num_rows):
                yield {name: batch.column(name)[row] for name in names}
    except (ArrowException, OSError, UnicodeError) as error:
        raise _DamagedError(f"cannot be read as Parquet ({_first_line(error)}); write it anew") from error


def _line(row: dict[str, Any]) -> bytes:
    """The row as a line of JSONL; a date as ISO 8601 writes it."""
    try:
        record = {name: _readable(value).as_py() for name, value in row.items()}
        return json.dumps({name: _shown(value) for name, value in record.items()}, ensure_ascii=False, allow_nan=False).encode()
    except UnicodeError as error:
        raise UnusableError("is not UTF-8; write the column as UTF-8") from error
    except (TypeError, ValueError, OverflowError, LookupError) as error:  # a year 33,000; a zone that nobody knows
        raise UnusableError(f"holds what is no text ({_first_line(error)}); {SEE_SCHEMA}") from error


def _readable(value: Any) -> Any:  # noqa: ANN401 - pyarrow publishes no types
    """A moment to the nanosecond, as pandas writes it, to the microsecond."""
    from pyarrow import timestamp, types

    is_finer = types.is_timestamp(value.type) and value.type.unit == "ns"
    return value.cast(timestamp("us", value.type.tz), safe=False) if is_finer else value


def _shown(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [""])[0]
