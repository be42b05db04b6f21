"""What a person can type behind ``tellings`` -> a parser of it: every command, its options, its examples."""

import argparse
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from compare.arguments import add_log_options, add_output_options, add_settings_options, port, some_input, some_path, whole_number
from compare.completion import SHELLS
from compare.usage import Parser

if TYPE_CHECKING:
    from compare.console import Console

Command = Callable[[argparse.Namespace, "Console"], int]
Commands = Mapping[str, Command]
_OF_TELLINGS = "Who agrees, who adds detail, who conflicts and who is silent, claim by claim."

_EXAMPLES = ("tellings demo", "tellings compare saved-pages/ --out comparison/", "tellings review comparison/")


def parser_of(commands: Commands) -> Parser:
    """The whole command line; ``commands`` says what each command runs, but for `fetch` and `index`, which bring their own."""
    parser = Parser(prog="tellings", description=_OF_TELLINGS, examples=_EXAMPLES)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    below = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    for name, (told, examples, add) in _COMMANDS.items():
        command = below.add_parser(name, help=told, description=f"{told[0].upper()}{told[1:]}.", examples=examples)
        add(command)
        if name in commands:
            command.set_defaults(command=commands[name])
    return parser


def _add_compare(parser: Parser) -> None:
    parser.add_argument(
        "inputs", nargs="+", type=some_input, metavar="INPUT", help="file or folder of articles, address of a page, or - for standard input"
    )
    _add_out(parser, "DIR", "where the documents and reports go")
    add_settings_options(parser)
    parser.add_argument(
        "--stories", choices=["given", "auto"], default="given", help="stories as the articles name them (given), or found by their texts"
    )
    _add_report_options(parser)
    _add_decisions(parser)
    parser.add_argument("--index", type=some_path, metavar="INDEX", help="index to ask where paragraphs have stood before (tellings index)")
    parser.add_argument("--strict", action="store_true", help="exit 1 if anything was skipped")
    add_output_options(parser)


def _add_completion(parser: Parser) -> None:
    parser.add_argument("shell", choices=SHELLS, help="the shell that is to complete")


def _add_demo(parser: Parser) -> None:
    parser.add_argument("-o", "--out", type=some_path, default=Path("tellings-demo"), metavar="DIR", help="where they go (tellings-demo)")
    _add_report_options(parser)
    add_output_options(parser)


def _add_duplicates(parser: Parser) -> None:
    parser.add_argument(
        "inputs", nargs="+", type=some_input, metavar="INPUT", help="JSONL or Parquet file of articles, text file, or folder of these"
    )
    _add_out(parser, "DIR", "where the clusters and their summary go")
    add_settings_options(parser)
    parser.add_argument("--strict", action="store_true", help="exit 1 if anything was skipped")
    add_output_options(parser)


def _add_evaluate(parser: Parser) -> None:
    parser.add_argument(
        "--gold", type=some_path, required=True, metavar="DIR", help="folder of labelled stories; `tellings schema gold` has the form"
    )
    parser.add_argument(
        "--docs",
        type=some_path,
        nargs="+",
        default=[],
        metavar="PATH",
        help="comparison documents, folders that `tellings compare` wrote, or JSONL articles to compare now (the folder of --gold)",
    )
    parser.add_argument("-o", "--out", type=some_path, metavar="FILE", help="write the figures and the worst misses there, as JSON")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="what standard output gets (text)")
    parser.add_argument("--misses", type=whole_number, default=10, metavar="N", help="misses shown of each kind (10); the rest is counted")
    add_output_options(parser)


def _add_fetch(parser: Parser) -> None:
    from compare.fetching import add_options

    add_options(parser)


def _add_index(parser: Parser) -> None:
    from compare.indexing import add_options

    add_options(parser)


def _add_report(parser: Parser) -> None:
    parser.add_argument("document", type=some_path, metavar="COMPARISON", help="comparison.json, or the folder of a comparison")
    parser.add_argument("--format", choices=["html", "markdown", "csv", "claimreview"], default="html", help="what to make (html)")
    _add_out(parser, "FILE", "where the report goes; a folder where COMPARISON holds several stories")
    _add_report_options(parser)
    _add_decisions(parser)
    add_output_options(parser)


