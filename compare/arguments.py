"""What a person types behind a command -> a path or an input; an empty one would be the folder that one stands in."""

from argparse import ArgumentTypeError
from pathlib import Path


def some_input(given: str) -> str:
    """A file, a folder, an address or ``-``; ``ArgumentTypeError`` if it is empty, as a variable that is not set is in quotes."""
    if not given:
        raise ArgumentTypeError("is empty, as a variable that is not set; name a file or leave it out")
    return given


def some_path(given: str) -> Path:
    """The same as a path."""
    return Path(some_input(given))
