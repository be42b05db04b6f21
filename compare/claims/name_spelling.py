"""Two names of persons -> how far they must differ to be two, and how many parts make a name full; measured in letters."""

from rapidfuzz import fuzz

FULL_NAME = 3  # parts: family name, middle name, given name; with fewer, two people often share all
# Per cent of the letters in common: Zelenskiy and Zelensky, Jawan and Jawaon are one person, Văn and Xuân two.
_ONE_SPELLING = 75


def may_be_spellings(one: str, other: str) -> bool:
    """Whether two names, or parts of names, may be spellings of one."""
    return fuzz.ratio(one, other) >= _ONE_SPELLING
