"""Files of others that the pages load: exactly those that were published, with their licence named."""

import hashlib
import json
from importlib import resources
from typing import Any

import pytest

STATIC_PATH = resources.files("compare.review").joinpath("static")
VENDORED: dict[str, dict[str, Any]] = json.loads(STATIC_PATH.joinpath("VENDOR.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", VENDORED)
def test_a_vendored_file_is_the_one_that_was_published(name: str) -> None:
    assert hashlib.sha256(STATIC_PATH.joinpath(name).read_bytes()).hexdigest() == VENDORED[name]["sha256"]


@pytest.mark.parametrize("name", VENDORED)
def test_a_vendored_file_says_where_it_is_from(name: str) -> None:
    assert set(VENDORED[name]) == {"name", "version", "source", "path", "licence", "integrity", "sha256"}


def test_no_minified_file_is_without_its_origin() -> None:
    assert {file.name for file in STATIC_PATH.iterdir() if ".min." in file.name} == set(VENDORED)


def test_the_version_in_htmx_is_the_one_that_is_named() -> None:
    assert f'version="{VENDORED["htmx.min.js"]["version"]}"' in STATIC_PATH.joinpath("htmx.min.js").read_text(encoding="utf-8")
