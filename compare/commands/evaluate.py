"""The command `tellings evaluate`: labelled stories and comparison documents -> how much the documents get right."""

import argparse
import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

from compare.commands.arguments import add_output_options, path_argument, whole_number
from compare.commands.outcome import DONE

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.system.console import Console

HELP = "score comparison documents against labelled stories"
EXAMPLES = ("tellings evaluate --gold labels/ --docs comparison/", "tellings evaluate --gold labels/ --docs articles.jsonl --format json")


def add_options(parser: "ExampleParser") -> None:
    """What can stand behind the command."""
    parser.add_argument(
        "--gold", type=path_argument, required=True, metavar="DIR", help="folder of labelled stories; `tellings schema gold` has the form"
    )
    parser.add_argument(
        "--docs",
        type=path_argument,
        nargs="+",
        default=[],
        metavar="PATH",
        help="comparison documents, folders that `tellings compare` wrote, or JSONL articles to compare now (the folder of --gold)",
    )
    parser.add_argument("-o", "--out", type=path_argument, metavar="FILE", help="write the figures and the worst misses there, as JSON")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="what standard output gets (text)")
    parser.add_argument("--misses", type=whole_number, default=10, metavar="N", help="misses shown of each kind (10); the rest is counted")
    add_output_options(parser)


def run(given: argparse.Namespace, console: "Console") -> int:
    """Score, print, and write if asked."""
    from compare.documents.load import load_document
    from compare.documents.write import as_json, write
    from compare.evaluate.evaluation import evaluate
    from compare.evaluate.presentation import as_document, as_text, scored_summary

    evaluation = evaluate(given.gold, given.docs, load_document)
    document = as_json(as_document(evaluation, given.misses))
    if given.out:
        write(given.out, document, force=given.force)
        console.say(f"{scored_summary(evaluation)}; written: {given.out}")
    if not (given.quiet and given.out):
        if isinstance(sys.stdout, TextIOWrapper):  # an article's words must not end the run where the terminal cannot show them
            sys.stdout.reconfigure(errors="backslashreplace")
        print(document if given.format == "json" else as_text(evaluation, given.misses), end="")
    return DONE
