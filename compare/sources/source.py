"""The input of every reader: bytes that can be read from their beginning, their name, and the headers that came with them."""

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import BinaryIO, NamedTuple

from compare.model import Article, Skipped


class Entry(NamedTuple):
    """What became of one thing that was given; ``own_id`` says that the article brought its id, which then stays as it is."""

    place: str
    item: Article | Skipped
    own_id: bool = False


@dataclass(frozen=True, slots=True)
class SourceHeaders:
    """What a server or an archive says of the bytes, trusted before what the bytes say themselves; "" where it says nothing."""

    url: str = ""
    media_type: str = ""  # lower case, without parameters
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """``origin`` stands in messages and documents; ``name`` has the suffix of what is inside: ``a.html`` for the origin ``a.html.gz``.

    ``open`` gives a seekable file at its beginning. What a packed source opens is valid until the next source is read.
    """

    origin: str
    name: str
    open: Callable[[], BinaryIO]
    headers: SourceHeaders = SourceHeaders()


def source_of(data: bytes, origin: str, headers: SourceHeaders = SourceHeaders()) -> Source:
    """Bytes in memory, called as the last part of their origin."""
    return Source(origin, origin.rsplit("/", 1)[-1], lambda: BytesIO(data), headers)
