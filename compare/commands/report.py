"""The command `tellings report`: a comparison document, or a folder of stories -> a report of each."""

import argparse
from typing import TYPE_CHECKING

from compare.commands.arguments import (
    add_decisions_option,
    add_out_option,
    add_output_options,
    add_report_options,
    path_argument,
    read_decisions,
)
from compare.commands.outcome import DONE, FAILED

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.system.console import Console

HELP = "make a report from a comparison document"
EXAMPLES = (
    "tellings report comparison/ --out report.html",
    "tellings report comparison/comparison.json --format markdown --out report.md",
    "tellings report comparison/ --decisions decisions.jsonl --out reviewed.html",
)


def add_options(parser: "ExampleParser") -> None:
    """What can stand behind the command."""
    parser.add_argument("document", type=path_argument, metavar="COMPARISON", help="comparison.json, or the folder of a comparison")
    parser.add_argument("--format", choices=["html", "markdown", "csv", "facts", "claimreview"], default="html", help="what to make (html)")
    add_out_option(parser, "FILE", "where the report goes; a folder where COMPARISON holds several stories")
    add_report_options(parser)
    add_decisions_option(parser)
    add_output_options(parser)


def run(given: argparse.Namespace, console: "Console") -> int:
    """Write the reports; failed if one of several could not be made."""
    from compare.publishing.write_reports import ReportRequest, write_reports

    wanted = ReportRequest(
        given.document,
        given.out,
        given.format,
        language=given.lang,
        full_text=given.full_text,
        decisions=read_decisions(given.decisions),
        force=given.force,
    )
    return FAILED if write_reports(wanted, console) else DONE
