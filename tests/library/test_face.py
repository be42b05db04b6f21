"""`import compare` costs nothing, and every name behind it is there for programs, completion and type checkers alike."""

import ast
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import compare


def names_for_type_checkers(root: Path) -> dict[str, str]:
    """Name -> module, as `if TYPE_CHECKING:` imports it."""
    tree = ast.parse((root / "compare" / "__init__.py").read_text(encoding="utf-8"))
    (block,) = [node for node in tree.body if isinstance(node, ast.If)]
    return {alias.name: node.module or "" for node in block.body if isinstance(node, ast.ImportFrom) for alias in node.names}


def test_importing_it_loads_neither_numpy_nor_scikit_learn_nor_any_module_of_ours() -> None:
    program = "import compare, sys; print([m for m in sys.modules if m.split('.')[0] in ('numpy', 'sklearn') or m.startswith('compare.')])"
    shown = subprocess.run([sys.executable, "-P", "-c", program], check=True, capture_output=True, text=True)
    assert shown.stdout.strip() == "[]"


def test_type_checkers_see_the_names_that_programs_get(root: Path) -> None:
    assert sorted(names_for_type_checkers(root)) == sorted(compare.__all__)


@pytest.mark.parametrize("name", compare.__all__)
def test_a_name_is_what_its_module_has(root: Path, name: str) -> None:
    assert getattr(compare, name) is getattr(import_module(names_for_type_checkers(root)[name]), name)


def test_completion_offers_the_names_and_nothing_else() -> None:
    assert {name for name in dir(compare) if not name.startswith("__")} == set(compare.__all__)


def test_a_name_that_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="'compare' has no attribute 'compare_article'"):
        compare.compare_article  # noqa: B018 - the look-up is the test


def test_a_room_can_still_be_imported_by_its_name() -> None:
    from compare import settings

    assert settings.Settings is compare.Settings
