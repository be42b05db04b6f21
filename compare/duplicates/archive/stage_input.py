"""What every stage of a run is given, and how it tells how far it is."""

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from compare.duplicates.kernels.kernel_protocol import Kernels
from compare.duplicates.sketch_settings import Sketch
from compare.model import Skipped
from compare.settings import Settings
from compare.sources.find_files import FoundFile

Progress = Callable[[int], None]  # told how many further units are done
OpenProgress = Callable[[str, int, str], AbstractContextManager[Progress]]  # a stage by name, total and unit -> whom to tell
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveJob:
    """What is read, by which rules, and the folder in which each finished stage has a folder of its name."""

    files: tuple[FoundFile, ...]
    left_out: tuple[Skipped, ...]
    size: int  # bytes of the files
    settings: Settings
    sketch: Sketch
    kernels: Kernels
    folder: Path

    def path_of(self, stage: str, name: str) -> Path:
        """A file that a finished stage left."""
        return self.folder / stage / name


@dataclass(frozen=True, slots=True)
class StageInput:
    """One stage of the job: the folder to write into, what the stages before it counted, and whom to tell of each unit done."""

    job: ArchiveJob
    folder: Path
    counts: Counts
    progress: Progress
