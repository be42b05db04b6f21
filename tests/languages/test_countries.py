"""Names of countries: the tables of the packs against Babel, and one key in both languages."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from compare.languages.en.countries import COUNTRIES as ENGLISH
from compare.languages.registry import PACKS
from compare.languages.vi.countries import COUNTRIES as VIETNAMESE

pytest.importorskip("babel", reason="no Babel: the tables of countries are held against it")
_TABLES = {"vi": VIETNAMESE, "en": ENGLISH}


@pytest.fixture(scope="module")
def script(root: Path) -> ModuleType:
    specification = importlib.util.spec_from_file_location("make_countries", root / "benchmarks" / "make_countries.py")
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    return module


@pytest.mark.parametrize("code", ["vi", "en"])
def test_the_table_of_a_pack_is_babels(script: ModuleType, code: str) -> None:
    assert script.countries(code) == _TABLES[code]


@pytest.mark.parametrize("code", ["vi", "en"])
def test_the_file_of_a_pack_is_what_the_script_writes(script: ModuleType, root: Path, code: str) -> None:
    assert script.module(code) == (root / "compare" / "languages" / code / "countries.py").read_text(encoding="utf-8")


def test_both_languages_know_the_same_countries() -> None:
    assert set(VIETNAMESE.values()) == set(ENGLISH.values())


@pytest.mark.parametrize("code", ["vi", "en"])
def test_a_government_is_that_of_a_country_in_the_pack(code: str) -> None:
    words = PACKS[code].sentences
    assert set(words.names.governments.values()) <= set(words.name_aliases.values())


@pytest.mark.parametrize("code", ["vi", "en"])
def test_a_capital_with_a_government_has_a_name_in_the_pack(code: str) -> None:
    words = PACKS[code].sentences
    assert set(words.names.governments) <= set(words.name_aliases.values())
