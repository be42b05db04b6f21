"""A JSON file on disk -> the comparison document in it.

Apart from what writes documents, so that a report is made of an old one without the engine and its libraries.
"""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from compare.errors import DocumentError
from compare.lasting import lasting
from schemas.check import breaches, checker


def read_json(path: Path) -> Any:  # noqa: ANN401 - any JSON value
    """A JSON file; ``DocumentError`` if it cannot be read as one."""
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise DocumentError(str(path), error.strerror or str(error), "name a file that can be read") from error
    except (ValueError, RecursionError) as error:
        raise DocumentError(str(path), f"is not JSON ({error})", "name a comparison.json that tellings wrote") from error


def load_document(path: Path) -> Mapping[str, Any]:
    """A comparison document that holds against its schema; one of another version is refused by that version's name."""
    with lasting():
        document = read_json(path)
    named = document.get("schema") if isinstance(document, dict) else None
    if named != "comparison/1":
        raise DocumentError(str(path), f"is of schema {named!r}, not 'comparison/1'", "make it anew with this version of tellings")
    found = breaches(document, checker("comparison"), 3)
    if found:
        raise DocumentError(str(path), "; ".join(f"{b.path}: {b.problem}" for b in found), "make it anew with `tellings compare`")
    return dict(document)
