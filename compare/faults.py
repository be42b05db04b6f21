"""An unexpected error -> what is kept of it: where in the code it happened, apart from what it says, which may quote an article.

What reads one article, works out one claim or compares one story catches ``Exception`` at its edge: nobody can list what a library or a
rule of ours may raise, and the other articles, claims and stories are not to be lost with it.
"""

import platform
import sys
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import PurePath
from traceback import FrameSummary, TracebackException

from compare.model import Fault, Skipped

FILE_NAME = "fault.txt"
MARKER = "tellings fault report/1"
_LIBRARIES = (
    "numpy",
    "scipy",
    "scikit-learn",
    "regex",
    "rapidfuzz",
    "datasketch",
    "underthesea_core",
    "py3langid",
    "trafilatura",
    "lxml",
    "feedparser",
    "pyarrow",
    "duckdb",
    "jinja2",
    "jsonschema-rs",
)
_MOST_FRAMES = 40  # the innermost: endless recursion has a thousand
_MOST_FAULTS = 20  # of one report; the others are counted
_ROOMS = ("compare", "reports", "schemas")
_LIBRARY_FOLDERS = ("site-packages", "dist-packages")
_SAFE = "Nothing of an article stands in it."
_QUOTES = "What the errors say stands in it (faults.quote = true), which may be words of an article."


def fault_of(error: Exception, task: str, place: str = "") -> Fault:
    """The error as a value: it goes to another process and holds nothing of the run."""
    errors = list(_chain(TracebackException.from_exception(error, limit=-_MOST_FRAMES), set()))
    trace = "\n".join(line for part in errors for line in _trace_lines(part))
    return Fault(kind=type(error).__name__, task=task, place=place, trace=trace, said="\n".join(filter(None, map(str, errors))))


def skipped_by_fault(fault: Fault) -> Skipped:
    """An article that met a fault, with the reason."""
    return Skipped(fault.place, f"met a fault of tellings ({fault.kind}); send {FILE_NAME} to those who make tellings", fault)


def fault_report(faults: Sequence[Fault], *, quoted: bool) -> str:
    """The text of ``fault.txt``: versions and tracebacks; ``quoted`` adds what the errors say, and the names of files and claims."""
    shown = faults[:_MOST_FAULTS]
    parts = [_part(number, fault, quoted=quoted) for number, fault in enumerate(shown, start=1)]
    more = [f"and {len(faults) - len(shown)} more\n"] if len(faults) > len(shown) else []
    note = f"These are faults of tellings itself: please send this file to those who make it. {_QUOTES if quoted else _SAFE}"
    return "\n".join([MARKER, note, "", *_versions(), "", *parts, *more])


def _part(number: int, fault: Fault, *, quoted: bool) -> str:
    said = [f"in {fault.place}"] * bool(fault.place) + [fault.said] if quoted else []
    return "\n".join([f"{number}. {fault.kind} while {fault.task}", *said, fault.trace, ""])


def _versions() -> Iterator[str]:
    yield f"tellings {_version_of('tellings')}"
    yield f"Python {platform.python_version()} ({sys.implementation.name}) on {platform.system()} {platform.machine()}"
    yield from (f"{name} {_version_of(name)}" for name in _LIBRARIES)


def _version_of(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "is not installed"


def _chain(error: TracebackException, seen: set[int]) -> Iterator[TracebackException]:
    """The error, those in it if it is a group, and those that led to it, the last one first."""
    before = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    for part in (error, *(error.exceptions or ()), before):
        if part is error:
            yield part
        elif part is not None and id(part) not in seen:
            seen.add(id(part))
            yield from _chain(part, seen)


def _trace_lines(part: TracebackException) -> Iterable[str]:
    """Places and lines of code, and the kind of the error; never its words."""
    yield f"{_kind(part)} at"
    yield from (f"  {_file(frame)}:{frame.lineno} in {frame.name}: {frame.line or ''}".rstrip(": ") for frame in part.stack)


def _kind(part: TracebackException) -> str:
    return part.exc_type.__qualname__ if part.exc_type else "an error"


def _file(frame: FrameSummary) -> str:
    """Without the folders of this machine."""
    parts = PurePath(frame.filename).parts
    for folder in _LIBRARY_FOLDERS:
        if folder in parts:
            return "/".join(parts[len(parts) - parts[::-1].index(folder) :])
    room_positions = [at for at, part in enumerate(parts) if part in _ROOMS]
    return "/".join(parts[room_positions[-1] :]) if room_positions else parts[-1]
