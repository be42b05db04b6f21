"""Files, folders and standard input -> whole articles one after the other, and what was skipped; one article is in memory."""

from collections.abc import Iterator, Sequence
from typing import BinaryIO

from compare.model import Article, Skipped
from compare.settings import InputSettings
from compare.sources.find import Found, find_files
from compare.sources.formats import RECORDS
from compare.sources.judge import too_large, unreadable
from compare.sources.plain import read_plain
from compare.sources.read import read_inputs


def whole_articles(inputs: Sequence[str], settings: InputSettings, stdin: BinaryIO | None = None) -> Iterator[Article | Skipped]:
    """In the order of files, then of lines or rows; standard input last. Ids are as they are given, and may repeat."""
    files, left_out = find_files([given for given in inputs if given != "-"])
    yield from left_out
    for file in files:
        try:
            yield from _articles(file, settings)
        except OSError as error:
            yield Skipped(file.origin, unreadable(error))
    if "-" in inputs:
        intake = read_inputs(["-"], settings, stdin)
        yield from intake.skipped
        yield from intake.articles


def _articles(file: Found, settings: InputSettings) -> Iterator[Article | Skipped]:
    """Records of a file of any size, or a text that is not too large."""
    records = RECORDS.get(file.path.suffix.lower())
    if records:
        with file.path.open("rb") as raw:
            yield from (item for _, item in records(raw, file.origin, settings))
        return
    reason = too_large(file.path.stat().st_size, settings)
    yield Skipped(file.origin, reason) if reason else read_plain(file.path.read_bytes(), file.origin, settings)
