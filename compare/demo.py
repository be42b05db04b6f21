"""Where the sample stories stand: inside an installed package, or beside it in a checkout."""

from pathlib import Path

import compare


def examples_folder() -> Path:
    """The folder with one folder of text files a language."""
    package = Path(compare.__path__[0])
    inside = package / "examples"
    return inside if inside.is_dir() else package.parent / "examples"
