"""The command `tellings settings`: every setting with its default and its meaning."""

import argparse
from typing import TYPE_CHECKING

from compare.commands.outcome import DONE

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.system.console import Console

HELP = "list every setting with its default and meaning"
EXAMPLES = ("tellings settings",)


def add_options(_: "ExampleParser") -> None:
    """None."""


def run(_: argparse.Namespace, __: "Console") -> int:
    """Print a line a setting."""
    from compare.settings import table

    rows = table()
    width = max(len(row.name) for row in rows)
    for row in rows:
        print(f"{row.name:{width}}  {row.default!s:>12}  {row.meaning}")
    return DONE
