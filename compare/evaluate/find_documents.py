"""Paths as given -> comparison documents to be scored: read from files, or made now of the articles in JSONL files."""

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from compare.documents.to_document import to_document
from compare.errors import DocumentError
from compare.model import Skipped
from compare.pipeline import compare_story, articles_by_story
from compare.settings import Settings
from compare.sources.read_inputs import read_inputs

LoadDocument = Callable[[Path], Mapping[str, Any]]
_ARTICLES = ".jsonl"


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A comparison document and where it comes from."""

    place: str
    document: Mapping[str, Any]


def find_documents(paths: Sequence[Path], wanted: frozenset[str], load: LoadDocument) -> tuple[list[FoundDocument], list[Skipped]]:
    """Documents in the order of the paths, then those made now; what cannot be read is left out by name.

    A folder stands for its ``comparison.json``, those one level below, and its JSONL files. Of articles only the stories with one of the
    ``wanted`` ids are compared, with the settings as shipped. ``load`` reads a document or raises ``DocumentError``.
    """
    files, skipped = _files(paths)
    found = []
    for path in files:
        if path.suffix.lower() != _ARTICLES:
            try:
                found.append(FoundDocument(str(path), load(path)))
            except DocumentError as error:
                skipped.append(Skipped(error.place, f"{error.problem}; {error.remedy}"))
    made, unread = _compared([path for path in files if path.suffix.lower() == _ARTICLES], wanted)
    return [*found, *made], [*skipped, *unread]


def _files(paths: Sequence[Path]) -> tuple[list[Path], list[Skipped]]:
    """Each file once, under the name by which it came first."""
    files: dict[str, Path] = {}
    empty = []
    for given in paths:
        below = list(_below(given)) if given.is_dir() else [given]
        for path in below:
            files.setdefault(os.path.realpath(path), path)
        if not below:
            empty.append(Skipped(str(given), "holds no comparison.json and no .jsonl; name what `tellings compare` wrote"))
    return list(files.values()), empty


def _below(folder: Path) -> Iterator[Path]:
    for pattern in ("comparison.json", "*/comparison.json", f"*{_ARTICLES}"):
        yield from sorted(path for path in folder.glob(pattern) if path.is_file())


def _compared(paths: Sequence[Path], wanted: frozenset[str]) -> tuple[list[FoundDocument], list[Skipped]]:
    settings = Settings()
    intake = read_inputs([str(path) for path in paths], settings.input)
    told = [(story, articles) for story, articles in articles_by_story(intake.articles) if wanted & {article.id for article in articles}]
    compared: list[FoundDocument] = []
    skipped = list(intake.skipped)
    for story, articles in told:
        place = f"articles of {story}"
        try:
            comparison = compare_story(story, articles, [], settings)
            compared.append(FoundDocument(place, to_document(comparison, "", "")))
        except Exception as error:  # noqa: BLE001 - the edge of one story: see compare.faults
            skipped.append(Skipped(place, f"met a fault of tellings ({type(error).__name__}); `tellings compare` keeps its report"))
        else:
            skipped += [Skipped(place, f"met a fault of tellings ({f.kind} while {f.task})", f) for f in comparison.faults]
    return compared, skipped
