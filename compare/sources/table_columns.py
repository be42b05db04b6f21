"""The fields of an article and the settings -> which columns of a table are read for them, and which are missing."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from compare.settings import InputSettings


@dataclass(frozen=True, slots=True)
class TableColumns:
    """Each field with the column that it stands in; ``required`` fields first."""

    of: dict[str, str]
    required: tuple[str, ...]

    def find_in(self, names: Sequence[str]) -> tuple[list[str], str]:
        """Those of a table's columns that are read, each once, and the reason to leave the table if others are missing, or ""."""
        missing = [column for name, column in self.of.items() if name in self.required and column not in names]
        wanted = list(dict.fromkeys(column for column in self.of.values() if column in names))
        if not missing:
            return wanted, ""
        return wanted, f"has no column {', '.join(missing)}; name the columns in input.columns, or see `tellings schema article`"


def columns_of(schema: dict[str, Any], settings: InputSettings) -> TableColumns:
    """Of the schema of an article: a column is called as its field is, unless ``input.columns`` says otherwise."""
    told = {name: column for name, column in settings.columns}  # noqa: C416 - rows of two, which the type does not say
    return TableColumns({name: told.get(name, name) for name in schema["properties"]}, tuple(schema["required"]))
