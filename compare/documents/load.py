"""A JSON file on disk -> the comparison document in it.

Apart from what writes documents, so that a report is made of an old one without the engine and its libraries.
"""

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from compare.consistency.document_checks import violations_of
from compare.consistency.json_checks import unwritable_values
from compare.consistency.violation import Violation, in_one_line
from compare.errors import DocumentError
from compare.system.garbage_collection import pause_collector

DOCUMENT_NAME = "comparison.json"  # of a document in the folder of its story
# Half a surrogate pair can stand in UTF-8 only so; to look for it takes a hundredth of the time of a look at every value.
_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SHOWN = 5  # violations in the words of an error; `tellings validate` lists all


def read_json(path: Path) -> Any:  # noqa: ANN401 - any JSON value
    """A JSON file; ``DocumentError`` if it cannot be read as one."""
    return _parsed(_text(path), path)


def violations_in(path: Path) -> tuple[Any, list[Violation]]:
    """What a JSON file holds, and all that keeps it from being a sound comparison document; ``DocumentError`` if it is no JSON."""
    with pause_collector():
        text = _text(path)
        document = _parsed(text, path)
    found = violations_of(document)
    torn = not found and _ESCAPED_SURROGATE.search(text)
    return document, list(unwritable_values(document)) if torn else found


def comparisons_in(path: Path) -> list[Path]:
    """A file itself; of a folder its ``comparison.json``, else those of the stories one level below, in order of their names.

    ``DocumentError`` if a folder has none.
    """
    if not path.is_dir():
        return [path]
    found = [path / DOCUMENT_NAME] if (path / DOCUMENT_NAME).is_file() else sorted(file for file in path.glob(f"*/{DOCUMENT_NAME}") if file.is_file())
    if not found:
        raise DocumentError(str(path), f"holds no {DOCUMENT_NAME}", "name a folder that `tellings compare` wrote")
    return found


def load_document(path: Path) -> Mapping[str, Any]:
    """A comparison document that is sound: it holds against its schema, and everything in it stands where it says.

    ``DocumentError`` names the first violations and counts the rest; one of another version is refused by that version's name.
    """
    document, found = violations_in(path)
    _require_sound(document, found, str(path))
    return dict(document)


def require_sound(document: Any, place: str) -> None:  # noqa: ANN401 - any JSON value
    """``DocumentError``, as above, for a document that comes from elsewhere; ``place`` is what the error calls it."""
    _require_sound(document, violations_of(document), place)


def _require_sound(document: Any, found: Sequence[Violation], place: str) -> None:  # noqa: ANN401 - any JSON value
    named = document.get("schema") if isinstance(document, dict) else None
    if named != "comparison/1":
        raise DocumentError(place, f"is of schema {named!r}, not 'comparison/1'", "make it anew with this version of tellings")
    if found:
        raise DocumentError(place, in_one_line(found, _SHOWN), "mend what is named there, or make it anew with `tellings compare`")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise DocumentError(str(path), error.strerror or str(error), "name a file that can be read") from error
    except UnicodeDecodeError as error:
        raise DocumentError(str(path), f"is not JSON ({error})", "name a comparison.json that tellings wrote") from error


def _parsed(text: str, path: Path) -> Any:  # noqa: ANN401 - any JSON value
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise DocumentError(str(path), f"is not JSON ({error})", "name a comparison.json that tellings wrote") from error
