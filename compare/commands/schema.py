"""The command `tellings schema`: the name of a contract -> its JSON Schema."""

import argparse
from typing import TYPE_CHECKING

from compare.commands.outcome import DONE

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.system.console import Console

HELP = "print a JSON Schema"
EXAMPLES = ("tellings schema comparison",)


def add_options(parser: "ExampleParser") -> None:
    """What can stand behind the command."""
    parser.add_argument(
        "name",
        choices=["article", "claimreview", "comparison", "decision", "duplicates", "gold", "settings"],
        help="what the schema is of",
    )


def run(given: argparse.Namespace, _: "Console") -> int:
    """Print it as it stands in the package."""
    from schemas.check import schema_text

    print(schema_text(given.name), end="")
    return DONE
