"""What a person types behind a command -> a path, an input, a number, the settings; and the options that several commands share."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.review.events import Event
    from compare.settings import Settings
    from compare.system.console import Console

FOUND_SETTINGS = Path("tellings.toml")  # in the working folder
_LARGEST_PORT = 65535


def non_empty(given: str) -> str:
    """A file, a folder, an address or ``-``; ``ArgumentTypeError`` if it is empty, as a variable that is not set is in quotes."""
    if not given:
        raise argparse.ArgumentTypeError("is empty, as a variable that is not set; name a file or leave it out")
    return given


def path_argument(given: str) -> Path:
    """The same as a path."""
    return Path(non_empty(given))


def whole_number(given: str) -> int:
    """0 and more; ``ArgumentTypeError`` for anything else."""
    if not given.isascii() or not given.isdigit():
        raise argparse.ArgumentTypeError(f"{given!r} is no count: give 0, 1, 2, …")
    return int(given)


def port(given: str) -> int:
    """A port of this machine, 0 for any; ``ArgumentTypeError`` for anything else."""
    number = whole_number(given)
    if number > _LARGEST_PORT:
        raise argparse.ArgumentTypeError(f"{given} is no port: give 0 to {_LARGEST_PORT}")
    return number


def add_settings_options(parser: "ExampleParser") -> None:
    """Which settings a command goes by."""
    one = parser.add_mutually_exclusive_group()
    one.add_argument(
        "--settings",
        type=path_argument,
        metavar="FILE",
        help="TOML file; `tellings settings` lists what it holds (tellings.toml, if it is here)",
    )
    one.add_argument("--no-settings", action="store_true", help="leave a tellings.toml of the working folder alone")


def settings_file(given: argparse.Namespace) -> Path | None:
    """The file that was named, else ``tellings.toml`` of the working folder unless that is not wanted."""
    if given.settings:
        return Path(given.settings)
    return FOUND_SETTINGS if FOUND_SETTINGS.is_file() and not given.no_settings else None


def settings_of(given: argparse.Namespace, console: "Console") -> "Settings":
    """Settings of a file, or those of the program; a file that was found and not named is told. ``SettingsError`` if it is wrong."""
    from compare.settings import Settings, load

    path = settings_file(given)
    if path is not None and not given.settings:
        console.say(f"settings of {path} in this folder; --no-settings leaves them alone", settings=str(path))
    return load(path) if path else Settings()


def add_output_options(parser: "ExampleParser") -> None:
    """What becomes of files in the way, and what is printed."""
    parser.add_argument("--force", action="store_true", help="overwrite files that tellings did not make")
    add_log_options(parser)


def add_log_options(parser: "ExampleParser") -> None:
    """What is printed."""
    parser.add_argument("-q", "--quiet", action="store_true", help="print nothing but errors")
    parser.add_argument("--log-format", choices=["text", "json"], default="text", help="how to print what happens")


def add_out_option(parser: "ExampleParser", metavar: str, help_text: str) -> None:
    """Where the result goes; it has to be given."""
    parser.add_argument("-o", "--out", type=path_argument, required=True, metavar=metavar, help=help_text)


def add_report_options(parser: "ExampleParser") -> None:
    """How a report is written."""
    parser.add_argument("--lang", choices=["en", "vi"], default="en", help="language of the report's own words (en); a CSV has none")
    parser.add_argument("--full-text", action="store_true", help="every article in full in the HTML report, not only what is cited")


def add_decisions_option(parser: "ExampleParser") -> None:
    """Decisions that a report is to hold."""
    parser.add_argument(
        "--decisions",
        type=path_argument,
        metavar="FILE",
        help="decisions.jsonl of reviewers; they hold against the engine and stand in the report",
    )


def read_decisions(path: Path | None) -> "tuple[Event, ...]":
    """Those of a file that was given with ``--decisions``. ``DecisionError`` if it cannot be read."""
    if path is None:
        return ()
    from compare.review.decision_file import read_decisions as read

    return read(path)
