"""Text and its language -> the words and grams by which sentences are matched; one way for pairs, stories and languages."""

from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import regex

from compare.languages.registry import PACKS
from compare.text.tokens import key
from compare.user_tables.word_rows import Rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# Letters that stay of a word without its ending: "injuring" and "injured" meet, "bed" and "being" keep their ends.
SHORTEST_STEM = 4
# An inverse frequency of a word that every sentence has; above 0, so that two equal sentences of such words are still alike.
_LEAST_WEIGHT = 0.05


def matched_words(text: str, language: str, own: Rows = ()) -> list[str]:
    """Words as they are matched: folded, synonyms of the pack and the user's ``own`` replaced, stop words kept."""
    folded = key(text)
    synonym = _synonyms(language, own)
    return (synonym(folded) if synonym else folded).split()


def stop_words(language: str) -> frozenset[str]:
    """Words of the language that carry no content; none for a language without a pack."""
    return PACKS[language].sentences.stop_words if language in PACKS else frozenset()


def word_grams(words: Sequence[str]) -> list[str]:
    """Words and pairs of neighbours."""
    return [*words, *(f"{a} {b}" for a, b in pairwise(words))]


def character_grams(text: str, sizes: Sequence[int] = (3, 4, 5)) -> list[str]:
    """Runs of so many characters, a space before the first word and behind the last."""
    padded = f" {text} "
    return [padded[i : i + n] for n in sizes for i in range(len(padded) - n + 1)]


def rarity(having: "NDArray[np.float64]", count: int) -> "NDArray[np.float64]":
    """Inverse frequency log((n + 1) / (having + .5)) of items that so many of n sentences have."""
    import numpy as np

    return np.maximum(np.log((count + 1) / (having + 0.5)), _LEAST_WEIGHT)


@cache
def _synonyms(language: str, own: Rows) -> Callable[[str], str] | None:
    """A row of the user stands over the pack; its first word is what the pack makes of it."""
    pack = PACKS.get(language)
    of_pack = pack.sentences.synonyms if pack else {}
    table = {key(surface): key(representative) for surface, representative in of_pack.items()}
    table |= {key(other): table.get(key(first), key(first)) for first, *others in own for other in others}
    if not table:
        return None
    longest_first = sorted(table, key=lambda surface: (-len(surface), surface))
    form = regex.compile(r"(?<!\S)(?:" + "|".join(map(regex.escape, longest_first)) + r")(?!\S)")
    return lambda text: form.sub(lambda m: table[m.group()], text)
