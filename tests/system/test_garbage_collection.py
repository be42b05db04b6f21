"""What stays is made without looking for garbage."""

import gc

import pytest

from compare.system.garbage_collection import pause_collector


def test_the_collector_rests_while_values_are_made_and_never_looks_at_them() -> None:
    before = gc.get_freeze_count()
    with pause_collector():
        was_on = gc.isenabled()
        made = [[number] for number in range(1000)]
    assert (was_on, gc.isenabled()) == (False, True)
    assert gc.get_freeze_count() >= before + len(made)


def test_the_collector_works_again_after_an_error() -> None:
    with pytest.raises(ValueError, match="broken"), pause_collector():
        raise ValueError("broken")
    assert gc.isenabled()
