"""The documentation against the program: commands, settings, links, and the line that sets up and tests."""

import re
import subprocess
from pathlib import Path

import pytest

from compare.settings import table

pytestmark = pytest.mark.docs

LINK = re.compile(r"(?<!`)\[[^\]\n]*\]\((?P<target>[^)\s]+)\)")
ROW = re.compile(r"^\| `(?P<name>[a-z_]+\.[a-z_]+)` \| `(?P<default>[^`]*)` \| (?P<meaning>.+) \|$", re.MULTILINE)


def read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def pages(root: Path) -> list[Path]:
    return [*root.glob("*.md"), *(root / "docs").rglob("*.md"), *(root / "examples").rglob("*.md")]


def test_every_command_has_its_section(root):
    shown = subprocess.run(["tellings", "--help"], check=True, capture_output=True, text=True).stdout
    (listed,) = set(re.findall(r"\{([a-z,]+)\}", shown))
    described = set(re.findall(r"^## ([a-z]+)$", read(root / "docs" / "commands.md"), re.MULTILINE))
    assert set(listed.split(",")) == described


def test_every_option_of_compare_that_the_page_names_is_there(root):
    shown = subprocess.run(["tellings", "compare", "--help"], check=True, capture_output=True, text=True).stdout
    section = read(root / "docs" / "commands.md").split("## compare")[1].split("\n## ")[0]
    missing = {option for option in re.findall(r"--[a-z][a-z-]*", section) if option not in shown}
    assert missing == set()


def test_every_setting_stands_in_the_table_with_its_default_and_meaning(root):
    written = [match.group("name", "default", "meaning") for match in ROW.finditer(read(root / "docs" / "settings.md"))]
    assert written == [(row.name, str(row.default), row.meaning) for row in table()]


def test_every_link_between_pages_leads_somewhere(root):
    targets = [(page, match["target"].split("#")[0]) for page in pages(root) for match in LINK.finditer(read(page))]
    inside = [(page, target) for page, target in targets if target and "://" not in target and not target.startswith("mailto:")]
    assert [f"{page.relative_to(root)}: {target}" for page, target in inside if not (page.parent / target).exists()] == []


def test_the_readme_gives_the_very_line_that_ci_runs(root):
    (line,) = [line for line in read(root / ".ci" / "run").splitlines() if line.endswith("/bin/tox")]
    assert line in read(root / "README.md").splitlines()
