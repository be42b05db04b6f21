"""Documents and pages -> files: whole or absent, never over a file that is not ours."""

import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

import regex

from compare.errors import DocumentError, OutputError
from compare.sources.own_files import MARKER_WITHIN, is_own_file
from compare.system.whole_file import write_whole
from compare.text.tokens import checksum, slug
from schemas.check import Checker, breaches

_MODE = 0o644  # what is written is for others too
_SAFE_NAME = regex.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")
# Names that one family of systems keeps for devices, whatever follows the dot.
_DEVICE = regex.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", regex.IGNORECASE)
# Names of our own files in the folder where the folders of stories stand.
_OWN_NAMES = frozenset(["index.html", "report.html", "report", "comparison.json", "review.db", "decisions.jsonl", "fault.txt"])
_OWN_CLUSTERS = regex.compile(rb'\{"id": "d-[0-9a-f]{10}", "first": ')
# A table says so behind its rows.
_TABLE, _OUR_TABLE = b"PAR1", b"tellings duplicates/1"
# A list of verdicts without one of them has nothing to lose and no room for a sign.
_EMPTY_FILES = (b"", b"[]\n")
_LOCK = ".tellings.lock"
# Pages of a report's folder.
_PAGE = regex.compile(r"(?:claims|related|duplicates|seen|sources|alone)-\d+\.html")
_SHOWN_BREACHES = 5


def as_json(document: Mapping[str, Any]) -> str:
    """The document as it is stored: UTF-8 unescaped, keys in the order of the schema, one article, cluster or claim a line.

    ``ValueError`` for a number that is infinite or none (NaN), which JSON has not.
    """
    parts = []
    for name, value in document.items():
        many = isinstance(value, list) and value
        written = "[\n  " + ",\n  ".join(map(_compact_json, value)) + "\n ]" if many else _compact_json(value)
        parts.append(f" {json.dumps(name, allow_nan=False)}: {written}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _compact_json(value: Any) -> str:  # noqa: ANN401 - any JSON value
    return json.dumps(value, ensure_ascii=False, allow_nan=False)


def require_valid(document: Mapping[str, Any], validator: Checker) -> Mapping[str, Any]:
    """The document, if it holds against its schema; ``DocumentError`` with the first breaches if not."""
    found = breaches(document, validator, _SHOWN_BREACHES)
    if found:
        named = "; ".join(f"{breach.path}: {breach.problem}" for breach in found)
        raise DocumentError("comparison document", named, "this is a fault of tellings: please report it with the input")
    return document


def write(path: Path, text: str, *, force: bool = False) -> None:
    """Write beside the place and rename; ``OutputError`` if a file stands there that is not ours and ``force`` is off."""
    require_writable(path, force=force)
    with _write_errors(path):
        write_whole(path, _encoded(text), mode=_MODE, synced=True)


def move_into_place(made: Path, path: Path, *, force: bool = False) -> None:
    """Give a finished file its place on the same disk; nothing to do if it went there already. ``OutputError`` as in ``write``."""
    if made.exists():
        require_writable(path, force=force)
        with _write_errors(path):
            made.replace(path)


@contextmanager
def lock_folder(folder: Path) -> Iterator[None]:
    """While one run writes into a folder, another one is refused with ``OutputError``: the files would be of two runs.

    A killed run holds nothing.
    """
    from filelock import FileLock, Timeout

    with _write_errors(folder):
        folder.mkdir(parents=True, exist_ok=True)
    sign = folder / _LOCK
    in_use = OutputError(str(folder), "is written to by another run", "wait until that ends, or choose another folder")
    with _write_errors(folder):
        try:
            lock = FileLock(sign, timeout=0).acquire()
        except Timeout as error:  # an OSError itself
            raise in_use from error
    with lock:
        if not sign.exists():  # the run before took it away just now, and a third may have made another one
            raise in_use
        try:
            yield
        finally:
            with suppress(OSError):  # where an open file cannot be removed, it stays
                sign.unlink()


class PagedReport(Protocol):
    """A page and the files of ``folder`` beside it; no pages if it is whole by itself."""

    @property
    def text(self) -> str:
        """Of the page."""

    @property
    def folder(self) -> str:
        """A name without its path; empty if there never is one."""

    @property
    def pages(self) -> Iterable[tuple[str, str]]:
        """Names and texts, made as they are asked for."""


def write_with_pages(path: Path, made: PagedReport, *, force: bool = False) -> None:
    """The page, and the folder of its pages if it has some: these first, so that no link of a cover leads nowhere."""
    if not made.pages:
        write(path, made.text, force=force)
        if made.folder:
            remove_folder(path.parent / made.folder)
        return
    require_writable(path, force=force)
    write_folder(path.parent / made.folder, made.pages)
    write(path, made.text, force=force)


def write_marked(path: Path, data: bytes, marker: bytes, *, force: bool = False) -> bool:
    """As ``write``, for bytes of which ours begin with ``sign``; whether anything changed by it."""
    require_writable(path, force=force, is_own=lambda place: _begins(place, marker))
    with _write_errors(path):
        if path.exists() and path.read_bytes() == data:
            return False
        write_whole(path, data, mode=_MODE, synced=True)
    return True


def require_writable(path: Path, *, force: bool = False, is_own: Callable[[Path], bool] | None = None) -> None:
    """``OutputError`` if a file stands there that is not ours and ``force`` is off."""
    with _write_errors(path):
        if not force and path.exists() and not (is_own or _is_own)(path):
            raise OutputError(str(path), "stands there and was not made by tellings", "choose another folder, or give --force")


def write_folder(path: Path, files: Iterable[tuple[str, str]]) -> None:
    """Write all files into a folder beside the place, then change places with what is there: the folder is whole, or as it was.

    ``OutputError`` if anything stands there that is not a page of ours; nothing forces that a folder with other work in it goes away.
    """
    with _write_errors(path):
        if path.exists() and not _is_own_folder(path):
            raise OutputError(str(path), "holds what is no page of tellings", "move it away, or choose another place")
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=f".{path.name}.") as scratch:
            for name, text in files:
                write_whole(Path(scratch) / "new" / name, _encoded(text), mode=_MODE, synced=True)
            _exchange(path, Path(scratch))


