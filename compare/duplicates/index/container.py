"""Named arrays <-> one file that never changes: every array aligned and with its checksum, read by mapping the file into memory.

    16 bytes    magic
    arrays      each at a multiple of 64 bytes
    directory   JSON: for each array its dtype, shape, offset and CRC-32
    24 bytes    where the directory begins, how long it is, its CRC-32

The checksum of the directory answers for every array, so whoever keeps it (the manifest) knows the whole file.
"""

import json
import mmap
import os
import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from math import prod
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]

MAGIC = b"tellings arrays1"
_TRAILER = struct.Struct("<QQQ")
_ALIGNED = 64  # bytes: a line of the processor's cache
_BLOCK = 1 << 24  # bytes whose checksum is taken at once
_THREADS = 2  # take checksums: zlib lets others run meanwhile, and more of them wait for the memory
_BETWEEN = "between arrays"


class DamagedError(ValueError):
    """A file is not what was written; the message says how."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """By which a file is known: its length in bytes and the checksum of its directory."""

    bytes: int
    checksum: int


class ContainerWriter:
    """Takes arrays one after the other, each in parts, so that none has to be in memory as a whole."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._directory: dict[str, Any] = {}
        self.stamp = Stamp(0, 0)  # until all is written
        file.write(MAGIC)

    def put(self, name: str, parts: Iterable[Array], shape: tuple[int, ...], dtype: str) -> None:
        """An array of ``shape``, row-major, made of ``parts`` end to end."""
        self._file.write(bytes(-self._file.tell() % _ALIGNED))
        offset, checksum, length = self._file.tell(), 0, 0
        for part in parts:
            data = np.ascontiguousarray(part, dtype=dtype).reshape(-1).view(np.uint8).data
            checksum, length = zlib.crc32(data, checksum), length + len(data)
            self._file.write(data)
        if length != prod(shape) * np.dtype(dtype).itemsize:
            raise ValueError(f"{name} has {length} bytes, which are no {shape} of {dtype}")
        self._directory[name] = {"dtype": dtype, "shape": shape, "offset": offset, "crc32": checksum}

    def finish(self) -> None:
        """The directory, and everything on the disk."""
        directory = json.dumps(self._directory, allow_nan=False).encode()
        checksum = zlib.crc32(directory)
        self._file.write(directory + _TRAILER.pack(self._file.tell(), len(directory), checksum))
        self._file.flush()
        os.fsync(self._file.fileno())
        self.stamp = Stamp(self._file.tell(), checksum)


@contextmanager
def new_container(path: Path) -> Iterator[ContainerWriter]:
    """A new file; nothing is left of it if what writes it fails. ``OSError`` as the system gives it."""
    try:
        with path.open("xb") as file:
            writer = ContainerWriter(file)
            yield writer
            writer.finish()
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def map_arrays(path: Path, stamp: Stamp) -> Mapping[str, Array]:
    """The arrays, of which only what is looked at is read. ``DamagedError`` if the file is cut or another one, ``OSError`` if absent."""
    data, directory = _map_file(path, stamp)
    return {name: _array(data, entry) for name, entry in directory.items()}


def damaged_arrays(path: Path, stamp: Stamp) -> list[str]:
    """The names of arrays whose checksum does not hold; ``DamagedError`` if it cannot even be said which arrays there are.

    Every byte is read. What stands between arrays is nothing, and has the name ``between arrays`` if it is something.
    """
    data, directory = _map_file(path, stamp)
    arrays = [_array(data, entry) for entry in directory.values()]
    with ThreadPoolExecutor(_THREADS) as pool:
        checksums = pool.map(_checksum, arrays)
        faults = [name for (name, entry), checksum in zip(directory.items(), checksums, strict=True) if checksum != entry["crc32"]]
    starts = [entry["offset"] for entry in directory.values()]
    ends = [len(MAGIC), *(start + array.nbytes for start, array in zip(starts, arrays, strict=True))]
    return [*faults, *([_BETWEEN] if any(any(data[end:start]) for end, start in zip(ends, starts, strict=False)) else [])]


def stamp_of(path: Path) -> Stamp:
    """The stamp that a file gives itself. ``DamagedError`` if it is not whole from its first byte to the end of its directory."""
    with path.open("rb") as file:
        length = file.seek(0, os.SEEK_END)
        if length < len(MAGIC) + _TRAILER.size:
            raise DamagedError(f"has {length} bytes, which are no segment")
        file.seek(-_TRAILER.size, os.SEEK_END)
        stamp = Stamp(length, _TRAILER.unpack(file.read())[2])
    _map_file(path, stamp)
    return stamp


def _map_file(path: Path, stamp: Stamp) -> tuple[mmap.mmap, Mapping[str, Any]]:
    with path.open("rb") as file:
        length = os.fstat(file.fileno()).st_size
        if length != stamp.bytes:
            raise DamagedError(f"has {length} bytes where {stamp.bytes} were written")
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    start, size, checksum = _TRAILER.unpack(data[-_TRAILER.size :])
    directory = data[start : start + size]
    whole = data[: len(MAGIC)] == MAGIC and start + size + _TRAILER.size == length
    if not whole or checksum != stamp.checksum or zlib.crc32(directory) != checksum:
        raise DamagedError("is not the file that was written")
    return data, json.loads(directory)


def _array(data: mmap.mmap, entry: Mapping[str, Any]) -> Array:
    shape = tuple(entry["shape"])
    return np.frombuffer(data, entry["dtype"], prod(shape), entry["offset"]).reshape(shape)


def _checksum(array: Array) -> int:
    data, checksum = array.reshape(-1).view(np.uint8), 0
    for start in range(0, len(data), _BLOCK):
        checksum = zlib.crc32(data[start : start + _BLOCK].data, checksum)
    return checksum
