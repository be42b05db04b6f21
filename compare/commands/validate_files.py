"""The command `tellings validate`: documents, folders of them and JSONL files -> every place that is wrong, and how many files have one."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from compare.consistency.document_checks import violations_of
from compare.documents.load import comparisons_in, violations_in
from compare.errors import DecisionError, DocumentError
from compare.system.console import Console, counted
from schemas.check import Checker, breaches, checker

_LINES = frozenset({".jsonl", ".ndjson"})
_COMPARISON, _DECISION, _ARTICLE = "comparison", "decision", "article"
_KINDS = {"comparison/1": _COMPARISON, "decision/1": _DECISION}  # by the ``schema`` of a line; an article has none


def validate(paths: Sequence[Path], console: Console) -> int:
    """Each place that is wrong in one line on standard error, each sound file in one on standard output; how many files are not sound.

    What cannot be read is told and counted too, and the files behind it are checked.
    """
    unsound = 0
    for given in paths:
        try:
            files = comparisons_in(given)
        except DocumentError as error:
            console.fail(str(error))
            unsound += 1
            continue
        unsound += sum(_is_unsound(path, console) for path in files)
    return unsound


def _is_unsound(path: Path, console: Console) -> bool:
    held: Counter[str] = Counter()
    violations = 0
    try:
        for violation in _of_lines(path, held) if path.suffix.lower() in _LINES else _of_document(path):
            console.fail(violation)
            violations += 1
    except DocumentError as error:
        console.fail(str(error))
        violations += 1
    if not violations:
        counts = ", ".join(counted(count, kind) for kind, count in sorted(held.items()))
        console.result(f"{path}: valid" + (f" ({counts})" if counts else ""))
    return violations > 0


def _of_document(path: Path) -> Iterator[str]:
    _, found = violations_in(path)
    return (f"{path}: {violation}" for violation in found)


def _of_lines(path: Path, held: "Counter[str]") -> Iterator[str]:
    """What is wrong in each line, by its number; ``held`` counts the lines of each kind."""
    articles: Checker = checker("article")
    first: dict[str, int] = {}  # id of an article -> its line
    decisions: list[str] = []
    wrong = 0
    for number, line in enumerate(_lines(path), start=1):
        if not line.strip():
            continue
        for problem in _line_violations(line, number, articles, first, held):
            wrong += 1
            yield f"{path}:{number}: {problem}"
        decisions.append(line)
    if held[_DECISION] == len(decisions) and not wrong:
        yield from _contradictions("\n".join(decisions), path)


def _lines(path: Path) -> Iterator[str]:
    try:
        with path.open(encoding="utf-8-sig") as lines:
            yield from lines
    except OSError as error:
        raise DocumentError(str(path), error.strerror or str(error), "name a file that can be read") from error
    except UnicodeDecodeError as error:
        raise DocumentError(str(path), f"is not UTF-8 (byte {error.start})", "save it as UTF-8") from error


def _line_violations(line: str, number: int, articles: Checker, first: dict[str, int], held: "Counter[str]") -> Iterator[str]:
    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        yield f"is not JSON ({error})"
        return
    kind = _KINDS.get(str(value.get("schema")), _ARTICLE) if isinstance(value, dict) else _ARTICLE
    held[kind] += 1
    if kind == _COMPARISON:
        yield from map(str, violations_of(value))
    elif kind == _DECISION:
        yield from _decision_fault(line)
    else:
        found = breaches(value, articles)
        yield from (f"{breach.path}: {breach.problem}" for breach in found)
        if not found:
            yield from _repeated(value, number, first)


def _decision_fault(line: str) -> Iterator[str]:
    from compare.review.decision_file import event_of

    event = event_of(line)
    if isinstance(event, str):
        yield event


def _repeated(article: dict[str, Any], number: int, first: dict[str, int]) -> Iterator[str]:
    earlier = first.setdefault(article["id"], number)
    if earlier != number:
        yield f"$.id: is {article['id'][:80]!r}, that of line {earlier}"


def _contradictions(text: str, path: Path) -> Iterator[str]:
    """What no line says by itself: an undoing of nothing, one id for two decisions."""
    from compare.review.decision_file import parsed

    try:
        parsed(text, str(path))
    except DecisionError as error:
        yield str(error)
