"""Documents changed by chance -> none that passes the check ends a command in a traceback."""

import json
from pathlib import Path

import pytest
from changes_by_chance import changed
from commands_on import evaluated, pages, reports
from sound_documents import SHIPPED, SMALL, text_of

from compare.consistency.document_checks import violations_of
from compare.documents.load import violations_in

pytestmark = pytest.mark.thorough


def used(text: str, seed: int, folder: Path) -> bool:
    """Whether the document is sound after its changes; if so, every command has worked on it."""
    folder.mkdir()
    (folder / "comparison.json").write_text(json.dumps(changed(text, seed)), encoding="utf-8")
    document, found = violations_in(folder / "comparison.json")
    if found:
        return False
    assert reports(folder) == {0}
    assert pages(folder) == {200}
    assert evaluated(folder, document) == (0 if document["claims"] else 1)
    return True


@pytest.mark.parametrize("name", SMALL)
def test_what_passes_the_check_ends_no_command_in_a_traceback(name: str, tmp_path: Path) -> None:
    text = text_of(name)
    assert sum(used(text, seed, tmp_path / str(seed)) for seed in range(60)) >= 2


@pytest.mark.long
@pytest.mark.parametrize("name", [*SHIPPED, *SMALL])
def test_nor_do_thousands(name: str, tmp_path: Path) -> None:
    text = text_of(name)
    assert sum(used(text, seed, tmp_path / str(seed)) for seed in range(2000)) >= 100


@pytest.mark.parametrize("name", [*SHIPPED, *SMALL])
def test_the_check_itself_takes_any_json(name: str) -> None:
    text = text_of(name)
    for seed in range(300):
        violations_of(changed(text, seed))
