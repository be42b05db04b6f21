"""The table of rules against the code, the tests that hold it, and the page that shows it to readers."""

import ast
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from compare.claims.rules import BETWEEN_ALL_SENTENCES, BETWEEN_TWO_SENTENCES, IN_NEAR_COPIES, RELATIONS, Rule

TABLES: dict[str, Sequence[Rule[Any]]] = {
    "Two sentences of two articles that surely tell one claim": BETWEEN_TWO_SENTENCES,
    "Two near-copies, at every place where they differ": IN_NEAR_COPIES,
    "All sentences of a claim": BETWEEN_ALL_SENTENCES,
    "Every article of the story; the first answer is its relation": RELATIONS,
}
RULES = [rule for rules in TABLES.values() for rule in rules]
HERE = Path(__file__).parent


def page_section() -> str:
    """The table as the page of relations has it."""
    return "\n\n".join("\n".join(_rows(title, rules)) for title, rules in TABLES.items())


def _rows(title: str, rules: Sequence[Rule[Any]]) -> Iterator[str]:
    yield f"{title}:"
    yield ""
    yield "| rule | evidence (`check`) | why | test |"
    yield "|---|---|---|---|"
    for rule in rules:
        checks = ", ".join(f"`{check}`" for check in rule.checks)
        yield f"| `{rule.ask.__name__.lstrip('_')}` | {checks} | {rule.reason} | `{rule.test.replace('::', '` `')}` |"


def names_in(file: Path) -> set[str]:
    return {node.name for node in ast.parse(file.read_text(encoding="utf-8")).body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ask.__name__)
def test_the_test_that_holds_a_rule_is_there(rule: Rule[Any]) -> None:
    file, _, name = rule.test.partition("::")
    assert name in names_in(HERE / file)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.ask.__name__)
def test_every_rule_says_why_in_one_sentence(rule: Rule[Any]) -> None:
    assert rule.reason.endswith(".")
    assert "\n" not in rule.reason


def test_the_page_of_relations_shows_the_rules_as_they_stand(root: Path) -> None:
    page = (root / "docs" / "relations.md").read_text(encoding="utf-8")
    assert page.partition("## How the rules speak\n")[2].partition("\n## ")[0].endswith(f"\n\n{page_section()}\n")


def made_by(node: ast.Call) -> str | None:
    """The check that a clash is made with, as far as it is written out."""
    is_clash = isinstance(node.func, ast.Name) and node.func.id == "Clash" and isinstance(node.args[0], ast.Constant)
    return str(node.args[0].value) if is_clash and isinstance(node.args[0], ast.Constant) else None


def test_every_kind_of_clash_that_the_code_makes_is_one_of_a_rule(root: Path) -> None:
    files = (root / "compare" / "claims").glob("*.py")
    calls = [node for file in files for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
    clashes = {check for rules in (IN_NEAR_COPIES, BETWEEN_TWO_SENTENCES, BETWEEN_ALL_SENTENCES) for rule in rules for check in rule.checks}
    assert {check for check in map(made_by, calls) if check} == clashes


def unexplained(file: Path) -> Iterator[str]:
    """Numbers that stand as constants with no reason on their line and none above the block in which they stand."""
    explained = False
    for line in file.read_text(encoding="utf-8").splitlines():
        constant = re.match(r"(_?[A-Z][A-Z0-9_]*) = [-(]?[\d.]+", line)
        explained = line.startswith("#") or (explained and constant is not None)
        if constant and not explained and "#" not in line:
            yield f"{file.name}: {constant[1]}"


def test_no_threshold_stands_without_its_reason(root: Path) -> None:
    files = sorted((root / "compare" / "claims").glob("*.py"))
    assert [constant for file in files for constant in unexplained(file)] == []
