"""A text file of any size -> an article whose lines come as they are read, or why not; what ``plain`` does for a file in memory."""

import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TextIO

from compare.model import ArticleId, Skipped
from compare.settings import InputSettings
from compare.sources.decode import BINARY, Encoding, UndecodableError, detect_encoding, is_binary
from compare.sources.find_files import FoundFile
from compare.sources.line_blocks import LineBlock, line_blocks
from compare.sources.plain_text import file_id
from compare.sources.unusable_text import why_unusable

ReadProgress = Callable[[int], None]  # told how many bytes were read on
_BLOCK = 1 << 20  # bytes


def scan_text_file(file: FoundFile, settings: InputSettings) -> tuple[ArticleId, Encoding] | Skipped:
    """Looks at all of it, for an id and an encoding that hold to its end; ``OSError`` as the file has it."""
    blocks = partial(_blocks, file)
    try:
        encoding = detect_encoding(blocks)
    except UndecodableError as error:
        return Skipped(file.origin, str(error))
    problem = _why_unusable(read_lines(file, encoding, settings), settings)
    if problem:
        return Skipped(file.origin, problem)
    return file_id(_digest(blocks()), PurePosixPath(file.origin).stem), encoding


def read_lines(file: FoundFile, encoding: Encoding, settings: InputSettings, progress: ReadProgress = lambda _: None) -> Iterator[LineBlock | Skipped]:
    """The lines of the file, and those that had to go."""
    with open_with_progress(file, progress) as raw:
        raw.seek(len(encoding.bom))
        text: TextIO = io.TextIOWrapper(raw, encoding=encoding.name)
        yield from line_blocks(text, file.origin, settings.largest_article_chars)


def open_with_progress(file: FoundFile, progress: ReadProgress) -> io.BufferedReader:
    """The file, and a word of every block that was read."""
    return io.BufferedReader(_ProgressFile(file, progress), _BLOCK)


class _ProgressFile(io.FileIO):
    def __init__(self, file: FoundFile, progress: ReadProgress) -> None:
        super().__init__(file.path)
        self._seen, self._furthest = progress, 0

    def readinto(self, buffer: bytearray | memoryview) -> int | None:  # type: ignore[override]
        count = super().readinto(buffer)
        further = self.tell() - self._furthest
        if further > 0:  # a packed file is gone back in
            self._furthest += further
            self._seen(further)
        return count


def _blocks(file: FoundFile) -> Iterator[bytes]:
    with file.path.open("rb") as raw:
        while block := raw.read(_BLOCK):
            yield block


def _digest(blocks: Iterable[bytes]) -> str:
    digest = sha256()
    for block in blocks:
        digest.update(block)
    return digest.hexdigest()


def _why_unusable(parts: Iterable[LineBlock | Skipped], settings: InputSettings) -> str | None:
    """None from the first sentence on, or the first line that will be skipped by itself; whether it is text is judged by its begin."""
    empty = why_unusable("", settings)
    problem = empty
    for part in parts:
        if isinstance(part, Skipped):
            return None
        if part.start == 0 and is_binary(part.text):
            return BINARY
        found = why_unusable(part.text, settings)
        if found is None:
            return None
        problem = problem if found == empty else found
    return problem
