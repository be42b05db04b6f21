"""A small story that three outlets tell, read and compared once for all tests of the library."""

from pathlib import Path

import pytest

import compare


@pytest.fixture(scope="session")
def ferry(root: Path) -> Path:
    """A file of three articles; one of them counts other passengers."""
    return root / "examples" / "library" / "ferry.jsonl"


@pytest.fixture(scope="session")
def comparison(ferry: Path) -> compare.StoryComparison:
    return compare.compare_articles(compare.read_articles(ferry))


@pytest.fixture(scope="session")
def sample(examples: Path) -> compare.StoryComparison:
    """The English sample, which has near-duplicates, conflicts and facts of every kind."""
    return compare.compare_articles(compare.read_articles(examples / "en"))
