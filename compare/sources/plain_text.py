"""Bytes of one text file -> an article that holds all of it, or why not."""

import hashlib
import re
from pathlib import PurePosixPath

from compare.model import Article, ArticleId, Skipped
from compare.settings import InputSettings
from compare.sources.cut_text import find_cut
from compare.sources.decode import UndecodableError, decode
from compare.sources.unusable_text import why_unusable
from compare.text.tokens import bare

_UNSAFE = re.compile(r"[^a-z0-9._-]+")
_LONGEST_STEM = 60  # characters of a file name in an id; the checksum tells apart what is cut


def read_plain(data: bytes, origin: str, settings: InputSettings) -> Article | Skipped:
    """The article keeps the whole text; its outlet is the file's stem until the text names one."""
    try:
        text = decode(data)
    except UndecodableError as error:
        return Skipped(origin, str(error))
    problem = why_unusable(text, settings)
    if problem:
        return Skipped(origin, problem)
    stem = PurePosixPath(origin).stem
    digest = hashlib.sha256(data).hexdigest()
    return Article(
        id=file_id(digest, stem),
        outlet=stem,
        text=text,
        origin=origin,
        sha256=digest,
        form="text",
        cut=find_cut(text.split("\n")),
    )


def file_id(digest: str, stem: str) -> ArticleId:
    """The id of a file: equal for equal bytes under one name."""
    safe = _UNSAFE.sub("-", bare(stem)).strip("-")[:_LONGEST_STEM]
    return ArticleId(f"{digest[:8]}-{safe or 'article'}")
