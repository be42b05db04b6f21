"""The documentation against the program: commands, settings, links, and the line that sets up and tests."""

import os
import re
import runpy
import subprocess
from pathlib import Path

import pytest

from compare.cli import whole_parser

pytestmark = pytest.mark.docs

COMMANDS = sorted(next(action for action in whole_parser()._actions if action.choices).choices)
CODE = re.compile(r"`([^`\n]+)`")
PROJECT_PATH = re.compile(r"(?<![\w/.-])(?:compare|reports|schemas|tests|benchmarks|examples|docs)/[\w./*-]+")
LINK = re.compile(r"(?<!`)\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")


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
    help_texts = [shown, *(help_of(command, below) for below in commands_in(shown))]
    return {option for text in help_texts for option in OPTION.findall(text.partition("\nexamples:")[0])} - {"--help"}


def sections(root: Path) -> dict[str, str]:
    """The page of commands by its headings."""
    parts = re.split(r"^## (.+)$", read(root / "docs" / "commands.md"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_command_has_its_section(root):
    assert set(commands_in(help_of())) == set(sections(root)) - {SHARED}


@pytest.mark.parametrize("command", COMMANDS)
def test_help_and_page_name_the_same_options(root, command):
    shown, shared = options_of(command), set(OPTION.findall(sections(root)[SHARED]))
    documented = set(OPTION.findall(sections(root)[command])) - {"--help"}
    assert (documented - shown, shown - documented - shared) == (set(), set())


@pytest.mark.parametrize("name", ["commands.md", "settings.md"])
def test_the_tables_of_a_page_are_those_that_the_program_makes(root, name):
    """Where this fails: ``python docs/make_reference.py``."""
    page = read(root / "docs" / name)
    assert runpy.run_path(str(root / "docs" / "make_reference.py"))["with_tables"](page) == page


def test_every_command_with_options_has_its_table(root):
    marked = re.findall(r"^<!-- table of ([a-z]+) -->$", read(root / "docs" / "commands.md"), re.MULTILINE)
    assert sorted(marked) == [command for command in COMMANDS if command != "settings"]


def test_what_is_written_by_hand_stays_as_it_is(root):
    with_tables = runpy.run_path(str(root / "docs" / "make_reference.py"))["with_tables"]
    page = "By hand.\n<!-- table of schema -->\nof before\n<!-- end -->\nBy hand too.\n"
    made = with_tables(page)
    assert (made.startswith("By hand.\n<!-- table of schema -->\n| | |"), made.endswith("<!-- end -->\nBy hand too.\n")) == (True, True)
    assert "of before" not in made


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
