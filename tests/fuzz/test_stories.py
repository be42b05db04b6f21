"""Whole articles with numbers, times, dates, names and quotations swapped or made extreme are compared without a fault, contained or not.

Forty stories, the same in every run; TELLINGS_FUZZ_STORIES=2000 for so many, TELLINGS_FUZZ_SECONDS=600 for others as long as that.
"""

import base64
import os
import time
from functools import cache
from random import Random, SystemRandom

import pytest
from mutated import Record, mutated_story, whole_stories
from targets import TARGETS

pytestmark = pytest.mark.fuzz
_STORIES = int(os.environ.get("TELLINGS_FUZZ_STORIES", "40"))
_SECONDS = int(os.environ.get("TELLINGS_FUZZ_SECONDS", "0"))
_PARTS = 2  # processes that share the work


@cache
def _whole() -> list[list[Record]]:
    return whole_stories()


def compared(seed: str) -> None:
    data = mutated_story(Random(seed), _whole())  # noqa: S311 - no secret
    try:
        TARGETS["story"](data)
    except BaseException:
        kept = f"echo {base64.b64encode(data).decode()} | base64 -d > tests/fuzz/corpus/story/A-NAME-THAT-SAYS-WHY"
        print(f"\nstory of seed {seed!r}. To keep it, without the words of real articles: {kept}", flush=True)
        raise


@pytest.mark.parametrize("part", range(_PARTS))
def test_mutated_stories_are_compared_without_a_fault(part: int) -> None:
    for number in range(part, _STORIES, _PARTS):
        compared(str(number))


@pytest.mark.skipif(not _SECONDS, reason="other stories than in every run: TELLINGS_FUZZ_SECONDS says how long")
def test_other_mutated_stories_are_compared_without_a_fault() -> None:
    begun, until = SystemRandom().randrange(10**9), time.monotonic() + _SECONDS
    while time.monotonic() < until:
        begun += 1
        compared(f"other {begun}")
