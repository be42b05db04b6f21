"""What a segment says of itself <-> an array of JSON in it: as a manifest does, so that a lost one can be made again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from compare.duplicates.index.container import Array, Stamp
from compare.duplicates.index.header import settings_of
from compare.duplicates.index.manifest import LostRange, SegmentEntry


@dataclass(frozen=True, slots=True)
class SegmentDescription:
    """Its name and numbers; how texts were signed; adds up to it; which paragraphs of the whole index were lost when it was written."""

    name: str
    first: int
    paragraphs: int
    articles: int
    adds: int
    header: Mapping[str, Any]
    lost: tuple[LostRange, ...]

    def part(self, stamp: Stamp) -> SegmentEntry:
        """As a manifest names it."""
        return SegmentEntry(self.name, self.first, self.paragraphs, self.articles, stamp)


def as_array(description: SegmentDescription) -> Array:
    """Bytes."""
    return np.frombuffer(json.dumps(asdict(description), allow_nan=False).encode(), dtype=np.uint8)


def from_array(array: Array) -> SegmentDescription:
    """``ValueError`` if a program of another version wrote it."""
    try:
        told = json.loads(array.tobytes())
        settings_of(told["header"])
        return SegmentDescription(**{**told, "lost": tuple(LostRange(**each) for each in told["lost"])})
    except (KeyError, TypeError) as error:
        raise ValueError(f"is described in a way that this version does not know ({error})") from error
