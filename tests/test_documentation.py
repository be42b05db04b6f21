"""The documentation against the program: commands, settings, links, and the line that sets up and tests."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from compare.cli import whole_parser
from compare.settings import table

pytestmark = pytest.mark.docs

COMMANDS = sorted(next(action for action in whole_parser()._actions if action.choices).choices)
CODE = re.compile(r"`([^`\n]+)`")
PROJECT_PATH = re.compile(r"(?<![\w/.-])(?:compare|reports|schemas|tests|benchmarks|examples|docs)/[\w./*-]+")
LINK = re.compile(r"(?<!`)\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
ROW = re.compile(r"^\| `(?P<name>[a-z_]+\.[a-z_]+)` \| `(?P<default>[^`]*)` \| (?P<meaning>.+) \|$", re.MULTILINE)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def pages(root: Path) -> list[Path]:
    return [*root.glob("*.md"), *(root / "docs").rglob("*.md"), *(root / "examples").rglob("*.md")]


SHARED = "Options that several commands share"
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def help_of(*commands: str) -> str:
    """What the program shows, on lines long enough that no word is cut in two."""
    wide = os.environ | {"COLUMNS": "400"}
    return subprocess.run(["tellings", *commands, "--help"], check=True, capture_output=True, text=True, env=wide).stdout


def commands_in(shown: str) -> list[str]:
    """The commands that a help lists."""
    return re.findall(r"^    ([a-z]+)\b", shown.partition("\ncommands:")[2].partition("\n\n")[0], re.MULTILINE)


def options_of(command: str) -> set[str]:
    """All options of a command and of those below it, as their help shows them."""
    shown = help_of(command)
    told = [shown, *(help_of(command, below) for below in commands_in(shown))]
    return {option for text in told for option in OPTION.findall(text.partition("\nexamples:")[0])} - {"--help"}


def sections(root: Path) -> dict[str, str]:
    """The page of commands by its headings."""
    parts = re.split(r"^## (.+)$", read(root / "docs" / "commands.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_command_has_its_section(root):
    assert set(commands_in(help_of())) == set(sections(root)) - {SHARED}


@pytest.mark.parametrize("command", COMMANDS)
def test_help_and_page_name_the_same_options(root, command):
    shown, shared = options_of(command), set(OPTION.findall(sections(root)[SHARED]))
    told = set(OPTION.findall(sections(root)[command])) - {"--help"}
    assert (told - shown, shown - told - shared) == (set(), set())


def test_every_setting_stands_in_the_table_with_its_default_and_meaning(root):
    written = [match.group("name", "default", "meaning") for match in ROW.finditer(read(root / "docs" / "settings.md"))]
    assert written == [(row.name, str(row.default), row.meaning) for row in table()]


def test_every_file_of_the_project_that_a_page_names_is_there(root):
    current = [page for page in pages(root) if page.parent.name != "decisions"]  # a decision may tell of what was before
    named = [(page.name, path) for page in current for code in CODE.findall(read(page)) for path in PROJECT_PATH.findall(code)]
    assert len(named) > 10
    assert [(page, path) for page, path in named if not list(root.glob(path.rstrip("/.")))] == []


def test_every_link_between_pages_leads_somewhere(root):
    targets = [(page, match["target"].split("#")[0]) for page in pages(root) for match in LINK.finditer(read(page))]
    inside = [(page, target) for page, target in targets if target and "://" not in target and not target.startswith("mailto:")]
    assert [f"{page.relative_to(root)}: {target}" for page, target in inside if not (page.parent / target).exists()] == []


def test_the_readme_gives_the_very_line_that_ci_runs(root):
    (line,) = [line for line in read(root / ".ci" / "run").splitlines() if line.endswith("/bin/tox")]
    assert line in read(root / "README.md").splitlines()
