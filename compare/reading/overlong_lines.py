"""A line so long that no person reads it: nothing in it is read as a fact, and whoever reads lines says so."""

# Code points. The longest paragraph of 979 articles has a seventieth of these; in a megabyte of figures there is nothing to compare, and to
# read each of them takes seconds.
LONGEST_LINE = 200_000


def is_overlong(line: str) -> bool:
    """Whether a line, or what is read as one, has more than ``LONGEST_LINE`` code points."""
    return len(line) > LONGEST_LINE
