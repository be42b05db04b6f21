"""What every reader is given: bytes that can be read from their begin, what they are called, and what came with them."""

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
    """What a server or an archive said of the bytes, which is believed before what they say themselves; "" where it said nothing."""

    url: str = ""
    media_type: str = ""  # lower case, without parameters
    charset: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """``origin`` stands in messages and documents; ``name`` has the suffix of what is inside: ``a.html`` for the origin ``a.html.gz``.

    ``open`` gives a seekable file at its begin. What a packed source opens is good until the next one is asked for.
    """

    origin: str
    name: str
    open: Callable[[], BinaryIO]
    headers: SourceHeaders = SourceHeaders()


def source_of(data: bytes, origin: str, headers: SourceHeaders = SourceHeaders()) -> Source:
    """Bytes in memory, called as the last part of their origin."""
    return Source(origin, origin.rsplit("/", 1)[-1], lambda: BytesIO(data), headers)
