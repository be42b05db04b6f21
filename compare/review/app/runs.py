"""The folder of a comparison -> the runs in it: one story, or several in a folder each."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.errors import InputError
from compare.stored import load_document

DOCUMENT = "comparison.json"
_ONLY = "story"  # the name in addresses of the one comparison that stands in the folder itself


@dataclass(frozen=True, slots=True, eq=False)  # two are one only if they are the same
class Run:
    """One comparison: its name in addresses, where it lies, and its document as it was when the program began."""

    name: str
    folder: Path
    document: Mapping[str, Any]

    @property
    def title(self) -> str:
        """Of the story."""
        return str(self.document["story"]["title"])


Runs = Mapping[str, Run]


def find_runs(path: Path) -> Runs:
    """The runs under a folder that ``tellings compare`` wrote, by name; ``InputError`` where there are none."""
    folders = [path] if (path / DOCUMENT).is_file() else _below(path)
    if not folders:
        problem = f"holds no {DOCUMENT}" if path.is_dir() else "is no folder"
        raise InputError(str(path), problem, "name the folder that `tellings compare … --out DIR` wrote")
    names = [_ONLY] if folders == [path] else [folder.name for folder in folders]
    return {name: Run(name, folder, load_document(folder / DOCUMENT)) for name, folder in zip(names, folders, strict=True)}


def _below(path: Path) -> list[Path]:
    return sorted(file.parent for file in path.glob(f"*/{DOCUMENT}") if file.is_file())
