"""Documents and pages -> files: whole or absent, never over a file that is not ours."""

import json
import os
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import regex

from compare.errors import DocumentError, OutputError
from compare.text import bare, checksum

_SAFE_NAME = regex.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
# Names that one family of systems keeps for devices, whatever follows the dot.
_DEVICE = regex.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", regex.IGNORECASE)
# How a file says that it is ours, within its first bytes.
_OUR_SIGNS = (
    b'"schema": "comparison/1"',
    b'"schema": "evaluation/1"',
    b'<meta name="generator" content="tellings',
    b'[//]: # "tellings report of a comparison/1"',
    b"\xef\xbb\xbfclaim,wording,voices,score,disputes,verdict,",
    b'"propertyID": "tellings claim"',
)
# A list of verdicts without one of them has nothing to lose and no room for a sign.
_NOTHING = (b"", b"[]\n")
_SIGN_WITHIN = 4096  # bytes
_SHOWN_BREACHES = 5


def as_json(document: Mapping[str, Any]) -> str:
    """The document as it is stored: UTF-8 unescaped, keys in the order of the schema, one article, cluster or claim a line."""
    parts = []
    for name, value in document.items():
        if isinstance(value, list) and value:
            written = "[\n  " + ",\n  ".join(json.dumps(item, ensure_ascii=False) for item in value) + "\n ]"
        else:
            written = json.dumps(value, ensure_ascii=False)
        parts.append(f" {json.dumps(name)}: {written}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def checked(document: Mapping[str, Any], validator: Any) -> Mapping[str, Any]:  # noqa: ANN401 - a jsonschema validator, loaded late
    """The document, if it holds against its schema; ``DocumentError`` with the first breaches if not."""
    from schemas.check import breaches

    found = breaches(document, validator, _SHOWN_BREACHES)
    if found:
        named = "; ".join(f"{breach.path}: {breach.problem}" for breach in found)
        raise DocumentError("comparison document", named, "this is a fault of tellings: please report it with the input")
    return document


def write(path: Path, text: str, *, force: bool = False) -> None:
    """Write beside the place and rename; ``OutputError`` if a file stands there that is not ours and ``force`` is off."""
    try:
        if not force and path.exists() and not _is_ours(path):
            raise OutputError(str(path), "stands there and was not made by tellings", "choose another folder, or give --force")
        path.parent.mkdir(parents=True, exist_ok=True)
        _replace(path, text)
    except OSError as error:
        raise OutputError(str(path), f"cannot be written ({error.strerror or error})", "choose a folder that can be written") from error


def _is_ours(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(_SIGN_WITHIN)
    return head in _NOTHING or any(sign in head for sign in _OUR_SIGNS)


def _replace(path: Path, text: str) -> None:
    handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "w", encoding="utf-8", errors="surrogatepass", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def folder_names(stories: Sequence[str]) -> dict[str, str]:
    """A folder name for every story: its own where that is safe on every file system, else made safe with a checksum behind it."""
    taken: dict[str, int] = {}
    for story in stories:
        taken[story.casefold()] = taken.get(story.casefold(), 0) + 1
    names = {}
    for story in stories:
        if _SAFE_NAME.fullmatch(story) and not _DEVICE.fullmatch(story) and taken[story.casefold()] == 1 and not story.endswith("."):
            names[story] = story
        else:
            slug = regex.sub(r"[^a-z0-9]+", "-", bare(story)).strip("-")[:60]
            names[story] = f"{slug or 'story'}-{checksum(story)[:8]}"
    return names
