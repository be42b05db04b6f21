"""The command `tellings validate`: documents, folders and JSONL files -> every place in them that is wrong."""

import argparse
from typing import TYPE_CHECKING

from compare.commands.arguments import path_argument
from compare.commands.outcome import DONE, FAILED

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.system.console import Console

HELP = "check documents, articles and decisions against their schemas"
EXAMPLES = ("tellings validate comparison/", "tellings validate articles.jsonl decisions.jsonl")


def add_options(parser: "ExampleParser") -> None:
    """What can stand behind the command."""
    parser.add_argument(
        "files",
        nargs="+",
        type=path_argument,
        metavar="PATH",
        help="comparison.json, a folder that `tellings compare` wrote, or a JSONL file of articles, comparisons or decisions",
    )


def run(given: argparse.Namespace, console: "Console") -> int:
    """Check each; failed if one is not sound."""
    from compare.commands.validate_files import validate

    return FAILED if validate(given.files, console) else DONE
