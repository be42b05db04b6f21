"""Texts and rows of numbers as flat arrays, the one form that flows between kernels."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

import numpy as np
from numpy.typing import NDArray

from compare.text.tokens import lowered_as_written

if TYPE_CHECKING:
    from pyarrow import LargeStringArray

Number = TypeVar("Number", bound=np.generic)
Hashes = NDArray[np.uint64]
Indices = NDArray[np.int64]

# The two whose lower case is not one code point for one: I with a dot, and sigma, which has another form at the end of a word.
LENGTH_CHANGING = "İΣ"
_BLOCK = 1 << 20  # bytes looked through at once


@dataclass(frozen=True, slots=True)
class Texts:
    """Texts as Arrow lays them out: UTF-8 bytes end to end, text i at ``buffer[offsets[i]:offsets[i + 1]]``."""

    buffer: NDArray[np.uint8]
    offsets: Indices

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, at: int) -> str:
        """One text; half a surrogate pair in it is kept."""
        return self.buffer[self.offsets[at] : self.offsets[at + 1]].tobytes().decode("utf-8", "surrogatepass")

    def take(self, at: Indices) -> "Texts":
        """Some of the texts, in the order of ``at``."""
        buffer, starts, ends = self.buffer, self.offsets[at].tolist(), self.offsets[at + 1].tolist()
        parts = [buffer[start:end] for start, end in zip(starts, ends, strict=True)]
        return Texts(np.concatenate(parts) if parts else buffer[:0], offsets_of([len(part) for part in parts]))


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of 64-bit hashes of different lengths: row i is ``values[offsets[i]:offsets[i + 1]]``."""

    values: Hashes
    offsets: Indices

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def __getitem__(self, at: int) -> Hashes:
        """One row."""
        return self.values[self.offsets[at] : self.offsets[at + 1]]

    @property
    def lengths(self) -> Indices:
        """How many hashes each row has."""
        return np.diff(self.offsets)

    @property
    def owners(self) -> Indices:
        """For each value, the index of its row."""
        return np.repeat(np.arange(len(self)), self.lengths)


@dataclass(frozen=True, slots=True)
class SignedTexts:
    """What is kept of n texts to find those that are alike.

    ``keys`` (bands, n) has the upper half of a key for the slots of each band, ``bags`` (n, 2) is equal for texts with the same shingles
    equally often, ``lengths`` (n) is how many shingles there are, repeats counted. ``anchors`` has, for each text, keys of which an excerpt
    and its source share one; none if nobody looks for excerpts.
    """

    keys: NDArray[np.uint32]
    bags: Hashes
    lengths: Indices
    anchors: Rows


def texts_of(strings: Sequence[str]) -> Texts:
    """The strings, with those words in lower case that a table from code point to code point cannot lower."""
    everything = "".join(strings)
    if any(sign in everything for sign in LENGTH_CHANGING):  # one look at all of them is a tenth of a look at each
        strings = [lowered_as_written(text) if any(sign in text for sign in LENGTH_CHANGING) else text for text in strings]
    parts = [text.encode("utf-8", "surrogatepass") for text in strings]
    return Texts(np.frombuffer(b"".join(parts), dtype=np.uint8), offsets_of([len(part) for part in parts]))


def texts_of_arrow(strings: "LargeStringArray") -> Texts:
    """The same without a string of Python for each: the array's own bytes, unless one of the two signs stands in them.

    ``ValueError`` if one is missing; that all are UTF-8 is for who made the array to check.
    """
    if strings.null_count:
        raise ValueError(f"{strings.null_count} texts are missing")
    _, offsets, data = strings.buffers()
    places = np.frombuffer(offsets, dtype=np.int64)[strings.offset : strings.offset + len(strings) + 1]
    buffer = np.frombuffer(data, dtype=np.uint8) if data else np.empty(0, dtype=np.uint8)
    if any(_holds(buffer[places[0] : places[-1]], sign) for sign in LENGTH_CHANGING):
        return texts_of(strings.to_pylist())
    return Texts(buffer, places)


def _holds(buffer: NDArray[np.uint8], sign: str) -> bool:
    lead, second = sign.encode()
    parts = (buffer[start : start + _BLOCK + 1] for start in range(0, len(buffer), _BLOCK))
    return any(np.any((part[:-1] == lead) & (part[1:] == second)) for part in parts)


def concatenate(parts: Sequence[Rows]) -> Rows:
    """The rows of all parts, in order."""
    values = [np.empty(0, dtype=np.uint64), *(part.values for part in parts)]
    lengths = [np.empty(0, dtype=np.int64), *(part.lengths for part in parts)]
    return Rows(np.concatenate(values), offsets_of(np.concatenate(lengths)))


def offsets_of(lengths: Sequence[int] | Indices) -> Indices:
    """Where each row begins, and where the last one ends."""
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(np.asarray(lengths, dtype=np.int64))])