def _add_review(parser: Parser) -> None:
    parser.add_argument("path", type=some_path, metavar="PATH", help="folder that `tellings compare` wrote")
    parser.add_argument("--port", type=port, metavar="N", help="port on this machine; 0 for any free one (8479, or a free one)")
    parser.add_argument("--reviewer", metavar="NAME", help="who decides (the name you are logged in with)")
    parser.add_argument("--lang", choices=["en", "vi"], default="en", help="language until another one is chosen in the settings (en)")
    parser.add_argument("--no-browser", action="store_true", help="open no browser; none is ever opened, so this changes nothing")
    add_log_options(parser)


def _add_schema(parser: Parser) -> None:
    parser.add_argument(
        "name",
        choices=["article", "claimreview", "comparison", "decision", "duplicates", "gold", "settings"],
        help="what the schema is of",
    )


def _add_settings(_: Parser) -> None:
    """No options."""


def _add_validate(parser: Parser) -> None:
    parser.add_argument(
        "files",
        nargs="+",
        type=some_path,
        metavar="PATH",
        help="comparison.json, a folder that `tellings compare` wrote, or a JSONL file of articles, comparisons or decisions",
    )


_COMMANDS: Mapping[str, tuple[str, tuple[str, ...], Callable[[Parser], None]]] = {
    "compare": (
        "compare articles; one document and one report a story",
        (
            "tellings compare saved-pages/ --out comparison/",
            "tellings compare export.csv --settings newsroom.toml --out comparison/",
            "tellings compare pile/ --stories auto --out stories/",
        ),
        _add_compare,
    ),
    "completion": (
        "print a script that completes commands, options and files in a shell",
        (
            'eval "$(tellings completion bash)"   # in ~/.bashrc',
            "source <(tellings completion zsh)   # in ~/.zshrc, behind compinit",
            "tellings completion fish > ~/.config/fish/completions/tellings.fish",
        ),
        _add_completion,
    ),
    "demo": ("compare the two stories that come with the program", ("tellings demo", "tellings demo --lang vi --out demo/"), _add_demo),
    "duplicates": (
        "find near-duplicate paragraphs in an archive of any size",
        ("tellings duplicates archive/ --out copies/",),
        _add_duplicates,
    ),
    "evaluate": (
        "score comparison documents against labelled stories",
        ("tellings evaluate --gold labels/ --docs comparison/", "tellings evaluate --gold labels/ --docs articles.jsonl --format json"),
        _add_evaluate,
    ),
    "fetch": (
        "save pages of the network as files that can be compared",
        ("tellings fetch https://courier.example/ferry --out saved-pages/",),
        _add_fetch,
    ),
    "index": (
        "keep paragraphs and ask where they have stood before",
        ("tellings index add archive/ 2024.jsonl", "tellings index query archive/ today.jsonl"),
        _add_index,
    ),
    "report": (
        "make a report from a comparison document",
        (
            "tellings report comparison/ --out report.html",
            "tellings report comparison/comparison.json --format markdown --out report.md",
            "tellings report comparison/ --decisions decisions.jsonl --out reviewed.html",
        ),
        _add_report,
    ),
    "review": (
        "review claims and clusters in a browser on this machine",
        ("tellings review comparison/", "tellings review comparison/ --reviewer Lan --lang vi"),
        _add_review,
    ),
    "schema": ("print a JSON Schema", ("tellings schema comparison",), _add_schema),
    "settings": ("list every setting with its default and meaning", ("tellings settings",), _add_settings),
    "validate": (
        "check documents, articles and decisions against their schemas",
        ("tellings validate comparison/", "tellings validate articles.jsonl decisions.jsonl"),
        _add_validate,
    ),
}


class _Version(argparse.Action):
    """Reads the version only when asked: the package's metadata costs time at start-up."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"tellings {version('tellings')}\n")
        parser.exit()


def _add_out(parser: Parser, metavar: str, told: str) -> None:
    parser.add_argument("-o", "--out", type=some_path, required=True, metavar=metavar, help=told)


def _add_report_options(parser: Parser) -> None:
    parser.add_argument("--lang", choices=["en", "vi"], default="en", help="language of the report's own words (en); a CSV has none")
    parser.add_argument("--full-text", action="store_true", help="every article in full in the HTML report, not only what is cited")


def _add_decisions(parser: Parser) -> None:
    parser.add_argument(
        "--decisions",
        type=some_path,
        metavar="FILE",
        help="decisions.jsonl of reviewers; they hold against the engine and stand in the report",
    )
