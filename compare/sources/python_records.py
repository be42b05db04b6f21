"""Mappings with the fields of an article, as a notebook or another program has them -> an article, or a reason, for each."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from compare.faults import fault_of, skipped_by_fault
from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources.json_objects import RecordContext
from compare.sources.record import SEE_SCHEMA, UnusableError, article_of
from compare.sources.source import Entry
from compare.sources.table_columns import TableColumns, columns_of
from schemas.check import checker

ORIGIN = "records"


def read_records(records: Iterable[object], settings: InputSettings) -> Iterator[Entry]:
    """Each with its place (``records:1`` is the first), in order; ids are as given and may repeat, and no record raises."""
    door = RecordContext(ORIGIN, settings, checker("article"))
    columns = columns_of(door.validator.schema, settings)
    for number, record in enumerate(records, 1):
        place = f"{ORIGIN}:{number}"
        yield Entry(place, _read(record, place, columns, door), own_id=True)


def _read(record: object, place: str, columns: TableColumns, door: RecordContext) -> Article | Skipped:
    try:
        return article_of(_line(record, columns), door.origin, door.settings, door.validator)
    except UnusableError as error:
        return Skipped(place, str(error))
    except Exception as error:  # noqa: BLE001 - the edge of one record, which may be a mapping of any library: see compare.faults
        return skipped_by_fault(fault_of(error, "taking in a record", place))


def _line(record: object, columns: TableColumns) -> bytes:
    """The record as a line of JSONL, without what no article has; a date as ISO 8601 writes it."""
    if not isinstance(record, Mapping):
        raise UnusableError(f"is of the type {type(record).__name__}, and no mapping of fields to values; {SEE_SCHEMA}")
    wanted, _ = columns.find_in([name for name in record if isinstance(name, str)])
    given = {name: record[name] for name in wanted}
    try:
        return json.dumps(
            {name: _shown(value) for name, value in given.items() if not _is_missing(value)}, ensure_ascii=False, allow_nan=False
        ).encode()
    except UnicodeEncodeError as error:
        raise UnusableError("has half a surrogate pair; write the character whole") from error
    except (TypeError, ValueError, RecursionError) as error:
        raise UnusableError(f"holds what is no text ({error}); {SEE_SCHEMA}") from error


def _is_missing(value: object) -> bool:
    """``None``, ``NaN``, and what tables have for these: none of it is equal to itself, or says whether it is."""
    if value is None or type(value).__name__ == "NAType":  # of pandas, which is not imported for it
        return True
    return isinstance(value, (float, date)) and value != value  # noqa: PLR0124 - NaN, and NaT of pandas, which is a date


def _shown(value: object) -> object:
    return value.isoformat() if isinstance(value, date) else value
