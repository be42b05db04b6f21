"""A settings file, or nested names and values -> settings."""

from collections.abc import Mapping
from os import PathLike
from pathlib import Path
from typing import Any

from compare.settings import Settings, from_mapping, load


def load_settings(source: str | PathLike[str] | Mapping[str, Mapping[str, Any]]) -> Settings:
    """Settings of a TOML file, or of a mapping such as ``{"claims": {"threshold": 0.3}}``, over the defaults.

    ``SettingsError`` names every problem at once. No file is looked for: a ``tellings.toml`` counts if it is named.
    """
    if isinstance(source, Mapping):
        return from_mapping({part: dict(values) if isinstance(values, Mapping) else values for part, values in source.items()}, "settings")
    return load(Path(source))
