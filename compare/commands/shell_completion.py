"""The name of a shell -> a script for it that completes commands, options and files; and the answers to what that script asks."""

import os
from argparse import ArgumentParser

SHELLS = ("bash", "zsh", "fish")


def completion_script(shell: str) -> str:
    """To be read by the shell at its start; it asks ``tellings`` itself each time, so it never falls behind a new version."""
    from argcomplete.shell_integration import shellcode

    return shellcode(["tellings"], shell=shell)


def answer_completion(parser: ArgumentParser) -> None:
    """Where a shell asks what may follow, tell it and end the program; else nothing."""
    if "_ARGCOMPLETE" in os.environ:
        import argcomplete

        argcomplete.autocomplete(parser)
