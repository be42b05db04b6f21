"""Made-up tolls that rise and values that are disputed: their facts, ladders and open articles come out as they were planted."""

import runpy
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.gate

_TOLLS, _DISPUTES = 20, 60


@pytest.fixture(scope="module")
def planted(root: Path) -> dict[str, Any]:
    return runpy.run_path(str(root / "benchmarks" / "planted_facts.py"))


@pytest.fixture(scope="module")
def found(planted: dict[str, Any]) -> Any:
    return planted["measured"](_TOLLS, _DISPUTES, seed=1)


def test_every_toll_rises_in_the_order_in_which_it_was_printed(found: Any) -> None:
    assert (found.tolls_in_order, found.tolls) == (_TOLLS, _TOLLS)


def test_articles_that_print_an_old_toll_are_named_and_no_others(found: Any) -> None:
    assert found.stale == 2 * _TOLLS
    assert found.stale_right >= 0.95 * found.stale
    assert found.stale_right >= 0.95 * found.stale_said


def test_every_dispute_is_one_fact_that_the_open_article_neither_joins_nor_agrees_with(found: Any) -> None:
    assert (found.disputes_found, found.disputes) == (_DISPUTES, _DISPUTES)
    assert (found.false_agreements, found.added_voices) == (0, 0)


def test_equal_seeds_plant_equal_stories(planted: dict[str, Any]) -> None:
    assert planted["planted_toll"](3, 1) == planted["planted_toll"](3, 1)
    assert planted["planted_toll"](3, 1) != planted["planted_toll"](3, 2)
    assert planted["planted_dispute"](4, 1) == planted["planted_dispute"](4, 1)
