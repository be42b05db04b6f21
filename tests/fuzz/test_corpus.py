"""Inputs that once broke something, and small sound ones, are read without a fault; a new one is a file in the folder of its target."""

from pathlib import Path

import pytest
from targets import TARGETS

_CORPUS = Path(__file__).with_name("corpus")
_FILES = sorted(path for path in _CORPUS.glob("*/*") if path.is_file())


@pytest.mark.parametrize("path", _FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_kept_input_is_read_without_a_fault(path: Path) -> None:
    TARGETS[path.parent.name](path.read_bytes())


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_at_all_is_read_without_a_fault(name: str) -> None:
    TARGETS[name](b"")


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_has_inputs_to_begin_with(name: str) -> None:
    assert [path for path in _FILES if path.parent.name == name]
