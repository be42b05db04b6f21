"""The command `tellings index`: arguments -> the exit status of the one of its five commands that was typed."""

import argparse
from collections.abc import Callable
from typing import TYPE_CHECKING

from compare.commands.arguments import add_log_options, add_settings_options, non_empty, path_argument
from compare.commands.index_add import add_articles
from compare.commands.index_info import show_info
from compare.commands.index_query import query_index
from compare.commands.index_repair import compact_index, repair_index

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.system.console import Console

HELP = "keep paragraphs and ask where they have stood before"
EXAMPLES = ("tellings index add archive/ 2024.jsonl", "tellings index query archive/ today.jsonl")


def add_options(parser: "ExampleParser") -> None:
    """The options of all five commands."""
    below = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    add, query, info, compact, repair = (
        below.add_parser(name, help=help_text, description=f"{help_text[0].upper()}{help_text[1:]}.", examples=examples)
        for name, help_text, examples in _COMMANDS
    )
    for command in (add, query, info, compact, repair):
        command.add_argument("index", type=path_argument, metavar="INDEX", help="folder of the index")
    for command in (add, query):
        command.add_argument(
            "inputs", nargs="+", type=non_empty, metavar="INPUT", help="text, JSONL or Parquet file, folder, or - for standard input"
        )
        add_settings_options(command)
        command.add_argument("--strict", action="store_true", help="exit 1 if anything was skipped")
    query.add_argument("--most", type=_positive, default=20, metavar="N", help="matches of a paragraph (20); the rest is counted")
    query.add_argument(
        "--format", choices=["text", "json"], default="text", help="what standard output gets: text, or JSON lines for programs (text)"
    )
    info.add_argument("--format", choices=["text", "json"], default="text", help="what standard output gets (text)")
    info.add_argument("--cluster", metavar="ID", help="show this cluster, or the one that it went into")
    info.add_argument("--check", action="store_true", help="read every byte and hold it against its checksum")
    for command, action in (
        (add, add_articles),
        (query, query_index),
        (info, show_info),
        (compact, compact_index),
        (repair, repair_index),
    ):
        add_log_options(command)
        command.set_defaults(action=action)


def run(given: argparse.Namespace, console: "Console") -> int:
    """Run the one of the five that was typed."""
    action: Callable[[argparse.Namespace, Console], int] = given.action
    return action(given, console)


_COMMANDS = (
    (
        "add",
        "add articles to an index, which is made if it is not there",
        ("tellings index add archive/ 2023.jsonl", "tellings index add archive/ --settings newsroom.toml 2024/"),
    ),
    (
        "query",
        "where paragraphs have stood before, and what differs; nothing is written",
        ("tellings index query archive/ today.jsonl", "tellings index query archive/ today.jsonl --format json"),
    ),
    ("info", "what an index holds", ("tellings index info archive/", "tellings index info archive/ --check")),
    ("compact", "join all segments of an index", ("tellings index compact archive/",)),
    (
        "repair",
        "make an index of segments whose manifest is lost, or of which some are damaged; nothing is removed",
        ("tellings index repair archive/",),
    ),
)


def _positive(given: str) -> int:
    if not given.isascii() or not given.isdigit() or int(given) == 0:
        raise argparse.ArgumentTypeError(f"{given!r} is no count: give 1, 2, 3, …")
    return int(given)
