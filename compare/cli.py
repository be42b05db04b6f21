"""The command ``tellings``: arguments -> exit status 0 done, 1 failed, 2 wrong usage, 130 or 143 interrupted.

What each command does stands in ``compare.commands``; heavy libraries load inside the command that uses them.
"""

import argparse
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from compare.commands import (
    compare,
    completion,
    demo,
    duplicates,
    evaluate,
    fetch,
    index,
    list_settings,
    report,
    review,
    schema,
    validate,
)
from compare.commands.outcome import DONE, FAILED
from compare.commands.parser import ExampleParser
from compare.commands.shell_completion import answer_completion

if TYPE_CHECKING:
    from compare.system.console import Console

_OF_TELLINGS = "Who agrees, who adds detail, who conflicts and who is silent, claim by claim."
_EXAMPLES = ("tellings demo", "tellings compare saved-pages/ --out comparison/", "tellings review comparison/")


class Command(Protocol):
    """What a module of ``compare.commands`` has for a command."""

    @property
    def HELP(self) -> str:  # noqa: N802 - a constant of the module
        """What it does, in a line without a full stop."""

    @property
    def EXAMPLES(self) -> tuple[str, ...]:  # noqa: N802 - a constant of the module
        """Whole command lines."""

    def add_options(self, parser: ExampleParser, /) -> None:
        """Say what can stand behind the command."""

    def run(self, given: argparse.Namespace, console: "Console", /) -> int:
        """Do it; the answer is the exit status. A ``TellingsError`` is told in one line."""


COMMANDS: Mapping[str, Command] = {
    "compare": compare,
    "completion": completion,
    "demo": demo,
    "duplicates": duplicates,
    "evaluate": evaluate,
    "fetch": fetch,
    "index": index,
    "report": report,
    "review": review,
    "schema": schema,
    "settings": list_settings,
    "validate": validate,
}


def whole_parser() -> ExampleParser:
    """The whole command line: every command, its options, its examples."""
    parser = ExampleParser(prog="tellings", description=_OF_TELLINGS, examples=_EXAMPLES)
    parser.add_argument("--version", action=_Version, nargs=0, help="print the version and exit")
    below = parser.add_subparsers(required=True, metavar="COMMAND", title="commands")
    for name, command in COMMANDS.items():
        summary = command.HELP
        own = below.add_parser(name, help=summary, description=f"{summary[0].upper()}{summary[1:]}.", examples=command.EXAMPLES)
        command.add_options(own)
        own.set_defaults(command=name)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; errors of our own tree are told in one line, never as a traceback."""
    typed = sys.argv[1:] if arguments is None else list(arguments)
    parser = whole_parser()
    answer_completion(parser)
    if not typed:
        parser.print_help()
        return DONE
    given = parser.parse_args(typed)
    from compare.errors import TellingsError
    from compare.system.console import Console
    from compare.system.signals import signals_as_interrupts

    # One story's matrices are small: a second BLAS thread only spins (a tenth of a small run), and stories have processes of their own.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    console = Console(sys.stderr, getattr(given, "quiet", False), getattr(given, "log_format", "text"), sys.stdout)
    command = COMMANDS[given.command]
    with signals_as_interrupts() as interrupts:
        try:
            return command.run(given, console)
        except BrokenPipeError:
            sys.stderr.close()
            return DONE
        except (Exception, KeyboardInterrupt) as error:  # noqa: BLE001 - the program's edge
            if interrupts or isinstance(error, KeyboardInterrupt):  # a library may make an error of its own of the signal
                console.fail("interrupted; finished files stand, no half ones")
                return interrupts.status
            console.fail(str(error) if isinstance(error, TellingsError) else _kept_fault(error, getattr(given, "out", None)))
            return FAILED


def _kept_fault(error: Exception, out: Path | None) -> str:
    """One line on an unexpected error, with the place of its full report: the folder of the output, or that of temporary files."""
    from tempfile import mkdtemp

    from compare.documents.write import write
    from compare.errors import TellingsError
    from compare.faults import FILE_NAME, fault_of, fault_report

    said = f"a fault of tellings ({type(error).__name__})"
    try:
        is_folder = out is not None and (out.is_dir() or not (out.exists() or out.suffix))
        folder = out if out is not None and is_folder else Path(mkdtemp(prefix="tellings-"))
        write(folder / FILE_NAME, fault_report([fault_of(error, "running a command")], quoted=False))
    except (OSError, TellingsError) as problem:
        return f"{said}; its report is not kept: {problem}"
    return f"{said}; the full report is {folder / FILE_NAME}"


class _Version(argparse.Action):
    """Reads the version only when asked: the package's metadata costs time at start-up."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object, **__: object) -> None:
        from importlib.metadata import version

        sys.stdout.write(f"tellings {version('tellings')}\n")
        parser.exit()


if __name__ == "__main__":
    sys.exit(main())
