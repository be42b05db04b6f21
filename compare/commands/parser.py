"""A parser of arguments whose help shows examples, and whose complaint names an unknown option before a missing argument."""

import argparse
import re
import sys
from collections.abc import Iterator, Sequence
from typing import Any, NoReturn

_NO_OPTION = re.compile(r"-[\d.]*")  # standard input, or a number below zero


class ExampleParser(argparse.ArgumentParser):
    """``argparse`` with two habits of its own; commands below it are of the same kind.

    ``examples`` are whole command lines, shown at the end of the help and kept for those who want to try them.
    """

    def __init__(self, *, examples: Sequence[str] = (), **options: Any) -> None:  # noqa: ANN401 - those of argparse
        self.examples = tuple(examples)
        self._typed: list[str] = []
        self._has_commands = False
        told = "\n".join(("examples:", *(f"  {example}" for example in examples))) if examples else None
        super().__init__(formatter_class=argparse.RawDescriptionHelpFormatter, epilog=told, **options)

    def add_subparsers(self, **options: Any) -> "argparse._SubParsersAction[ExampleParser]":  # type: ignore[override]  # noqa: ANN401 - argparse's own
        """As argparse does it; what stands behind a command's name is that command's to judge."""
        self._has_commands = True
        return super().add_subparsers(**options)

    def parse_known_args(  # type: ignore[override]
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """Arguments that are left over are an error of the command that they were given to."""
        self._typed = list(sys.argv[1:] if args is None else args)
        found, rest = super().parse_known_args(self._typed, namespace)
        if rest:
            self.error(f"unknown argument: {' '.join(rest)}")
        return found, rest

    def error(self, message: str) -> NoReturn:
        """Usage and complaint on standard error, status 2; an unknown option is what is complained of, if there is one."""
        unknown = next(self._unknown(), None)
        super().error(message if unknown is None else self._complaint(unknown))

    def _unknown(self) -> Iterator[str]:
        """Options as typed that this command does not have; of a parser with commands, those before the command."""
        for typed in self._typed:
            if typed == "--" or (self._has_commands and not typed.startswith("-")):
                return
            name = typed.partition("=")[0]
            if name.startswith("-") and not _NO_OPTION.fullmatch(name) and not self._names(name):
                yield name

    def _names(self, typed: str) -> bool:
        """Whether it is an option or the beginning of one, or a short one with its value behind it (``-oDIR``)."""
        return any(known.startswith(typed) if typed.startswith("--") else typed[:2] == known for known in self._option_string_actions)

    def _complaint(self, unknown: str) -> str:
        from difflib import get_close_matches

        near = get_close_matches(unknown, self._option_string_actions, 1)
        return f"unknown option {unknown}" + (f"; did you mean {near[0]}?" if near else f"; {self.prog} --help lists the options")
