"""Files, folders and standard input -> whole articles one after the other, and what was skipped; one article is in memory."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from sys import maxsize
from typing import BinaryIO

from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources.entries import entries
from compare.sources.find_files import find_files
from compare.sources.read_inputs import read_inputs
from compare.sources.walk_folder import Progress


def whole_articles(
    inputs: Sequence[str], settings: InputSettings, stdin: BinaryIO | None = None, progress: Progress = lambda _: None
) -> Iterator[Article | Skipped]:
    """In the order of files, then of lines or rows; standard input last. Ids are as they are given, and may repeat."""
    files, left_out = find_files([given for given in inputs if given != "-"], settings, progress)
    settings = replace(settings, largest_unpacked_bytes=maxsize)
    yield from left_out
    for file in files:
        yield from (entry.item for entry in entries(file.source(), settings))
    if "-" in inputs:
        intake = read_inputs(["-"], settings, stdin)
        yield from intake.skipped
        yield from intake.articles
