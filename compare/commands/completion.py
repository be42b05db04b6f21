"""The command `tellings completion`: the name of a shell -> a script for it that completes commands, options and files."""

import argparse
from typing import TYPE_CHECKING

from compare.commands.outcome import DONE
from compare.commands.shell_completion import SHELLS, completion_script

if TYPE_CHECKING:
    from compare.commands.parser import ExampleParser
    from compare.system.console import Console

HELP = "print a script that completes commands, options and files in a shell"
EXAMPLES = (
    'eval "$(tellings completion bash)"   # in ~/.bashrc',
    "source <(tellings completion zsh)   # in ~/.zshrc, behind compinit",
    "tellings completion fish > ~/.config/fish/completions/tellings.fish",
)


def add_options(parser: "ExampleParser") -> None:
    """What can stand behind the command."""
    parser.add_argument("shell", choices=SHELLS, help="the shell that is to complete")


def run(given: argparse.Namespace, _: "Console") -> int:
    """Print the script."""
    print(completion_script(given.shell), end="")
    return DONE
