"""Texts of all paragraphs end to end in one file, their offsets in another -> any text by its number, without reading the rest."""

from pathlib import Path
from typing import BinaryIO, Self

import numpy as np

from compare.duplicates.kernels.batch import Texts

_TEXTS, _OFFSETS = "texts.bin", "offsets.bin"


class TextFile:
    """Texts that are added at the end, numbered from 0."""

    def __init__(self, folder: Path) -> None:
        self._texts: BinaryIO = (folder / _TEXTS).open("wb")
        self._offsets: BinaryIO = (folder / _OFFSETS).open("wb")
        self._end = 0
        self._offsets.write(np.zeros(1, dtype=np.int64).tobytes())

    def add(self, texts: Texts) -> None:
        """As the kernels have them."""
        self._texts.write(texts.buffer[texts.offsets[0] : texts.offsets[-1]].tobytes())
        self._offsets.write((texts.offsets[1:] - texts.offsets[0] + self._end).tobytes())
        self._end += int(texts.offsets[-1] - texts.offsets[0])

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._texts.close()
        self._offsets.close()


def stored_texts(folder: Path) -> Texts:
    """Mapped, not read: the system brings what is asked for and lets go of it."""
    buffer = np.memmap(folder / _TEXTS, dtype=np.uint8, mode="r") if (folder / _TEXTS).stat().st_size else np.empty(0, dtype=np.uint8)
    return Texts(buffer, np.memmap(folder / _OFFSETS, dtype=np.int64, mode="r"))
