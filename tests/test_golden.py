"""The whole documents of both shipped stories, to the byte."""

import json
import os
from difflib import unified_diff
from pathlib import Path

import pytest

from compare.cli import main
from compare.documents.write import as_json

pytestmark = pytest.mark.golden

WRITE = "TELLINGS_WRITE_GOLDEN"
SHOWN_LINES = 40  # of a difference
SHOWN_CHARS = 300  # of a line: one line is a whole claim


def made(folder: Path, out: Path) -> str:
    """The document that the command writes, without when and by which version."""
    assert main(["compare", str(folder), "--out", str(out), "--quiet"]) == 0
    document = json.loads((out / "comparison.json").read_text(encoding="utf-8"))
    document["run"] |= {"made_at": "", "version": ""}
    return as_json(document)


def around(old: str, new: str) -> tuple[str, str]:
    """The part of two long lines in which they begin to differ."""
    same = next((at for at, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(0, same - SHOWN_CHARS // 2)
    return old[start : start + SHOWN_CHARS], new[start : start + SHOWN_CHARS]


def difference(stored: str, found: str) -> str:
    """The lines that differ, each cut to where it does; the first lines of it, and how many there are."""
    old, new = stored.splitlines(), found.splitlines()
    if len(old) == len(new):
        pairs = [around(*pair) for pair in zip(old, new, strict=True) if pair[0] != pair[1]]
        lines = [line for before, after in pairs for line in (f"- …{before}…", f"+ …{after}…")]
    else:
        lines = [line[:SHOWN_CHARS] for line in unified_diff(old, new, lineterm="", n=0)]
    return "\n".join([*lines[:SHOWN_LINES], f"({len(lines)} lines of difference)"])


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_shipped_story_is_told_as_before(language: str, root: Path, examples: Path, tmp_path: Path) -> None:
    golden = root / "tests" / "golden" / f"{language}.json"
    found = made(examples / language, tmp_path)
    if os.environ.get(WRITE) == "1":
        if os.environ.get("CI"):
            pytest.fail(f"{WRITE} is refused in CI: run it at your desk and read the difference before you commit it")
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(found, encoding="utf-8", newline="\n")
    stored = golden.read_text(encoding="utf-8") if golden.exists() else ""
    if stored != found:
        rewrite = f"{WRITE}=1 pytest -m golden tests/test_golden.py"
        pytest.fail(f"{golden.name} is told otherwise:\n{difference(stored, found)}\nif that is right: {rewrite}", pytrace=False)
