"""Every setting at its extremes, through small runs of every command: an error that names the setting, or work done."""

import contextlib
import io
import json
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from setting_values import NUMBERS, VALUES, accepted, loaded

from compare.cli import main
from compare.errors import SettingsError
from compare.settings import table

pytestmark = pytest.mark.thorough

RECORDS = (
    {"id": "a", "outlet": "River Post", "published": "2024-05-01", "text": "The ferry hit the pier on Monday and 14 people were hurt."},
    {"id": "b", "outlet": "Báo Cồn Lau", "published": "2024-05-02", "text": "Phà đâm vào cầu cảng hôm thứ hai, 17 người bị thương."},
    {"id": "c", "outlet": "Harbour Gazette", "text": "Seventeen people were hurt when the ferry hit the pier on Monday, police said."},
)
with tempfile.TemporaryDirectory() as place:
    _TAKEN = accepted(Path(place))
_AT_WORK = [pytest.param(name, value, id=f"{name}={value[:20]}") for name, value in _TAKEN if not name.startswith("fetch.")]


@pytest.mark.parametrize("name", [row.name for row in table()])
def test_a_value_is_taken_or_refused_by_name(name: str, tmp_path: Path) -> None:
    part = name.partition(".")[0]
    for value in VALUES:
        found = loaded(name, value, tmp_path)
        if isinstance(found, SettingsError):
            said = str(found)
            assert name in said or "is not TOML" in said or f"{part}.permutations" in said or f"{part}.archive_bands" in said, value
            assert len(said) < 2_000, value[:20]


@pytest.mark.parametrize("name", NUMBERS)
@pytest.mark.parametrize("value", [str(2**63), "1e300", "inf", "nan", str(10**400), "-1"])
def test_no_number_is_without_an_end(name: str, value: str, tmp_path: Path) -> None:
    assert isinstance(loaded(name, value, tmp_path), SettingsError)


def run(*arguments: str) -> tuple[int, str]:
    said = io.StringIO()
    with contextlib.redirect_stderr(said), contextlib.redirect_stdout(io.StringIO()):
        status = main(arguments)
    return status, said.getvalue()


_OF_COMPARE = {row.name.partition(".")[0] for row in table()} - {"archive"}
# The parts of the settings that a command goes by, and the command.
_COMMANDS: tuple[tuple[set[str], Callable[[Path, list[str], str], tuple[str, ...]]], ...] = (
    (_OF_COMPARE, lambda at, given, part: ("compare", *given, "--out", f"{at}/out", "--stories", "auto" if part == "stories" else "given")),
    ({"input", "words", "duplicates", "archive"}, lambda at, given, _: ("duplicates", *given, "--out", f"{at}/copies")),
    ({"input", "words", "duplicates"}, lambda at, given, _: ("index", "add", f"{at}/index", *given)),
    ({"input", "words", "duplicates"}, lambda at, given, _: ("index", "query", f"{at}/index", *given)),
)


@pytest.mark.parametrize(("name", "value"), _AT_WORK)
def test_every_command_works_or_names_what_it_left_out(name: str, value: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # where a folder of an odd name may be made
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_text("\n".join(map(json.dumps, RECORDS)), encoding="utf-8")
    (tmp_path / "in" / "b.txt").write_text("The pier stayed closed until noon on Monday.\n", encoding="utf-8")
    (tmp_path / "in" / "c.csv").write_text("id,outlet,text\nd,River Post,The pier was opened again on Tuesday.\n", encoding="utf-8")
    loaded(name, value, tmp_path)
    given = [str(tmp_path / "in"), "--settings", str(tmp_path / "settings.toml")]
    part = name.partition(".")[0]
    statuses = [run(*command(tmp_path, given, part)) for parts, command in _COMMANDS if part in parts]
    assert statuses
    for status, said in statuses:
        assert status in (0, 1)
        assert "Traceback" not in said
        assert "fault" not in said
        assert status == 0 or any(sign in said for sign in (name, "nothing could be read", "no index")), said
