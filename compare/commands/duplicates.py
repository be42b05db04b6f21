"""The command `tellings duplicates`: archives of any size -> clusters of near-duplicate paragraphs."""

import argparse
from typing import TYPE_CHECKING

from compare.commands.arguments import add_out_option, add_output_options, add_settings_options, non_empty, settings_of
from compare.commands.outcome import DONE, FAILED, MOST_SKIPPED

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.system.console import Console

HELP = "find near-duplicate paragraphs in an archive of any size"
EXAMPLES = ("tellings duplicates archive/ --out copies/",)


def add_options(parser: "ExampleParser") -> None:
    """What can stand behind the command."""
    parser.add_argument(
        "inputs", nargs="+", type=non_empty, metavar="INPUT", help="JSONL or Parquet file of articles, text file, or folder of these"
    )
    add_out_option(parser, "DIR", "where the clusters and their summary go")
    add_settings_options(parser)
    parser.add_argument("--strict", action="store_true", help="exit 1 if anything was skipped")
    add_output_options(parser)


def run(given: argparse.Namespace, console: "Console") -> int:
    """Find and write; failed if something was skipped and ``--strict`` is given. ``MissingLibraryError`` without the extra ``archive``."""
    from compare.errors import MissingLibraryError
    from compare.system.extras import how_to_install, missing
    from compare.system.lazy_imports import defer_imports

    lacking = missing("duckdb", "pyarrow")
    if lacking:
        raise MissingLibraryError("tellings duplicates", f"needs {lacking}", how_to_install("archive"))
    settings = settings_of(given, console)
    defer_imports()
    from compare.publishing.archive_duplicates import SUMMARY, DuplicatesTarget, find_duplicates
    from compare.publishing.story_document import now
    from compare.system.console import counted

    summary = find_duplicates(given.inputs, settings, DuplicatesTarget(given.out, now(), given.force), console)
    counts, skipped = summary["counts"], summary["skipped"]
    shown = skipped["first"][:MOST_SKIPPED]
    for item in shown:
        console.say(f"skipped {item['place']}: {item['why']}", place=item["place"])
    if skipped["count"] > len(shown):
        console.say(f"skipped {skipped['count'] - len(shown)} more; {SUMMARY} counts them by reason")
    console.result(
        f"{counted(counts['articles'], 'article')}, {skipped['count']} skipped; {counted(counts['clusters'], 'cluster')} of "
        f"{counts['members']} of {counted(counts['paragraphs'], 'paragraph')}; open {given.out / SUMMARY}",
        **counts,
    )
    return FAILED if given.strict and skipped["count"] else DONE
