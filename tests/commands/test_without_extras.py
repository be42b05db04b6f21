"""The plain install, with nothing of an extra: what it does, and what it says where a library is missing."""

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

from compare.cli import main
from compare.system.extras import how_to_install, missing

ARTICLE = '{"id": "a", "outlet": "Courier", "text": "The ferry Harbour Lark struck the pier at Port Ellery on Tuesday."}\n'
PARQUET_SIGN = b"PAR1" + bytes(64) + b"PAR1"


def libraries(root: Path) -> set[str]:
    """What only extras bring, by the names under which it is imported."""
    extras = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    named = {Requirement(line).name.replace("-", "_") for lines in extras.values() for line in lines}
    return named - {"threadpoolctl"}  # scikit-learn brings it too


@pytest.fixture
def without_archive(monkeypatch: pytest.MonkeyPatch) -> None:
    for library in ("duckdb", "pyarrow"):
        monkeypatch.setitem(sys.modules, library, None)


def test_the_demo_runs_without_any_extra_and_gives_the_same_documents(root: Path, tmp_path: Path) -> None:
    absent = f"import sys; sys.modules.update(dict.fromkeys({sorted(libraries(root))!r})); from compare.cli import main; "
    made = {}
    for name, before in (("plain", absent), ("whole", "from compare.cli import main; ")):
        code = before + f"sys.exit(main(['demo', '--out', {str(tmp_path / name)!r}, '--quiet']))"
        subprocess.run([sys.executable, "-P", "-c", "import sys; " + code], check=True, env=os.environ | {"COLUMNS": "80"})
        paths = sorted((tmp_path / name).rglob("comparison.json"))
        made[name] = [re.sub(r'"made_at": "[^"]+"', "", path.read_text(encoding="utf-8")) for path in paths]
    assert len(made["plain"]) == 2
    assert made["plain"] == made["whole"]


@pytest.mark.usefixtures("without_archive")
def test_duplicates_names_what_is_missing_and_how_to_install_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "articles.jsonl").write_text(ARTICLE, encoding="utf-8")
    assert main(["duplicates", str(tmp_path / "articles.jsonl"), "--out", str(tmp_path / "made")]) == 1
    message = "tellings duplicates: needs duckdb and pyarrow; install with `pip install 'tellings[archive]'`"
    assert message in capsys.readouterr().err
    assert not (tmp_path / "made").exists()


@pytest.mark.usefixtures("without_archive")
def test_a_parquet_file_costs_itself_and_says_what_to_install(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "articles.jsonl").write_text(ARTICLE, encoding="utf-8")
    (tmp_path / "table.parquet").write_bytes(PARQUET_SIGN)
    assert main(["compare", str(tmp_path), "--out", str(tmp_path / "made")]) == 0
    assert "table.parquet: is Parquet, which needs pyarrow; install with `pip install 'tellings[archive]'`" in capsys.readouterr().err


def test_what_is_missing_is_named_in_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    assert [missing("json"), missing("json", "duckdb"), missing("duckdb", "nowhere")] == ["", "duckdb", "duckdb and nowhere"]


@pytest.mark.parametrize("package", ["tellings", "."])
def test_an_extra_is_installed_by_its_name_or_from_a_clone(package: str) -> None:
    assert f"pip install '{package}[archive]'" in how_to_install("archive")


def test_every_extra_that_a_message_names_is_one_of_the_package(root: Path) -> None:
    extras = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    code = [path.read_text(encoding="utf-8") for path in (root / "compare").rglob("*.py")]
    named = {name for text in code for name in re.findall(r"how_to_install\(['\"](\w+)['\"]\)", text)}
    assert named == set(extras)