def remove(path: Path) -> None:
    """Take away a file of an earlier run, if it is ours."""
    with _write_errors(path):
        if path.is_file() and _is_own(path):
            path.unlink()


def remove_folder(path: Path) -> None:
    """Take away the pages of an earlier run; a folder with anything else in it is left alone."""
    with _write_errors(path):
        if _is_own_folder(path) and any(path.iterdir()):
            shutil.rmtree(path)


@contextmanager
def _write_errors(path: Path) -> Iterator[None]:
    """A fault of the system, as one of ours."""
    try:
        yield
    except OSError as error:
        raise OutputError(str(path), f"cannot be written ({error.strerror or error})", "choose a folder that can be written") from error


def _is_own_folder(path: Path) -> bool:
    """Of nothing but our pages; also an empty one."""
    return path.is_dir() and all(_PAGE.fullmatch(file.name) and file.is_file() and _is_own(file) for file in path.iterdir())


def _exchange(path: Path, scratch: Path) -> None:
    """The new folder in the place of the old one, which comes back if that fails."""
    if path.exists():
        path.rename(scratch / "old")
    try:
        (scratch / "new").rename(path)
    except OSError:
        if (scratch / "old").exists():
            (scratch / "old").rename(path)
        raise


def _is_own(path: Path) -> bool:
    with path.open("rb") as file:
        head = file.read(MARKER_WITHIN)
        if head.startswith(_TABLE):
            file.seek(-min(MARKER_WITHIN, path.stat().st_size), os.SEEK_END)
            return _OUR_TABLE in file.read()
    return head in _EMPTY_FILES or _OWN_CLUSTERS.match(head) is not None or is_own_file(head)


def _begins(path: Path, sign: bytes) -> bool:
    with path.open("rb") as file:
        return file.read(len(sign)) == sign


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def folder_names(stories: Sequence[str]) -> dict[str, str]:
    """A folder name for every story: its own where that is safe on every file system, else made safe with a checksum behind it."""
    taken: dict[str, int] = {}
    for story in stories:
        taken[story.casefold()] = taken.get(story.casefold(), 0) + 1
    names = {}
    for story in stories:
        is_safe = _SAFE_NAME.fullmatch(story) and not _DEVICE.fullmatch(story) and not story.endswith(".")
        if is_safe and story.casefold() not in _OWN_NAMES and taken[story.casefold()] == 1:
            names[story] = story
        else:
            names[story] = f"{slug(story)[:60] or 'story'}-{checksum(story)[:8]}"
    return names
