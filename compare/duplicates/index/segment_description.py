"""What a segment says of itself <-> an array of JSON in it: as a manifest does, so that a lost one can be made again."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from compare.duplicates.index.container import Array, Stamp
from compare.duplicates.index.header import settings_of
from compare.duplicates.index.manifest import Lost, Part


@dataclass(frozen=True, slots=True)
class About:
    """Its name and numbers; how texts were signed; adds up to it; which paragraphs of the whole index were lost when it was written."""

    name: str
    first: int
    paragraphs: int
    articles: int
    adds: int
    header: Mapping[str, Any]
    lost: tuple[Lost, ...]

    def part(self, stamp: Stamp) -> Part:
        """As a manifest names it."""
        return Part(self.name, self.first, self.paragraphs, self.articles, stamp=stamp)


def as_array(about: About) -> Array:
    """Bytes."""
    return np.frombuffer(json.dumps(asdict(about), allow_nan=False).encode(), dtype=np.uint8)


def from_array(array: Array) -> About:
    """``ValueError`` if a program of another version wrote it."""
    try:
        told = json.loads(array.tobytes())
        settings_of(told["header"])
        return About(**{**told, "lost": tuple(Lost(**each) for each in told["lost"])})
    except (KeyError, TypeError) as error:
        raise ValueError(f"is described in a way that this version does not know ({error})") from error
