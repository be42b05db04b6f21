"""Settings <-> the header of an index: what can never change, since all of its texts were signed with it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from compare.duplicates.kernels.numpy_kernels import WINDOW
from compare.duplicates.sketch_settings import PIVOTS
from compare.errors import IndexFolderError
from compare.settings import DuplicateSettings

# How words, shingles, slots, band keys, bags and anchors are hashed; changes with any of them.
HASHES = f"affine32/1 pivots {PIVOTS} window {WINDOW}"
_SIGNED_BY = ("shingle_words", "permutations", "archive_bands", "seed", "jaccard", "containment", "containment_words")


def header_of(settings: DuplicateSettings) -> dict[str, Any]:
    """JSON values."""
    return {"hashes": HASHES, "settings": {name: getattr(settings, name) for name in _SIGNED_BY}}


def settings_of(header: Mapping[str, Any]) -> DuplicateSettings:
    """Those of the header, the others as shipped."""
    return replace(DuplicateSettings(), **header["settings"])


def require_equal(header: Mapping[str, Any], settings: DuplicateSettings, place: str) -> None:
    """``IndexFolderError`` names each setting that is another one, with both values."""
    made_with = header["settings"]
    others = [
        f"duplicates.{name} is {made_with[name]} in the index and {getattr(settings, name)} in the settings"
        for name in _SIGNED_BY
        if made_with[name] != getattr(settings, name)
    ]
    if others:
        raise IndexFolderError(place, "; ".join(others), "give the settings that it was made with, or make another index")
