"""Where the sample stories stand: inside an installed package, or beside it in a checkout."""

from importlib import resources
from pathlib import Path


def examples_folder() -> Path:
    """The folder with one folder of text files a language."""
    package = Path(str(resources.files("compare")))
    inside = package / "examples"
    return inside if inside.is_dir() else package.parent / "examples"
