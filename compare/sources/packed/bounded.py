"""A file whose bytes are unpacked while they are read -> the same, held to the limits; damage and bombs are errors of one kind.

Such a file ends where it is damaged, so that nothing that stands before the damage is lost; who has read to the end asks ``damage_of``.
"""

import io
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import BinaryIO, Protocol, TypeVar

from compare.settings import InputSettings

# So much may be unpacked whatever the ratio: a page of spaces is small, and no bomb.
_ALLOWED_BYTES = 10_000_000
# So much may be unpacked of what is refused then, beside what the ratio allows: it costs time, and none of the room of the others.
_ALLOWED_IN_VAIN = 1_000_000_000
_DAMAGE_ERRORS = (
    EOFError,
    OSError,
    zlib.error,
    lzma.LZMAError,
    zipfile.BadZipFile,
    tarfile.TarError,
    NotImplementedError,
    RuntimeError,
    ValueError,
)
_BLOCK = 1 << 16
_Read = TypeVar("_Read")


class UnpackError(Exception):
    """Packed bytes that cannot be read on; the message is the reason."""


@dataclass(slots=True)
class UnpackBudget:
    """How much all that is packed in one file may still grow to, whatever is nested in it; counts, so it is no value."""

    settings: InputSettings
    packed: int  # bytes of the file
    spent: int = 0
    in_vain: int = 0  # bytes of what was refused

    def spend(self, count: int) -> None:
        """``UnpackError`` once too much was unpacked."""
        self.spent += count
        if self.in_vain > _ALLOWED_IN_VAIN + self.settings.largest_ratio * self.packed:
            raise UnpackError(f"stands behind {self.in_vain} bytes that were unpacked in vain, and was not read; unpack it yourself")
        if self.spent > self.settings.largest_unpacked_bytes:
            raise UnpackError(
                f"unpacks to more than {self.settings.largest_unpacked_bytes} bytes, and what is behind them was not read; "
                "split it or raise input.largest_unpacked_bytes"
            )
        self.require_ratio(self.spent, self.packed)

    def give_back(self, count: int) -> None:
        """What a part took that was refused: those behind it must not be called bombs for it. All that was unpacked in vain has an end."""
        self.spent -= count
        self.in_vain += count

    def require_ratio(self, unpacked: int, packed: int) -> None:
        """``UnpackError`` if so many bytes cannot honestly have been packed into so few."""
        if unpacked > _ALLOWED_BYTES + self.settings.largest_ratio * packed:
            raise UnpackError(
                f"unpacks to more than {self.settings.largest_ratio} times its size, as what is made to fill a disk does; "
                "unpack it yourself or raise input.largest_ratio"
            )


class Unpacking(Protocol):
    """What ``gzip`` and ``zipfile`` open: ``read1`` gives what was unpacked by one step, before the next one fails."""

    def read1(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""

    def seek(self, offset: int, whence: int, /) -> int:
        """From the begin, where that lies behind."""


def limit_unpacking(file: Unpacking, budget: UnpackBudget, packed: Callable[[], int]) -> BinaryIO:
    """``packed`` tells how many packed bytes were read so far for what was unpacked."""
    return io.BufferedReader(_Bounded(file, budget, packed), _BLOCK)


class _Bounded(io.RawIOBase):
    def __init__(self, file: Unpacking, budget: UnpackBudget, packed: Callable[[], int]) -> None:
        self._file, self._budget, self._packed = file, budget, packed
        self._at = self._furthest = 0
        self.damage: UnpackError | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        try:
            data = b"" if self.damage else read_packed(lambda: self._file.read1(len(buffer)))
            self._at += len(data)
            if self._at > self._furthest:
                more, self._furthest = self._at - self._furthest, self._at
                self._budget.spend(more)
                self._budget.require_ratio(self._at, self._packed())
        except UnpackError as error:
            self.damage = error
            self._budget.give_back(self._furthest)
            self._furthest = 0
            return 0
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        self.damage = None
        self._at = read_packed(lambda: self._file.seek(offset, whence))
        return self._at

    def tell(self) -> int:
        return self._at


def damage_of(file: BinaryIO) -> UnpackError | None:
    """Why a packed file ends where it does, if that is not its end; nothing of any other file."""
    damage: UnpackError | None = getattr(getattr(file, "raw", None), "damage", None)
    return damage


def read_packed(read: Callable[[], _Read]) -> _Read:
    """What was read; whatever a damaged file makes the standard library raise, as one kind of error."""
    try:
        return read()
    except _DAMAGE_ERRORS as error:
        said = str(error).strip().rstrip(".") or type(error).__name__
        raise UnpackError(f"is damaged, and what is behind the damage was not read ({said}); get it anew") from error
