"""What was read -> documents, reports and an index on disk; and a document read back."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from compare.console import Console
from compare.document import to_document
from compare.errors import DocumentError
from compare.output import as_json, checked, folder_names, write
from compare.pipeline import compare_all, stories
from compare.settings import Settings
from compare.sources.read import Intake
from reports.html import render
from reports.index import entry_of, render_index
from schemas.check import breaches, checker

__all__ = ["load_document", "publish", "read_json", "write"]


def publish(intake: Intake, settings: Settings, out: Path, console: Console, *, force: bool = False) -> Path:
    """Compare every story and write it; the answer is the page to open first.

    One story stands in ``out`` itself, several in one folder each below it, with an index over them.
    """
    names = folder_names([story for story, _ in stories(intake.articles)])
    several = len(names) > 1
    made_at = datetime.now(UTC).replace(microsecond=0).isoformat()
    validator = checker("comparison")
    entries = []
    with console.progress(len(names), "stories") as seen:
        for comparison in compare_all(intake.articles, intake.skipped, settings, seen):
            document = checked(to_document(comparison, version("tellings"), made_at), validator)
            folder = out / names[comparison.story] if several else out
            write(folder / "comparison.json", as_json(document), force=force)
            write(folder / "report.html", render(document), force=force)
            entries.append(entry_of(document, names[comparison.story]))
    if several:
        write(out / "index.html", render_index(entries), force=force)
    return out / ("index.html" if several else "report.html")


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
    document = read_json(path)
    named = document.get("schema") if isinstance(document, dict) else None
    if named != "comparison/1":
        raise DocumentError(str(path), f"is of schema {named!r}, not 'comparison/1'", "make it anew with this version of tellings")
    found = breaches(document, checker("comparison"), 3)
    if found:
        raise DocumentError(str(path), "; ".join(f"{b.path}: {b.problem}" for b in found), "make it anew with `tellings compare`")
    return dict(document)
