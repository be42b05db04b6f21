"""A text file of any size -> an article whose lines come as they are read, or why not; what ``plain`` does for a file in memory."""

import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from hashlib import sha256
from pathlib import PurePosixPath
from typing import TextIO

from compare.model import ArticleId, Skipped
from compare.settings import InputSettings
from compare.sources.decode import BINARY, Encoding, UndecodableError, encoding_of, is_binary
from compare.sources.find_files import Found
from compare.sources.line_blocks import Stretch, stretches
from compare.sources.plain_text import identity
from compare.sources.unusable_text import problem_of

Seen = Callable[[int], None]  # told how many bytes were read on
_BLOCK = 1 << 20  # bytes


def survey(file: Found, settings: InputSettings) -> tuple[ArticleId, Encoding] | Skipped:
    """Looks at all of it, for an id and an encoding that hold to its end; ``OSError`` as the file has it."""
    blocks = partial(_blocks, file)
    try:
        encoding = encoding_of(blocks)
    except UndecodableError as error:
        return Skipped(file.origin, str(error))
    problem = _problem(read_lines(file, encoding, settings), settings)
    if problem:
        return Skipped(file.origin, problem)
    return identity(_digest(blocks()), PurePosixPath(file.origin).stem), encoding


def read_lines(file: Found, encoding: Encoding, settings: InputSettings, seen: Seen = lambda _: None) -> Iterator[Stretch | Skipped]:
    """The lines of the file, and those that had to go."""
    with open_told(file, seen) as raw:
        raw.seek(len(encoding.mark))
        text: TextIO = io.TextIOWrapper(raw, encoding=encoding.name)
        yield from stretches(text, file.origin, settings.largest_article_chars)


def open_told(file: Found, seen: Seen) -> io.BufferedReader:
    """The file, and a word of every block that was read."""
    return io.BufferedReader(_Told(file, seen), _BLOCK)


class _Told(io.FileIO):
    def __init__(self, file: Found, seen: Seen) -> None:
        super().__init__(file.path)
        self._seen, self._furthest = seen, 0

    def readinto(self, buffer: bytearray | memoryview) -> int | None:  # type: ignore[override]
        count = super().readinto(buffer)
        further = self.tell() - self._furthest
        if further > 0:  # a packed file is gone back in
            self._furthest += further
            self._seen(further)
        return count


def _blocks(file: Found) -> Iterator[bytes]:
    with file.path.open("rb") as raw:
        while block := raw.read(_BLOCK):
            yield block


def _digest(blocks: Iterable[bytes]) -> str:
    digest = sha256()
    for block in blocks:
        digest.update(block)
    return digest.hexdigest()


def _problem(parts: Iterable[Stretch | Skipped], settings: InputSettings) -> str | None:
    """None from the first sentence on, or the first line that will be skipped by itself; whether it is text is judged by its begin."""
    empty = problem_of("", settings)
    problem = empty
    for part in parts:
        if isinstance(part, Skipped):
            return None
        if part.start == 0 and is_binary(part.text):
            return BINARY
        found = problem_of(part.text, settings)
        if found is None:
            return None
        problem = problem if found == empty else found
    return problem
