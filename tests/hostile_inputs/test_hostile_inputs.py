"""Every class of hostile and broken inputs beside one good article -> a clear outcome, nothing lost, nothing written elsewhere."""

import json
import re
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from classes import CLASSES, Variant

from compare.cli import main

pytestmark = pytest.mark.thorough

_GOOD = "zz-good.txt"
_SAYS = "The road office closed the old bridge to heavy trucks until Friday noon."
_PATIENCE_S = 60  # of a clock on the wall, beside other programs; what hangs would hang for ever
_VARIANTS = [pytest.param(variant, id=f"{kind}: {name}") for kind, variants in CLASSES.items() for name, variant in variants.items()]


class HangsError(Exception):
    """A run that came to no end."""


@pytest.fixture(autouse=True)
def _no_hang() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise HangsError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(_PATIENCE_S)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def _files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


def _run(variant: Variant, folder: Path) -> dict[str, Any]:
    """The documents of a run, as one: its articles and what it skipped."""
    (folder / "in").mkdir()
    (folder / "in" / _GOOD).write_text(_SAYS, encoding="utf-8")
    variant.make(folder / "in")
    settings = "\n".join(f"{name} = {value}" for name, value in variant.settings.items())
    (folder / "settings.toml").write_text(f"[input]\n{settings}\n", encoding="utf-8")
    before = _files(folder)
    status = main(["compare", str(folder / "in"), "--out", str(folder / "out"), "--settings", str(folder / "settings.toml")])
    assert status == 0
    elsewhere = {name for name in _files(folder) - before if name.split("/")[0] != "out"}
    documents = [json.loads(path.read_text(encoding="utf-8")) for path in (folder / "out").rglob("comparison.json")]
    return {
        "articles": [article for document in documents for article in document["articles"]],
        "skipped": documents[0]["skipped"],
        "elsewhere": elsewhere,
    }


def test_there_are_thirty_classes_with_several_variants_each() -> None:
    assert (len(CLASSES) >= 30, [kind for kind, variants in CLASSES.items() if len(variants) < 3]) == (True, [])


@pytest.mark.parametrize("variant", _VARIANTS)
def test_a_hostile_input_has_a_clear_outcome(variant: Variant, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = _run(variant, tmp_path)
    said = capsys.readouterr()
    skipped = [f"{item['place']}: {item['why']}" for item in found["skipped"]]
    unmatched = [reason for reason in variant.reasons if not any(re.match(reason, line) for line in skipped)]
    assert (unmatched, len(skipped), skipped) == ([], len(variant.reasons), skipped)
    assert sorted(article["origin"] for article in found["articles"]).count(_GOOD) == 1
    assert len(found["articles"]) == 1 + variant.read
    assert (found["elsewhere"], "Traceback" in said.err + said.out) == (set(), False)
