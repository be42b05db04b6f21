"""The command `tellings demo`: the sample stories that come with the program -> their documents and reports."""

import argparse
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from compare.commands.arguments import add_output_options, add_report_options, path_argument
from compare.commands.outcome import DONE, FAILED, say_result

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.system.console import Console

HELP = "compare the two stories that come with the program"
EXAMPLES = ("tellings demo", "tellings demo --lang vi --out demo/")


def add_options(parser: "ExampleParser") -> None:
    """What can stand behind the command."""
    parser.add_argument("-o", "--out", type=path_argument, default=Path("tellings-demo"), metavar="DIR", help="where they go (tellings-demo)")
    add_report_options(parser)
    add_output_options(parser)


def run(given: argparse.Namespace, console: "Console") -> int:
    """One folder a language; failed if a fault was met."""
    from compare.publishing.publish import PublishTarget, now, publish
    from compare.settings import Settings
    from compare.sources.read_inputs import read_inputs
    from compare.system.lazy_imports import defer_imports

    defer_imports()
    faults = 0
    for language in ("vi", "en"):
        intake = read_inputs([str(examples_folder() / language)], Settings().input)
        published = publish(intake, Settings(), PublishTarget(given.out / language, now(), given.force, given.lang, given.full_text), console)
        faults += published.faults
        say_result(published, len(intake.skipped), console)
    return FAILED if faults else DONE


def examples_folder() -> Path:
    """The folder with one folder of text files a language: inside an installed package, or beside it in a checkout."""
    package = Path(str(resources.files("compare")))
    inside = package / "examples"
    return inside if inside.is_dir() else package.parent / "examples"
