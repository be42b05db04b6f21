"""Every setting of fetching at its extremes -> a page, a reason, or an error that names the setting; nobody waits for ever."""

import tempfile
from pathlib import Path
from typing import Any

import pytest
from setting_values import VALUES, accepted, loaded

from compare.errors import SettingsError
from compare.settings import Settings, load
from compare.sources.fetch.environment import Environment
from compare.sources.fetch.fetch_pages import fetch_pages
from compare.sources.fetch.fetched_page import FetchedPage

pytestmark = pytest.mark.thorough

with tempfile.TemporaryDirectory() as place:
    _TAKEN = [(name, value) for name, value in accepted(Path(place)) if name.startswith("fetch.")]
_PLAIN = {"allow_private": "true", "cache": '""', "seconds_between": "0.0", "timeout_s": "3", "deadline_s": "5"}


def asked(site: Any, hours: Any, folder: Path, **values: str) -> list[object]:
    """Two pages of one host, one of them over a redirect; the error that names a setting, if there is one."""
    lines = "\n".join(f"{name} = {value}" for name, value in (_PLAIN | values).items())
    (folder / "my.toml").write_text(f"[fetch]\n{lines}\n", encoding="utf-8")

    site.give("/b", ETag='"x"', Content_Type="text/html")
    try:
        settings = load(folder / "my.toml").fetch
        return list(fetch_pages([site.lead("/a", "/b"), site.url("/b")], settings, Environment(sleep=hours.sleep, clock=hours.clock)))
    except SettingsError as error:
        return [str(error)]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, where a cache of an odd name may be made."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("setting_and_value", _TAKEN, ids="=".join)
def test_pages_come_or_the_setting_is_named(setting_and_value: tuple[str, str], site: Any, hours: Any, here: Path) -> None:
    name, value = setting_and_value
    setting = name.removeprefix("fetch.")
    for found in asked(site, hours, here, **{setting: value}):
        assert isinstance(found, FetchedPage) or setting in str(found) or (setting == "allow_private" or "redirects more" in str(found))
    assert max(hours.slept, default=0) <= 86_400


@pytest.mark.parametrize("seconds", ["86400", "1"])
def test_a_page_comes_whatever_time_is_allowed(seconds: str, site: Any, hours: Any, tmp_path: Path) -> None:
    pages = asked(site, hours, tmp_path, timeout_s=seconds, deadline_s=seconds, seconds_between="86400", longest_wait_s="86400")
    assert [type(page) for page in pages] == [FetchedPage, FetchedPage]


@pytest.mark.parametrize("name", ["timeout_s", "deadline_s", "seconds_between", "longest_wait_s"])
@pytest.mark.parametrize("value", [value for value in VALUES if value.lstrip("-")[:1].isdigit() and len(value) > 9] + ["1e300", "inf"])
def test_no_time_is_longer_than_a_day(name: str, value: str, tmp_path: Path) -> None:
    assert not isinstance(loaded(f"fetch.{name}", value, tmp_path), Settings)
