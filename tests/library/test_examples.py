"""The examples of the library: each runs, prints what the page says, and stands in the page as it stands in its file."""

import importlib.util
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import compare

ROOT = Path(__file__).parents[2]
EXAMPLES = sorted((ROOT / "examples" / "library").glob("*.py"))
NEEDS = {"with_pandas": "pandas"}
SHOWN = re.compile(
    r"^`examples/library/(?P<name>\w+)\.py`:\n\n```python\n(?P<code>.*?)```\n\nprints\n\n```text\n(?P<out>.*?)```$",
    re.MULTILINE | re.DOTALL,
)


def shown() -> dict[str, tuple[str, str]]:
    """Name -> code and output, as the page has them."""
    page = (ROOT / "docs" / "library.md").read_text(encoding="utf-8")
    return {match["name"]: (match["code"], match["out"]) for match in SHOWN.finditer(page)}


def test_the_page_shows_every_example() -> None:
    assert sorted(shown()) == [path.stem for path in EXAMPLES]


@pytest.mark.docs
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_stands_in_the_page_as_in_its_file(path: Path) -> None:
    assert shown()[path.stem][0] == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_an_example_prints_what_the_page_says(path: Path) -> None:
    needed = NEEDS.get(path.stem)
    if needed:
        pytest.importorskip(needed, reason=f"{needed} is not installed")
    made = subprocess.run([sys.executable, "-W", "error", str(path)], cwd=ROOT, check=False, capture_output=True, text=True)
    assert (made.stderr, made.stdout) == ("", shown()[path.stem][1])


# The reference


@pytest.fixture(scope="module")
def script() -> ModuleType:
    specification = importlib.util.spec_from_file_location("make_library_reference", ROOT / "docs" / "make_library_reference.py")
    assert specification
    assert specification.loader
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.mark.docs
def test_the_reference_is_what_the_script_makes_of_the_sources(script: ModuleType) -> None:
    assert script.PAGE.read_text(encoding="utf-8") == script.reference(), "run `python docs/make_library_reference.py`"


@pytest.mark.docs
def test_every_name_has_its_section_with_words_about_it() -> None:
    page = (ROOT / "docs" / "library-reference.md").read_text(encoding="utf-8")
    words_by_name = dict(re.findall(r"^### `(\w+)`\n\n```python\n.*?```\n*(.*?)(?=^##|\Z)", page, re.MULTILINE | re.DOTALL))
    assert sorted(words_by_name) == sorted(compare.__all__)
    assert [
        name for name, words in words_by_name.items() if not words.strip() and name not in ("ArticleId", "RelationKind", "Row", "Table")
    ] == []
