"""A file -> all of its bytes, or the reason if there are too many."""

from typing import BinaryIO

from compare.model import Skipped
from compare.settings import InputSettings
from compare.sources.packed.unpack_limits import damage_of

_BLOCK = 1 << 20  # bytes


def read_whole(file: BinaryIO, origin: str, settings: InputSettings) -> bytes | Skipped:
    """At most ``input.largest_file_bytes``; one byte more is read to tell. ``UnpackError`` if the file is damaged: a part is no article."""
    data = read_at_most(file, settings.largest_file_bytes + 1)
    if len(data) > settings.largest_file_bytes:
        return Skipped(origin, f"has more than {settings.largest_file_bytes} bytes; split it or raise input.largest_file_bytes")
    damage = damage_of(file)
    if damage:
        raise damage
    return data


def read_at_most(file: BinaryIO, count: int) -> bytes:
    """In blocks: asked for a terabyte at once, a file makes room for it before it looks how many bytes there are."""
    blocks = []
    while count > 0 and (block := file.read(min(count, _BLOCK))):
        blocks.append(block)
        count -= len(block)
    return b"".join(blocks)
