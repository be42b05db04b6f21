"""The built wheel: what is inside, what it promises, and that the packages keep to it."""

import ast
import configparser
import re
import subprocess
import sys
import tomllib
import zipfile
from functools import cache
from importlib.metadata import metadata, requires
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

pytestmark = pytest.mark.packaging

ROOMS = ("compare", "reports", "schemas")
IMPORT_NAMES = {"scikit-learn": "sklearn", "charset-normalizer": "charset_normalizer", "jsonschema-rs": "jsonschema_rs"}


@pytest.fixture(scope="session")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    target = tmp_path_factory.mktemp("wheel")
    # --no-isolation: the test environment has hatchling, so nothing is fetched.
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(target), str(root)]
    built = subprocess.run(command, check=False, capture_output=True, text=True)
    assert built.returncode == 0, built.stdout + built.stderr
    (found,) = target.glob("*.whl")
    return zipfile.ZipFile(found)


@cache
def modules(root: Path) -> list[tuple[str, Path, ast.Module]]:
    return [(room, path, ast.parse(path.read_text(encoding="utf-8"))) for room in ROOMS for path in sorted((root / room).rglob("*.py"))]


def imported(tree: ast.Module) -> set[str]:
    """Dotted names as they stand behind `import` and `from`."""
    plain = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    return plain | {node.module or "." for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


def test_the_wheel_brings_three_packages_and_nothing_else(wheel):
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(ROOMS)


def test_the_wheel_brings_every_data_file_of_the_packages(root, wheel):
    on_disk = {
        path.relative_to(root).as_posix()
        for room in ROOMS
        for path in (root / room).rglob("*")
        if path.is_file() and path.parent.name != "__pycache__" and not path.name.startswith(".")
    }
    assert on_disk <= set(wheel.namelist())


@pytest.mark.parametrize("pattern", [r"schemas/comparison\.schema\.json", r"reports/templates/.+", r"reports/static/.+"])
def test_the_wheel_brings_schemas_templates_and_styles(wheel, pattern):
    assert any(re.fullmatch(pattern, name) for name in wheel.namelist())


def test_the_wheel_brings_the_examples_for_the_demo(root, wheel):
    examples = {f"compare/examples/{path.relative_to(root / 'examples').as_posix()}" for path in (root / "examples").rglob("*.txt")}
    assert examples
    assert examples <= set(wheel.namelist())


def test_the_wheel_has_the_one_command(wheel):
    (name,) = [name for name in wheel.namelist() if name.endswith("entry_points.txt")]
    points = configparser.ConfigParser()
    points.read_string(wheel.read(name).decode())
    assert dict(points["console_scripts"]) == {"tellings": "compare.cli:main"}


def test_the_wheel_carries_its_licence(wheel):
    assert any(name.endswith("LICENSE") for name in wheel.namelist())


def test_minimal_tests_exactly_the_lower_bounds_that_are_promised(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    tox = configparser.ConfigParser(interpolation=None)
    tox.read_string((root / "tox.ini").read_text(encoding="utf-8"))
    pinned = {line.replace("==", ">=") for line in tox["testenv:minimal"]["deps"].split()}
    assert set(project["dependencies"]) <= pinned


def test_every_library_that_is_imported_is_declared(root):
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [name for names in project["optional-dependencies"].values() for name in names]
    declared = {re.split(r"[\[><=]", name)[0] for name in [*project["dependencies"], *extras]}
    known = {IMPORT_NAMES.get(name, name) for name in declared} | set(ROOMS) | set(sys.stdlib_module_names)
    strangers = {(path.name, name) for _, path, tree in modules(root) for name in imported(tree) if name.split(".")[0] not in known}
    assert strangers == set()


def test_what_an_older_pip_would_not_find_is_declared(root):
    """An extra that is asked for as ``html_clean`` and provided as ``html-clean``: pip takes the two for one since version 23.3."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {canonicalize_name(Requirement(name).name) for name in project["dependencies"]}
    waiting, seen, missed = set(declared), set(), set()
    while waiting:
        name = waiting.pop()
        seen.add(name)
        for needed in map(Requirement, requires(name) or ()):
            if needed.marker and not needed.marker.evaluate({"extra": ""}):
                continue
            target = canonicalize_name(needed.name)
            waiting |= {target} - seen
            for extra in needed.extras - set(metadata(target).get_all("Provides-Extra") or ()):
                sign = f'extra == "{canonicalize_name(extra)}"'
                behind = {canonicalize_name(Requirement(found).name) for found in requires(target) or () if sign in found}
                missed |= {f"{name} wants {target}[{extra}]: {found}" for found in behind - declared}
    assert missed == set()


def test_no_module_imports_its_own_package_face(root):
    through_the_face = {str(path.relative_to(root)) for room, path, tree in modules(root) if imported(tree) & {room, "."}}
    assert through_the_face == set()
