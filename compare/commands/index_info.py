"""The command `tellings index info`: an index -> its figures, or the paragraphs of one cluster; read whole and checked if asked."""

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from compare.commands.index_query import place_as_json
from compare.commands.outcome import DONE

if TYPE_CHECKING:
    from compare.system.console import Console


def show_info(given: argparse.Namespace, console: "Console") -> int:
    """Print figures of the index or of one cluster, as text or as JSON."""
    from compare.duplicates.index.info import cluster_info, index_info
    from compare.duplicates.index.open_index import check, open_index
    from compare.system.console import counted

    index = open_index(given.index)
    if given.check:
        check(index)
        console.say(f"as written: {counted(len(index.segments), 'segment')}")
    if given.cluster:
        found = cluster_info(index, given.cluster)
        values = {
            "id": found.id,
            "members": [place_as_json(place) for place in found.members],
            "merges": [asdict(merge) for merge in found.merges],
        }
    else:
        values = asdict(index_info(index))
    print(json.dumps(values, allow_nan=False) if given.format == "json" else "\n".join(_readable_lines(values)))
    return DONE


def _readable_lines(values: dict[str, Any]) -> Iterator[str]:
    """A line for each figure, and below it one for each part of it."""
    for name, value in values.items():
        if isinstance(value, (list, tuple)):
            yield f"{name} {len(value)}"
            yield from ("  " + "  ".join(_cells(item)) for item in value)
        elif isinstance(value, dict):
            yield name
            yield from (f"  {inner} {shown}" for inner, shown in value.items())
        else:
            yield f"{name} {value}"


def _cells(item: Any) -> list[str]:  # noqa: ANN401 - a row of figures, or named ones
    return [str(value) for value in (item.values() if isinstance(item, dict) else item) if value is not None]
