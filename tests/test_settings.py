"""The settings table: its names, its bounds, and what it says to a file that breaks them."""

import tomllib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from compare.errors import SettingsError
from compare.settings import Settings, as_document, from_mapping, load, table
from schemas.check import breaches, checker

WRONG = "[claims]\nthreshold = 1.5\nthreshhold = 0.5\n[duplicates]\nbands = true\n[reeding]\nx = 1\n"


def problem(given_settings: dict[str, Any]) -> str:
    with pytest.raises(SettingsError) as caught:
        from_mapping(given_settings, "my.toml")
    return str(caught.value)


def test_an_empty_file_is_the_defaults(tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text("", encoding="utf-8")
    assert load(tmp_path / "my.toml") == Settings()


def test_a_setting_of_a_file_stands_over_the_default(tmp_path: Path) -> None:
    (tmp_path / "my.toml").write_text("[claims]\nthreshold = 0.7\n", encoding="utf-8")
    assert load(tmp_path / "my.toml").claims.threshold == 0.7


def test_the_other_settings_keep_their_defaults() -> None:
    assert from_mapping({"claims": {"threshold": 0.7}}, "my.toml").duplicates == Settings().duplicates


def test_a_whole_number_will_do_for_a_share() -> None:
    assert isinstance(from_mapping({"claims": {"threshold": 1}}, "my.toml").claims.threshold, float)


@pytest.mark.parametrize("named", ["my.toml", "claims.threshold ", "claims.threshhold", "duplicates.bands", "[reeding]"])
def test_all_problems_of_a_file_are_told_at_once(named: str) -> None:
    assert named in problem(tomllib.loads(WRONG))


def test_a_problem_comes_with_what_to_do() -> None:
    assert "see `tellings settings`" in problem({"claims": {"x": 1}})


@pytest.mark.parametrize(
    ("part", "name", "value", "said"),
    [
        ("claims", "threshold", 1.5, "is 1.5, wants 0.0..1.0"),
        ("claims", "threshold", -0.1, "is -0.1, wants 0.0..1.0"),
        ("claims", "threshold", "high", "wants float, not 'high'"),
        ("claims", "most_sentences", 0, "is 0, wants 2.."),
        ("claims", "most_sentences", 10.5, "wants int, not 10.5"),
        ("duplicates", "bands", True, "wants int, not True"),
        ("duplicates", "permutations", 5000, "is 5000, wants 16..1024"),
        ("input", "largest_file_bytes", [1], "wants int, not [1]"),
        ("claims", "colour", 1, "is not a setting"),
    ],
)
def test_a_wrong_value_is_told_with_what_is_wanted(part: str, name: str, value: Any, said: str) -> None:
    assert f"{part}.{name} {said}" in problem({part: {name: value}})


@pytest.mark.parametrize("given_settings", [{"claims": 1}, {"colours": {"red": 1}}, {"threshold": 0.5}])
def test_a_part_that_is_none_is_named(given_settings: dict[str, Any]) -> None:
    assert f"[{next(iter(given_settings))}] is not a part of the settings" in problem(given_settings)


def test_bands_must_divide_the_permutations() -> None:
    assert "duplicates.permutations is not a multiple of duplicates.bands" in problem({"duplicates": {"bands": 60}})


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"none\.toml: .*; name a readable TOML file"):
        load(tmp_path / "none.toml")


@pytest.mark.parametrize("data", [b"threshold: 0.5", b"\xff\xfe", b"[claims", b"a=" + b"[" * 100_000])
def test_a_file_that_is_no_toml_is_told_so(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "my.toml").write_bytes(data)
    with pytest.raises(SettingsError, match="is not TOML"):
        load(tmp_path / "my.toml")


@pytest.mark.parametrize("value", ["nan", "inf", "-inf"])
def test_a_share_is_a_number(tmp_path: Path, value: str) -> None:
    path = tmp_path / "s.toml"
    path.write_text(f"[claims]\nthreshold = {value}\n", encoding="utf-8")
    with pytest.raises(SettingsError, match=r"claims\.threshold is -?(?:nan|inf), wants"):
        load(path)


def test_a_list_of_words_without_end_is_told(tmp_path: Path) -> None:
    path = tmp_path / "s.toml"
    path.write_text('[words]\nsynonyms = "/dev/zero"\n', encoding="utf-8")
    with pytest.raises(SettingsError, match="has more than"):
        load(path)


def test_every_setting_has_a_meaning() -> None:
    assert [row.name for row in table() if not row.meaning.strip()] == []


def test_every_default_passes_its_own_bounds() -> None:
    assert from_mapping(as_document(Settings()), "defaults") == Settings()


def test_the_table_lists_every_setting_once() -> None:
    names = [f"{part}.{name}" for part, values in as_document(Settings()).items() for name in values]
    assert [row.name for row in table()] == names


def test_the_defaults_hold_against_the_schema() -> None:
    assert breaches(as_document(Settings()), checker("settings")) == []


@given(st.sampled_from([row for row in table() if isinstance(row.default, float)]), st.floats(0, 1))
def test_every_share_may_be_anything_from_none_to_all(row, share: float) -> None:
    part, name = row.name.split(".")
    assert as_document(from_mapping({part: {name: share}}, "x"))[part][name] == share


values = st.one_of(st.integers(), st.floats(), st.text(max_size=5), st.booleans(), st.lists(st.integers(), max_size=1))


@given(st.sampled_from(table()), values)
def test_any_value_is_taken_or_refused_by_name(row, value: Any) -> None:
    part, name = row.name.split(".")
    try:
        from_mapping({part: {name: value}}, "x")
    except SettingsError as error:
        assert row.name in str(error) or "duplicates.permutations" in str(error)  # noqa: PT017 - either answer is right
